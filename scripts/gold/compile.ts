import { FORCES, type Force, type SentenceStatus } from '../../src/read/reading.js'
import { DataError } from '../../src/text/errors.js'
import type { Span } from '../../src/text/span.js'

/** A gold act, in the format of the scorer. */
export interface GoldAct {
  trigger: Span & { text: string }
  force: Force
  repeated: boolean
  intensity: 0 | 1 | 2
  actors: string[]
  targets: string[]
  content: Span
  topics: string[]
  condition: Span | null
}

/** Words that carry no act, and what they are instead. */
export interface GoldExempt extends Span {
  status: Exclude<SentenceStatus, 'read' | 'unread'>
}

/** Gold of one statement: offsets into the body, which is everything after the front matter. */
export interface Gold {
  id: string
  acts: GoldAct[]
  exempt: GoldExempt[]
}

/** A row of `gold.tsv` that shows a rule of the codebook at work. */
export interface Shown {
  rule: string
  /** Offset of the row's first words in the body. */
  start: number
}

export const TOPICS = (
  'missile-launch nuclear-test nuclear-programme denuclearisation un-resolutions sanctions council-action dialogue ' +
  'alliance partnership military armed-conflict humanitarian health human-rights abductions cyber arms-transfers ' +
  'nonproliferation chemical-weapons peace-security sovereignty governance terrorism economy climate-energy ' +
  'technology culture-people justice migration other'
).split(' ')

const EXEMPT = ['heading', 'furniture', 'fragment']
const COLUMNS = 'trigger force repeated intensity actors targets content topics condition covers'.split(' ')
const LETTER = /[\p{L}\p{N}]/u
const ACTOR = /^(?:[A-Z0-9]{2,10}|OTHER:[a-z0-9-]+)$/

/** The text after the front matter, exactly as the reader sees it. Throws where the front matter does not end. */
export function bodyOf(raw: string): string {
  if (!raw.startsWith('---\n')) return raw
  const end = raw.indexOf('\n---\n', 3)
  if (end < 0) throw new DataError('front matter is not closed: add a line "---" before the text')
  return raw.slice(end + 5)
}

/**
 * Turns the readable `gold.tsv` into offsets. Rows stand in the order of the text; the trigger is looked for behind
 * the last one, content and condition beside their trigger. A long quotation may be shortened to `first … last`.
 * A row of force `none` names words that carry no act: its third cell is their status, its fourth the rules shown.
 * Throws a `DataError` with every line that does not hold.
 */
export function compileGold(id: string, body: string, tsv: string): { gold: Gold; shown: Shown[] } {
  const gold: Gold = { id, acts: [], exempt: [] }
  const shown: Shown[] = []
  const faults: string[] = []
  let cursor = 0
  for (const [index, line] of tsv.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const fault = (message: string) => void faults.push(`${id}/gold.tsv:${index + 1}: ${message}`)
    const cells = line.split('\t').map(cell => cell.trim())
    const words = findAfter(body, cells[0], cursor)
    if (words === null) {
      fault(`"${cells[0]}" does not stand in the text behind offset ${cursor}`)
      continue
    }
    cursor = words.start + 1
    const exempt = cells[1] === 'none'
    for (const rule of list(cells[exempt ? 3 : 9])) shown.push({ rule, start: words.start })
    if (exempt) {
      if (EXEMPT.includes(cells[2])) gold.exempt.push({ ...words, status: cells[2] as GoldExempt['status'] })
      else fault(`status "${cells[2]}": use ${EXEMPT.join(', ')}`)
    } else {
      const act = readAct(body, words, cells, fault)
      if (act) gold.acts.push(act)
    }
  }
  if (faults.length > 0) throw new DataError(faults.join('\n'))
  return { gold, shown }
}

function readAct(body: string, trigger: Span, cells: string[], fault: (message: string) => void): GoldAct | null {
  if (cells.length < 9) {
    fault(`${cells.length} cells, need ${COLUMNS.length - 1} or ${COLUMNS.length}: ${COLUMNS.join(', ')}`)
    return null
  }
  const [, force, repeated, intensity, actors, targets, contentWords, topics, conditionWords] = cells
  if (!(FORCES as readonly string[]).includes(force)) fault(`unknown force "${force}"`)
  if (repeated !== 'R' && repeated !== '-') fault(`repeated is "${repeated}": write R or -`)
  if (!['0', '1', '2'].includes(intensity)) fault(`intensity is "${intensity}": write 0, 1 or 2`)
  for (const actor of [...list(actors), ...list(targets)]) if (!ACTOR.test(actor)) fault(`odd actor "${actor}"`)
  for (const topic of list(topics)) if (!TOPICS.includes(topic)) fault(`unknown topic "${topic}"`)
  if (list(topics).length < 1 || list(topics).length > 3) fault('needs one to three topics')
  const content = nearest(body, contentWords, trigger)
  if (!content) fault(`content "${contentWords}" does not stand in the text near its trigger`)
  const condition = conditionWords === '-' ? null : nearest(body, conditionWords, trigger)
  if (!condition && conditionWords !== '-') fault(`condition "${conditionWords}" does not stand near its trigger`)
  return {
    trigger: { ...trigger, text: body.slice(trigger.start, trigger.end) },
    force: force as Force,
    repeated: repeated === 'R',
    intensity: Number(intensity) as 0 | 1 | 2,
    actors: list(actors).sort(),
    targets: list(targets).sort(),
    content: content ?? trigger,
    topics: list(topics),
    condition,
  }
}

function list(cell: string | undefined): string[] {
  return cell === undefined || cell === '' || cell === '-' ? [] : cell.split(',').map(item => item.trim())
}

function findAfter(body: string, words: string, from: number): Span | null {
  const [first, last] = words.split(' … ')
  let start = body.indexOf(first, from)
  while (start >= 0 && !whole(body, start, first)) start = body.indexOf(first, start + 1)
  return start < 0 ? null : extend(body, start, first, last)
}

function findBefore(body: string, words: string, to: number): Span | null {
  const [first, last] = words.split(' … ')
  let start = to < 0 ? -1 : body.lastIndexOf(first, to)
  while (start > 0 && !whole(body, start, first)) start = body.lastIndexOf(first, start - 1)
  return start < 0 ? null : extend(body, start, first, last)
}

/** Whether the words at `start` begin and end where words do: "condemn" is not found in "condemned". */
function whole(body: string, start: number, words: string): boolean {
  const end = start + words.length
  return (
    !(LETTER.test(body[start - 1] ?? '') && LETTER.test(body[start])) &&
    !(LETTER.test(body[end - 1]) && LETTER.test(body[end] ?? ''))
  )
}

function extend(body: string, start: number, first: string, last: string | undefined): Span | null {
  if (last === undefined) return { start, end: start + first.length }
  const tail = body.indexOf(last, start + first.length)
  return tail < 0 ? null : { start, end: tail + last.length }
}

/** The occurrence closest to the trigger and in its paragraph: behind it if both sides are as close. */
function nearest(body: string, words: string, trigger: Span): Span | null {
  const after = findAfter(body, words, trigger.end)
  const before = findBefore(body, words, trigger.start - 1)
  const chosen = !after || (before && trigger.start - before.end < after.start - trigger.end) ? before : after
  if (!chosen) return null
  const between = body.slice(Math.min(chosen.start, trigger.start), Math.max(chosen.start, trigger.start))
  return between.includes('\n\n') ? null : chosen
}
