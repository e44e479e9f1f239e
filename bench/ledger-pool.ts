/**
 * What the ledger's benchmark makes its statements of: clauses with what the reader finds in each, whole sentences that many say,
 * and how long statements are. From ../shared/corpus-open at run time, where it is there; else of invented words.
 */
import { existsSync } from 'node:fs'
import { CORPUS, corpusRows, isCovered, loadRow } from '../scripts/corpus.js'
import { mulberry32, shuffled } from '../scripts/random.js'
import { load, read } from '../src/index.js'
import type { Act, Mention, SentenceStatus } from '../src/read/reading.js'
import { statementOf } from './ledger-texts.js'

/** A clause without its full stop, and what the reader finds where it stands alone; places are the clause's own. */
export interface Clause {
  text: string
  status: SentenceStatus
  acts: readonly Act[]
  mentions: readonly Mention[]
}

export interface Pool {
  clauses: readonly Clause[]
  /** Sentences that are said again and again in the same words; the first most often. */
  stock: readonly Clause[]
  /** Sentences of a statement, as often as there are such statements. */
  lengths: readonly number[]
  issuers: readonly (readonly string[])[]
  /** For the report. */
  from: string
}

const SEED = 1948
/** Characters of a clause. */
const [SHORTEST, LONGEST] = [28, 140]
const MOST_CLAUSES = 30_000
const MOST_STOCK = 3000
/** Clauses that are read together, each a paragraph. */
const TOGETHER = 200

export async function makePool(): Promise<Pool> {
  if (!existsSync(CORPUS)) {
    const texts = Array.from({ length: 2000 }, (_, n) => statementOf(n))
    const invented = texts.flatMap(({ text }) => text.split(/, |\. |\.$/)).filter(({ length }) => length >= SHORTEST)
    const clauses = await readAll([...new Set(invented)].slice(0, MOST_CLAUSES))
    return {
      clauses,
      stock: clauses.slice(0, MOST_STOCK),
      lengths: texts.map(({ sentences }) => sentences),
      issuers: texts.map(({ issuer }) => [issuer]),
      from: 'invented words',
    }
  }
  const clauses = new Set<string>()
  const sentences = new Set<string>()
  const lengths: number[] = []
  const issuers: string[][] = []
  for (const row of corpusRows('clauses are taken from it').filter(isCovered)) {
    const doc = await loadRow(row)
    const reading = read(doc)
    lengths.push(reading.sentences.length)
    issuers.push(doc.issuers.length ? doc.issuers : ['OTHER:arland'])
    for (const { start, end, status } of reading.sentences) {
      if (status !== 'read' && status !== 'unread') continue
      const said = doc.text.slice(start, end).replace(/\s+/g, ' ').trim()
      if (said.length > 60 && said.length < 400) sentences.add(said.replace(/[.!?]$/, ''))
      for (const clause of said.split(/[,;:]\s+|[.!?]$/))
        if (clause.length >= SHORTEST && clause.length <= LONGEST) clauses.add(clause)
    }
  }
  const drawn = (texts: ReadonlySet<string>, most: number) => shuffled([...texts], mulberry32(SEED)).slice(0, most)
  return {
    clauses: await readAll(drawn(clauses, MOST_CLAUSES)),
    stock: await readAll(drawn(sentences, MOST_STOCK)),
    lengths,
    issuers,
    from: 'clauses of the open corpus',
  }
}

/** What the reader finds in each, where it is a paragraph of its own. */
async function readAll(texts: readonly string[]): Promise<Clause[]> {
  const clauses: Clause[] = []
  for (let at = 0; at < texts.length; at += TOGETHER) {
    const some = texts.slice(at, at + TOGETHER)
    const text = some.map(clause => `${clause}.`).join('\n\n')
    const front = '---\nid: clauses\nissuers: [OTHER:arland]\nlanguage: en\n---\n'
    const doc = await load({ bytes: new TextEncoder().encode(front + text), name: 'clauses.txt' })
    const { sentences, acts, mentions } = read(doc)
    let from = 0
    for (const clause of some) {
      const end = from + clause.length
      const inside = (span: { start: number; end: number }) => span.start >= from && span.end <= end
      const first = sentences.find(sentence => sentence.start >= from && sentence.start < end)
      clauses.push({
        text: clause,
        status: first?.status ?? 'unread',
        acts: acts
          .filter(
            act => inside(act.trigger) && inside(act.content) && (act.condition === null || inside(act.condition)),
          )
          .map(act => movedAct(act, -from, 0)),
        mentions: mentions.filter(inside).map(mention => moved(mention, -from)),
      })
      from = end + '.\n\n'.length
    }
  }
  return clauses
}

export function moved<T extends { start: number; end: number }>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by }
}

export function movedAct(act: Act, by: number, sentence: number): Act {
  const { trigger, content, condition } = act
  return {
    ...act,
    trigger: moved(trigger, by),
    content: moved(content, by),
    condition: condition && moved(condition, by),
    sentence,
  }
}
