/** The uses of a formula as lanes of issuers over time: where every mark stands. */
import { shortId } from '../../app/address.js'
import type { Lineage } from '../../client/types.gen.js'

type Use = Lineage['uses'][number]
export type Switch = Lineage['switches'][number]

/** Uses of a variant in one statement, as one mark. */
export interface Mark {
  /** Statement and place, as the address names a use. */
  id: string
  use: Use
  times: number
  x: number
  y: number
}

export interface Lane {
  issuer: string
  statements: number
  top: number
  height: number
  marks: Mark[]
  /** Where the issuer went from one variant to another. */
  switches: { x: number }[]
  /** The numbers of its switches in the list of all; those that stand too close share one place: `3–5`. */
  numbers: { x: number; text: string }[]
}

export interface Lanes {
  lanes: Lane[]
  ticks: { x: number; label: string }[]
  height: number
  /** Uses in statements without a day, which have no place. */
  undated: number
}

/** Marks are so wide and so far apart, and lanes at least so high. */
const [MARK, STEP, PAD] = [11, 12, 10]
const MOST_ROWS = 8
/** Room above the marks of a lane for numbers of switches, and from one number to the next. */
const [NUMBERS, APART] = [12, 22]

interface Room {
  /** First and last pixel of time. */
  left: number
  right: number
  /** Where the first lane begins. */
  top: number
}

export function idOfUse({ statement, span }: Use): string {
  return `${shortId(statement)}:${span.start}`
}

export function lanesOf(
  { uses, issuers, switches }: Pick<Lineage, 'uses' | 'issuers' | 'switches'>,
  most: number,
  { left, right, top }: Room,
): Lanes {
  const dated = uses.filter(({ date }) => date !== null)
  const days = dated.map(({ date }) => dayNumber(date!))
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const x = (date: string) =>
    first === last ? (left + right) / 2 : left + ((dayNumber(date) - first) / (last - first)) * (right - left)
  let y = top
  const lanes = issuers
    .filter(({ issuer }) => dated.some(use => use.issuers.includes(issuer)))
    .slice(0, most)
    .map(({ issuer, statements }): Lane => {
      const own = Map.groupBy(
        dated.filter(use => use.issuers.includes(issuer)),
        ({ statement, variant }) => `${statement} ${variant}`,
      )
      const ends: number[] = []
      const placed = [...own.values()].map(group => {
        const use = group[0]!
        const at = x(use.date!)
        let row = ends.findIndex(end => at - end >= MARK)
        if (row < 0) row = ends.length < MOST_ROWS ? ends.length : ends.indexOf(Math.min(...ends))
        ends[row] = at
        return { id: idOfUse(use), use, times: group.length, x: at, row }
      })
      const turns = switches.flatMap((change, i) =>
        change.issuer === issuer && change.after.date !== null ? [{ number: i + 1, x: x(change.after.date) }] : [],
      )
      const height = Math.max(1, ends.length) * STEP + 2 * PAD + (turns.length ? NUMBERS : 0)
      const lane: Lane = {
        issuer,
        statements,
        top: y,
        height,
        marks: placed.map(({ row, ...mark }) => ({ ...mark, y: y + height - PAD - STEP / 2 - row * STEP })),
        switches: turns.map(({ x }) => ({ x })),
        numbers: numbersOf(turns),
      }
      y += height
      return lane
    })
  return {
    lanes,
    ticks: dated.length ? ticksOf(first, last, x, right - left) : [],
    height: y,
    undated: uses.length - dated.length,
  }
}

function numbersOf(turns: readonly { number: number; x: number }[]): Lane['numbers'] {
  const groups: { x: number; numbers: number[] }[] = []
  for (const { number, x } of turns) {
    const last = groups.at(-1)
    if (last && x - last.x < APART) last.numbers.push(number)
    else groups.push({ x, numbers: [number] })
  }
  return groups.map(({ x, numbers }) => ({
    x,
    text: inRuns(numbers),
  }))
}

/** `3–5, 9`. */
function inRuns(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ')
}

/** Days since 1970. */
function dayNumber(date: string): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 86_400_000
}

/** Years, or months where there are few; so many that their names have room. */
function ticksOf(first: number, last: number, x: (date: string) => number, width: number) {
  const room = Math.max(2, Math.floor(width / 64))
  const [from, to] = [new Date(first * 86_400_000), new Date(last * 86_400_000)]
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth()
  const step = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find(each => months / each <= room) ?? 2400
  const ticks: Lanes['ticks'] = []
  for (let month = Math.ceil((from.getUTCFullYear() * 12 + from.getUTCMonth()) / step) * step; ; month += step) {
    const [year, of] = [Math.floor(month / 12), month % 12]
    const date = `${year}-${String(of + 1).padStart(2, '0')}-01`
    if (dayNumber(date) > last) break
    if (dayNumber(date) < first) continue
    ticks.push({ x: x(date), label: of === 0 || step >= 12 ? String(year) : SHORT[of]! })
  }
  return ticks
}

const SHORT = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
