/**
 * Descriptions of events in a sentence: what kind, of which class, how many, by whom, when. A description is carried by a noun
 * ("the May 25 launches of an intercontinental missile") or by a verb with what it is done to ("fired three missiles").
 */
import { Fn } from '../lexicon/english.js'
import type { Span } from '../text/span.js'
import { type Count, cardinalOf, countBefore, ordinalOf } from './numbers.js'
import { cueAt, type DateAt, findCue, type Hit, type Scene, spanOf } from './scene.js'

/** What the events are of: a class, and how many of it. */
export interface Part {
  /** Class ids that the words may mean. */
  classes: string[]
  count: Count | null
  plural: boolean
}

/**
 * - `asserted`: said to have happened ("fired three missiles")
 * - `presupposed`: spoken of as something that happened ("the launch of 5 May")
 * - `unreal`: planned, asked for, forbidden, or no particular event
 * - `negated`: said not to have happened
 */
export type Standing = 'asserted' | 'presupposed' | 'unreal' | 'negated'

export interface Description extends Span {
  /** Words `[first, last)`, without dates and doers that stand apart. */
  first: number
  last: number
  /** The word that carries it. */
  head: number
  form: 'noun' | 'verb'
  kind: string
  parts: Part[]
  /** How many events: `two nuclear tests`, `seven missile launches`. */
  count: Count | null
  plural: boolean
  ordinal: number | null
  /** Actor ids; empty where the words name nobody. */
  actors: string[]
  dates: DateAt[]
  marks: string[]
  standing: Standing
  /** Opens with "recent", "latest" or a word of the kind. */
  recent: boolean
  /** Speaks of an attempt. */
  attempt: boolean
}

const NONE: Count = { value: 0, bound: 'exactly' }
const MOST_WORDS_TO_OBJECT = 14
const MOST_WORDS_TO_SUBJECT = 14

export function describe(scene: Scene): Description[] {
  const found: Description[] = []
  const nouns = scene.hits.filter(({ sense }) => sense.type === 'noun' || sense.type === 'verb')
  const taken = new Set<number>()
  for (const hit of nouns) {
    if (taken.has(hit.start) || !isNounHere(scene, hit)) continue
    const description = ofNoun(scene, hit)
    for (let i = hit.start; i < hit.end; i++) taken.add(i)
    found.push(description)
  }
  for (const hit of scene.hits) {
    if (hit.sense.type !== 'verb' || taken.has(hit.start)) continue
    const description = ofVerb(scene, hit, found)
    if (description === null) continue
    // "fired nine missiles, launched on six days": the same missiles.
    const same = found.find(
      d =>
        d.form === 'verb' &&
        d.kind === description.kind &&
        d.first <= description.first &&
        d.last >= description.first &&
        d.head < description.head,
    )
    if (same === undefined) found.push(description)
    else same.last = Math.max(same.last, description.last)
  }
  if (found.length === 0) found.push(...ofThings(scene))
  found.sort((a, b) => a.first - b.first)
  const kept = found.filter(
    (d, i) =>
      !found.some(
        (other, j) =>
          j !== i &&
          other.kind === d.kind &&
          other.form === 'verb' &&
          d.form === 'noun' &&
          other.first <= d.first &&
          d.last <= other.last,
      ),
  )
  attachDates(scene, kept)
  for (const description of kept) {
    description.standing = standingOf(scene, description)
    Object.assign(description, spanWithDates(scene, description))
  }
  return kept
}

/** Whether a word of the dossier is a noun here, and no verb of the same form: "launch", "test", "firing". */
function isNounHere(scene: Scene, hit: Hit): boolean {
  const { words, events, lexicon } = scene
  const key = words.keys[hit.start]!
  const several = hit.end - hit.start > 1
  if (hit.sense.type === 'verb' && several) return false
  if (key.endsWith('ed') && !several) return false
  if (events.some(event => event.first <= hit.start && hit.end <= event.last)) return true
  const next = words.keys[hit.end] ?? ''
  // "the DPRK launches a missile": a name right before it and an object behind.
  const named = scene.actors.some(actor => actor.last === hit.start)
  if (
    named &&
    !several &&
    scene.hits.some(h => h.sense.type === 'class' && h.start >= hit.end && h.start <= hit.end + 5)
  )
    return next === 'of'
  if (hit.sense.type === 'verb' && !['of', 'on', 'in', 'by'].includes(next) && !isPlural(scene, hit.start)) return false
  const first = leftEdge(scene, hit.start)
  const opening = words.keys[first]!
  const fn = lexicon.english.functionWords.get(opening)
  const { quantities } = lexicon.mentions
  const opened =
    first < hit.start &&
    (fn === Fn.Determiner ||
      fn === Fn.PossessiveS ||
      scene.hits.some(h => h.sense.type === 'class' && h.start >= first && h.end <= hit.start) ||
      scene.actors.some(actor => actor.first <= first && first < actor.last) ||
      cardinalOf(opening, quantities) !== null ||
      ordinalOf(opening, quantities) !== null ||
      cueAt(scene, first, 'recent') > 0)
  if (opened) return true
  const noun = hit.sense.type === 'noun'
  return several || (noun && next === 'of' && key.endsWith('ing')) || (noun && isPlural(scene, hit.start) && !named)
}

function ofNoun(scene: Scene, hit: Hit): Description {
  const { words, hits, events, lexicon } = scene
  const kind = (hit.sense as { kind: string }).kind
  const phrase = events.find(event => event.first <= hit.start && hit.end <= event.last)
  const first = phrase === undefined ? leftEdge(scene, hit.start) : Math.min(phrase.first, hit.start)
  let last = Math.max(phrase?.last ?? 0, hit.end)
  // "launch by Norvia of a missile": the of-phrase may stand behind the doer.
  const more = scene.hits.find(
    h => h.sense.type === 'class' && h.start >= last && h.start <= last + 8 && joinsOf(scene, last, h.start),
  )
  if (more !== undefined) last = more.end
  const inside = hits.filter(h => h.start >= first && h.end <= last)
  const before = inside.filter(h => h.sense.type === 'class' && h.end <= hit.start)
  const behind = partsIn(scene, hit.end, last)
  const plural = isPlural(scene, hit.end - 1)
  const number = headCount(scene, first, hit.start)
  const beforePart: Part[] =
    before.length === 0 ? [] : [{ classes: classesOf(before.slice(-1), scene), count: null, plural: false }]
  // "launches of ballistic missiles", "ballistic missile launches": the classes of one place are enough.
  const parts = behind.length > 0 ? behind : beforePart.length > 0 ? beforePart : partsBy(scene, last)
  return {
    ...spanOf(scene, first, last),
    first,
    last,
    head: hit.start,
    form: 'noun',
    kind,
    parts,
    count: number,
    plural,
    ordinal: ordinalIn(scene, first, hit.start),
    actors: actorsFor(scene, first, last, hit.start),
    dates: [],
    marks: inside
      .flatMap(h => (h.sense.type === 'mark' && h.sense.kind === kind ? [h.sense.mark] : []))
      .concat(marksAfter(scene, last, kind)),
    standing: 'presupposed',
    recent: findCue(scene, first, hit.start, 'recent') >= 0 || isNearDay(words.keys[first]),
    attempt: findCue(scene, Math.max(0, first - 3), hit.start, 'attempt') >= 0,
  }
  function isNearDay(key: string | undefined): boolean {
    return key !== undefined && lexicon.mentions.dates.days.some(day => day.word === key)
  }
}

/** What an event is said to use or involve: "a launch that used ballistic missile technology". */
function partsBy(scene: Scene, last: number): Part[] {
  const { words } = scene
  for (let i = last; i < Math.min(words.length, last + 3); i++) {
    if (!['use', 'involve', 'employ', 'comprise', 'include'].includes(words.lemmas[i]!)) continue
    const hit = scene.hits.find(h => h.sense.type === 'class' && h.start > i && h.start <= i + 5)
    return hit === undefined ? [] : partsIn(scene, i, chainEnd(scene, hit))
  }
  return []
}

/**
 * Things without a word for what was done with them: "this year has seen 31 missiles", "a missile has overflown Veska". They belong to
 * the kind whose things they are.
 */
function ofThings(scene: Scene): Description[] {
  const kinds = [...scene.dossier.manifest.kinds.values()].filter(kind => kind.classed && kind.counts !== '')
  const hit = scene.hits.find(h => h.sense.type === 'class')
  if (hit === undefined || kinds.length === 0) return []
  const last = chainEnd(scene, hit)
  const first = leftEdge(scene, hit.start)
  const parts = partsIn(scene, first, last)
  const mark = scene.hits.find(h => h.sense.type === 'mark' && h.start >= last && h.start <= last + 6)
  const counted =
    parts.some(part => part.count !== null && part.count.value > 1) && findCue(scene, 0, first, 'carriers') >= 0
  if (mark === undefined && !counted) return []
  const kind = mark?.sense.type === 'mark' ? mark.sense.kind : kinds[0]!.id
  const end = mark?.end ?? last
  return [
    {
      ...spanOf(scene, first, end),
      first,
      last: end,
      head: hit.start,
      form: 'noun',
      kind,
      parts,
      count: null,
      plural: parts.some(part => part.plural),
      ordinal: ordinalIn(scene, first, hit.start),
      actors: [
        ...new Set(
          scene.actors.filter(actor => actor.first >= first && actor.last <= hit.start).map(actor => actor.id),
        ),
      ],
      dates: [],
      marks: mark?.sense.type === 'mark' ? [mark.sense.mark] : [],
      standing: 'asserted',
      recent: false,
      attempt: false,
    },
  ]
}

/** Words between an event phrase and a class that still belong to its of-phrase: "by Norvia of a". */
function joinsOf({ words, lexicon }: Scene, from: number, to: number): boolean {
  let of = -1
  for (let i = from; i < to; i++) {
    if (words.keys[i] === 'of') of = i
    if (words.marks[i] || words.keys[i] === 'and' || words.keys[i] === 'which' || words.keys[i] === 'that') return false
    if (
      of < 0 &&
      i === from &&
      words.keys[i] !== 'by' &&
      lexicon.english.functionWords.get(words.keys[i]!) !== Fn.Preposition
    )
      return false
  }
  return of >= 0 && to - of <= 5
}

function ofVerb(scene: Scene, hit: Hit, nouns: readonly Description[]): Description | null {
  const { words } = scene
  const kind = (hit.sense as { kind: string }).kind
  const classed = scene.dossier.manifest.kinds.get(kind)?.classed ?? false
  // 1. The object: behind the verb, or before a participle ("missiles launched by", "missiles were launched").
  let objectFirst = hit.start
  let last = hit.end
  let parts: Part[] = []
  let passive = false
  if (classed) {
    const limit = clauseEnd(scene, hit.end, Math.min(words.length, hit.end + MOST_WORDS_TO_OBJECT))
    const object = scene.hits.find(
      h => h.sense.type === 'class' && h.start >= hit.end && h.start < limit && reachesObject(scene, hit.end, h.start),
    )
    if (object !== undefined) {
      last = chainEnd(scene, object)
      parts = partsIn(scene, hit.end, last)
    } else if (isParticiple(scene, hit.start)) {
      const subject = scene.hits.findLast(
        h =>
          h.sense.type === 'class' &&
          h.end <= hit.start &&
          h.end >= hit.start - 8 &&
          !nouns.some(n => n.first <= h.start && h.end <= n.last && n.form === 'noun' && n.head >= h.end) &&
          reachesBack(scene, h.end, hit.start),
      )
      if (subject === undefined) return null
      const start = chainStart(scene, subject)
      parts = partsIn(scene, Math.max(0, start - 6), subject.end)
      objectFirst = leftEdge(scene, start)
      passive = true
    } else return null
  } else if (hit.end - hit.start === 1) {
    // A bare verb of an unclassed kind says too little.
    return null
  }
  // 2. The doer: before an active verb, behind a passive one's "by".
  const { actors, first: doerFirst } = doerOf(scene, hit, passive)
  const first = Math.min(passive ? objectFirst : hit.start, doerFirst ?? hit.start)
  const by = passive ? scene.actors.find(actor => actor.first > hit.start && actor.first <= hit.end + 4) : undefined
  if (by !== undefined) last = Math.max(last, by.last)
  const marks = scene.hits.flatMap(h =>
    h.sense.type === 'mark' && h.sense.kind === kind && h.start >= hit.start && h.start <= last + 12
      ? [h.sense.mark]
      : [],
  )
  return {
    ...spanOf(scene, first, last),
    first,
    last: Math.max(last, hit.end),
    head: hit.start,
    form: 'verb',
    kind,
    parts,
    count: null,
    plural: parts.some(part => part.plural),
    ordinal: ordinalIn(scene, passive ? objectFirst : hit.end, passive ? hit.start : last),
    actors,
    dates: [],
    marks,
    standing: 'asserted',
    recent: false,
    attempt: findCue(scene, Math.max(0, hit.start - 4), hit.start, 'attempt') >= 0,
  }
}

/** Class words of a stretch, each with its number; words that only repeat a wider class within one phrase count once. */
function partsIn(scene: Scene, from: number, to: number): Part[] {
  const parts: Part[] = []
  const hits = scene.hits.filter(({ sense, start, end }) => sense.type === 'class' && start >= from && end <= to)
  const seen = new Set<number>()
  for (const hit of hits) {
    if (seen.has(hit.start)) continue
    seen.add(hit.start)
    const same = hits.filter(h => h.start === hit.start && h.end === hit.end)
    const number = headCount(scene, Math.max(from, leftEdge(scene, hit.start)), hit.start)
    // An abbreviation in brackets repeats what it stands behind: "intercontinental ballistic missile (ICBM)".
    if (scene.words.keys[hit.start - 1] === '(' && parts.length > 0) continue
    parts.push({ classes: classesOf(same, scene), count: number, plural: isPlural(scene, hit.end - 1) })
  }
  return parts
}

function classesOf(hits: readonly Hit[], scene: Scene): string[] {
  const ids = hits.flatMap(({ sense }) => (sense.type === 'class' ? [sense.class] : []))
  // Words of several dossier classes at one place ("SLBM" as such and as a ballistic missile): all that they may mean.
  return [...new Set(ids)].filter(id => scene.dossier.manifest.classes.has(id))
}

/** The number before a noun, whatever adjectives stand between: "three more short-range", "a", "no". */
function headCount(scene: Scene, from: number, head: number): Count | null {
  const { words, lexicon } = scene
  const { quantities } = lexicon.mentions
  for (let i = head; i > from - 1 && i > head - 6; i--) {
    const counted = countBefore(words, i, quantities)
    if (counted !== null && !isPartOfDate(scene, counted.start))
      return counted.count.value === 1 && words.keys[counted.start - 1] === 'not' ? NONE : counted.count
    const key = words.keys[i - 1]
    if (key === 'single' && words.keys[i - 2] === 'a' && words.keys[i - 3] === 'not') return NONE
    if (key === 'a' || key === 'an' || key === 'another' || key === 'single') return { value: 1, bound: 'exactly' }
    if (key === 'no' || key === 'zero') return NONE
    if (key === undefined || words.marks[i - 1]) break
    if (lexicon.english.functionWords.get(key) !== undefined && key !== 'more' && key !== 'new' && key !== 'such') break
  }
  return null
}

function isPartOfDate({ dates }: Scene, at: number): boolean {
  return dates.some(date => date.first <= at && at < date.last)
}

function ordinalIn(scene: Scene, from: number, to: number): number | null {
  for (let i = to - 1; i >= from; i--) {
    if (isPartOfDate(scene, i)) continue
    const ordinal = ordinalOf(scene.words.keys[i]!, scene.lexicon.mentions.quantities)
    if (ordinal !== null) return ordinal
  }
  return null
}

function isPlural({ words }: Scene, at: number): boolean {
  return words.keys[at] !== words.lemmas[at] && words.keys[at]!.endsWith('s')
}

/** First word of the noun phrase whose head or first class word stands at `at`. */
function leftEdge(scene: Scene, at: number): number {
  const { words, lexicon } = scene
  let first = at
  for (let i = at - 1; i >= 0 && i > at - 9; i--) {
    const key = words.keys[i]!
    // "missile (ABC) launch": what stands in brackets is passed over.
    if (key === ')' && words.keys[i - 2] === '(') {
      i -= 2
      continue
    }
    if (words.marks[i] && key !== "'") break
    const fn = lexicon.english.functionWords.get(key)
    const counts = cardinalOf(key, lexicon.mentions.quantities) !== null
    if (fn !== undefined && fn !== Fn.Determiner && fn !== Fn.PossessiveS && !counts && key !== "'s" && key !== 'more')
      break
    first = i
    if (fn === Fn.Determiner && key !== 'more') {
      const counted = countBefore(words, i + 1, lexicon.mentions.quantities)
      if (counted !== null) first = Math.min(first, counted.start)
      break
    }
  }
  return first
}

/** Whether a class word is the object: only its own phrase and no other verb lies between. */
function reachesObject({ words, lexicon, hits }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const key = words.keys[i]!
    if (key === ';' || key === ':' || key === '.') return false
    if (key === 'which' || key === 'that' || key === 'who' || key === 'because' || key === 'while') return false
    if (
      hits.some(
        h =>
          h.sense.type === 'verb' &&
          h.start === i &&
          lexicon.english.functionWords.get(words.keys[i - 1] ?? '') === undefined &&
          i > from,
      )
    )
      return false
  }
  return true
}

function reachesBack({ words }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (words.keys[i] === ';' || words.keys[i] === '.' || words.keys[i] === ':') return false
  return true
}

function isParticiple({ words, lexicon }: Scene, at: number): boolean {
  const key = words.keys[at]!
  return key.endsWith('ed') || key.endsWith('en') || lexicon.english.participleOnly.has(key) || key !== words.lemmas[at]
}

/** End of coordinated class phrases: "an ICBM and two shorter-range missiles". */
function chainEnd(scene: Scene, hit: Hit): number {
  let end = hit.end
  for (;;) {
    const next = scene.hits.find(
      h => h.sense.type === 'class' && h.start >= end && h.start <= end + 6 && isJoined(scene, end, h.start),
    )
    if (next === undefined) return end
    end = next.end
  }
}

function chainStart(scene: Scene, hit: Hit): number {
  let start = hit.start
  for (;;) {
    const before = scene.hits.findLast(
      h => h.sense.type === 'class' && h.end <= start && h.end >= start - 6 && isJoined(scene, h.end, start),
    )
    if (before === undefined) return start
    start = before.start
  }
}

function isJoined({ words, lexicon }: Scene, from: number, to: number): boolean {
  let joint = false
  for (let i = from; i < to; i++) {
    const key = words.keys[i]!
    if (key === 'and' || key === ',' || key === 'or' || key === '(' || (key === 'as' && words.keys[i + 1] === 'well'))
      joint = true
    else if (words.marks[i] && key !== ')') return false
    else if (
      lexicon.english.functionWords.get(key) !== undefined &&
      cardinalOf(key, lexicon.mentions.quantities) === null &&
      !['a', 'an', 'the', 'well', 'as', 'also', 'of', 'more', 'several', 'other'].includes(key)
    )
      return false
  }
  return joint
}

/** The end of the clause, or `limit`. */
function clauseEnd({ words }: Scene, from: number, limit: number): number {
  for (let i = from; i < limit; i++) if (words.keys[i] === ';' || words.keys[i] === ':') return i
  return limit
}

/** Who did what the verb says. */
function doerOf(scene: Scene, hit: Hit, passive: boolean): { actors: string[]; first: number | null } {
  if (passive) {
    for (let i = hit.end; i < Math.min(scene.words.length, hit.end + 4); i++)
      if (scene.words.keys[i] === 'by') return { actors: actorsFrom(scene, i + 1), first: null }
    return { actors: [], first: null }
  }
  const before = scene.actors.filter(
    actor =>
      actor.last <= hit.start &&
      actor.first >= hit.start - MOST_WORDS_TO_SUBJECT &&
      !crosses(scene, actor.last, hit.start),
  )
  const nearest = before.at(-1)
  if (nearest === undefined) return { actors: [], first: null }
  const group = before.filter(actor => joinedNames(scene, actor.last, nearest.first))
  return { actors: [...new Set(group.map(actor => actor.id))], first: Math.min(...group.map(actor => actor.first)) }
}

function actorsFrom(scene: Scene, from: number): string[] {
  const first = scene.actors.find(actor => actor.first >= from && actor.first <= from + 3)
  if (first === undefined) return []
  return [
    ...new Set(
      scene.actors
        .filter(actor => actor.first >= first.first && joinedNames(scene, first.last, actor.first))
        .map(actor => actor.id),
    ),
  ]
}

/** Whether two names belong to one list: only commas, "and", "the" and further names lie between. */
function joinedNames({ words, actors }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (actors.some(actor => actor.first <= i && i < actor.last)) continue
    if (!['and', ',', 'the', 'of', '(', ')', '-', '/', '&'].includes(words.keys[i]!)) return false
  }
  return true
}

/** Whether another clause begins between two words. */
function crosses({ words }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (['.', ';', ':', 'because', 'while', 'whereas', 'although'].includes(words.keys[i]!)) return true
  return false
}

function actorsFor(scene: Scene, first: number, last: number, head: number): string[] {
  const inside = scene.actors.filter(actor => actor.first >= first && actor.first < last)
  const by = (() => {
    for (let i = head; i < Math.min(scene.words.length, last + 6); i++)
      if (scene.words.keys[i] === 'by') return actorsFrom(scene, i + 1)
    return []
  })()
  if (by.length > 0) return by
  // "Arland's missile launch towards Sund": the doer stands before the head.
  const nearestInside = inside.filter(actor => actor.last <= head).at(-1) ?? inside[0]
  if (nearestInside !== undefined) {
    const joined = (a: { first: number; last: number }) =>
      a.first <= nearestInside.first
        ? joinedNames(scene, a.last, nearestInside.first)
        : joinedNames(scene, nearestInside.last, a.first)
    return [...new Set(inside.filter(joined).map(actor => actor.id))]
  }
  // "the DPRK conducted a test", "the DPRK's latest launch", "the test which the DPRK carried out"
  const carrier = findCue(scene, Math.max(0, first - 6), first, 'carriers')
  const before = scene.actors.filter(
    actor =>
      actor.last <= first &&
      (carrier >= 0 ? actor.last >= carrier - 6 : actor.last === first) &&
      !crosses(scene, actor.last, first),
  )
  const nearest = before.at(-1)
  if (nearest !== undefined)
    return [...new Set(before.filter(actor => joinedNames(scene, actor.last, nearest.first)).map(actor => actor.id))]
  return []
}

function marksAfter(scene: Scene, last: number, kind: string): string[] {
  return scene.hits.flatMap(h =>
    h.sense.type === 'mark' && h.sense.kind === kind && h.start >= last && h.start <= last + 8 ? [h.sense.mark] : [],
  )
}

/**
 * Gives each date to the description that it dates: the one that holds it, else the nearest before it, else the one that it leads
 * into. Of dates that a description could have, those nearest to its words are its own, with what is joined to them by "and".
 */
function attachDates(scene: Scene, descriptions: Description[]): void {
  if (descriptions.length === 0) return
  const candidates = new Map<Description, { date: DateAt; distance: number }[]>()
  for (const date of scene.dates) {
    if (isNoTime(scene, date)) continue
    const holder = descriptions.find(d => d.first <= date.first && date.last <= d.last)
    const before = descriptions.findLast(
      d => d.last <= date.first && date.first - d.last <= FAR && !parts(scene, d.last, date.first),
    )
    const behind = descriptions.find(
      d => d.first >= date.last && d.first - date.last <= FAR && !parts(scene, date.last, d.first),
    )
    const leads = behind !== undefined && leadsIn(scene, date, behind)
    const chosen = holder ?? (leads ? behind : (before ?? behind))
    if (chosen === undefined) continue
    const distance =
      chosen === holder
        ? INSIDE
        : chosen === before && !leads
          ? date.first - chosen.last <= NEAR
            ? RIGHT_BEHIND
            : FAR_OFF
          : LEADING
    candidates.set(chosen, [...(candidates.get(chosen) ?? []), { date, distance }])
  }
  for (const [description, dates] of candidates) {
    const nearest = Math.min(...dates.map(({ distance }) => distance))
    for (const { date, distance } of dates)
      if (distance === nearest || description.dates.some(own => isListed(scene, own, date)))
        description.dates.push(date)
  }
}

/** Whether words between a description and a date keep them apart: another clause, or one of before and after. */
function parts(scene: Scene, from: number, to: number): boolean {
  if (crosses(scene, from, to)) return true
  for (let i = from; i < to; i++) {
    if (cueAt(scene, i, 'after') > 0 && scene.words.keys[i] !== 'since') return true
    if (cueAt(scene, i, 'before') > 0) return true
    // ", and the Council will meet today"
    if (scene.words.keys[i] === ',' && ['and', 'but', 'so'].includes(scene.words.keys[i + 1]!) && to - i > 4)
      return true
  }
  return false
}

/** How far from a description a date may stand, in words, and still date it. */
const FAR = 25
const NEAR = 5
/** Kinds of distance, the nearest first. */
const [INSIDE, RIGHT_BEHIND, LEADING, FAR_OFF] = [0, 1, 2, 3]

/** "on 3 May and 5 May" */
function isListed({ words }: Scene, own: DateAt, other: DateAt): boolean {
  const [from, to] = own.last <= other.first ? [own.last, other.first] : [other.last, own.first]
  return to - from <= 3 && words.keys.slice(from, to).every(key => ['and', ',', 'on', 'the'].includes(key))
}

/** A date that opens its clause belongs to what follows: "On 5 May Norvia fired". */
function leadsIn({ words }: Scene, date: DateAt, behind: Description): boolean {
  const opener = date.first - 1
  const at =
    words.keys[opener] === 'on' ||
    words.keys[opener] === 'in' ||
    words.keys[opener] === 'since' ||
    words.keys[opener] === 'during'
      ? opener - 1
      : opener
  const opens =
    at < 0 || words.marks[at]! || ['and', 'but', 'that', 'when', 'while', 'after', 'alone'].includes(words.keys[at]!)
  return opens && behind.first - date.last <= 12
}

/** A year that belongs to something else: "the 2005 Joint Statement", "resolution 1718 (2006)". */
function isNoTime(scene: Scene, date: DateAt): boolean {
  return scene.instruments.some(i => i.first <= date.first && date.last <= i.last)
}

function standingOf(scene: Scene, d: Description): Standing {
  const { words, today } = scene
  if (today !== null && d.dates.length > 0 && d.dates.every(date => date.from !== null && date.from > today))
    return 'unreal'
  const from = clauseStart(scene, d.first)
  const negation = (a: number, b: number) => {
    for (let i = Math.max(0, a); i < b; i++) {
      const key = words.keys[i]!
      if (key === 'not' || key === "n't" || key === 'never' || key === 'neither') {
        // "not only", "not a single"
        if (words.keys[i + 1] === 'only') continue
        return true
      }
    }
    return false
  }
  if (d.form === 'verb') {
    const verb = d.head
    const at = Math.max(from, verb - 6)
    if (words.keys[verb - 1] === 'to' && !isRealInfinitive(scene, verb - 2))
      return d.dates.some(isPast) && d.parts.length > 0 && isRealInfinitive(scene, verb - 2) ? 'asserted' : 'unreal'
    for (let i = at; i < verb; i++) if (cueAt(scene, i, 'unreal') > 0 && !isPartOfDate(scene, i)) return 'unreal'
    if (words.keys[verb]!.endsWith('ing') && findCue(scene, Math.max(from, verb - 5), verb, 'averted') >= 0)
      return 'unreal'
    if (negation(Math.max(from, verb - 4), verb)) return 'negated'
    if (d.parts.some(part => part.count?.value === 0)) return 'negated'
    // A bare base form is an order or an infinitive.
    if (words.keys[verb - 1] !== 'to' && words.keys[verb] === words.lemmas[verb] && !hasSubject(scene, d))
      return 'unreal'
    return 'asserted'
  }
  if (d.count?.value === 0 || d.parts.some(part => part.count?.value === 0)) return 'negated'
  const carrier = carrierOf(scene, d)
  if (carrier >= 0) {
    for (let i = Math.max(from, carrier - 5); i < carrier; i++) {
      if (cueAt(scene, i, 'unreal') > 0 && !isPartOfDate(scene, i)) return 'unreal'
      if (cueAt(scene, i, 'averted') > 0) return 'unreal'
    }
    if (negation(Math.max(from, carrier - 4), carrier)) return 'negated'
    if (words.keys[carrier - 1] === 'to') return 'unreal'
  }
  const dated = d.dates.some(isPast)
  const opening = words.keys[d.first]!
  if (cueAt(scene, d.first, 'indefinite') > 0 && !dated && opening !== 'each' && opening !== 'all' && d.count === null)
    return 'unreal'
  for (let i = d.first; i < d.head; i++) if (cueAt(scene, i, 'unreal') > 0 && !isPartOfDate(scene, i)) return 'unreal'
  if (!dated && carrier < 0) {
    for (let i = Math.max(from, d.first - 7); i < d.first; i++)
      if (cueAt(scene, i, 'averted') > 0 || cueAt(scene, i, 'unreal') > 0) return 'unreal'
  }
  return carrier >= 0 ? 'asserted' : 'presupposed'
}

function isPast(date: DateAt): boolean {
  return date.from !== null || date.to !== null
}

/** A verb that only carries the noun, right before it or, in the passive, behind it; its word, or -1. */
function carrierOf(scene: Scene, d: Description): number {
  for (let i = d.first - 1; i >= Math.max(0, d.first - 4); i--) {
    if (scene.words.marks[i]) break
    if (cueAt(scene, i, 'carriers') > 0) return i
  }
  for (let i = d.last; i < Math.min(scene.words.length, d.last + 6); i++) {
    if (scene.words.keys[i] === ';' || scene.words.keys[i] === '.') break
    if (cueAt(scene, i, 'carriers') > 0 && scene.words.keys[i] !== scene.words.lemmas[i]) return i
  }
  return -1
}

function isRealInfinitive({ words }: Scene, at: number): boolean {
  return ['continue', 'proceed', 'begin', 'start', 'attempt', 'go', 'manage', 'resume'].includes(words.lemmas[at] ?? '')
}

function hasSubject(scene: Scene, d: Description): boolean {
  return d.first < d.head && scene.actors.some(actor => actor.first >= d.first && actor.last <= d.head)
}

/** First word of the clause that holds word `at`. */
function clauseStart({ words }: Scene, at: number): number {
  for (let i = at - 1; i >= 0; i--)
    if (words.keys[i] === ';' || words.keys[i] === ':' || words.keys[i] === '.') return i + 1
  return 0
}

/** The description with its dates, where they stand near. */
function spanWithDates(scene: Scene, d: Description): Span {
  let first = d.first
  let last = d.last
  for (const date of d.dates) {
    if (date.first < first && first - date.last <= 8) first = date.first
    if (date.last > last && date.first - last <= 14) last = date.last
  }
  return spanOf(scene, first, last)
}
