/**
 * Links a reading to the record: mentions and acts get the ids of what they speak of (`refs`). Where several may be meant, all
 * are kept; where the words leave open when, the stretch of days that they may mean is kept too.
 *
 * - event phrases: the events of their days, of what they point back to, or the recent ones; "its sixth test" is the sixth
 * - instruments: by symbol, number or name; "relevant resolutions" are those in force that day that bind whom the dossier is about
 * - actors: persons and offices of the dossier by their names, as of the statement's day
 * - acts: what the mentions inside their trigger and content mean
 */
import { instrumentsNamed } from '../dossier/council.js'
import type { Dossier } from '../dossier/dossier.js'
import { obligationsOn } from '../dossier/obligations.js'
import { defaultLexicon } from '../lexicon/default.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { Act, Mention, Reading } from '../read/reading.js'
import type { Span } from '../text/span.js'
import { ask } from './ask.js'
import type { Description } from './descriptions.js'
import { eventsMeant } from './meant.js'
import { instrumentNamesIn, officesIn, personsIn } from './names.js'
import type { Scene, Statement } from './scene.js'
import { scenesOf } from './scenes.js'

/** What a stretch of words means in the record. */
interface Link extends Span {
  refs: string[]
  /** The days that may be meant, where the words do not say which. */
  between: { from: string; to: string } | null
}

/** Events that one phrase links to at most: a phrase that means more means none in particular. */
const MOST_EVENTS = 40

/** The reading with its links; the reading that is given is not changed. */
export function link(
  statement: Statement,
  reading: Reading,
  dossiers: readonly Dossier[],
  options: { lexicon?: Lexicon } = {},
): Reading {
  const lexicon = options.lexicon ?? defaultLexicon()
  const links: Link[] = []
  for (const dossier of dossiers)
    for (const scene of scenesOf({ statement, reading, dossier, lexicon }))
      links.push(...eventLinks(scene), ...instrumentLinks(scene), ...personLinks(scene))
  if (links.length === 0) return reading
  const mentions = reading.mentions.map(mention => linked(mention, links))
  return { ...reading, mentions, acts: reading.acts.map(act => withRefs(act, links)) }
}

function eventLinks(scene: Scene): Link[] {
  const { dossier } = scene
  return scene.descriptions.flatMap(d => {
    if (d.standing === 'unreal' || d.standing === 'negated') return []
    const nth = d.ordinal === null ? null : nthOf(scene, d, d.ordinal)
    if (nth !== null) return [{ start: d.start, end: d.end, refs: [dossier.events.idAt(nth)], between: null }]
    const meant = eventsMeant(scene, d)
    if (typeof meant === 'string' || meant.rows.length === 0 || meant.rows.length > MOST_EVENTS) return []
    const { from, to } = meant.query
    const between = meant.loose && typeof from === 'string' && typeof to === 'string' ? { from, to } : null
    return [{ start: d.start, end: d.end, refs: meant.rows.map(i => dossier.events.idAt(i)), between }]
  })
}

/** The nth event of a kind in the record, where the words number it. */
function nthOf(scene: Scene, d: Description, n: number): number | null {
  if (d.dates.length > 0 || scene.today === null) return null
  const { selection } = ask(scene, d, d.parts[0] ?? null, { from: -1_000_000, to: scene.today })
  return selection.rows[n - 1] ?? null
}

function instrumentLinks(scene: Scene): Link[] {
  const { dossier } = scene
  const named = instrumentNamesIn(scene).map(({ first, last, record }) => ({
    start: scene.words.starts[first]!,
    end: scene.words.ends[last - 1]!,
    refs: [`instrument:${record.id}`],
    between: null,
  }))
  const mentioned = scene.instruments.flatMap(({ start, end, id }) => {
    const found = instrumentsNamed(dossier, id)
    const refs = found.length > 0 ? found.map(instrument => `instrument:${instrument.id}`) : inForce(scene, id)
    return refs.length > 0 ? [{ start, end, refs, between: null }] : []
  })
  return [...mentioned, ...named]
}

/** "Relevant resolutions" of the council: those whose duties bind a subject of the dossier on the statement's day. */
function inForce(scene: Scene, id: string): string[] {
  const { dossier, today } = scene
  const { council, subjects } = dossier.manifest
  if (today === null || council === null || id !== `resolutions:${council}`) return []
  const speaks =
    [...scene.before, ...scene.descriptions].length > 0 ||
    scene.actors.some(({ id: actor }) => subjects.includes(actor))
  if (!speaks) return []
  const binding = obligationsOn(dossier, { day: today }).filter(({ bearers }) =>
    bearers.some(bearer => subjects.includes(bearer)),
  )
  return [...new Set(binding.map(({ instrument }) => `instrument:${instrument}`))]
}

function personLinks(scene: Scene): Link[] {
  const { today, words } = scene
  const here = [...personsIn(scene), ...officesIn(scene)]
  return here.map(({ first, last }) => {
    const same = here.filter(other => other.first === first && other.last === last).map(({ record }) => record)
    // Of several rows of one name, those of the day; a row without days may always be meant.
    const then = same.filter(
      ({ from, to }) => today === null || ((from === null || from <= today) && (to === null || to >= today)),
    )
    const refs = (then.length > 0 ? then : same).map(({ id }) => id)
    return { start: words.starts[first]!, end: words.ends[last - 1]!, refs: [...new Set(refs)], between: null }
  })
}

/** A mention takes the links of its own type that cover the same words. */
function linked(mention: Mention, links: readonly Link[]): Mention {
  const own = links.filter(
    ({ start, end, refs }) =>
      start < mention.end && mention.start < end && refs.some(ref => isOfType(ref, mention.type)),
  )
  const refs = [...new Set(own.flatMap(one => one.refs.filter(ref => isOfType(ref, mention.type))))]
  if (refs.length === 0) return mention
  const between = own.find(one => one.between !== null)?.between ?? null
  return { ...mention, refs, ...(between !== null && { between }) }
}

function isOfType(ref: string, type: Mention['type']): boolean {
  if (ref.startsWith('instrument:')) return type === 'instrument'
  if (ref.startsWith('person:') || ref.startsWith('office:')) return type === 'actor'
  return type === 'event'
}

function withRefs(act: Act, links: readonly Link[]): Act {
  const start = Math.min(act.trigger.start, act.content.start)
  const end = Math.max(act.trigger.end, act.content.end)
  const refs = new Set(act.refs)
  for (const one of links) if (one.start < end && start < one.end) for (const ref of one.refs) refs.add(ref)
  return refs.size === act.refs.length ? act : { ...act, refs: [...refs].sort() }
}
