/**
 * `npm run coverage`: how much of the English statements of the open corpus (no speeches, no monetary policy) is left
 * `unread`, and how much is read by a fallback rule only. With `test/key/key.json`, a key of sentences drawn by
 * `scripts/draw-key.ts` and keyed by hand, also how often status and fallback acts are right.
 */
import { existsSync, readFileSync } from 'node:fs'
import { type Reading, read } from '../src/index.js'
import { corpusRows, isCovered, loadRow } from './corpus.js'

const KEY = 'test/key/key.json'

/** A keyed sentence: its status, and the forces of its acts where it is `read`. */
interface Keyed {
  id: string
  start: number
  end: number
  status: string
  acts?: { force: string }[]
}

const rows = corpusRows('coverage is measured on its texts').filter(isCovered)
const statuses = new Map<string, number>()
const readings = new Map<string, Reading>()
const keyed: Keyed[] = existsSync(KEY) ? JSON.parse(readFileSync(KEY, 'utf8')) : []
const wanted = new Set(keyed.map(k => k.id))
let acts = 0
let fallbacks = 0
for (const row of rows) {
  const reading = read(await loadRow(row))
  if (wanted.has(row.id)) readings.set(row.id, reading)
  for (const { status } of reading.sentences) statuses.set(status, (statuses.get(status) ?? 0) + 1)
  acts += reading.acts.length
  fallbacks += reading.acts.filter(act => act.rule.startsWith('fallback/')).length
}
const total = [...statuses.values()].reduce((a, b) => a + b, 0)
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)}%`
console.log(`${rows.length} statements, ${total} sentences`)
for (const [status, count] of [...statuses].sort((a, b) => b[1] - a[1]))
  console.log(`  ${status.padEnd(10)} ${String(count).padStart(7)}  ${percent(count, total)}`)
console.log(`unread ${percent(statuses.get('unread') ?? 0, total)} (at most 3% asked)`)
console.log(`${acts} acts, ${percent(fallbacks, acts)} of them by a fallback rule`)

if (keyed.length === 0) console.log(`${KEY} is absent: status and fallback acts are not measured`)
else {
  let right = 0
  let byFallback = 0
  let fallbackRight = 0
  for (const key of keyed) {
    const reading = readings.get(key.id)
    const at = reading?.sentences.findIndex(s => s.start < key.end && key.start < s.end) ?? -1
    if (!reading || at < 0) continue
    if (reading.sentences[at]!.status === key.status) right++
    for (const act of reading.acts.filter(a => a.sentence === at && a.rule.startsWith('fallback/'))) {
      byFallback++
      if (key.acts?.some(k => k.force === act.force)) fallbackRight++
    }
  }
  console.log(`status right for ${percent(right, keyed.length)} of ${keyed.length} keyed sentences (98% asked)`)
  console.log(
    `force right for ${percent(fallbackRight, byFallback)} of ${byFallback} acts found by a fallback rule (85% asked)`,
  )
}
