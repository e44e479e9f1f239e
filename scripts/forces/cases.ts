/** Acts with their traits and a force: what the weights of `force-weights.tsv` are learned from. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lexicon } from '../../src/lexicon/lexicon.js'
import type { Evidence } from '../../src/read/acts/evidence.js'
import { readTelling } from '../../src/read/read.js'
import type { Act, Force } from '../../src/read/reading.js'
import { type CorpusRow, loadText, setAside } from '../corpus.js'
import { pairActs, type ScoredAct } from '../score/measure.js'
import { sharedParts } from '../score/parts.js'

export interface ForceCase extends Evidence {
  /** Of the statement. */
  id: string
  wanted: Force
  /** Where the wanted force comes from: whole statements, acts annotated singly, or the rule itself. */
  source: 'statement' | 'act' | 'rule'
}

/** Speeches on rates and statements on trade speak another language. */
const LEFT_OUT: ReadonlySet<string> = new Set(['monetary-policy', 'trade'])
/** Longer texts are annexes for the most part. */
const LONGEST = 60_000

/** `lexicon` must ask its rules alone. */
export async function forceCases(shared: string, goldFolder: string, lexicon: Lexicon): Promise<ForceCase[]> {
  const singly = singleActs(join(goldFolder, 'corpus', 'acts.csv'))
  const cases: ForceCase[] = []
  const whole = setAside()
  for (const part of sharedParts(shared, goldFolder)) {
    for (const { id, raw, acts } of part.items) {
      whole.add(id)
      if (part.open) cases.push(...(await casesOf(id, raw, acts, 'statement', lexicon)))
    }
  }
  const corpus = join(shared, 'corpus-open')
  const rows: CorpusRow[] = readFileSync(join(corpus, 'index.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(row => JSON.parse(row))
  for (const { id, file, language, subject } of rows) {
    if (language !== 'en' || LEFT_OUT.has(subject) || whole.has(id)) continue
    const raw = readFileSync(join(corpus, file), 'utf8')
    if (raw.length > LONGEST) continue
    const marked = singly.get(id)
    cases.push(...(await casesOf(id, raw, marked ?? null, marked ? 'act' : 'rule', lexicon)))
  }
  return cases
}

/** Pairs the acts read with those annotated; without any (`null`), the rules' own answers are taken where a rule knows. */
async function casesOf(
  id: string,
  raw: string,
  annotated: ScoredAct[] | null,
  source: ForceCase['source'],
  lexicon: Lexicon,
): Promise<ForceCase[]> {
  const { reading, evidence } = readTelling(await loadText(raw, id), { lexicon, evidence: true })
  const wanted = annotated ? forcesOf(annotated, reading.acts) : reading.acts.map(act => act.force)
  return evidence.flatMap((told, n): ForceCase[] => {
    if (told === null) return []
    const force = wanted[n]
    if (force !== undefined && source !== 'rule') return [{ ...told, id, wanted: force, source }]
    // what was not annotated says what the rule says
    if (source === 'statement' || told.rule.startsWith('fallback/')) return []
    return [{ ...told, id, wanted: told.force, source: 'rule' }]
  })
}

function forcesOf(annotated: ScoredAct[], read: Act[]): (Force | undefined)[] {
  const wanted: (Force | undefined)[] = read.map(() => undefined)
  for (const [i, j] of pairActs(annotated, read)) wanted[j] = annotated[i]!.force as Force
  return wanted
}

/** By statement, the acts that were annotated singly: trigger and force. */
function singleActs(path: string): Map<string, ScoredAct[]> {
  const acts = new Map<string, ScoredAct[]>()
  for (const line of readFileSync(path, 'utf8').trim().split('\n').slice(1)) {
    const [id = '', start, end, force = ''] = line.split(',')
    const list = acts.get(id) ?? []
    list.push({ trigger: { start: Number(start), end: Number(end) }, force })
    acts.set(id, list)
  }
  return acts
}
