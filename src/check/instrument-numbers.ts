/** "The Council has adopted more than twenty resolutions since 2006": how many of them over which time. */

import { coverageOf } from '../dossier/completeness.js'
import type { Days, Instrument } from '../dossier/record.js'
import { isoOf } from '../dossier/zones.js'
import { openingOf } from './dated.js'
import { contradicted, daysInWords, instrumentRow, supported, undecided } from './evidence.js'
import { actorsIn } from './names.js'
import { agrees, type Count, cardinalOf, countBefore, countInWords } from './numbers.js'
import { cueAt, type DateAt, daysOf, findCue, isPartOfDate, type Scene, spanOf, textOf } from './scene.js'
import type { Decision, Found } from './verdict.js'
import { isElsewhere } from './which-instrument.js'

export function findNumbers(scene: Scene): Found[] {
  const { words, lexicon } = scene
  const found: Found[] = []
  for (let i = 0; i < words.length; i++) {
    if (words.lemmas[i] !== 'resolution' || words.keys[i] === words.lemmas[i]) continue
    let counted: { count: Count; start: number } | null = null
    for (let at = i; at > Math.max(0, i - 4) && counted === null; at--)
      counted = countBefore(words, at, lexicon.mentions.quantities)
    if (counted === null || isPartOfDate(scene, counted.start)) continue
    const adopted = adoptionNear(scene, counted.start, i)
    if (adopted === null) continue
    const behind = scene.dates.find(d => d.first > i && d.first - i <= 8)
    const before = scene.dates.find(d => d.last <= adopted.first && d.first <= 1)
    const date = behind ?? before ?? null
    const first = Math.min(
      adopted.first,
      date === null ? adopted.first : before === date && behind === undefined ? openingOf(scene, date) : adopted.first,
    )
    const last = Math.max(adopted.last, i + 1, topicEnd(scene, i), behind?.last ?? 0)
    const qualified = isQualified(scene, counted.start + 1, i, date)
    found.push({
      kind: 'instrument',
      ...spanOf(scene, first, last),
      sentence: scene.sentence,
      parsed: { count: counted.count, of: 'resolution', date: date === null ? null : textOf(scene, date) },
      decide: () =>
        qualified
          ? undecided('the record does not say which resolutions the words beside the noun mean')
          : decide(scene, counted!.count, date, first, last),
    })
  }
  return found
}

/** Words before the noun that leave all resolutions of the council in. */
const PLAIN = new Set([
  'security',
  'council',
  'un',
  'unsc',
  'united',
  'nations',
  'new',
  'further',
  'such',
  'more',
  'than',
  'of',
  'its',
  'the',
  'separate',
  'different',
  'additional',
])

/** "[sanctions] resolutions", "resolutions [imposing sanctions]", "that condemn": words that may leave some of them out. */
function isQualified(scene: Scene, from: number, noun: number, date: DateAt | null): boolean {
  const { words } = scene
  let behind = from
  for (let i = from; i < noun; i++)
    if (cardinalOf(words.keys[i]!, scene.lexicon.mentions.quantities) !== null) behind = i + 1
  for (let i = behind; i < noun; i++)
    if (!PLAIN.has(words.keys[i]!) && !scene.actors.some(a => a.first <= i && i < a.last) && !words.marks[i])
      return true
  const narrows = (at: number) => {
    const key = words.keys[at] ?? ''
    return (
      ['that', 'which', 'with', 'under', 'to', 'containing'].includes(key) ||
      (key.endsWith('ing') && !['during', 'concerning', 'regarding', 'following'].includes(key))
    )
  }
  const topic = topicEnd(scene, noun)
  return narrows(noun + 1) || narrows(topic) || (date !== null && date.first > noun && narrows(date.last))
}

/** "on Sund", "concerning Norvia" */
function topicEnd(scene: Scene, at: number): number {
  if (!['on', 'concerning', 'regarding', 'about', 'against'].includes(scene.words.keys[at + 1] ?? '')) return at + 1
  return actorsIn(scene).find(a => a.first >= at + 2 && a.first <= at + 3)?.last ?? at + 1
}

/** The council that adopts, before the number, or "were adopted" behind the noun. */
function adoptionNear(scene: Scene, start: number, noun: number): { first: number; last: number } | null {
  const { words } = scene
  for (let i = start - 1; i >= Math.max(0, start - 3); i--) {
    if (cueAt(scene, i, 'adoption') === 0 || findCue(scene, Math.max(0, i - 3), i, 'unreal') >= 0) continue
    const actor = actorsIn(scene).findLast(a => a.last <= i && i - a.last <= 3)
    const council = words.keys.lastIndexOf('council', i)
    const at = actor?.first ?? (council >= 0 && i - council <= 4 ? council : i)
    return { first: words.keys[at - 1] === 'the' ? at - 1 : at, last: noun + 1 }
  }
  for (let i = noun + 1; i < Math.min(words.length, noun + 9); i++) {
    if (words.marks[i]) return null
    if (cueAt(scene, i, 'adoption') > 0 && words.keys[i] !== words.lemmas[i]) return { first: start, last: i + 1 }
  }
  return null
}

function decide(scene: Scene, count: Count, date: DateAt | null, first: number, last: number): Decision {
  const { dossier, today } = scene
  if (isElsewhere(scene, first, last)) return undecided('the words speak of another matter than the record')
  if (today === null && (date === null || date.to === null))
    return undecided("the statement's date is not known, so the time is not known either; give it with --date")
  const said = date === null ? null : daysOf(scene, date)
  if (date !== null && said === null) return undecided('the time that is meant is not known')
  const all = [...dossier.instruments.values()].filter(
    ({ kind, status, body }) => kind === 'resolution' && status === 'adopted' && body === dossier.manifest.council,
  )
  const days: Days =
    said === null
      ? { from: Math.min(...all.map(r => r.days.from)), to: today! }
      : { from: said.from, to: Math.min(said.to, today ?? said.to) }
  const within = all.filter(r => r.days.from >= days.from && r.days.from <= days.to)
  const own = within.filter(r => isOnSubject(scene, r))
  const query = {
    kind: 'resolution',
    from: isoOf(days.from),
    to: isoOf(days.to),
    counted: own.length,
    withGeneral: within.length,
  }
  const rows = own.map(r => instrumentRow(dossier, r))
  const general = within.length > own.length ? ` (${within.length} with general ones)` : ''
  const because = `the record has ${own.length} resolutions on the matter${general} in ${daysInWords(days)}`
  if (agrees(count, own.length) || agrees(count, within.length))
    return supported(because, query, rows, `another number in ${daysInWords(days)}`)
  if (!coverageOf(dossier, 'resolution', [], days).complete)
    return undecided(`${because}, but it is not known to be complete for that time`, query, rows)
  return contradicted(
    `${because}, not ${countInWords(count)}`,
    query,
    rows,
    `${countInWords(count)} rows in ${daysInWords(days)}`,
  )
}

/** A resolution that answers events of the dossier, or asks something of its subjects or of a body that exists for its matter. */
export function isOnSubject({ dossier, lexicon }: Scene, { id, respondsTo }: Instrument): boolean {
  const { subjects, council } = dossier.manifest
  if (respondsTo.length > 0) return true
  return dossier.provisions.some(
    p =>
      p.instrument === id &&
      p.bearers.some(
        bearer =>
          subjects.includes(bearer) ||
          (bearer !== council && dossier.actors.get(bearer)?.kind === 'body' && !lexicon.isState(bearer)),
      ),
  )
}
