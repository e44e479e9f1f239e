/**
 * Draws the sentences whose alignment is keyed by hand: 40 successive pairs of the statements of the Federal Open Market
 * Committee in the open corpus, five sentences of each earlier statement (more where another has fewer), by a fixed seed.
 * Prints, for each pair, the drawn sentences and all sentences of the later statement, and no alignment: the key
 * (`test/compare/fomc-key.json`) is made from this alone, before any alignment is looked at.
 */
import { readdirSync } from 'node:fs'
import { read } from '../../src/read/read.js'
import { CORPUS, loadFile } from '../corpus.js'
import { seeded, shuffled } from '../random.js'

const PAIRS = 40
const COUNT = 200
const SEED = 19940204

const files = readdirSync(CORPUS)
  .filter(file => file.endsWith('-fomc-statement.txt'))
  .sort()
const random = seeded(SEED)
const firsts = shuffled(
  files.slice(1).map((_, i) => i),
  random,
)
  .slice(0, PAIRS)
  .sort((a, b) => a - b)

const pairs = []
for (const first of firsts) pairs.push({ a: await sentencesOf(files[first]!), b: await sentencesOf(files[first + 1]!) })
const orders = pairs.map(({ a }) =>
  shuffled(
    a.sentences.map((_, i) => i),
    random,
  ),
)
const drawn: number[][] = pairs.map(() => [])
for (let round = 0, left = COUNT; left > 0; round++)
  for (let p = 0; p < PAIRS && left > 0; p++)
    if (round < orders[p]!.length) {
      drawn[p]!.push(orders[p]![round]!)
      left--
    }

pairs.forEach(({ a, b }, p) => {
  console.log(`=== ${p} ${a.id} -> ${b.id}`)
  for (const i of drawn[p]!.sort((x, y) => x - y)) console.log(`A${i} ${a.sentences[i]!.words}`)
  for (const [i, { words }] of b.sentences.entries()) console.log(`  B${i} ${words}`)
})

async function sentencesOf(file: string) {
  const doc = await loadFile(`${CORPUS}/${file}`)
  const { sentences } = read(doc)
  return {
    id: doc.id,
    sentences: sentences.map(({ start, end }) => ({
      start,
      end,
      words: doc.text.slice(start, end).replace(/\s+/g, ' '),
    })),
  }
}
