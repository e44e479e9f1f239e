/**
 * Draws the sentences that are keyed by hand to measure coverage honestly: 300 sentences of the English statements of
 * the open corpus (no speeches, no monetary policy, none of the statements that gold is kept of), by a fixed seed. Prints
 * `id start end` lines; the key itself (`test/key/key.json`) is made by hand from the texts, without looking at readings.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { load } from '../src/load/load.js'
import { read } from '../src/read/read.js'

const SHARED = '../shared'
const COUNT = 300
const SEED = 20220528

const gold = new Set(
  [
    ...readdirSync(`${SHARED}/gold/dev`),
    ...['dev', 'aside'].flatMap(d => (existsSync(`test/gold/corpus/${d}`) ? readdirSync(`test/gold/corpus/${d}`) : [])),
  ].map(f => f.replace(/\.json$/, '')),
)
interface Row {
  id: string
  file: string
  language: string
  kind: string
  subject: string
}
const rows = (
  readFileSync(`${SHARED}/corpus-open/index.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map(l => JSON.parse(l)) as Row[]
).filter(r => r.language === 'en' && r.kind !== 'speech' && r.subject !== 'monetary-policy' && !gold.has(r.id))
let state = SEED
const random = () => {
  state = (state * 48271) % 2147483647
  return state / 2147483647
}
const drawn = new Set<string>()
while (drawn.size < COUNT) {
  const row = rows[Math.floor(random() * rows.length)]!
  const doc = await load({
    bytes: readFileSync(`${SHARED}/corpus-open/${row.file}`),
    name: row.file,
    mediaType: 'text/plain',
  })
  const { sentences } = read(doc)
  const s = sentences[Math.floor(random() * sentences.length)]
  if (s) drawn.add(`${row.id}\t${s.start}\t${s.end}`)
}
for (const line of drawn) console.log(line)
