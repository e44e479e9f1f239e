/**
 * `npx tsx bench/ledger-queries.ts`: draws the 200 searches of the ledger's benchmark and writes `queries.json`. They are counted
 * in the first 20,000 statements of the pool and scaled to a million: a third with fewer than 100 hits (code names, and one with a word
 * beside it), a third with about 10,000 (5,000 to 20,000: words, phrases of two, pairs), a third with more than a million (words, and
 * filters alone or with a word). No word with a capital is taken, so that nobody's name stands there.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mulberry32, shuffled } from '../scripts/random.js'
import { tokensOf } from '../src/ledger/fulltext.js'
import type { Filters } from '../src/ledger/ledger.js'
import { FORCES } from '../src/read/reading.js'
import { makePool } from './ledger-pool.js'
import { CODE_NAMES, statementOf } from './ledger-statements.js'

export interface BenchQuery {
  query: string
  filters: Filters
  size: 'few' | 'some' | 'many'
}

const STATEMENTS = 20_000
const SCALE = 1_000_000 / STATEMENTS
const SOME = { least: 5000 / SCALE, most: 20_000 / SCALE }
const MANY = 1_000_000 / SCALE
const [FEW, MIDDLE, TOP] = [67, 67, 66]

const pool = await makePool()
const random = mulberry32(200)
const words = new Map<string, number>()
const phrases = new Map<string, number>()
const forces = new Map<string, number>()
const capital = new Set<string>()
const add = (counts: Map<string, number>, keys: Iterable<string>) => {
  for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1)
}
const sentences: string[][] = []
for (let n = 0; n < STATEMENTS; n++) {
  const { doc, reading } = statementOf(pool, n)
  for (const [i, { start, end }] of reading.sentences.entries()) {
    const text = doc.text.slice(start, end)
    const tokens = tokensOf(text)
    for (const token of tokens) if (/\p{Lu}/u.test(text[token.start]!) && token.start > 0) capital.add(token.token)
    const own = tokens.map(({ token }) => token)
    sentences.push(own)
    add(words, own)
    add(
      phrases,
      own.slice(1).map((word, k) => `${own[k]} ${word}`),
    )
    add(
      forces,
      reading.acts.filter(({ sentence }) => sentence === i).map(({ force }) => force),
    )
  }
}
const plain = (word: string) => /^[a-z]{4,}$/.test(word) && !capital.has(word) && !word.startsWith('codename')
const within = (counts: Map<string, number>, least: number, most: number) =>
  [...counts].filter(([key, n]) => n >= least && n <= most && key.split(' ').every(plain)).map(([key]) => key)
const counted = (pair: readonly string[]) => sentences.filter(own => pair.every(word => own.includes(word))).length

const few = Array.from({ length: FEW }, (_, n) => {
  const code = `codename${Math.floor(random() * CODE_NAMES)}`
  return n % 3 === 2 ? `${code} ${shuffled(within(words, MANY / 2, Infinity), random)[0]}` : code
})
const third = Math.floor(MIDDLE / 3)
const pairs: string[] = []
const common = within(words, MANY / 10, Infinity)
while (pairs.length < third) {
  const pair = shuffled(common, random).slice(0, 2)
  const n = counted(pair)
  if (n >= SOME.least && n <= SOME.most) pairs.push(pair.join(' '))
}
const some = [
  ...shuffled(within(words, SOME.least, SOME.most), random).slice(0, MIDDLE - 2 * third),
  ...shuffled(within(phrases, SOME.least, SOME.most), random)
    .slice(0, third)
    .map(phrase => `"${phrase}"`),
  ...pairs,
]
const frequent = [...words].filter(([word, n]) => n >= MANY && /^[a-z]{2,}$/.test(word)).map(([word]) => word)
const strong = FORCES.filter(force => (forces.get(force) ?? 0) >= MANY)
const many: Omit<BenchQuery, 'size'>[] = [
  ...shuffled(frequent, random).map(query => ({ query, filters: {} })),
  ...strong.map(force => ({ query: '', filters: { forces: [force] } })),
  ...frequent.slice(0, 20).map(query => ({ query, filters: { languages: ['en'] } })),
].slice(0, TOP)

console.log(
  `${few.length} few, ${some.length} some, ${many.length} many of ${frequent.length} words and ${strong.length} forces`,
)
const all: BenchQuery[] = [
  ...few.map(query => ({ query, filters: {}, size: 'few' as const })),
  ...some.map(query => ({ query, filters: {}, size: 'some' as const })),
  ...many.map(query => ({ ...query, size: 'many' as const })),
]
const lines = all.map(query => `  ${JSON.stringify(query)}`).join(',\n')
writeFileSync(join(import.meta.dirname, 'queries.json'), `[\n${lines}\n]\n`)
