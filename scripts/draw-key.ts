/**
 * Draws the sentences that are keyed by hand to measure coverage honestly: 300 sentences of the English statements of
 * the open corpus (no speeches, no monetary policy, none of the statements that gold is kept of), by a fixed seed. Prints
 * `id start end` lines; the key itself (`test/key/key.json`) is made by hand from the texts, without looking at readings.
 */
import { existsSync, readdirSync } from 'node:fs'
import { read } from '../src/read/read.js'
import { corpusRows, isCovered, loadRow } from './corpus.js'
import { seeded } from './random.js'

const SHARED = '../shared'
const COUNT = 300
const SEED = 20220528

const gold = new Set(
  [
    ...readdirSync(`${SHARED}/gold/dev`),
    ...['dev', 'aside'].flatMap(d => (existsSync(`test/gold/corpus/${d}`) ? readdirSync(`test/gold/corpus/${d}`) : [])),
  ].map(f => f.replace(/\.json$/, '')),
)
const rows = corpusRows('the key is drawn from its texts').filter(row => isCovered(row) && !gold.has(row.id))
const random = seeded(SEED)
const drawn = new Set<string>()
while (drawn.size < COUNT) {
  const row = rows[Math.floor(random() * rows.length)]!
  const { sentences } = read(await loadRow(row))
  const s = sentences[Math.floor(random() * sentences.length)]
  if (s) drawn.add(`${row.id}\t${s.start}\t${s.end}`)
}
for (const line of drawn) console.log(line)
