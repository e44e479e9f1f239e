/**
 * Claims of change: "has significantly increased the pace of its launches since September 2021", "more missiles in 2022 than in 2017".
 *
 * A change since a day is tested by launch days, because events of one day are no independent occasions: of the days with an
 * event in the time since and in an equally long time before, how many fall into the later half? Under an unchanged rate that
 * number is binomial (the conditional test for two Poisson rates; Przyborowski and Wilenski, Biometrika 31, 1940). The same against
 * the twelve months before. One-sided, at 5%.
 */
import { coverageOf } from '../dossier/completeness.js'
import type { Days } from '../dossier/record.js'
import { fromDayNumber, toDayNumber } from '../text/calendar.js'
import { ask, countedOf, isRecorded, notFollowed } from './ask.js'
import type { Description } from './descriptions.js'
import { parsedOf, unknownDate } from './event.js'
import { contradicted, daysInWords, eventRows, supported, undecided } from './evidence.js'
import { cardinalOf } from './numbers.js'
import { cueAt, daysOf, type Scene, spanOf } from './scene.js'
import type { Decision, Found } from './verdict.js'
import { windowOfDate } from './window.js'

const LEVEL = 0.05
const YEAR = 365

export function findTrends(scene: Scene): Found[] {
  const found: Found[] = []
  for (const d of scene.descriptions) {
    if (scene.vocabulary.shared.has(d.kind)) continue
    const change = changeNear(scene, d)
    if (change === null) continue
    const windows = d.dates
      .concat(scene.dates.filter(date => !d.dates.includes(date)))
      .sort((a, b) => a.first - b.first)
    const since =
      windows.find(date => date.to === null && date.from !== null) ?? windows.find(date => date.rule === 'date/from')
    const spans = windows.filter(date => date.precision !== 'day')
    const before = yearBefore(scene)
    if (since === undefined && spans.length + (before > 0 ? 1 : 0) < 2) continue
    const firstWord = Math.min(d.first, change.at, ...windows.map(date => Math.min(date.first, d.first)))
    const subject = scene.actors.find(actor => actor.last <= change.at && actor.first >= change.at - 8)
    const lastWord = Math.max(d.last, change.end, ...windows.map(date => date.last))
    scene.claimed.add(d)
    found.push({
      kind: 'trend',
      ...spanOf(scene, Math.min(firstWord, subject?.first ?? firstWord), lastWord),
      sentence: scene.sentence,
      parsed: { ...parsedOf(scene, d), direction: change.more ? 'more' : 'fewer', factor: change.factor },
      decide: () => {
        if (!isRecorded(scene, d)) return undecided(notFollowed(d))
        if (since !== undefined) return decideSince(scene, d, change.more, since)
        return decideBetween(scene, d, change, spans)
      },
    })
    break
  }
  return found
}

interface Change {
  at: number
  end: number
  more: boolean
  /** Stated factor: "doubled", "more than tenfold". */
  factor: number | null
}

/** A word of change in the clause of a description: "increased the pace of its launches", "launches fell", "more missiles than". */
function changeNear(scene: Scene, d: Description): Change | null {
  const { words } = scene
  for (let i = Math.max(0, d.first - 12); i < Math.min(words.length, d.last + 14); i++) {
    const more = cueAt(scene, i, 'more')
    const fewer = cueAt(scene, i, 'fewer')
    if (more === 0 && fewer === 0) continue
    const end = Math.max(more, fewer)
    const key = words.keys[i]!
    const comparative = ['more', 'fewer', 'less', 'higher', 'lower', 'faster'].includes(key)
    // "more than sixty" is a bound, "more missiles ... than" a comparison.
    if (comparative && (words.keys[i + 1] === 'than' || !words.keys.slice(i, i + 26).includes('than'))) continue
    if (i >= 2 && cueAt(scene, i - 2, 'unreal') > 0) continue
    if (!comparative && words.keys[i - 1] === 'to') continue
    return { at: i, end, more: more > 0, factor: factorNear(scene, i, end) }
  }
  return null
}

const FACTORS: Record<string, number> = { double: 2, triple: 3, quadruple: 4 }

function factorNear({ words, lexicon }: Scene, at: number, end: number): number | null {
  const own = FACTORS[words.lemmas[at]!]
  if (own !== undefined) return own
  for (let i = end; i < Math.min(words.length, end + 6); i++) {
    const match = /^(.+)fold$/.exec(words.keys[i]!)
    if (match !== null) return cardinalOf(match[1]!, lexicon.mentions.quantities)
    if (words.keys[i] === 'fold') return cardinalOf(words.keys[i - 1]!, lexicon.mentions.quantities)
  }
  return null
}

/** "the year before", "the previous year": the word where it begins, or 0. */
function yearBefore({ words }: Scene): number {
  for (let i = 1; i < words.length; i++) {
    if (
      words.keys[i] === 'year' &&
      (words.keys[i + 1] === 'before' ||
        words.keys[i + 1] === 'earlier' ||
        words.keys[i - 1] === 'previous' ||
        words.keys[i - 1] === 'preceding')
    )
      return i
  }
  return 0
}

function decideSince(
  scene: Scene,
  d: Description,
  more: boolean,
  date: { start: number; end: number; from: number | null; to: number | null } & Parameters<typeof daysOf>[1],
): Decision {
  const days = daysOf(scene, date)
  if (days === null || scene.today === null) return unknownDate(scene, d)
  const { dossier } = scene
  const part = d.parts[0] ?? null
  const now: Days = { from: days.from, to: Math.min(days.to, scene.today) }
  const length = now.to - now.from + 1
  const equal: Days = { from: now.from - length, to: now.from - 1 }
  const year: Days = { from: now.from - YEAR, to: now.from - 1 }
  const later = ask(scene, d, part, now)
  const many = (n: number) => countedOf(scene, d.kind, part?.classes, n)
  const compared = [
    { name: 'equal', days: equal, answer: ask(scene, d, part, equal) },
    { name: 'twelve months', days: year, answer: ask(scene, d, part, year) },
  ].map(({ name, days: before, answer }) => {
    const span = before.to - before.from + 1
    const a = later.tally.days
    const b = answer.tally.days
    const rates = { now: a / length, before: b / span }
    const p = more ? tail(a, a + b, length / (length + span)) : tail(b, a + b, span / (length + span))
    return {
      name,
      from: before.from,
      to: before.to,
      eventDays: b,
      things: answer.tally.used,
      days: span,
      rates,
      p,
      complete: answer.complete,
      answer,
    }
  })
  const numbers = [
    `${many(later.tally.used)} on ${counted(later.tally.days)} in ${daysInWords(now)}`,
    ...compared.map(
      c =>
        `${c.things} on ${counted(c.eventDays)} in ${daysInWords(c)} (p = ${c.p < 0.001 ? c.p.toExponential(1) : c.p.toFixed(3)})`,
    ),
  ].join('; ')
  const query = {
    ...later.query,
    eventDays: later.tally.days,
    counted: later.tally.used,
    perDay: later.tally.used / length,
    level: LEVEL,
    compared: compared.map(({ answer: _, ...figures }) => figures),
  }
  const rows = eventRows(dossier, [...compared[0]!.answer.selection.rows, ...later.selection.rows])
  const classes = part?.classes ?? []
  const whole = coverageOf(dossier, d.kind, classes, { from: Math.min(equal.from, year.from), to: now.to })
  if (!whole.complete)
    return undecided(
      `${numbers}; but ${later.gap || compared.map(c => c.answer.gap).find(Boolean) || 'the record is not complete'}`,
      query,
      rows,
    )
  const direction = more ? 'rise' : 'fall'
  if (compared.every(c => c.p < LEVEL))
    return supported(
      `the ${direction} is significant: ${numbers}`,
      query,
      rows,
      `no more event days a day since ${daysInWords({ from: now.from, to: now.from })} than before`,
    )
  if (compared.every(c => (more ? c.rates.now <= c.rates.before : c.rates.now >= c.rates.before)))
    return contradicted(`there is no ${direction}: ${numbers}`, query, rows, `a significant ${direction}`)
  return undecided(`the ${direction} is not significant at 5%: ${numbers}`, query, rows)
}

function counted(days: number): string {
  return `${days} day${days === 1 ? '' : 's'}`
}

/** P(X >= k) for X binomial with n trials and probability p. */
export function tail(k: number, n: number, p: number): number {
  let sum = 0
  for (let i = k; i <= n; i++) sum += Math.exp(logChoose(n, i) + i * Math.log(p) + (n - i) * Math.log1p(-p))
  return Math.min(1, sum)
}

function logChoose(n: number, k: number): number {
  let sum = 0
  for (let i = 1; i <= k; i++) sum += Math.log(n - k + i) - Math.log(i)
  return sum
}

function decideBetween(scene: Scene, d: Description, change: Change, spans: Scene['dates']): Decision {
  const windows: Days[] = []
  for (const date of spans) {
    const window = windowOfDate(scene, date)
    if (window === 'unknown') return unknownDate(scene, d)
    if (!windows.some(w => w.from === window.days.from && w.to === window.days.to)) windows.push(window.days)
  }
  const prior = yearBefore(scene)
  if (windows.length === 1 && prior > 0) {
    const { year } = fromDayNumber(windows[0]!.from)
    windows.push({
      from: toDayNumber({ year: year - 1, month: 1, day: 1 }),
      to: toDayNumber({ year: year - 1, month: 12, day: 31 }),
    })
  }
  if (windows.length < 2) return undecided('the two stretches of time that are compared are not both named')
  const { words } = scene
  const than = words.keys.indexOf('than')
  const fromWord = spans.findIndex(
    date =>
      words.keys[date.first - 1] === 'from' ||
      words.keys.slice(Math.max(0, date.first - 4), date.first).includes('from'),
  )
  // With "than" and "of those of" the second is the measure; "rose from six in 2021" names the measure with "from".
  const [subject, measure] = than < 0 && fromWord === 0 ? [windows[1]!, windows[0]!] : [windows[0]!, windows[1]!]
  const part = d.parts[0] ?? null
  const [a, b] = [ask(scene, d, part, subject), ask(scene, d, part, measure)]
  const many = (n: number) => countedOf(scene, d.kind, part?.classes, n)
  const rows = eventRows(scene.dossier, [...a.selection.rows, ...b.selection.rows])
  const numbers = `${many(a.tally.used)} in ${daysInWords(subject)}, ${b.tally.used} in ${daysInWords(measure)}`
  const query = {
    first: { ...a.query, counted: a.tally.used },
    second: { ...b.query, counted: b.tally.used },
    factor: change.factor,
  }
  if (!a.complete || !b.complete) return undecided(`${numbers}; but ${a.gap || b.gap}`, query, rows)
  const [x, y] = change.more ? [a.tally, b.tally] : [b.tally, a.tally]
  const enough = change.factor === null || x.used >= change.factor * y.used
  if (x.used > y.used && enough) return supported(numbers, query, rows, 'the numbers the other way round')
  if (x.most > y.least && change.factor === null)
    return undecided(`${numbers}; which is more depends on what is disputed`, query, rows)
  return contradicted(
    numbers,
    query,
    rows,
    change.more ? 'more in the first than in the second' : 'fewer in the first than in the second',
  )
}
