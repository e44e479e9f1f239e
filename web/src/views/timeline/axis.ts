/** Days on a line: numbers for days, the ticks of an axis, and the bins that events are counted in. */

/** Days since 1 January 1970. */
export type DayNumber = number

export interface Span {
  from: DayNumber
  /** Inclusive. */
  to: DayNumber
}

export function dayNumber(day: string): DayNumber {
  return Math.floor(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 86_400_000)
}

export function dayOf(number: DayNumber): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10)
}

export interface Tick {
  at: DayNumber
  label: string
  /** A year begins here. */
  major: boolean
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600]

/** Ticks at the beginnings of months or years, `room` pixels apart or more; of a few weeks, at single days. */
export function ticksOf(span: Span, width: number, room = 64): Tick[] {
  const days = span.to - span.from + 1
  const perDay = width / days
  if (days <= 45) return dayTicks(span, Math.max(1, Math.ceil(room / perDay)))
  const step = STEPS.find(months => months * 30.4 * perDay >= room) ?? 1200
  const ticks: Tick[] = []
  const first = new Date(span.from * 86_400_000)
  let month = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step
  for (let at = monthStart(month); at <= span.to; month += step, at = monthStart(month))
    if (at >= span.from) {
      const year = Math.floor(month / 12)
      const major = month % 12 === 0
      ticks.push({ at, major, label: major ? String(year) : MONTHS[month % 12] })
    }
  return ticks
}

function dayTicks({ from, to }: Span, step: number): Tick[] {
  const ticks: Tick[] = []
  for (let at = from; at <= to; at += step) {
    const day = new Date(at * 86_400_000)
    ticks.push({ at, major: day.getUTCDate() === 1, label: `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]}` })
  }
  return ticks
}

/** `month` counts from the year 0. */
function monthStart(month: number): DayNumber {
  return Math.floor(Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000)
}

/** Spans of equal kind that a span is cut into, so that a bar is `least` pixels wide or more: days, weeks, months, quarters or years. */
export function binsOf(span: Span, width: number, least = 4): Span[] {
  const perDay = width / (span.to - span.from + 1)
  for (const days of [1, 7])
    if (perDay * days >= least)
      return Array.from({ length: Math.ceil((span.to - span.from + 1) / days) }, (_, i) =>
        bin(span.from + i * days, span.from + i * days + days - 1),
      )
  const step = [1, 3, 12].find(months => months * 30.4 * perDay >= least) ?? 12
  const first = new Date(span.from * 86_400_000)
  let month = Math.floor((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step
  const bins: Span[] = []
  for (; monthStart(month) <= span.to; month += step) bins.push(bin(monthStart(month), monthStart(month + step) - 1))
  return bins
}

const bin = (from: DayNumber, to: DayNumber): Span => ({ from, to })

/** The span with its middle kept and its length changed by a factor, at least two weeks and at most the whole. */
export function zoomed(span: Span, whole: Span, factor: number): Span {
  const length = Math.min(whole.to - whole.from, Math.max(14, Math.round((span.to - span.from) * factor)))
  return within({ from: Math.round((span.from + span.to - length) / 2), length }, whole)
}

/** The span moved by a share of its length, not beyond the whole. */
export function moved(span: Span, whole: Span, share: number): Span {
  const length = span.to - span.from
  return within({ from: span.from + Math.round(length * share), length }, whole)
}

function within({ from, length }: { from: DayNumber; length: number }, whole: Span): Span {
  const start = Math.max(whole.from, Math.min(from, whole.to - length))
  return { from: start, to: start + length }
}
