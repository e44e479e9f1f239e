// Measures the checker against claims marked by hand (test/claims): the outcomes of single claims, and how many claims of whole
// statements are found.
// usage: npm run score:claims -- [--show KIND|all] [--json] [--shared FOLDER] [--dossier FOLDER]
//   --kinds      numbers of each kind in whole statements
//   --show KIND  lists what is wrong among the claims of a kind; of whole statements only the development part
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { check } from '../src/check/check.js'
import type { Verdict } from '../src/check/verdict.js'
import type { Dossier } from '../src/dossier/dossier.js'
import { load, read } from '../src/index.js'
import { loadDossier } from '../src/source/dossier.js'
import { loadFile } from './corpus.js'

const ROOT = join(import.meta.dirname, '..')
const { values: options } = parseArgs({
  options: {
    show: { type: 'string' },
    json: { type: 'boolean', default: false },
    kinds: { type: 'boolean', default: false },
    shared: { type: 'string', default: join(ROOT, '..', 'shared') },
    dossier: { type: 'string', multiple: true, default: [join(ROOT, 'data', 'dossiers', 'dprk')] },
  },
})
const corpus = join(options.shared, 'corpus-open')

interface Single {
  id: string
  kind: string
  expect: Verdict['outcome']
  date: string
  issuers: string[]
  text?: string
  mark?: [number, number]
  statement?: string
  start?: number
  end?: number
}
type Group = 'supported' | 'altered' | 'open' | 'corpus'

const dossiers = await Promise.all(options.dossier.map(folder => loadDossier(folder)))
const groups = parse(readFileSync(join(ROOT, 'test', 'claims', 'claims.yaml'), 'utf8')) as Record<Group, Single[]>
const shown = (kind: string) => options.show === 'all' || options.show === kind

const result: Record<string, unknown> = {}
for (const group of ['supported', 'altered', 'open', 'corpus'] as const) {
  if (group === 'corpus' && !existsSync(corpus)) {
    console.log(`no texts in ${corpus}: the claims of real statements are not measured`)
    continue
  }
  const outcomes: Record<string, number> = { supported: 0, contradicted: 0, 'not-in-record': 0, 'not-found': 0 }
  for (const claim of groups[group]) {
    const { verdicts, text, mark } = await verdictsOn(claim, dossiers)
    const overlapping = verdicts.filter(v => v.start < mark[1] && mark[0] < v.end)
    const own = overlapping.filter(v => v.kind === claim.kind)
    const verdict = own.find(v => v.outcome !== claim.expect) ?? own[0]
    const outcome: string = verdict?.outcome ?? 'not-found'
    outcomes[outcome]!++
    if (outcome === claim.expect || (outcome === 'not-found' && group === 'open') || !shown(claim.kind)) continue
    console.log(`${claim.id} [${claim.date}]: expected ${claim.expect}, ${outcome}`)
    console.log(`   ${text.slice(...mark)}`)
    for (const v of own) console.log(`   = ${v.because} ${JSON.stringify(v.query)}`)
    if (own.length === 0)
      for (const v of overlapping) console.log(`   other kind: ${v.kind} ${v.outcome}: ${text.slice(v.start, v.end)}`)
  }
  result[group] = outcomes
}
if (existsSync(corpus)) Object.assign(result, await wholeStatements(dossiers))
console.log(options.json ? JSON.stringify(result, null, 1) : table(result))

async function verdictsOn(claim: Single, all: Dossier[]) {
  const given = { date: claim.date, ...(claim.issuers.length > 0 && { issuers: claim.issuers }) }
  const doc =
    claim.text === undefined
      ? await docOf(claim.statement!)
      : await load(
          { bytes: new TextEncoder().encode(claim.text), name: `${claim.id}.txt`, mediaType: 'text/plain' },
          { ...given, language: 'en' },
        )
  const mark: [number, number] = claim.mark ?? [claim.start!, claim.end!]
  return { verdicts: check(doc, read(doc), all), text: doc.text, mark }
}

function docOf(id: string) {
  return loadFile(join(corpus, `${id}.txt`))
}

/** Precision and recall of found claims: of the same kind, spans overlapping, each mark and each claim used once. */
async function wholeStatements(all: Dossier[]) {
  const { statements } = JSON.parse(readFileSync(join(ROOT, 'test', 'claims', 'whole.json'), 'utf8')) as {
    statements: { statement: string; part: string; claims: { start: number; end: number; kind: string }[] }[]
  }
  const totals: Record<string, { found: number; marked: number; right: number }> = {}
  const byKind: Record<string, Record<string, { found: number; marked: number; right: number }>> = {}
  const kindOf = (part: string, kind: string) => {
    byKind[part] ??= {}
    byKind[part][kind] ??= { found: 0, marked: 0, right: 0 }
    return byKind[part][kind]
  }
  for (const { statement, part, claims } of statements) {
    const doc = await docOf(statement)
    const verdicts = check(doc, read(doc), all)
    const open = new Set(claims)
    totals[part] ??= { found: 0, marked: 0, right: 0 }
    const total = totals[part]
    total.found += verdicts.length
    total.marked += claims.length
    for (const claim of claims) kindOf(part, claim.kind).marked++
    for (const verdict of verdicts) {
      kindOf(part, verdict.kind).found++
      const match = [...open].find(c => c.kind === verdict.kind && c.start < verdict.end && verdict.start < c.end)
      if (match) {
        open.delete(match)
        kindOf(part, verdict.kind).right++
        total.right++
      } else if (part !== 'measure' && shown(verdict.kind))
        console.log(`${statement}: not marked: ${verdict.kind}: ${doc.text.slice(verdict.start, verdict.end)}`)
    }
    for (const claim of open)
      if (part !== 'measure' && shown(claim.kind))
        console.log(`${statement}: not found: ${claim.kind}: ${doc.text.slice(claim.start, claim.end)}`)
  }
  if (options.kinds) for (const [part, kinds] of Object.entries(byKind)) console.log(part, kinds)
  return Object.fromEntries(
    Object.entries(totals).map(([part, { found, marked, right }]) => [
      `whole/${part}`,
      { found, marked, right, precision: round(right / found), recall: round(right / marked) },
    ]),
  )
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000
}

function table(figures: Record<string, unknown>): string {
  return Object.entries(figures)
    .map(
      ([name, row]) =>
        `${name.padEnd(18)} ${Object.entries(row as Record<string, number>)
          .map(([key, value]) => `${key} ${value}`)
          .join('  ')}`,
    )
    .join('\n')
}
