/** Who or what a predicate is said of. */
import { Fn } from '../../lexicon/english.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Context } from '../context.js'
import type { Parsed } from '../parse.js'
import { T } from '../tagger/tagged.js'
import { nounPhraseAt, singular } from './noun-phrase.js'
import { isJointOrgan } from './organs.js'
import { introduce, officeHolder } from './parties/persons.js'
import { topNames } from './subject-names.js'

/**
 * - `issuer`: the speakers themselves (we, our nations, the Ministers, a name of theirs, an understood subject)
 * - `actor`: another actor, named or resumed by a pronoun
 * - `conduct`: an act, event or thing of some actor's (the launches, this decision)
 * - `own`: something of the issuers' (our commitment, our support)
 * - `any`: anything general (any attack, proliferation)
 * - `expletive`: it, there
 */
export type SubjectKind = 'issuer' | 'actor' | 'conduct' | 'own' | 'any' | 'expletive' | 'understood'

export interface Subject {
  kind: SubjectKind
  /** Token range; empty (start = end) for an understood subject. */
  start: number
  end: number
  head: number
  /** Ids of the actors meant: the subject's own, or the owners of the conduct. */
  ids: string[]
  plural: boolean
  /** Key of the head noun. */
  noun: string
}

const ANAPHORIC = /^(this|these|such|that|those|it|they|he|she|each|both|all|which|who)$/
const OWN = /^(we|us|our|ours|i|my)$/
const GENERIC = /^(any|no|every|anyone|everyone|everybody|nobody|those|whoever|anything|nothing)$/
const PEOPLE =
  /^(people|peoples|population|civilians|families|women|children|girls|victims|citizens|refugees|students|teachers|users)$/

/** The sittings through which a body acts. */
const MEETING = /^(summit|conference|session|assembly|meeting|plenary|congress)$/

export function understood(ctx: Context): Subject {
  return { kind: 'understood', start: 0, end: 0, head: -1, ids: ctx.issuers, plural: true, noun: '' }
}

export function analyseSubject(p: Parsed, start: number, end: number, ctx: Context, lexicon: Lexicon): Subject {
  while (start < end && (p.tags[start] === T.U || p.tags[start] === T.R || p.fns[start] === Fn.Coordinator)) start++
  while (
    end > start &&
    (p.tags[end - 1] === T.R ||
      (p.tags[end - 1] === T.U && p.fns[end - 1] === Fn.None && p.tokens.keys[end - 1] !== ')'))
  )
    end--
  // "PRESIDENT LUND: I ...": a speaker's label is no part of the subject
  for (let k = start; k < end; k++) if (p.tokens.keys[k] === ':') start = k + 1
  const make = (kind: SubjectKind, ids: string[], head: number, plural = false): Subject => ({
    kind,
    start,
    end,
    head,
    ids,
    plural,
    noun: head >= 0 ? p.tokens.keys[head]! : '',
  })
  introduce(p, ctx, lexicon)
  if (start >= end) return { ...understood(ctx), start, end }
  const first = p.tokens.keys[start]!
  const np = nounPhraseAt(p, start, end)
  const head = np ? np.head : end - 1
  const noun = p.tokens.keys[head]!
  if (head === start && p.tags[start] === T.O) {
    const fronted = first === 'they' || first === 'it' ? frontedSubject(p, start, ctx, lexicon) : null
    if (fronted && (first === 'they' ? fronted.plural : fronted.kind === 'actor'))
      return make(fronted.kind, fronted.ids, head, fronted.plural)
    return pronoun(first, make, head, ctx, p, end)
  }
  if (
    /^(all|each|none|much|most|some|any)$/.test(first) &&
    p.tokens.keys[start + 1] === 'of' &&
    /^(this|that|these|those|it|them)$/.test(p.tokens.keys[start + 2] ?? '')
  )
    return make('conduct', ctx.culprits, start)
  if (
    (first === 'this' ||
      first === 'these' ||
      first === 'that' ||
      first === 'those' ||
      first === 'such' ||
      first === 'each' ||
      first === 'both' ||
      first === 'all') &&
    (start + 1 === end || head === start || !np)
  ) {
    if (first === 'both' && ctx.lastPlural.length === 2) return make('issuer', ctx.lastPlural, start, true)
    if (first === 'both' || first === 'all') return make('issuer', ctx.participants, start, true)
    return make('conduct', ctx.culprits, start)
  }
  if (first === 'there' || (first === 'it' && end - start === 1)) return make('expletive', [], start)

  if (isJointOrgan(p, head, end, ctx, lexicon)) return make('issuer', ctx.participants, head, true)
  // names at the level of the subject: every conjunct of a list, not those inside modifiers
  const { own, owners, coordinated, conjuncts } = topNames(p, start, end, lexicon)
  const key = singular(noun)
  const role = lexicon.roles.get(noun) ?? lexicon.roles.get(key)
  const plural = noun !== key || coordinated
  const possessedByUs = anyKey(p, start, end, k => k === 'our' || k === 'my')
  if (own.length > 0 && ctx.issuers.length > 1) {
    // a body all of whose members issue the text together
    const all = own.flatMap(id => {
      const members = lexicon.members[id]
      return members && !ctx.issuerSet.has(id) && members.every(m => ctx.issuerSet.has(m) || !lexicon.isState(m))
        ? ctx.issuers
        : [id]
    })
    own.splice(0, own.length, ...new Set(all))
  }
  if (
    own.length > 0 &&
    coordinated &&
    conjuncts > own.length &&
    ctx.participants.length > own.length &&
    own.every(id => ctx.participants.includes(id))
  )
    return make('issuer', ctx.participants, head, true)
  if (own.length > 0 && !(possessedByUs && p.tokens.keys[start] === 'our')) {
    const mine = own.every(id => ctx.issuerSet.has(id))
    return make(mine && own.length > 0 ? 'issuer' : 'actor', own, head, plural || own.length > 1)
  }
  if (role) {
    if (possessedByUs || OWN.test(first))
      return role === 'people' ? make('any', [], head, plural) : make('issuer', ctx.issuers, head, plural)
    if (owners.length > 0) {
      const ids = role === 'people' && owners.length === 1 ? owners : owners
      return make(ids.every(id => ctx.issuerSet.has(id)) ? 'issuer' : 'actor', ids, head, plural)
    }
    if (GENERIC.test(first)) return make('any', [], head, plural)
    // "Veska will not yield, and its army is ready"
    if (first === 'its' && role === 'force' && ctx.lastActor.length === 1 && ctx.issuerSet.has(ctx.lastActor[0]!))
      return make('issuer', ctx.lastActor, head, plural)
    // "the Ministers", "the two sides", "the President": the issuers, or those who take part
    if (role === 'official' || role === 'polity') {
      if (/^(other|regional|many|some|several|most|few|foreign|these|those)$/.test(p.tokens.words[head - 1] ?? ''))
        return make('any', [], head, plural)
      if (first === 'all' && role === 'polity') return make('any', [], head, true)
      // "developed countries", and "both sides" where one state speaks of others
      if (
        plural &&
        role === 'polity' &&
        (p.fns[start] === Fn.None ||
          (ctx.participants.length === 1 && !ctx.body && !ctx.readout && ctx.lastPlural.length < 2))
      )
        return make('any', [], head, true)
      if (/^(both|two)$/.test(first) && ctx.lastPlural.length === 2) return make('issuer', ctx.lastPlural, head, true)
      if (plural || /^(both|two|three|all|four)$/.test(p.tokens.keys[start + 1] ?? ''))
        return make('issuer', ctx.participants, head, true)
      if (role === 'official') {
        const id = officeHolder(p, head, ctx)
        if (id) return make(ctx.issuerSet.has(id) ? 'issuer' : 'actor', [id], head, false)
        return make('issuer', ctx.speaker.length > 0 ? ctx.speaker : ctx.issuers, head, false)
      }
    }
    if (role === 'institution') return make('issuer', ctx.issuers, head, false)
    if (
      ctx.culprits.length > 0 &&
      (role === 'polity' || role === 'force') &&
      (first === 'the' || ANAPHORIC.test(first))
    )
      return make('actor', ctx.culprits, head, plural)
    return make('any', [], head, plural)
  }
  const ownCouncil = ctx.body || (ctx.issuers.length === 1 && ctx.issuers[0]!.endsWith('council'))
  if (noun === 'council' && ownCouncil && owners.length === 0) return make('issuer', ctx.issuers, head)
  if (
    (noun === 'resolution' || noun === 'council') &&
    lexicon.council &&
    ctx.council &&
    owners.every(id => id === lexicon.council)
  )
    return make('actor', [lexicon.council], head)
  if (noun === 'community' && p.tokens.keys[head - 1] === 'international') return make('actor', ['INTCOM'], head)
  if (possessedByUs) return make('own', ctx.issuers, head, plural)
  if (GENERIC.test(first)) return make('any', owners, head, plural)
  if (owners.length > 0) {
    const mine = owners.every(id => ctx.issuerSet.has(id))
    // a body acts through its meetings: "the summit of the Council adopted"
    if (mine && MEETING.test(noun)) return make('issuer', owners, head)
    return make(mine ? 'own' : 'conduct', owners, head, plural)
  }
  if (PEOPLE.test(noun)) return make('any', [], head, plural)
  // a name that no list holds: an actor without a code
  if (
    p.tags[head] === T.P &&
    np &&
    (p.tags[np.start] === T.P || coordinated || anyKey(p, np.start, head, k => lexicon.roles.get(k) === 'official'))
  ) {
    if (coordinated && anyKey(p, start, end, k => k === 'i' || k === 'we'))
      return make('issuer', ctx.speaker.length > 0 ? ctx.speaker : ctx.issuers, head, true)
    if (coordinated)
      return ctx.participants.length > 1 ? make('issuer', ctx.participants, head, true) : make('actor', [], head, true)
    // an official whom nobody introduced is the issuer's own
    for (let k = np.start; k < head; k++) {
      const id = lexicon.roles.get(p.tokens.keys[k]!) === 'official' ? officeHolder(p, k, ctx) : null
      if (id) return make(ctx.issuerSet.has(id) ? 'issuer' : 'actor', [id], head, false)
    }
    const titled = anyKey(p, np.start, head, k => lexicon.roles.get(k) === 'official')
    const own =
      ctx.issuers.length === 1 &&
      ctx.hostility < 1 &&
      (titled || (ctx.readout && head > np.start) || (ctx.doc.title?.includes(p.tokens.words[head]!) ?? false))
    return own ? make('issuer', ctx.issuers, head, false) : make('actor', [], head, false)
  }
  if (
    (ANAPHORIC.test(first) || first === 'its' || first === 'their' || first === 'his' || first === 'her') &&
    ctx.culprits.length > 0
  )
    return make('conduct', ctx.culprits, head, plural)
  if (first === 'the' && ctx.culprits.length > 0 && isConduct(noun, lexicon))
    return make('conduct', ctx.culprits, head, plural)
  return make('any', [], head, plural)
}

/** Nouns for what somebody does: they resume conduct that was censured before. */
export function isConduct(noun: string, lexicon: Lexicon): boolean {
  return lexicon.forces.wrongNouns.has(noun) || CONDUCT.test(singular(noun))
}

const CONDUCT =
  /^(launch|attack|action|act|decision|invasion|war|strike|conduct|behavior|behaviour|move|step|test|policy|campaign|execution|referendum|annexation|operation|remark|measure|activity|drill|exercise|deployment|statement|claim|effort|programme|program|regime|coup|offensive|bombing|killing|detention|arrest|crackdown|shelling|incursion|occupation|settlement|blockade|incident|event|maneuver|manoeuvre|plan|attempt|practice|agreement|document|letter|speech|announcement)$/

function anyKey(p: Parsed, start: number, end: number, test: (key: string) => boolean): boolean {
  for (let k = start; k < end; k++) {
    if (p.tags[k] === T.I || p.at[k]! >= 0) return false
    if (test(p.tokens.keys[k]!)) return true
  }
  return false
}

/** "If the rebels attack, they will ...": whom the clause before it is said of, or null where that is nobody in particular. */
function frontedSubject(p: Parsed, before: number, ctx: Context, lexicon: Lexicon): Subject | null {
  const clause = p.clauses.find(({ kind, fronted, start }) => kind === 'adverbial' && fronted && start < before)
  const verb = clause?.verbs[0]
  if (clause === undefined || verb === undefined || p.groups[verb]!.start >= before) return null
  const subject = analyseSubject(p, clause.start + 1, p.groups[verb]!.start, ctx, lexicon)
  if (subject.kind === 'actor' || subject.kind === 'issuer') return subject
  return subject.kind === 'any' && subject.plural ? subject : null
}

function pronoun(
  key: string,
  make: (k: SubjectKind, ids: string[], head: number, plural?: boolean) => Subject,
  head: number,
  ctx: Context,
  p: Parsed,
  end: number,
): Subject {
  if (key === 'there') return make('expletive', [], head)
  if (OWN.test(key)) return make('issuer', ctx.speaker.length > 0 ? ctx.speaker : ctx.issuers, head, key === 'we')
  if (key === 'they' || key === 'them') {
    if (ctx.lastThing && !ctx.readout)
      return make(ctx.culprits.length > 0 ? 'conduct' : 'any', ctx.culprits, head, true)
    if (ctx.lastPlural.length > 0)
      return make(
        ctx.lastPlural.some(id => ctx.participants.includes(id)) ? 'issuer' : 'actor',
        ctx.lastPlural,
        head,
        true,
      )
    if (ctx.participants.length > 1) return make('issuer', ctx.participants, head, true)
    return ctx.culprits.length > 0 ? make('conduct', ctx.culprits, head, true) : make('issuer', ctx.issuers, head, true)
  }
  if (key === 'he' || key === 'she')
    return ctx.lastActor.length > 0 && !ctx.issuerSet.has(ctx.lastActor[0]!)
      ? make('actor', ctx.lastActor, head)
      : make('issuer', ctx.issuers, head)
  if (key === 'it') {
    if (p.at[end] !== undefined && p.at[end]! >= 0 && (p.groups[p.at[end]!]!.copula || p.groups[p.at[end]!]!.passive))
      return make('expletive', ctx.culprits, head)
    if (ctx.lastThing || ctx.lastActor.length === 0) return make('conduct', ctx.culprits, head)
    return make(ctx.issuerSet.has(ctx.lastActor[0]!) ? 'issuer' : 'actor', ctx.lastActor, head)
  }
  if (GENERIC.test(key)) return make('any', [], head)
  return make('any', [], head)
}
