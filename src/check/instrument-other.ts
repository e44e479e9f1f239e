/**
 * Claims about instruments that other rules leave: what was made by one ("the committee established by order 12"), when one was made
 * ("the agreement signed in Halden on 5 May"), who signed it, what it says. Mostly of others' instruments, which the record does not
 * hold.
 */
import { overlaps } from '../text/span.js'
import { clauseEnd } from './clauses.js'
import { type DocumentHere, documentsIn } from './document-names.js'
import { undecided } from './evidence.js'
import { cueAt, findCue, isCapital, type Scene, spanOf, textOf } from './scene.js'
import type { Found } from './verdict.js'

/** Words of a clause that are shown of what a document says. */
const CLAUSE = 30

/** @param found claims about instruments and votes that other rules made of the sentence */
export function findOtherInstruments(scene: Scene, found: readonly Found[]): Found[] {
  const claims: Found[] = []
  if (scene.words.keys[scene.words.length - 1] === '?') return claims
  for (const document of documentsIn(scene)) {
    const place =
      madeBy(scene, document) ??
      signedBy(scene, document) ??
      signing(scene, document) ??
      saysSo(scene, document) ??
      inWhich(scene, document) ??
      dated(scene, document)
    if (place === null) continue
    const span = spanOf(scene, place.first, place.last)
    if ([...found, ...claims].some(other => overlaps(other, span))) continue
    claims.push({
      kind: 'instrument',
      ...span,
      sentence: scene.sentence,
      parsed: { document: textOf(scene, spanOf(scene, document.first, document.last)), says: place.what },
      decide: () => undecided(`the record does not hold what '${textOf(scene, span)}' claims`),
    })
  }
  return claims
}

interface Place {
  what: string
  first: number
  last: number
}

function endOf({ last, date }: DocumentHere): number {
  return Math.max(last, date?.last ?? 0)
}

/** "The emergency [declared in] Executive Order 12", "sanctions imposed by resolution 7" */
function madeBy(scene: Scene, document: DocumentHere): Place | null {
  const { words } = scene
  let i = document.first - 1
  while (i > 0 && BETWEEN.has(words.keys[i]!) && document.first - i < 7) i--
  if (i <= 0 || i === document.first - 1) return null
  // "Established 65 years ago through"
  if (words.keys[i] === 'ago') i -= 3
  if (!cuePast(scene, i, 'making-of') || isUnrealAt(scene, i)) return null
  let end = i
  while (HELPERS.has(words.keys[end - 1] ?? '') || (end < i && HAVING.has(words.keys[end - 1] ?? ''))) end--
  const first = nounPhraseStart(scene, end)
  if (first === end) return null
  return { what: words.lemmas[i]!, first, last: endOf(document) }
}

/** Words between what was made and the participle of how. */
const HELPERS = new Set(['was', 'were', 'been', 'is', 'are', 'first', 'also', 'originally'])
const HAVING = new Set(['has', 'have', 'had'])

const BETWEEN = new Set([
  'by',
  'in',
  'under',
  'pursuant',
  'to',
  'through',
  'with',
  'the',
  'its',
  'paragraph',
  'of',
  'article',
  'section',
  'our',
  'this',
])

/** "Norvia and Sund signed the Halden Declaration", "the President signed Executive Order 12" */
function signedBy(scene: Scene, document: DocumentHere): Place | null {
  const { words } = scene
  for (let i = document.first - 1; i >= Math.max(1, document.first - 7); i--) {
    if (words.marks[i] && words.keys[i] !== ',') return null
    if (!cuePast(scene, i, 'signing')) continue
    if (isUnrealAt(scene, i) || ['to', 'be', 'being'].includes(words.keys[i - 1]!)) return null
    const subject = subjectStart(scene, i)
    return subject === null ? null : { what: words.lemmas[i]!, first: subject, last: behind(scene, endOf(document)) }
  }
  return null
}

/** "The signing of the guidelines by the two ministries", "their announcement of the Declaration in April" */
function signing(scene: Scene, document: DocumentHere): Place | null {
  const { words } = scene
  const of = document.first - 1
  if (words.keys[of] !== 'of') return null
  const noun = of - 1
  if (cueAt(scene, noun, 'signing-nouns') === 0) return null
  let first = noun
  while (
    first > 0 &&
    noun - first < 4 &&
    ['the', 'their', 'its', 'our', 'historic', 'recent', 'formal', 'joint'].includes(words.keys[first - 1]!)
  )
    first--
  const end = endOf(document)
  const last = behind(scene, end)
  const date = scene.dates.some(d => d.first >= end && d.first <= last + 2)
  const by = words.keys[end] === 'by' && scene.actors.some(actor => actor.first > end && actor.first <= end + 3)
  const told = document.date !== null || date || by
  if (!told || isUnrealAt(scene, first)) return null
  const dateEnd = scene.dates.find(d => d.first >= end && d.first <= end + 3)?.last ?? 0
  return { what: 'signing', first, last: Math.max(last, dateEnd) }
}

/** "The Convention created the Organization in 1997", "the guidelines provide" */
function saysSo(scene: Scene, document: DocumentHere): Place | null {
  const { words } = scene
  if (!document.named) return null
  let i = endOf(document)
  // "The Guidelines document provides", "the Act, adopted in May, requires"
  while (
    i < words.length &&
    i - endOf(document) < 3 &&
    /^(?:also|clearly|further|document|has|itself|which|that|,|\(|\)|“|”|")$/.test(words.keys[i]!)
  )
    i++
  if (i >= words.length || !cueVerb(scene, i)) return null
  const opener = words.keys[document.first - 1] ?? ''
  if (['in', 'under', 'of', 'with', 'to', 'by', 'on', 'from'].includes(opener)) return null
  return saying(scene, i, document.first)
}

/** What a verb says, to the end of its clause; null where nothing follows it. */
function saying(scene: Scene, verb: number, first: number): Place | null {
  const { words } = scene
  const last = clauseEnd(scene, verb + 1, Math.min(words.length, verb + CLAUSE), [';', '.', ':', '—'])
  return last <= verb + 1 ? null : { what: words.lemmas[verb]!, first, last }
}

/** "In that Declaration, Norvia expressed its intention", "under the Act the President may" (no claim) */
function inWhich(scene: Scene, document: DocumentHere): Place | null {
  const { words } = scene
  const opener = document.first - 1
  if (!document.named || !['in', 'under', 'through', 'by'].includes(words.keys[opener] ?? '')) return null
  // It opens its sentence, or stands behind a date that does.
  const ahead = scene.dates.find(date => date.first <= 1 && date.last < opener && opener - date.last <= 2)
  if (opener > 1 && ahead === undefined) return null
  const comma = words.keys[endOf(document)] === ',' ? endOf(document) + 1 : endOf(document)
  for (let i = comma; i < Math.min(words.length, comma + 8); i++) {
    if (words.marks[i] || cueAt(scene, i, 'unreal') > 0) return null
    if (!cueVerb(scene, i) || words.keys[i] === words.lemmas[i]) continue
    return saying(scene, i, ahead === undefined ? opener : 0)
  }
  return null
}

/** "The cooperation agreement of 8 July 1997 between the two", "the agreement signed in Halden on 5 May" */
function dated(scene: Scene, document: DocumentHere): Place | null {
  const { date, first, last, named } = document
  if (date === null || (date.from !== null && scene.today !== null && date.from > scene.today)) return null
  if (named && scene.instruments.some(at => at.first >= first && at.last <= last)) return null
  return { what: 'date', first, last: behind(scene, date.last, ['between', 'supplementing', 'by']) }
}

/** With the words behind that still belong to it: who made it, or between whom. */
function behind(scene: Scene, at: number, openers: readonly string[] = ['by', 'between', 'with', 'on', 'in']): number {
  const { words, actors, dates } = scene
  let last = at
  for (let i = at; i < Math.min(words.length, at + 16); i++) {
    const joins = ['and', 'of', 'the', ','].includes(words.keys[i]!) && i > at && isCapital(scene, i + 1)
    if (i === last && !openers.includes(words.keys[i]!) && !joins) break
    if (words.marks[i] || ['which', 'that', 'to'].includes(words.keys[i]!)) break
    const name = actors.find(actor => actor.first === i) ?? dates.find(date => date.first === i)
    if (name !== undefined) last = name.last
    else if (i > at && isCapital(scene, i)) last = i + 1
  }
  return last
}

function cuePast(scene: Scene, i: number, cue: string): boolean {
  const { words } = scene
  return (
    cueAt(scene, i, cue) > 0 &&
    (words.keys[i] !== words.lemmas[i] || words.keys[i] === 'set') &&
    !/(?:ing|s)$/.test(words.keys[i]!)
  )
}

/** A finite verb of what a text does. */
function cueVerb(scene: Scene, i: number): boolean {
  const { words } = scene
  const content = Math.max(cueAt(scene, i, 'content-duty'), cueAt(scene, i, 'content-other'))
  return content > 0 && words.keys[i] !== words.lemmas[i] && !words.keys[i]!.endsWith('ing')
}

function isUnrealAt(scene: Scene, i: number): boolean {
  return (
    findCue(scene, Math.max(0, i - 4), i, 'unreal') >= 0 ||
    scene.words.keys.slice(Math.max(0, i - 3), i).includes('not')
  )
}

/** Where the noun phrase begins that ends right before word `end`. */
function nounPhraseStart(scene: Scene, end: number): number {
  const { words, lexicon } = scene
  let first = end
  let hops = 0
  for (let i = end - 1; i >= Math.max(0, end - 12); i--) {
    const key = words.keys[i]!
    if (words.marks[i] && key !== "'" && key !== '-') break
    if (['the', 'a', 'an', 'its', 'their', 'our', 'any', 'all', 'this', 'these'].includes(key)) {
      first = i
      // "the rate of duty on the articles": one of-phrase goes on to the left, to its own determiner.
      if (hops > 0 || !['of', 'on'].includes(words.keys[i - 1] ?? '')) break
      const opener = openerBefore(scene, i - 1)
      if (opener !== null) first = opener
      break
    }
    if (['of', 'on', 'with', 'to', 'for', 'against', "'s", 'and'].includes(key) && i < end - 1 && hops < 2) {
      hops++
      continue
    }
    if (lexicon.english.functionWords.get(key) !== undefined) break
    first = i
  }
  return first
}

/** Where the doer's name or office begins that stands before a verb, or null. */
function subjectStart(scene: Scene, verb: number): number | null {
  const { words, actors, lexicon } = scene
  for (let i = verb - 1; i >= Math.max(0, verb - 14); i--) {
    if ([';', ':', '.'].includes(words.keys[i]!)) return null
    const name = actors.find(actor => actor.first <= i && i < actor.last)
    const role = lexicon.roles.has(words.lemmas[i]!)
    const pronoun = ['we', 'they', 'he', 'she', 'it', 'which', 'who', 'i'].includes(words.keys[i]!)
    if (name === undefined && !role && !pronoun) continue
    const first = name?.first ?? i
    return words.keys[first - 1] === 'the' || words.keys[first - 1] === 'our' ? first - 1 : first
  }
  return null
}

/** The determiner of the noun phrase right before word `end`, if it has one within a few words. */
function openerBefore({ words, lexicon }: Scene, end: number): number | null {
  for (let i = end - 1; i >= Math.max(0, end - 8); i--) {
    if (['the', 'a', 'an', 'its', 'their', 'our'].includes(words.keys[i]!)) return i
    if (words.marks[i] || (lexicon.english.functionWords.get(words.keys[i]!) !== undefined && words.keys[i] !== 'of'))
      return null
  }
  return null
}
