/** What the text of an instrument does: "resolution 12 demands an end to launches", "it caps deliveries at one hundred barrels". */
import type { Instrument } from '../dossier/record.js'
import { decideContent } from './content-answer.js'
import { instrumentRow, undecided } from './evidence.js'
import { actorsIn } from './names.js'
import { cueAt, type Scene, spanOf } from './scene.js'
import type { Found } from './verdict.js'
import { type InstrumentHere, instrumentsIn, instrumentsOf, isCouncilAt, meantBy } from './which-instrument.js'

/** A claim about content: what does it, and the words of the verb and its complements. */
export interface Content {
  /** The span of the claim. */
  first: number
  last: number
  verb: number
  /** Empty where not known. */
  candidates: Instrument[]
  /** Resolutions as a whole: "the resolutions of the Council prohibit". */
  all: boolean
}

interface Subject {
  first: number
  /** The word behind it. */
  last: number
  candidates: Instrument[]
  plural: boolean
  all: boolean
}

const DEFINITE = new Set([
  'the',
  'this',
  'that',
  'its',
  "today's",
  "'s",
  'said',
  'new',
  'same',
  'latest',
  'present',
  'these',
  'those',
  'relevant',
  'adopted',
])
const BETWEEN = new Set([
  'also',
  'clearly',
  'strongly',
  'further',
  'therefore',
  'explicitly',
  'again',
  'has',
  'have',
  'had',
  'just',
  'adopted',
  'now',
  'thus',
  'immediately',
  'rightly',
  'firmly',
  'unanimously',
  'expressly',
  'specifically',
  'in',
  'addition',
  'does',
  'do',
  'not',
  'only',
  'all',
  'itself',
  'which',
  'that',
  'first',
  'significantly',
  'already',
  'additionally',
  'moreover',
  'effectively',
])

export function findContents(scene: Scene): Found[] {
  const found: Found[] = []
  for (const subject of subjectsIn(scene)) {
    let at = subject.last
    let first = subject.first
    for (;;) {
      const verb = verbAt(scene, at, subject.plural)
      if (verb < 0) break
      const last = clauseEnd(scene, verb + 1, subject.plural)
      if (last <= verb + 1) break
      // "the Council demanded in resolution 12 that"
      const inside = instrumentsIn(scene).find(
        i => i.first > verb && i.last <= last && ['in', 'through'].includes(scene.words.keys[i.first - 1]!),
      )
      const candidates = inside?.candidates ?? subject.candidates
      const content: Content = { first, last, verb, candidates, all: subject.all }
      found.push({
        kind: 'instrument',
        ...spanOf(scene, first, last),
        sentence: scene.sentence,
        parsed: { instruments: candidates.map(({ id }) => id), verb: scene.words.lemmas[verb] },
        decide: () =>
          candidates.length === 0 && !subject.all
            ? undecided('the words do not say which instrument is meant, or the record does not have it')
            : decideContent(scene, content),
      })
      // "demands an end to launches and [calls for] talks"
      if (scene.words.keys[last] !== 'and' && scene.words.keys[last] !== ',') break
      at = last + 1
      while (
        [',', 'and', 'in', 'that', 'regard', 'also', 'further'].includes(scene.words.keys[at] ?? '') &&
        at - last < 7
      )
        at++
      first = at
      if (verbAt(scene, at, subject.plural) !== at) break
    }
  }
  return [...answersTo(scene), ...found]
}

/** What may do something as an instrument does. */
function subjectsIn(scene: Scene): Subject[] {
  const { words } = scene
  const here = instrumentsIn(scene)
  const subjects: Subject[] = []
  for (const named of here) subjects.push(ofNamed(scene, named))
  for (let i = 0; i < words.length; i++) {
    if (here.some(h => h.first <= i && i < h.last)) continue
    const end = cueAt(scene, i, 'documents')
    if (end > 0) {
      const plural = words.keys[end - 1]!.endsWith('s')
      let first = i
      while (
        first > 0 &&
        i - first < 5 &&
        (DEFINITE.has(words.keys[first - 1]!) ||
          scene.actors.some(a => a.first <= first - 1 && first - 1 < a.last) ||
          ['security', 'council', 'un', 'unsc', 'multiple', 'joint'].includes(words.keys[first - 1]!))
      )
        first--
      const numbered = /^\d+$/.test(words.keys[end] ?? '')
      if (numbered) {
        const relative = relativeAt(scene, end + 1)
        subjects.push({ first, last: relative ?? end + 1, candidates: [], plural: false, all: false })
        continue
      }
      if (first === i && !plural) continue
      if (
        !['the', 'this', 'that', 'these', 'those', "today's"].includes(words.keys[first]!) &&
        !plural &&
        words.keys[i - 1] !== "'s"
      )
        continue
      if (['in', 'under', 'of', 'to', 'with', 'by', 'from', 'on', 'for'].includes(words.keys[first - 1] ?? '')) {
        const subject = inDocument(scene, first - 1, end)
        if (subject !== null) subjects.push(subject)
        continue
      }
      const candidates = plural ? [] : meantBy(scene, first, end, []).candidates
      subjects.push({ first, last: end, candidates, plural, all: plural })
      i = end - 1
    } else if (words.keys[i] === 'it' && scene.statement.text.length > 0 && followsDocument(scene, i)) {
      subjects.push({
        first: i,
        last: i + 1,
        candidates: meantBy(scene, i, i + 1, []).candidates,
        plural: false,
        all: false,
      })
    } else if (words.keys[i] === 'council' && !here.some(h => h.first < i && scene.words.keys[h.first - 1] === 'in')) {
      const subject = ofCouncil(scene, i)
      if (subject !== null) subjects.push(subject)
    }
  }
  return subjects
}

function ofNamed(scene: Scene, named: InstrumentHere): Subject {
  const { words } = scene
  const opener = words.keys[named.first - 1] ?? ''
  const before = named.first - (['the', 'this', 'that', 'its'].includes(opener) ? 2 : 1)
  const inside = inDocument(scene, before, named.last)
  if (inside !== null) return { ...inside, candidates: named.candidates }
  // "resolution 12, which condemns": the relative clause is the claim.
  const relative = relativeAt(scene, named.last)
  return {
    first: relative ?? (['the', 'un', 'unsc'].includes(opener) ? named.first - 1 : named.first),
    last: relative === null ? named.last : relative,
    candidates: named.candidates,
    plural: false,
    all: false,
  }
}

function relativeAt({ words }: Scene, at: number): number | null {
  const from = words.keys[at] === ',' ? at + 1 : at
  return words.keys[from] === 'which' || (words.keys[from] === 'that' && from === at) ? from : null
}

/** "In resolution 12 the Council demanded": the subject is who speaks in it. */
function inDocument(scene: Scene, preposition: number, end: number): Subject | null {
  const { words } = scene
  let at = words.keys[end] === ',' ? end + 1 : end
  if (!['in', 'under', 'with', 'through', 'by'].includes(words.keys[preposition] ?? '')) return null
  if (words.keys[at] === 'the') at++
  const actor = actorsIn(scene).find(a => a.first <= at && at < a.last)
  const last =
    actor?.last ??
    (words.keys[at] === 'council'
      ? at + 1
      : words.keys[at] === 'security' && words.keys[at + 1] === 'council'
        ? at + 2
        : -1)
  if (last < 0) return null
  return {
    first: preposition,
    last,
    candidates: meantBy(scene, preposition, end, []).candidates,
    plural: false,
    all: false,
  }
}

/** "The Council condemns ...", said by somebody else about what it has adopted. */
function ofCouncil(scene: Scene, i: number): Subject | null {
  const { words, dossier, statement } = scene
  if (statement.issuers.includes(dossier.manifest.council ?? '')) return null
  if (!isCouncilAt(scene, i)) return null
  const actor = actorsIn(scene).find(a => a.first <= i && i < a.last)
  const first = actor?.first ?? (words.keys[i - 1] === 'security' ? i - 1 : i)
  const opener = words.keys[first - 1]
  if (opener !== 'the') return null
  if (['of', 'by', 'in', 'to', 'from', 'with', 'on', 'at', 'for'].includes(words.keys[first - 2] ?? '')) return null
  const today = scene.today === null ? [] : instrumentsOf(scene, { from: scene.today - 1, to: scene.today })
  return { first: first - 1, last: i + 1, candidates: today, plural: false, all: false }
}

/** "It" stands for a document where the sentence before was about one; its own verb decides the rest. */
function followsDocument(scene: Scene, i: number): boolean {
  const { statement, words } = scene
  if (i > 8) return false
  const before = statement.text.slice(Math.max(0, words.starts[0]! - 400), words.starts[i]!).toLowerCase()
  const document = Math.max(
    ...['resolution', 'declaration', 'agreement', 'draft', 'treaty'].map(word => before.lastIndexOf(word)),
  )
  return document >= 0
}

/** The word of a finite content verb right behind the subject, or -1. */
function verbAt(scene: Scene, at: number, plural: boolean): number {
  const { words } = scene
  let i = at
  let helped = false
  while (i < words.length && i - at < 7) {
    const content = Math.max(cueAt(scene, i, 'content-duty'), cueAt(scene, i, 'content-other'))
    if (content > 0) {
      const base = words.keys[i] === words.lemmas[i]
      if (base && !plural && !helped && !/^(?:set|cut)$/.test(words.keys[i]!)) return -1
      if (words.keys[i]!.endsWith('ing')) return -1
      // "the resolution adopted": a participle is no verb of the resolution.
      if (words.keys[i] === 'agreed' && words.keys[i - 1] !== 'which') return -1
      return i
    }
    // "the resolution clearly states", "— and we insisted on this —" is not followed.
    const date = scene.dates.find(d => d.first === i || (d.first === i + 1 && words.keys[i] === 'of'))
    if (date !== undefined) {
      at += date.last - i
      i = date.last
      continue
    }
    if (!BETWEEN.has(words.keys[i]!) && !/ly$/.test(words.keys[i]!)) return -1
    if (['does', 'do', 'did', 'has', 'have', 'had'].includes(words.keys[i]!)) helped = true
    i++
  }
  return -1
}

/** Where the verb's complements end: at another clause, another verb of the instrument, or the end. */
function clauseEnd(scene: Scene, from: number, plural: boolean): number {
  const { words } = scene
  for (let i = from; i < words.length; i++) {
    const key = words.keys[i]!
    if (key === ';' || ((key === '—' || key === '–') && i > from) || (key === '.' && i >= words.length - 1)) return i
    if (
      key === ',' &&
      i > from &&
      ['which', 'but', 'while', 'although', 'whose', 'who', 'because', 'building'].includes(words.keys[i + 1] ?? '')
    )
      return i
    if (
      key === ',' &&
      ['and', 'we', 'i'].includes(words.keys[i + 1] ?? '') &&
      scene.actors.some(a => a.first === i + 2) &&
      i > from + 3
    )
      return i
    if (key === 'and' && i > from) {
      let next = i + 1
      if (words.keys[next] === ',') next++
      while (['in', 'that', 'regard', 'also', ',', 'further'].includes(words.keys[next] ?? '') && next - i < 7) next++
      const isVerb = Math.max(cueAt(scene, next, 'content-duty'), cueAt(scene, next, 'content-other')) > 0
      if (isVerb && /(?:s|ed)$/.test(words.keys[next]!) !== plural && words.keys[next] !== words.lemmas[next]) return i
    }
  }
  let last = words.length
  while (last > from && words.marks[last - 1]) last--
  return last
}

/** "Resolution 12 followed the launch of May", "was adopted in response to the test": what an instrument answers. */
function answersTo(scene: Scene): Found[] {
  const { words } = scene
  const found: Found[] = []
  for (const named of instrumentsIn(scene)) {
    const description = scene.descriptions.find(
      d => d.first > named.last && d.first - named.last <= 10 && d.dates.length > 0,
    )
    if (description === undefined) continue
    const between = words.keys.slice(named.last, description.first)
    const follows = ['followed', 'following', 'response', 'responded', 'responds', 'reaction', 'answered'].some(word =>
      between.includes(word),
    )
    if (!follows || between.includes(';') || between.includes('.')) continue
    const days = description.dates.flatMap(date =>
      date.from === null ? [] : [{ from: date.from, to: date.to ?? date.from }],
    )
    const last = Math.max(description.last, ...description.dates.map(date => date.last))
    found.push({
      kind: 'instrument',
      ...spanOf(scene, named.first, last),
      sentence: scene.sentence,
      parsed: { instruments: named.candidates.map(({ id }) => id), answers: description.kind },
      decide: () => {
        const [instrument] = named.candidates
        if (instrument === undefined || named.candidates.length > 1)
          return undecided('the record does not have the instrument that is named')
        const { events } = scene.dossier
        const answered = instrument.respondsTo.flatMap(id => {
          const i = events.indexOf(id)
          return i === undefined || i < 0 ? [] : [i]
        })
        const rows = [instrumentRow(scene.dossier, instrument)]
        if (answered.length === 0 || days.length === 0)
          return undecided(`the record does not say what ${instrument.id} answers`, {}, rows)
        const told = answered.map(i => `${events.kinds[events.kind[i]!]} of ${events.cellAt(i, 'date')}`)
        const right = answered.some(i =>
          days.some(({ from, to }) => events.from[i]! >= from - 1 && events.from[i]! <= to + 1),
        )
        const because = `the record has ${instrument.id} as an answer to ${[...new Set(told)].join(', ')}`
        return {
          outcome: right ? 'supported' : 'contradicted',
          query: { instrument: instrument.id, answers: instrument.respondsTo },
          rows,
          because,
          opposite: right ? 'another event that it answers' : 'a row of that time that it answers',
        }
      },
    })
  }
  return found
}
