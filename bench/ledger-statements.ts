/** The statements of the ledger's benchmark, each the same for the same number: clauses of the pool recombined, with the reading that follows from theirs. */
import { createHash } from 'node:crypto'
import { mulberry32 } from '../scripts/random.js'
import type { Entry } from '../src/ledger/ledger.js'
import type { Act, Mention, Reading, Sentence } from '../src/read/reading.js'
import type { Doc } from '../src/text/doc.js'
import { type Clause, moved, movedAct, type Pool } from './ledger-pool.js'

/** Share of sentences that are one of the stock, in its words. */
const STOCK = 0.15
/** Share of sentences of three clauses and of one; the rest has two. */
const [THREE, ONE] = [0.25, 0.05]
/** Share of sentences with a code name; there are so many of these. */
const RARE = 0.004
export const CODE_NAMES = 4000
const FIRST_DAY = Date.UTC(1990, 0, 1)
const DAYS = 13_000

/** The statement of that number, as it would be loaded, and its reading as far as it follows from its clauses'. */
export function statementOf(pool: Pool, number: number): Entry {
  const random = mulberry32(Math.imul(number, 2654435761) + 17)
  const below = (many: number) => Math.floor(random() * many)
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!
  const sentences: Sentence[] = []
  const acts: Act[] = []
  const mentions: Mention[] = []
  let text = ''
  const issuers = [...one(pool.issuers)]
  const date = new Date(FIRST_DAY + below(DAYS) * 86_400_000).toISOString().slice(0, 10)
  for (let n = one(pool.lengths); n > 0; n--) {
    // The first of the stock are said most.
    const stock = random() < STOCK
    const many = random()
    const clauses: Clause[] = stock
      ? [pool.stock[Math.floor(pool.stock.length * random() ** 3)]!]
      : Array.from({ length: many < THREE ? 3 : many < THREE + ONE ? 1 : 2 }, () => one(pool.clauses))
    const start = text.length
    for (const [i, clause] of clauses.entries()) {
      if (i > 0) text += '; '
      const by = text.length
      // A place that begins a sentence is capital; a capital has as many units as its small letter here, or is left.
      const first = clause.text[0]!.toUpperCase()
      text += i === 0 && first.length === 1 ? first + clause.text.slice(1) : clause.text
      for (const act of clause.acts)
        acts.push({ ...movedAct(act, by, sentences.length), actors: actorsIn(act, issuers) })
      for (const mention of clause.mentions) mentions.push(moved(mention, by))
    }
    if (random() < RARE) text += `, known as codename${below(CODE_NAMES)}`
    text += '.'
    sentences.push({ start, end: text.length, status: clauses[0]!.status })
    text += ' '
  }
  text = text.trimEnd()
  const reading: Reading = { reader: 'bench', sentences, acts, mentions, findings: [] }
  return { doc: docOf(`bench-${number}`, text, date, issuers), reading }
}

/** The clauses were read as if one issuer had said them all. */
function actorsIn({ actors }: Act, issuers: string[]): string[] {
  return actors.includes('OTHER:arland') ? issuers : actors
}

function docOf(id: string, text: string, date: string, issuers: string[]): Doc {
  const sha256 = createHash('sha256').update(text).digest('hex')
  return {
    id,
    text,
    language: 'en',
    title: null,
    date,
    issuers,
    kind: 'statement',
    url: null,
    provenance: { url: null, name: `${id}.txt`, retrievedAt: null, sha256, mediaType: 'text/plain', charset: 'utf-8' },
    origin: [{ start: 0, end: text.length, source: 0, page: null }],
    findings: [],
  }
}
