/**
 * Claims that a deed broke a resolution, a treaty or the law: "the launches of 25 May violated multiple resolutions", "in
 * breach of resolution 12", "a clear violation of its obligations". What was broken is computed from the provisions in force
 * on the day of each event that is meant.
 */
import { instrumentsNamed } from '../dossier/council.js'
import { activitiesOf, type Violation, violationsOf } from '../dossier/obligations.js'
import type { Instrument, Provision } from '../dossier/record.js'
import { isoOf } from '../dossier/zones.js'
import { isRecorded } from './ask.js'
import type { Description } from './descriptions.js'
import { eventRows, instrumentRow, provisionRow, undecided } from './evidence.js'
import { eventsMeant, type Meant } from './meant.js'
import { agrees, type Count, countBefore, countInWords } from './numbers.js'
import { cueAt, type NameAt, type Scene, spanOf } from './scene.js'
import type { Decision, Found, VerdictRow } from './verdict.js'

/** What is said to be broken. */
interface Norm {
  first: number
  last: number
  /** Instruments that are named. */
  named: NameAt[]
  /** Whether resolutions of no name are meant, and how many of them. */
  resolutions: boolean
  least: Count | null
  /** "Its obligations": any duty in force. */
  duties: boolean
}

/** The words that say that something was broken. */
interface Breach {
  first: number
  last: number
  form: 'verb' | 'noun' | 'adjunct' | 'passive'
  norm: Norm
}

const MOST_WORDS_TO_NORM = 14

export function findViolations(scene: Scene): Found[] {
  const found: Found[] = []
  for (let i = 0; i < scene.words.length; i++) {
    const breach = breachAt(scene, i)
    if (breach === null) continue
    i = Math.max(i, breach.norm.last - 1)
    if (!isReal(scene, breach)) continue
    const subject = subjectOf(scene, breach)
    if (subject === null) continue
    const first = firstWord(scene, breach, subject)
    found.push({
      kind: 'violation',
      ...spanOf(scene, first, Math.max(breach.norm.last, breach.last)),
      sentence: scene.sentence,
      parsed: {
        deed: subject.kind === 'event' ? subject.d.kind : subject.kind,
        actors: subject.kind === 'event' ? subject.d.actors : subject.kind === 'actor' ? [subject.actor] : [],
        instruments: breach.norm.named.map(({ id }) => id),
        number: breach.norm.least,
      },
      decide: () => decide(scene, breach, subject),
    })
  }
  return found
}

/** The breach whose words begin at `i`, with what is broken, or null. */
function breachAt(scene: Scene, i: number): Breach | null {
  const { words } = scene
  const passive = passiveAt(scene, i)
  if (passive !== null) return passive
  const key = words.keys[i]!
  const end = cueAt(scene, i, 'breach')
  if (end > 0) {
    // "in violation of resolution 12", "contrary to the treaty"
    const adjunct = end - i > 1
    // "a violation of", "violations by Norvia of", "its violations of"
    const noun = !adjunct && isNoun(scene, i)
    const norm = normFrom(scene, end, noun)
    return norm && { first: i, last: end, form: adjunct ? 'adjunct' : noun ? 'noun' : 'verb', norm }
  }
  const broken = cueAt(scene, i, 'breaking')
  if (broken > 0 && key !== 'break') {
    // "broke its pledge", "the breaking of its pledge"
    const norm = normFrom(scene, broken, words.keys[broken] === 'of')
    const noun = words.keys[broken] === 'of'
    return norm && !norm.resolutions && norm.named.length === 0 && isPledge(scene, norm)
      ? { first: i, last: broken, form: noun ? 'noun' : 'verb', norm }
      : null
  }
  const keeping = cueAt(scene, i, 'keeping')
  if (keeping > 0 && isDenied(scene, i)) {
    // "has not complied with resolution 12", "a commitment which it has not honoured"
    const norm = normFrom(scene, keeping, false) ?? normBefore(scene, i)
    if (norm === null || !(words.keys[norm.first] === 'which' || isPledge(scene, norm))) return null
    return { first: i, last: keeping, form: 'verb', norm }
  }
  return null
}

/** A pledge of nothing in particular ("its word", "its commitments") cannot be checked; one with its content or a name can. */
function isPledge(scene: Scene, { named, resolutions, last, first }: Norm): boolean {
  if (named.length > 0 || resolutions) return true
  const { words } = scene
  if (words.keys[last] === 'to' || words.keys[last] === 'under' || cueAt(scene, first, 'pledges') === 0) return true
  return words.lemmas[first] === 'moratorium' || words.lemmas[first] === 'agreement'
}

/** "Resolution 12 was violated by the launch of 4 May". */
function passiveAt(scene: Scene, i: number): Breach | null {
  const { words, instruments } = scene
  const end = cueAt(scene, i, 'breach')
  if (end !== i + 1 || !words.keys[i]!.endsWith('ed') || words.keys[end] !== 'by') return null
  let be = i - 1
  while (be > 0 && (words.keys[be]!.endsWith('ly') || ['been', 'again', 'also'].includes(words.keys[be]!))) be--
  if (!['was', 'were', 'has', 'have', 'is', 'are', 'had'].includes(words.keys[be] ?? '')) return null
  for (let k = Math.max(0, be - 12); k < be; k++) {
    if (cueAt(scene, k, 'norms') === 0 && !instruments.some(at => at.first === k)) continue
    const norm = wholeNorm(scene, Math.max(0, k - 3), k, k + 1)
    return norm.last <= be ? { first: i, last: end, form: 'passive', norm } : null
  }
  return null
}

function isNoun({ words }: Scene, i: number): boolean {
  const key = words.keys[i]!
  if (/(?:tion|tions|ment|ments)$/.test(key)) return true
  if (key.endsWith('ed') || key.endsWith('ing')) return false
  const next = words.keys[i + 1]
  return next === 'of' || next === 'by'
}

function isDenied({ words }: Scene, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const key = words.keys[k]!
    if (key === 'not' || key === "n't" || key === 'never')
      return ['has', 'have', 'had', 'did'].includes(words.keys[k - 1] ?? '')
    const lemma = words.lemmas[k]!
    if ((lemma === 'fail' || lemma === 'refuse') && words.keys[k + 1] === 'to') return words.keys[k] !== lemma
  }
  return false
}

/** What is broken, behind the words of breach. */
function normFrom(scene: Scene, from: number, ofPhrase: boolean): Norm | null {
  const { words, instruments } = scene
  const limit = Math.min(words.length, from + MOST_WORDS_TO_NORM)
  let first = -1
  let end = from
  for (let i = from; i < limit; i++) {
    const key = words.keys[i]!
    const name = instruments.find(at => at.first === i)
    const norm = cueAt(scene, i, 'norms')
    if (name !== undefined || norm > 0) {
      first = i
      end = Math.max(name?.last ?? 0, norm)
      break
    }
    if ([';', ':', '"', 'which', 'that', 'who', 'because', 'when', 'while', 'and'].includes(key)) return null
    if (key === ',' || (!ofPhrase && (key === '—' || key === '–'))) return null
  }
  if (first < 0) return null
  return wholeNorm(scene, from, first, end)
}

/** "Its commitment to suspend launches, which it has not honoured". */
function normBefore(scene: Scene, at: number): Norm | null {
  const { words } = scene
  const which = [at - 1, at - 2, at - 3, at - 4].find(i => i > 0 && words.keys[i] === 'which')
  if (which === undefined) return null
  for (let i = which - 1; i >= Math.max(0, which - 9); i--) {
    if (cueAt(scene, i, 'pledges') > 0)
      return { first: which, last: at + 1, named: [], resolutions: false, least: null, duties: false }
    if (words.keys[i] === '.' || words.keys[i] === ';') break
  }
  return null
}

/** The norm with all that is listed with it: "resolutions 12, 13 and 14", "obligations under resolution 12". */
function wholeNorm(scene: Scene, from: number, first: number, firstEnd: number): Norm {
  const { words, instruments } = scene
  let last = firstEnd
  let several = false
  for (let i = from; i < first; i++) several ||= isSeveral(scene, i)
  let resolutions = false
  let duties = false
  let count: Count | null = null
  for (let i = first; i < Math.min(words.length, last + 7); i++) {
    const key = words.keys[i]!
    const norm = cueAt(scene, i, 'norms')
    const name = instruments.find(at => at.first === i)
    several ||= isSeveral(scene, i)
    if (norm > 0 || name !== undefined) {
      const lemma = words.lemmas[i]
      last = Math.max(last, norm, name?.last ?? 0)
      if (norm > 0 && cueAt(scene, i, 'duties') > 0) duties = true
      if (norm > 0 && lemma === 'resolution' && words.keys[i] !== lemma) resolutions = true
      if (resolutions && count === null) count = countBefore(words, i, scene.lexicon.mentions.quantities)?.count ?? null
      i = Math.max(i, (name?.last ?? 0) - 1)
      continue
    }
    if (i < last) continue
    if ([';', ':', 'which', 'that', 'who', 'to', 'as', 'with', 'since'].includes(key)) break
    if (key === 'and' && !beginsNorm(scene, i + 1)) break
  }
  const named = instruments.filter(at => at.first >= first && at.last <= last && !isGeneral(at.id))
  resolutions ||= instruments.some(at => at.first >= from && at.last <= last && isGeneral(at.id))
  const least: Count | null = count ?? (several ? { value: 2, bound: 'at-least' } : null)
  return { first, last, named, resolutions, least: resolutions ? least : null, duties }
}

/** "Relevant resolutions" may be one. */
function isSeveral(scene: Scene, i: number): boolean {
  return cueAt(scene, i, 'several') > 0 && scene.words.keys[i] !== 'relevant'
}

function beginsNorm(scene: Scene, from: number): boolean {
  for (let i = from; i < from + 3 && i < scene.words.length; i++)
    if (cueAt(scene, i, 'norms') > 0 || scene.instruments.some(at => at.first === i)) return true
  return false
}

function isGeneral(id: string): boolean {
  return id.startsWith('resolutions:')
}

/** Whether the breach is said to have happened, and is not forbidden, feared, denied, or nobody's in particular. */
function isReal(scene: Scene, { first, form }: Breach): boolean {
  const { words } = scene
  const key = words.keys[first]!
  const from = clauseStart(scene, first)
  for (let i = first - 1; i >= Math.max(from, first - 9); i--) {
    if (cueAt(scene, i, 'unreal') > 0 && !scene.dates.some(date => date.first <= i && i < date.last)) return false
    if (cueAt(scene, i, 'averted') > 0 && first - i <= 6) return false
  }
  const nearest = words.keys.slice(Math.max(from, first - 4), first)
  if (form === 'noun') {
    const noun = words.keys.slice(Math.max(from, first - 5), first)
    return !['any', 'further', 'future', 'no', 'all', 'every', 'other', 'alleged', 'possible', 'not'].some(word =>
      noun.includes(word),
    )
  }
  if (nearest.includes('not') && !isDenied(scene, first)) return false
  if (form === 'adjunct') return true
  if (words.keys[first - 1] === 'to' && !/^continu|^proceed/.test(words.keys[first - 2] ?? '')) {
    const lemma = words.lemmas[first - 2] ?? ''
    return lemma === 'fail' || lemma === 'refuse'
  }
  // "Those who violate", "actions that violate": nobody's deed in particular.
  if (words.keys[first - 1] === 'who' || words.keys[first - 1] === 'that')
    return key !== words.lemmas[first] && key !== `${words.lemmas[first]}s`
  return true
}

/** Whose deed it was, as far as the words say. */
type Subject =
  | { kind: 'event'; d: Description; first: number }
  | { kind: 'actor'; actor: string; first: number; classes: string[] }
  | { kind: 'other'; first: number; what: string }

function subjectOf(scene: Scene, breach: Breach): Subject | null {
  const { words, actors, descriptions, dossier } = scene
  const from = clauseStart(scene, breach.first)
  const head = breach.first
  const events = (breach.form === 'passive' ? [] : descriptions).filter(
    d => d.last <= head + 1 && d.head >= from && d.head < head && d.standing !== 'negated' && isOfRecord(scene, d),
  )
  const nearest = [...events].sort(
    (a, b) => Number(b.dates.length > 0) - Number(a.dates.length > 0) || b.head - a.head,
  )[0]
  const close = events.filter(d => d.head > head - 30)
  const event = close.find(d => d === nearest) ?? close.at(-1)
  if (event !== undefined) return { kind: 'event', d: event, first: Math.max(event.first, from) }
  // Behind it: "in violation of resolution 12 Norvia launched a missile".
  if (breach.form === 'adjunct') {
    const behind = descriptions.find(
      d => d.head >= breach.norm.last && d.standing === 'asserted' && isOfRecord(scene, d),
    )
    if (behind !== undefined) return { kind: 'event', d: behind, first: head }
  }
  if (breach.form === 'passive') {
    const by = descriptions.find(d => d.head > head && d.first <= breach.last + 2 && isOfRecord(scene, d))
    if (by !== undefined) return { kind: 'event', d: by, first: breach.norm.first }
    return { kind: 'other', first: breach.norm.first, what: 'what stands behind "by"' }
  }
  const owner = ownerOf(scene, breach, from)
  if (owner !== null) return owner
  // "These acts", "which", "it": what the sentences before speak of.
  for (let i = head - 1; i >= Math.max(from, head - 12); i--) {
    const key = words.keys[i]!
    const deed = cueAt(scene, i, 'deeds') > 0
    const pronoun = ['this', 'these', 'they', 'which', 'it', 'that', 'those', 'such'].includes(key)
    if (!deed && !pronoun) continue
    const back = scene.before.findLast(d => isOfRecord(scene, d) && d.standing !== 'unreal' && d.standing !== 'negated')
    if (
      back !== undefined &&
      !(actors.some(a => a.first >= from && a.last <= head && !dossier.manifest.subjects.includes(a.id)) && !deed)
    )
      return { kind: 'event', d: back, first: i }
    const subject = dossier.manifest.subjects[0]
    if (
      deed &&
      subject !== undefined &&
      actors.every(a => a.first > head || a.last < from || dossier.manifest.subjects.includes(a.id))
    )
      return { kind: 'actor', actor: subject, first: i, classes: [] }
    break
  }
  return {
    kind: 'other',
    first: Math.max(from, head - (breach.form === 'adjunct' ? 0 : 8)),
    what: scene.statement.text.slice(
      words.starts[Math.max(from, head - 8)]!,
      words.ends[head - 1] ?? words.starts[head]!,
    ),
  }
}

/** "Norvia has repeatedly violated", "Norvia's violations of", "violations by Norvia". */
function ownerOf(scene: Scene, breach: Breach, from: number): Subject | null {
  const { words, actors, lexicon, dossier } = scene
  const { first, norm, form } = breach
  const inside = actors.find(
    at => at.first >= breach.last && at.last <= norm.first && words.keys[at.first - 1] !== 'of',
  )
  const by =
    inside ??
    actors.find(
      at => at.first >= norm.last && at.first <= norm.last + 3 && words.keys.slice(norm.last, at.first).includes('by'),
    )
  if (form === 'noun' && by !== undefined) return { kind: 'actor', actor: by.id, first, classes: [] }
  const before = actors.findLast(at => at.last <= first && at.first >= from)
  if (before === undefined) {
    const pronoun =
      form === 'noun'
        ? words.keys.slice(Math.max(from, first - 4), first).some(key => key === 'its' || key === 'their')
        : false
    const subject = dossier.manifest.subjects[0]
    return pronoun && subject !== undefined
      ? { kind: 'actor', actor: subject, first: Math.max(from, first - 3), classes: [] }
      : null
  }
  const between = words.keys.slice(before.last, first)
  const classes = scene.hits.flatMap(h =>
    h.sense.type === 'class' && h.start >= before.last && h.end <= first ? [h.sense.class] : [],
  )
  const deed = between.some((_, k) => cueAt(scene, before.last + k, 'deeds') > 0)
  const owns = between[0] === "'s" || between[0] === "'"
  const plain = (key: string) => HELPERS.has(key) || key.endsWith('ly')
  const close =
    form === 'verb'
      ? // "Norvia has repeatedly violated"
        between.length <= 4 && between.every(plain)
      : // "Norvia's blatant and repeated violations"
        form === 'noun' &&
        owns &&
        between.length <= 8 &&
        between.slice(1).every(key => plain(key) || lexicon.english.functionWords.get(key) === undefined)
  return deed || close ? { kind: 'actor', actor: before.id, first: before.first, classes } : null
}

/** Words that may stand between a doer and what it did. */
const HELPERS = new Set(['has', 'have', 'had', 'continues', 'continued', 'to', 'also', 'again', 'and', 'own', 'many'])

/** Whether events of the description's kind are what provisions forbid. */
function isOfRecord({ dossier }: Scene, d: Description): boolean {
  return [...dossier.manifest.activities.values()].some(activity => activity.kinds.includes(d.kind))
}

function clauseStart({ words }: Scene, at: number): number {
  for (let i = at - 1; i >= 0; i--) if ([';', ':'].includes(words.keys[i]!)) return i + 1
  return 0
}

/** Where the claim's words begin: at the subject, the relative pronoun, the determiner or the preposition. */
function firstWord(scene: Scene, { first, form }: Breach, subject: Subject): number {
  const { words } = scene
  if (form === 'adjunct') {
    // "are in blatant violation of" needs its subject.
    const be = words.keys
      .slice(Math.max(0, first - 2), first)
      .some(key => ['is', 'are', 'was', 'were', 'been'].includes(key))
    return be ? Math.min(first, subject.first) : first
  }
  for (let i = first - 1; i >= Math.max(0, first - 6); i--) {
    const key = words.keys[i]!
    if (key === 'which') return i
    if (form === 'noun' && ['a', 'an', 'the', 'as', 'its', 'their'].includes(key)) {
      const copula = words.keys
        .slice(Math.max(0, i - 3), i)
        .some(k => /^(?:is|are|was|were|be|constitut|represent)/.test(k))
      return copula && subject.first < i && i - subject.first < 30 ? subject.first : key === 'as' ? i + 1 : i
    }
    if (words.marks[i] && key !== "'") break
  }
  return Math.min(first, subject.first)
}

function decide(scene: Scene, { norm }: Breach, subject: Subject): Decision {
  const { dossier } = scene
  if (subject.kind === 'other')
    return undecided(`the record holds no events of the kind that is said to be a breach ('${subject.what}')`)
  if (norm.named.length === 0 && !norm.resolutions && !norm.duties)
    return undecided('the record does not say what the norm asks that is said to be broken')
  const meant = subject.kind === 'event' ? meantBy(scene, subject.d) : conductOf(scene, subject)
  if (typeof meant === 'string') return undecided(meant)
  const rows = eventRows(dossier, meant.rows)
  if (meant.rows.length === 0)
    return meant.complete && meant.dated
      ? {
          outcome: 'contradicted',
          query: meant.query,
          rows,
          because: 'the record, which is complete for these days, has no such event that could have been a breach',
          opposite: 'a row for the event, and a provision in force that forbids it',
        }
      : undecided(`the record has no such event; ${meant.gap}`, meant.query, rows)
  const breaches = meant.rows.map(i => violationsOf(dossier, i))
  const answers = norm.named.map(name => decideNamed(scene, name, meant, breaches))
  if (norm.resolutions || (norm.named.length === 0 && norm.duties))
    answers.push(decideNumber(scene, norm, meant, breaches))
  const worst =
    answers.find(a => a.outcome === 'contradicted') ?? answers.find(a => a.outcome === 'not-in-record') ?? answers[0]!
  const because = worst.outcome === 'supported' ? answers.map(a => a.because).join('; ') : worst.because
  return { ...worst, because, rows: unique([...rows, ...answers.flatMap(a => a.rows)]) }
}

function meantBy(scene: Scene, d: Description): Meant | string {
  if (!isRecorded(scene, d)) return `the record does not follow what ${d.actors.join(', ')} does`
  const meant = eventsMeant(scene, d)
  return meant
}

/** An actor's conduct without a particular deed: what it did in the year before the statement. */
function conductOf(scene: Scene, { actor, classes }: { actor: string; classes: string[] }): Meant | string {
  const { dossier, today } = scene
  if (!dossier.manifest.subjects.includes(actor)) return `the record does not follow what ${actor} does`
  if (today === null) return "the statement's date is not known, so it is not known which events are meant"
  const { events } = dossier
  const from = today - 365
  const rows: number[] = []
  for (let i = events.firstFrom(from); i < events.length && events.from[i]! <= today; i++) {
    const cls = events.classes[events.class[i]!]!
    if (!events.actorSets[events.actorSet[i]!]!.includes(actor) || activitiesOf(dossier, i).length === 0) continue
    if (classes.length > 0 && !classes.some(wide => dossier.classOrder.isWithin(cls, wide))) continue
    rows.push(i)
  }
  const query = { actor, from: isoOf(from), to: isoOf(today) }
  return { rows, complete: false, gap: 'what else was done is not known', query, loose: true, dated: false }
}

/** Whether an event's class leaves open whether a provision covers it. */
function isOpen({ dossier }: Scene, i: number): boolean {
  const cls = dossier.events.classes[dossier.events.class[i]!]!
  return dossier.manifest.classes.get(cls)?.unspecified === true
}

function decideNamed(scene: Scene, name: NameAt, meant: Meant, breaches: Violation[][]): Decision {
  const { dossier, statement } = scene
  const said = statement.text.slice(name.start, name.end)
  const found = [name.id, said].map(key => instrumentsNamed(dossier, key)).find(list => list.length > 0) ?? []
  const instrument = found[0]
  if (instrument === undefined) return undecided(`the record does not hold ${said}`, meant.query)
  const query = { ...meant.query, instrument: instrument.id, events: meant.rows.length }
  const row = instrumentRow(dossier, instrument)
  const broken = breaches.map(list => list.filter(({ provision }) => provision.instrument === instrument.id))
  const hits = broken.filter(list => list.length > 0)
  const opposite = `a provision of ${instrument.id} in force on the day of the event that forbids it`
  if (hits.length === breaches.length || (meant.loose && hits.length > 0)) {
    const provisions = bestOf(hits.flat())
    return {
      outcome: 'supported',
      query,
      rows: [row, ...provisions.map(provision => provisionRow(dossier, provision))],
      because: `${instrument.id}, paragraph ${provisions.map(p => p.paragraph).join(', ')}, forbade it and was in force`,
      opposite: `no provision of ${instrument.id} in force that forbids it`,
    }
  }
  if (hits.length > 0)
    return undecided(
      `of the ${breaches.length} events that may be meant ${hits.length} breach ${instrument.id}`,
      query,
      [row],
    )
  const first = Math.max(...meant.rows.map(i => dossier.events.dayAt(i, dossier.manifest.councilZone)))
  if (instrument.days.from > first)
    return {
      outcome: 'contradicted',
      query,
      rows: [row],
      because: `${instrument.id} was adopted on ${instrument.date}, after the event (${isoOf(first)})`,
      opposite,
    }
  const own = dossier.provisions.filter(({ instrument: id }) => id === instrument.id)
  if (own.length === 0 || instrument.kind !== 'resolution')
    return undecided(`the record does not hold what ${instrument.id} asks`, query, [row])
  if (meant.loose)
    return undecided(`none of the events that the record has in these days breaches ${instrument.id}`, query, [row])
  if (meant.rows.some(i => isOpen(scene, i) && activitiesOf(dossier, i).length === 0))
    return undecided(
      `the class of the event is not known more closely, so not whether ${instrument.id} covers it`,
      query,
      [row],
    )
  return {
    outcome: 'contradicted',
    query,
    rows: [row],
    because: `no provision of ${instrument.id} in force on that day forbids it`,
    opposite,
  }
}

/** "Multiple resolutions", "its obligations": how many instruments the events breach. */
function decideNumber(scene: Scene, norm: Norm, meant: Meant, breaches: Violation[][]): Decision {
  const { dossier } = scene
  const instrumentOf = ({ provision }: Violation) => dossier.instruments.get(provision.instrument)
  const counts = (v: Violation) => !norm.resolutions || instrumentOf(v)?.kind === 'resolution'
  const broken = breaches.map(list => list.filter(counts))
  const numbers = broken.map(list => new Set(list.map(({ provision }) => provision.instrument)).size)
  const claimed: Count = norm.least ?? { value: 1, bound: 'at-least' }
  // Who breaks nine has broken two.
  const least: Count = claimed.bound === 'exactly' ? { ...claimed, bound: 'at-least' } : claimed
  const enough = numbers.filter(n => agrees(least, n))
  const what = norm.resolutions ? 'resolutions' : 'instruments with duties'
  const query = { ...meant.query, events: meant.rows.length, breached: numbers.slice(0, 40) }
  const provisions = bestOf(broken.flat())
  const rows = provisions.map(provision => provisionRow(dossier, provision))
  if (enough.length === numbers.length || (meant.loose && enough.length > 0))
    return {
      outcome: 'supported',
      query,
      rows: rows.slice(0, 20),
      because: `provisions of ${Math.max(...numbers)} ${what} in force on the day forbade it (${[...new Set(provisions.map(p => p.instrument))].join(', ')})`,
      opposite: `provisions of fewer than ${least.value} ${what} in force that forbid it`,
    }
  if (meant.rows.some(i => isOpen(scene, i)) || enough.length > 0 || meant.loose)
    return undecided(
      `of the ${numbers.length} events that may be meant ${enough.length} breach ${countInWords(least)} ${what}`,
      query,
      rows,
    )
  return {
    outcome: 'contradicted',
    query,
    rows,
    because: `the event breached provisions of ${Math.max(...numbers)} ${what} in force on that day, not ${countInWords(least)}`,
    opposite: `provisions of ${countInWords(least)} ${what} in force that forbid it`,
  }
}

/** One provision an instrument, the one that was best verified; where enough are verified, only those. */
function bestOf(violations: readonly Violation[]): Provision[] {
  const best = new Map<Instrument['id'], Provision>()
  for (const { provision } of violations) {
    const known = best.get(provision.instrument)
    if (known === undefined || (known.verified !== 'true' && provision.verified === 'true'))
      best.set(provision.instrument, provision)
  }
  const all = [...best.values()]
  const verified = all.filter(({ verified: seen }) => seen === 'true')
  return verified.length >= 2 ? verified : all
}

function unique(rows: VerdictRow[]): VerdictRow[] {
  const seen = new Set<string>()
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id))
}
