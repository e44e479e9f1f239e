/** Claims of how many over a stretch of time: "more than sixty missiles this year", "two tests in a single year", "none since May". */
import { completeSince } from '../dossier/completeness.js'
import type { Days } from '../dossier/record.js'
import { type Answer, ask, countedOf, isRecorded, notFollowed } from './ask.js'
import type { Description, Part } from './descriptions.js'
import { parsedOf, unknownDate } from './event.js'
import { contradicted, daysInWords, eventRows, supported, undecided, worstOf } from './evidence.js'
import { agrees, type Count, cardinalOf, countInWords, mayAgree } from './numbers.js'
import { cueAt, isPartOfDate, type Scene, spanOf } from './scene.js'
import { carrierOf } from './standing.js'
import type { Decision, Found } from './verdict.js'
import { lengthIn, type Window, windowOf } from './window.js'

/** One number that the words state, and what it counts. */
interface Stated {
  count: Count
  /** `things`: missiles; `events`: launches; `days`: different days; `occasions`: times, rounds. */
  of: 'things' | 'events' | 'days' | 'occasions'
  part: Part | null
}

/** How long before the statement a stretch without dates ("in the span of a week") is looked for. */
const FLOATING_DAYS = 62

export function findCounts(scene: Scene): Found[] {
  return scene.descriptions.flatMap(d => {
    if (scene.vocabulary.shared.has(d.kind) || d.standing === 'unreal' || scene.claimed.has(d)) return []
    const stated = statedBy(scene, d)
    if (stated.length === 0) return []
    const window = windowOf(scene, d)
    const floating = window === null ? floatingOf(scene, d) : null
    const total = window === null && floating === null ? totalOf(scene, d) : null
    if (window === null && floating === null && total === null) return []
    scene.claimed.add(d)
    const first = Math.min(d.first, floating?.first ?? d.first)
    const last = Math.max(d.last, floating?.last ?? d.last)
    const span = floating === null ? { start: d.start, end: d.end } : spanOf(scene, first, last)
    return [
      {
        kind: 'count' as const,
        ...span,
        sentence: scene.sentence,
        parsed: { ...parsedOf(scene, d), stated: stated.map(({ count, of }) => ({ ...count, of })) },
        decide: () => decide(scene, d, stated, window ?? total, floating),
      },
    ]
  })
}

function statedBy(scene: Scene, d: Description): Stated[] {
  const stated: Stated[] = []
  if (d.standing === 'negated')
    return [{ count: { value: 0, bound: 'exactly' }, of: 'things', part: d.parts[0] ?? null }]
  if (d.count !== null && d.form === 'noun') stated.push({ count: d.count, of: 'events', part: d.parts[0] ?? null })
  for (const part of d.parts)
    if (part.count !== null && (part.plural || part.count.value !== 1))
      stated.push({ count: part.count, of: 'things', part })
  const days = daysStated(scene, d)
  if (days !== null) stated.push({ count: days.count, of: days.of, part: d.parts[0] ?? null })
  const rounds = roundsBefore(scene, d)
  if (rounds !== null) stated.push({ count: rounds, of: 'occasions', part: d.parts[0] ?? null })
  // A number that only says "one" is an event, no count.
  return stated.filter(({ count, of }) => !(count.value === 1 && count.bound === 'exactly' && of !== 'days'))
}

/** "on six different days" */
function daysStated(scene: Scene, d: Description): { count: Count; of: 'days' | 'occasions' } | null {
  const { words, lexicon } = scene
  for (let i = d.head; i < Math.min(words.length, d.last + 10); i++) {
    if (cueAt(scene, i, 'occasion') === 0) continue
    // "Raised the launches six times": so often it was raised.
    if (d.form === 'noun' && words.lemmas[i] === 'time' && carrierOf(scene, d) < 0) continue
    for (let k = i - 1; k >= i - 3 && k > d.head; k--) {
      const value = cardinalOf(words.keys[k]!, lexicon.mentions.quantities)
      if (value !== null && !isPartOfDate(scene, k))
        return {
          count: { value, bound: 'exactly' },
          of: ['day', 'date'].includes(words.lemmas[i]!) ? 'days' : 'occasions',
        }
    }
  }
  return null
}

/** "thirteen rounds of launches" */
function roundsBefore(scene: Scene, d: Description): Count | null {
  const { words, lexicon } = scene
  for (let i = Math.max(1, d.first - 4); i < d.head; i++) {
    if (cueAt(scene, i, 'occasion') === 0 || words.keys[i + 1] !== 'of') continue
    const value = cardinalOf(words.keys[i - 1]!, lexicon.mentions.quantities)
    if (value !== null) return { value, bound: 'exactly' }
  }
  return null
}

/** "Has conducted six tests": all up to the statement, from the day on which the record of the kind begins to be complete. */
function totalOf(scene: Scene, d: Description): Window | 'unknown' | null {
  const { words, today } = scene
  if (d.form !== 'noun' || d.count === null || d.standing !== 'asserted' || d.dates.length > 0) return null
  const perfect = words.keys.slice(Math.max(0, d.first - 5), d.first).some(key => key === 'has' || key === 'have')
  if (!perfect) return null
  if (today === null) return 'unknown'
  const from = completeSince(scene.dossier, d.kind, d.parts[0]?.classes ?? [], today)
  return from === null ? null : { days: { from, to: today }, since: false, beginning: from, open: true }
}

interface Floating {
  days: number
  first: number
  last: number
}

/** "in the span of a week", "in a single year": a length without a place in time. */
function floatingOf(scene: Scene, d: Description): Floating | null {
  for (const [from, to] of [
    [d.last, d.last + 8],
    [d.first - 9, d.first],
  ] as const) {
    const length = lengthIn(scene, from, to)
    if (length === null || length.unit === 'hour') continue
    const opener = scene.words.keys.slice(Math.max(0, length.first - 4), length.first)
    if (!opener.some(key => ['in', 'within', 'over', 'of', 'during'].includes(key))) continue
    if (['ago', 'after', 'later', 'before', 'since'].includes(scene.words.keys[length.last] ?? '')) continue
    return {
      days: length.unit === 'month' ? Math.round(length.value * 30.44) : length.value,
      first: length.first,
      last: length.last,
    }
  }
  return null
}

function decide(
  scene: Scene,
  d: Description,
  stated: Stated[],
  window: Window | 'unknown' | null,
  floating: Floating | null,
): Decision {
  if (!isRecorded(scene, d)) return undecided(notFollowed(d))
  if (window === 'unknown') return unknownDate(scene, d)
  if (window === null) return decideFloating(scene, d, stated, floating!)
  return worstOf(stated.map(one => decideOne(scene, d, one, window)))
}

function decideOne(scene: Scene, d: Description, { count, of, part }: Stated, window: Window): Decision {
  const { dossier } = scene
  const none = count.value === 0
  // What happened on the day that "since" names is not after it.
  const days = window.since && none ? { from: window.beginning + 1, to: window.days.to } : window.days
  const answer = ask(scene, d, part, days)
  const { selection, tally, complete, gap, query } = answer
  const rows = eventRows(dossier, selection.rows)
  const many = (n: number) => countedOf(scene, d.kind, part?.classes, n)
  const over = daysInWords(days)
  const numbers = new Set(numbersOf(answer, of))
  // A statement of the day itself may or may not count what happened that day; so may "since" its first day.
  if (window.open && days.to > days.from)
    for (const n of numbersOf(ask(scene, d, part, { from: days.from, to: days.to - 1 }), of)) numbers.add(n)
  if (window.since && !none && days.to > days.from)
    for (const n of numbersOf(ask(scene, d, part, { from: days.from + 1, to: days.to }), of)) numbers.add(n)
  const counted = of === 'things' ? tally.used : of === 'events' ? tally.rows : tally.days
  const found = `the record has ${many(tally.used)} on ${tally.days} days in ${over}`
  const full = { ...query, counted, ...tally, most: Number.isFinite(tally.most) ? tally.most : null }
  const vague = part === null || part.classes.length === 0 ? classMeant(scene, d, count, days, tally.used) : null
  if (vague !== null) return undecided(`${found}; ${vague}`, full, rows)
  if ([...numbers].some(n => agrees(count, n))) {
    // Rows that are missing could only add; a floor stands anyway.
    const floor = count.bound === 'at-least' || count.bound === 'more-than'
    if (!complete && !floor) return undecided(`${found}, but ${gap}`, full, rows)
    return supported(found, full, rows, `another number than ${countInWords(count)} in ${over}`)
  }
  const ceiling = count.bound === 'at-most' || count.bound === 'less-than' || count.bound === 'exactly'
  if (!complete && !(ceiling && of === 'things' && tally.least > count.value))
    return undecided(`${found}, but ${gap}`, full, rows)
  if ((of === 'things' || of === 'events') && mayAgree(count, tally.least, tally.most))
    return undecided(
      `${found}; by what is disputed or not known more closely it may be ${tally.least} to ${Number.isFinite(tally.most) ? tally.most : 'more'}`,
      full,
      rows,
    )
  return contradicted(
    `${found}, not ${none ? 'none' : countInWords(count)}`,
    full,
    rows,
    `${none ? 'no row' : countInWords(count)} in ${over}`,
  )
}

/** "Thirteen launches this year", said without a class: fewer than the record has may be all of one class. */
function classMeant(scene: Scene, d: Description, count: Count, days: Days, all: number): string | null {
  const { dossier } = scene
  if (dossier.manifest.kinds.get(d.kind)?.classed !== true || count.value === 0 || count.value >= all) return null
  if (count.bound === 'at-least' || count.bound === 'more-than') return null
  for (const { id, title } of dossier.manifest.classes.values()) {
    const { tally } = ask(scene, d, { classes: [id], count: null, plural: true }, days)
    if (
      tally.used < all &&
      tally.used > 1 &&
      [tally.used, tally.rows].some(n => agrees({ ...count, bound: 'exactly' }, n))
    )
      return `${countInWords(count)} may be those of one class only (${title}: ${tally.used})`
  }
  return null
}

function numbersOf({ tally, selection }: Answer, of: Stated['of']): number[] {
  if (of === 'things') return [tally.used]
  if (of === 'days') return [tally.days]
  if (of === 'occasions') return [tally.days, tally.occasions]
  return selection.rows.length === 0 ? [0] : [tally.rows, tally.occasions, tally.days, tally.used]
}

function decideFloating(scene: Scene, d: Description, stated: Stated[], floating: Floating): Decision {
  if (scene.today === null)
    return undecided(
      "the statement's date is not known, so the days that are meant are not known either; give it with --date",
    )
  const { count, part, of } = stated[0]!
  const reach = Math.max(FLOATING_DAYS, 2 * floating.days)
  const days = { from: scene.today - reach, to: scene.today }
  const { selection, complete, gap, query } = ask(scene, d, part, days)
  const many = (n: number) => countedOf(scene, d.kind, part?.classes, n)
  const { events } = scene.dossier
  let best: { from: number; rows: number[]; used: number } | null = null
  for (const i of selection.rows) {
    const from = events.from[i]!
    const rows = selection.rows.filter(k => events.from[k]! >= from && events.from[k]! < from + floating.days)
    const used = rows.reduce((total, k) => total + (of === 'things' ? events.count[k]! : 1), 0)
    if (best === null || used > best.used) best = { from, rows, used }
    if (agrees(count, used))
      return supported(
        `the record has ${many(used)} in ${daysInWords({ from, to: from + floating.days - 1 })}`,
        { ...query, length: floating.days, counted: used },
        eventRows(scene.dossier, rows),
        `no stretch of ${floating.days} days with ${countInWords(count)}`,
      )
  }
  const most = best?.used ?? 0
  const rows = eventRows(scene.dossier, best?.rows ?? [])
  const because = `within ${reach} days before the statement the record has at most ${many(most)} in ${floating.days} days`
  if (complete && count.value > most && count.bound !== 'at-most' && count.bound !== 'less-than')
    return contradicted(
      because,
      { ...query, length: floating.days, counted: most },
      rows,
      `${countInWords(count)} in some ${floating.days} days`,
    )
  return undecided(`${because}, and which days are meant is not said${gap ? `; ${gap}` : ''}`, query, rows)
}
