/** What the provisions of an instrument say to a claim about its content. Only what a row states is decided. */
import { obligationsOn } from '../dossier/obligations.js'
import type { Modality, Provision } from '../dossier/record.js'
import { isoOf } from '../dossier/zones.js'
import { contradicted, instrumentRow, provisionRow, supported, undecided } from './evidence.js'
import type { Content } from './instrument-content.js'
import { actorsIn } from './names.js'
import { cardinalOf } from './numbers.js'
import { daysOf, isPartOfDate, type Scene } from './scene.js'
import type { Decision } from './verdict.js'

const BANS = new Set(['prohibit', 'ban', 'forbid', 'bar', 'outlaw', 'prevent', 'block'])
const DUTIES = new Set([
  'demand',
  'require',
  'oblige',
  'decide',
  'compel',
  'obligate',
  'mandate',
  'order',
  'impose',
  'provide',
  'include',
  'contain',
  'introduce',
  'restrict',
  'suspend',
  'freeze',
  'tighten',
  'strengthen',
  'expand',
  'widen',
  'reaffirm',
  'stipulate',
  'state',
  'limit',
  'cap',
  'reduce',
  'cut',
])
/** Verbs by which a resolution holds something: a duty only where what they govern is one ("provides a strong response" is none). */
const HOLDING = new Set(['provide', 'include', 'contain', 'introduce', 'strengthen', 'tighten', 'expand', 'widen'])
const HELD = new Set([
  'measure',
  'sanction',
  'obligation',
  'requirement',
  'restriction',
  'provision',
  'duty',
  'demand',
  'decision',
  'freeze',
  'inspection',
  'limit',
  'cap',
  'regime',
  'prohibition',
  'embargo',
  'ban',
])
const URGES = new Set(['urge', 'call', 'request', 'encourage', 'invite', 'appeal', 'issue'])
const IDLE = new Set([
  'the',
  'a',
  'an',
  'of',
  'to',
  'and',
  'or',
  'for',
  'in',
  'on',
  'at',
  'by',
  'with',
  'its',
  'all',
  'any',
  'other',
  'that',
  'from',
  'which',
  'new',
  'further',
  'more',
  'than',
  'as',
  'work',
  'need',
])

export function decideContent(scene: Scene, content: Content): Decision {
  const { dossier } = scene
  const { candidates, verb, last } = content
  const object = scene.words.lemmas.slice(verb + 1, last)
  const lemma = scene.words.lemmas[verb]!
  const activities = activitiesIn(scene, verb + 1, last)
  const query: Record<string, unknown> = { instruments: candidates.map(({ id }) => id), verb: lemma, activities }
  const negated = scene.words.keys.slice(Math.max(content.first, verb - 3), verb).includes('not')
  if (negated) return undecided('the record lists what an instrument says, not what it leaves out', query)
  if (content.all) return ofAll(scene, lemma, activities, content, query)
  if (candidates.length > 1)
    return undecided(
      'several instruments may be meant',
      query,
      candidates.map(i => instrumentRow(dossier, i)),
    )
  const instrument = candidates[0]!
  const own = dossier.provisions.filter(p => p.instrument === instrument.id)
  const rows = [instrumentRow(dossier, instrument)]
  const until = endOf(scene, content, own, lemma)
  if (until !== null) return { ...until, query, rows: [...rows, ...until.rows] }
  const numbers = numbersIn(scene, verb + 1, last)
  if (numbers.length > 0) return ofNumbers(scene, numbers, object, own, query)
  const fitting = own.filter(p => p.activities.some(a => activities.includes(a)) && fits(p.modality, lemma, object))
  const dated = scene.dates.some(date => date.first > verb && date.last <= last)
  if (fitting.length > 0 && !dated)
    return supported(
      `paragraph ${[...new Set(fitting.map(({ paragraph }) => paragraph))].slice(0, 4).join(', ')} of ${instrument.id} says so in the record`,
      query,
      [...rows, ...fitting.slice(0, 6).map(p => provisionRow(dossier, p))],
      `no such paragraph in ${instrument.id}`,
    )
  if (
    activities.length > 0 &&
    own.every(p => !p.activities.some(a => activities.includes(a))) &&
    instrument.verified === 'true' &&
    own.length > 0 &&
    !dated
  ) {
    const later = dossier.provisions.filter(
      p => p.activities.some(a => activities.includes(a)) && fits(p.modality, lemma, object),
    )
    const narrow = instrument.topics.length === 1 && !activities.includes(instrument.topics[0]!)
    const first = Math.min(...later.map(p => p.from))
    // The rows hold all bans of a resolution that was looked through, not all else that it provides for.
    if (later.length > 0 && (narrow || (isOfBan(lemma, object) && first > instrument.days.to)))
      return contradicted(
        `${instrument.id} has no such paragraph in the record${narrow ? `; it is about ${instrument.topics.join(', ')} only` : ''}; ${later[0]!.instrument} has one`,
        query,
        [
          ...rows,
          ...own.slice(0, 6).map(p => provisionRow(dossier, p)),
          ...later.slice(0, 3).map(p => provisionRow(dossier, p)),
        ],
        `such a paragraph in ${instrument.id}`,
      )
  }
  return undecided(`the record has no paragraph of ${instrument.id} that states this`, query, rows)
}

function isOfBan(lemma: string, object: readonly string[]): boolean {
  return BANS.has(lemma) || ['ban', 'prohibition', 'embargo'].some(word => object.includes(word))
}

/** Whether a paragraph of this force may be what the verb reports. */
function fits(modality: Modality, lemma: string, object: readonly string[]): boolean {
  if (isOfBan(lemma, object)) return modality === 'must-not'
  if (URGES.has(lemma)) return modality !== 'may' && modality !== 'none'
  if (HOLDING.has(lemma) && !object.some(word => HELD.has(word))) return false
  if (DUTIES.has(lemma)) return modality === 'must' || modality === 'must-not'
  if (['condemn', 'deplore'].includes(lemma)) return modality === 'none'
  if (['allow', 'authorise', 'authorize', 'permit', 'exempt', 'exclude'].includes(lemma)) return modality === 'may'
  return false
}

/** Activities that the words name: by the dossier's events in them, or by the words of an activity's title. */
function activitiesIn(scene: Scene, from: number, to: number): string[] {
  const { dossier, words } = scene
  const said = new Set<string>()
  for (let i = from; i < to; i++)
    if (!scene.hits.some(h => h.sense.type === 'class' && h.start <= i && i < h.end)) said.add(words.lemmas[i]!)
  const events = scene.descriptions.filter(d => d.first >= from - 1 && d.first < to)
  const classes = scene.hits.flatMap(h =>
    h.sense.type === 'class' && h.start >= from && h.end <= to ? [h.sense.class] : [],
  )
  const ids: string[] = []
  for (const activity of dossier.manifest.activities.values()) {
    const byEvent =
      activity.kinds.length > 0 &&
      events.some(d => activity.kinds.includes(d.kind)) &&
      (activity.classes.length === 0 ||
        classes.some(c => activity.classes.some(wide => dossier.classOrder.isWithin(c, wide))))
    // "crude oil, refined petroleum and fuels": any one of the things that the title lists.
    const byTitle =
      activity.kinds.length === 0 &&
      activity.title
        .toLowerCase()
        .split(/, | and | \(/)
        .some(thing => {
          const needed = thing.split(/[^\p{L}]+/u).filter(word => word !== '' && !IDLE.has(word))
          return needed.length > 0 && needed.every(word => said.has(word) || said.has(word.replace(/s$/, '')))
        })
    if (byEvent || byTitle) ids.push(activity.id)
  }
  return ids
}

interface Amount {
  value: number
  /** What it counts, singular. */
  unit: string
}

function numbersIn(scene: Scene, from: number, to: number): Amount[] {
  const { words, lexicon } = scene
  const amounts: Amount[] = []
  for (let i = from; i < to - 1; i++) {
    if (isPartOfDate(scene, i) || scene.instruments.some(d => d.first <= i && i < d.last)) continue
    let value =
      cardinalOf(words.keys[i]!, lexicon.mentions.quantities) ??
      (/^\d+\.\d+$/.test(words.keys[i]!) ? Number(words.keys[i]) : null)
    if (value === null || words.marks[i + 1]) continue
    let at = i + 1
    const scale = lexicon.mentions.quantities.scales.find(({ word }) => word === words.keys[at])
    if (scale !== undefined) {
      value *= scale.value
      at++
    }
    if (at >= to || words.marks[at]) continue
    if (words.keys[at] === 'of') at++
    amounts.push({ value, unit: words.lemmas[at]! })
    i = at
  }
  return amounts
}

/** Amounts with the same unit in the text of a row. */
function amountsIn(text: string, unit: string, scene: Scene): number[] {
  const found: number[] = []
  const pattern = /(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*(million|billion|thousand)?\s+(?:US\s+)?([a-z]+)/gi
  for (const [, digits, scale, word] of text.matchAll(pattern)) {
    if (word!.toLowerCase().replace(/s$/, '') !== unit.replace(/s$/, '')) continue
    const factor = scene.lexicon.mentions.quantities.scales.find(s => s.word === scale?.toLowerCase())?.value ?? 1
    found.push(Number(digits!.replaceAll(',', '')) * factor)
  }
  return found
}

function ofNumbers(
  scene: Scene,
  amounts: readonly Amount[],
  object: readonly string[],
  own: readonly Provision[],
  query: Record<string, unknown>,
): Decision {
  const said = new Set(object.filter(word => !IDLE.has(word)))
  const scored = own
    .map(p => ({
      p,
      shared: new Set(
        p.text
          .toLowerCase()
          .split(/[^\p{L}]+/u)
          .map(word => word.replace(/s$/, ''))
          .filter(word => word.length > 2 && said.has(word)),
      ),
    }))
    .filter(({ p }) => amounts.some(({ unit }) => amountsIn(p.text, unit, scene).length > 0))
  const best = Math.max(0, ...scored.map(({ shared }) => shared.size))
  // Rows that share the unit and a word of what is limited.
  const near = scored.filter(({ shared }) => shared.size === best && best >= 2).map(({ p }) => p)
  const rows = near.map(p => provisionRow(scene.dossier, p))
  if (near.length === 0)
    return undecided('no paragraph in the record states a number of this', { ...query, amounts }, rows)
  const stated = near.flatMap(p => amounts.flatMap(({ unit }) => amountsIn(p.text, unit, scene)))
  const right = amounts.filter(({ unit, value }) => near.some(p => amountsIn(p.text, unit, scene).includes(value)))
  const decided = amounts.filter(({ unit }) => near.some(p => amountsIn(p.text, unit, scene).length > 0))
  const because = `${near.map(p => `${p.instrument}, paragraph ${p.paragraph}`).join(' and ')} in the record states ${[...new Set(stated)].join(', ')}`
  if (right.length === amounts.length)
    return supported(because, { ...query, amounts }, rows, 'another number in that paragraph')
  if (decided.some(amount => !right.includes(amount)))
    return contradicted(
      `${because}, not ${decided
        .filter(a => !right.includes(a))
        .map(({ value }) => value)
        .join(', ')}`,
      { ...query, amounts },
      rows,
      'this number in that paragraph',
    )
  return undecided('the record does not state all numbers of this', { ...query, amounts }, rows)
}

/** "extended the mandate of the Panel until 30 April": the end that a row about the body has. */
function endOf(scene: Scene, { verb, last }: Content, own: readonly Provision[], lemma: string): Decision | null {
  if (lemma !== 'extend' && lemma !== 'renew') return null
  const bodies = new Set(
    actorsIn(scene)
      .filter(a => a.first > verb && a.last <= last)
      .map(({ id }) => id),
  )
  const rows = own.filter(p => p.to !== null && p.modality === 'none' && p.bearers.some(bearer => bodies.has(bearer)))
  const date = scene.dates.find(d => d.first > verb && d.last <= last)
  if (rows.length === 0) return null
  const shown = rows.map(p => provisionRow(scene.dossier, p))
  const told = rows.map(p => `${p.instrument}, paragraph ${p.paragraph}: to ${isoOf(p.to!)}`).join('; ')
  if (date === undefined) return supported(told, {}, shown, 'no such paragraph')
  const days = daysOf(scene, date) ?? (date.to === null ? null : { from: date.to, to: date.to })
  if (days === null) return undecided('the date that is meant is not known', {}, shown)
  // "until 30 April": an interval ends on the day that is said.
  const end = date.precision === 'interval' && date.to !== null ? { from: date.to, to: date.to } : days
  const right = rows.some(p => p.to! >= end.from && p.to! <= end.to)
  return {
    outcome: right ? 'supported' : 'contradicted',
    query: {},
    rows: shown,
    because: right ? told : `${told}, not ${isoOf(end.to)}`,
    opposite: right ? 'another day' : `${isoOf(end.to)} as its last day`,
  }
}

/** "The resolutions of the Council prohibit launches": what is in force on the statement's day. */
function ofAll(
  scene: Scene,
  lemma: string,
  activities: readonly string[],
  content: Content,
  query: Record<string, unknown>,
): Decision {
  if (scene.today === null)
    return undecided(
      "the statement's date is not known, so what was in force is not known either; give it with --date",
      query,
    )
  if (activities.length === 0) return undecided('the record has no words for what is said to be asked', query)
  const object = scene.words.lemmas.slice(content.verb + 1, content.last)
  const fitting = obligationsOn(scene.dossier, { day: scene.today, activities }).filter(p =>
    fits(p.modality, lemma, object),
  )
  const rows = fitting.slice(0, 8).map(p => provisionRow(scene.dossier, p))
  if (fitting.length === 0) return undecided('the record has no paragraph in force that states this', query)
  return supported(
    `${[...new Set(fitting.map(p => p.instrument))].slice(0, 5).join(', ')} say so in the record`,
    query,
    rows,
    'no such paragraph in force',
  )
}
