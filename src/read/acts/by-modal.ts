/**
 * Codebook, rules 4 and 5. "We will act": `commit`; "Norvia must stop": `demand`; "should": `urge`; harm that follows from a
 * rival's conduct: `warn`; "will never accept": `reject`; "should not have done": `accuse`.
 */
import { Form } from '../groups.js'
import { byAdjective } from './by-adjective.js'
import { byNoun } from './by-noun.js'
import { byRepetition } from './by-repetition.js'
import { byVerb } from './by-verb.js'
import { byWrongdoing } from './by-wrongdoing.js'
import { infinitiveAfter } from './complement.js'
import { type Case, type Found, isIssuer } from './found.js'
import { nounPhraseAt, skipAdverbs } from './noun-phrase.js'

const REFUSED = new Set([
  'accept',
  'recognize',
  'agree',
  'concede',
  'yield',
  'surrender',
  'acquiesce',
  'legitimize',
  'acknowledge',
  'support',
  'allow',
  'permit',
  'participate',
  'join',
  'negotiate',
  'compromise',
  'waver',
  'abandon',
  'relinquish',
  'bow',
  'succumb',
  'give',
])
const NOT_BORNE = new Set([
  'tolerate',
  'pardon',
  'forgive',
  'hesitate',
  'overlook',
  'condone',
  'sit',
  'stand',
  'spare',
  'remain',
  'ignore',
  'excuse',
  'pass',
  'shrink',
  'flinch',
])
const HARM_NOUN =
  /^(consequence|consequences|price|prices|cost|costs|isolation|response|retaliation|punishment|sanctions|measures|reckoning|ruin|destruction|doom|catastrophe|disaster|collapse|end|defeat|misery|impact|escalation|countermeasures|judgment|judgement|repercussions|crisis|famine|chaos|instability|suffering|devastation|casualties|bloodshed|war|conflict|escalation|danger|risk|risks|harm|damage|isolation|condemnation)$/
const HARM_VERB = new Set([
  'regret',
  'suffer',
  'pay',
  'face',
  'backfire',
  'isolate',
  'harm',
  'worsen',
  'deepen',
  'destabilize',
  'undermine',
  'endanger',
  'jeopardize',
  'damage',
  'aggravate',
  'risk',
  'provoke',
  'trigger',
  'ruin',
  'collapse',
  'perish',
  'lead',
  'result',
  'escalate',
  'entail',
  'invite',
  'incur',
  'bring',
  'cost',
  'hurt',
  'weaken',
  'doom',
  'meet',
  'bear',
  'answer',
  'strengthen',
  'exacerbate',
  'intensify',
  'threaten',
  'plunge',
  'fall',
  'fail',
  'die',
  'starve',
  'deteriorate',
  'lose',
  'burn',
  'cause',
  'create',
  'mean',
  'produce',
  'have',
  'spark',
  'ignite',
  'fuel',
  'complicate',
  'hinder',
  'impede',
  'set',
])
const SAYING = new Set([
  'remind',
  'stress',
  'emphasize',
  'underline',
  'underscore',
  'add',
  'say',
  'note',
  'mention',
  'admit',
  'express',
  'warn',
  'recall',
  'reiterate',
  'repeat',
  'thank',
  'point',
  'highlight',
  'acknowledge',
])
const ACCOUNT = new Set(['hold', 'bring', 'punish', 'prosecute'])

export function byModal(c: Case): Found | null {
  if (c.g.modal === 'will' && c.g.lemma === 'have' && c.g.copula) {
    const inf = infinitiveAfter(c.p, c.g.end, c.limit)
    if (inf) return byModal({ ...c, g: { ...inf, start: c.g.start, form: Form.Modal, modal: 'will' } })
  }
  const { p, g, subject } = c
  const mine = isIssuer(c)
  // in reported speech will becomes would
  const modal = c.embedded && g.modal === 'would' ? 'will' : (g.modal ?? quasiModal(c))
  if (modal === null) return harmWithoutModal(c)
  const end = g.modal ? g.end : (infinitiveAfter(p, g.end, c.limit)?.end ?? g.end)
  const found = (force: Found['force'], rule: string, more: Partial<Found> = {}): Found => ({
    force,
    rule,
    triggerEnd: end,
    passive: g.passive,
    ...more,
  })

  if (modal === 'will' || modal === 'shall') {
    if (mine || subject.kind === 'own') {
      if (subject.kind === 'own') return ownWill(c, found)
      if (subject.kind === 'issuer' && /^(they|it|he|she)$/.test(subject.noun) && harm(c) && c.ctx.culprits.length > 0)
        return found('warn', 'warn/harm-foretold')
      if (g.negated) {
        if (NOT_BORNE.has(g.lemma)) return found('warn', 'warn/will-not-tolerate')
        if (REFUSED.has(g.lemma)) return found('reject', 'reject/will-not-accept')
      }
      if (c.ctx.resolution && modal === 'shall') return null
      const noun = g.negated ? null : byNoun(c)
      if (noun && (noun.force === 'support' || noun.force === 'welcome' || noun.force === 'sympathise'))
        return { ...noun, repeated: noun.repeated || g.lemma === 'maintain' }
      const again = byRepetition(c)
      if (again) return again
      const verb = byVerb(c)
      if (
        verb &&
        !g.negated &&
        ((verb.force === 'support' && g.lemma !== 'support') || verb.force === 'reject' || verb.force === 'hope')
      )
        return verb
      return found('commit', 'commit/will')
    }
    if (
      subject.kind === 'actor' ||
      subject.kind === 'conduct' ||
      subject.kind === 'any' ||
      subject.kind === 'expletive'
    ) {
      if (g.negated && g.passive && /^(condone|tolerate|accept|forgive|forget|pardon)$/.test(g.lemma))
        return found(subject.kind === 'any' ? 'reject' : 'condemn', 'condemn/will-not-be-borne')
      if (harm(c)) return found('warn', 'warn/harm-foretold')
      if (
        g.passive &&
        c.p.tokens.keys[g.end] !== 'by' &&
        !c.ctx.resolution &&
        (subject.kind === 'any' || subject.kind === 'expletive')
      ) {
        // "The next meeting will be convened": doerless, so the issuers promise it
        if (PLANNED.has(g.lemma) || (subject.kind === 'any' && !NOT_PLANNED.test(g.lemma) && !g.negated))
          return found('commit', 'commit/will-be-done')
      }
      if (isMeeting(c) && /^(take|convene|occur|be|follow|continue)$/.test(g.lemma))
        return found('commit', 'commit/meeting-planned')
      const verb = byVerb(c)
      if (
        verb &&
        verb.force !== 'state' &&
        verb.force !== 'note' &&
        verb.force !== 'consult' &&
        subject.kind === 'actor' &&
        !g.negated
      )
        return verb
      const adjective = byAdjective(c)
      if (adjective?.force === 'stress') return adjective
      return byWrongdoing(c) ?? found('state', 'state/will')
    }
    return null
  }
  // "Norvians should not travel there": the issuer's people are not the issuer
  const name = subject.head >= 0 ? p.nameAt[subject.head]! : -1
  if (name >= 0 && p.names[name]!.role === 'people') {
    if (modal === 'must') return found('demand', 'demand/must')
    if (modal === 'should') return found('urge', 'urge/should')
  }
  // "we must remind", "I should add": said, not promised
  if (
    SAYING.has(g.lemma) &&
    subject.kind === 'issuer' &&
    !g.negated &&
    !g.passive &&
    /^(must|should|have to)$/.test(modal)
  ) {
    const plain = { ...c, g: { ...g, modal: null, form: Form.Present } }
    const said = byNoun(plain) ?? byVerb(plain)
    if (said) return said.force === 'note' && g.lemma === 'remind' ? { ...said, force: 'warn' as const } : said
  }
  if (modal === 'must') {
    if (mine) return found('commit', 'commit/must')
    return found('demand', ACCOUNT.has(g.lemma) ? 'demand/accountable' : 'demand/must')
  }
  if (modal === 'should' || modal === 'ought') {
    if (g.perfect) return found('accuse', 'accuse/should-have')
    if (subject.kind === 'issuer') return found('commit', 'commit/should')
    if (mine && subject.ids.every(id => c.ctx.issuerSet.has(id))) return found('commit', 'commit/should')
    return found('urge', 'urge/should')
  }
  if (modal === 'need') {
    if (subject.kind === 'expletive' && g.copula) return null
    if (mine)
      return infinitiveAfter(p, g.end, c.limit) || g.modal
        ? found('commit', 'commit/need-to')
        : found('stress', 'stress/need', { triggerEnd: g.end })
    if (infinitiveAfter(p, g.end, c.limit)) return found('urge', 'urge/need-to')
    return subject.kind === 'any' || subject.kind === 'conduct'
      ? found('stress', 'stress/need', { triggerEnd: g.end })
      : null
  }
  if (modal === 'have to') {
    if (mine) return found('commit', 'commit/have-to')
    return found('demand', 'demand/have-to')
  }
  if (modal === 'can' || modal === 'could' || modal === 'may' || modal === 'might' || modal === 'would') {
    if (g.negated && (modal === 'can' || modal === 'could')) {
      if (/^(tolerate|condone|accept|justify|excuse|forgive|allow|pardon)$/.test(g.lemma)) {
        const condemned = g.passive ? 'condemn' : g.lemma === 'tolerate' ? 'warn' : 'reject'
        return found(
          subject.kind === 'any' && g.passive && g.lemma !== 'tolerate' ? 'state' : condemned,
          `${condemned}/cannot-be-borne`,
        )
      }
    }
    if (modal === 'would') {
      if (!mine && harm(c)) return found('warn', 'warn/harm-foretold')
      const np = g.copula ? nounPhraseAt(p, skipAdverbs(p, g.end, c.limit), c.limit) : null
      if (np && /^(mistake|error|miscalculation|folly|disaster|catastrophe)$/.test(p.tokens.keys[np.head]!))
        return found('warn', 'warn/would-be-mistake', { triggerEnd: np.end })
      return null
    }
    return null
  }
  return null
}

/** "the meeting", "a series of meetings". */
function isMeeting(c: Case): boolean {
  const { p, subject } = c
  const { meetings } = c.lexicon.forces
  if (meetings.has(subject.noun)) return true
  if (!/^(series|number|set)$/.test(subject.noun) || p.tokens.keys[subject.head + 1] !== 'of') return false
  const of = nounPhraseAt(p, subject.head + 2, subject.end)
  return of !== null && meetings.has(p.tokens.keys[of.head]!)
}

/** Passives that foretell rather than promise. */
const NOT_PLANNED =
  /^(expect|remember|affect|need|require|lose|kill|destroy|isolate|hit|undermine|see|know|force|leave|find|hold|judge|condemn|welcome|mean|allow|permit|deem|consider|regard|doom|defeat|achieve|realize|solve|resolve|feel|miss)$/
const PLANNED = new Set([
  'convene',
  'hold',
  'establish',
  'launch',
  'conduct',
  'implement',
  'strengthen',
  'provide',
  'deploy',
  'organize',
  'schedule',
  'make',
  'announce',
  'publish',
  'undertake',
  'expand',
  'enhance',
  'develop',
  'pursue',
  'create',
  'form',
  'submit',
  'report',
  'use',
  'give',
  'take',
  'impose',
])

/** need to, have to, has got to, be incumbent: verbs that do a modal's work. */
function quasiModal(c: Case): string | null {
  const { g } = c
  if (g.lemma === 'need' && !g.passive) return 'need'
  if (
    g.lemma === 'have' &&
    g.copula &&
    !c.p.tokens.keys.slice(g.end, g.end + 2).includes('yet') &&
    infinitiveAfter(c.p, g.end, c.limit) &&
    c.p.at[skipAdverbs(c.p, g.end, c.limit)]! >= 0
  )
    return 'have to'
  return null
}

/** "Our commitment will endure": the noun's act, promised again. */
function ownWill(c: Case, found: (f: Found['force'], r: string) => Found): Found | null {
  if (c.g.copula || c.g.lemma === 'remain' || c.g.lemma === 'endure') return null
  if (harm(c)) return found('warn', 'warn/harm-foretold')
  return found('commit', 'commit/own-will')
}

/** The complement says harm: a consequence, a price, isolation; or the verb does. */
function harm(c: Case): boolean {
  const { p, g } = c
  const head = objectHead(c)
  if (head && HARM_NOUN.test(head)) return true
  if (g.lemma === 'hold' && g.passive)
    return /^(responsible|liable|accountable)$/.test(p.tokens.keys[skipAdverbs(p, g.end, c.limit)] ?? '')
  if (!HARM_VERB.has(g.lemma)) return false
  if (
    /^(cause|create|mean|produce|have|spark|ignite|fuel|set|lead|result|bring|meet|bear|answer|strengthen|deepen|invite|trigger|entail|intensify|cost)$/.test(
      g.lemma,
    )
  ) {
    for (let k = g.end; k < Math.min(c.limit, g.end + 9); k++)
      if (
        HARM_NOUN.test(p.tokens.keys[k]!) ||
        (g.lemma === 'strengthen' && /^(resolve|determination)$/.test(p.tokens.keys[k]!)) ||
        c.lexicon.forces.wrongNouns.has(p.tokens.keys[k]!)
      )
        return true
    return false
  }
  return !g.negated
}

function objectHead(c: Case): string | null {
  if (c.g.copula && c.g.lemma === 'be') return null
  const np = nounPhraseAt(c.p, skipAdverbs(c.p, c.g.end, c.limit), c.limit)
  return np ? c.p.tokens.keys[np.head]! : null
}

/** "serves only to strengthen our resolve", "risks the collapse", "is responsible for all consequences". */
function harmWithoutModal(c: Case): Found | null {
  const { p, g } = c
  if (isIssuer(c) || c.subject.kind === 'own') return null
  if (
    g.lemma === 'depend' &&
    p.tokens.keys
      .slice(c.subject.start, c.subject.end)
      .some(k => HARM_NOUN.test(k) || /^(sanctions|isolation|measures|attacks|war)$/.test(k))
  )
    return { force: 'warn', rule: 'warn/depends-on', triggerEnd: g.end }
  if (g.lemma === 'serve' && infinitiveAfter(p, g.end, c.limit)) {
    const inf = infinitiveAfter(p, g.end, c.limit)!
    if (harm({ ...c, g: { ...inf, form: Form.Present } }))
      return { force: 'warn', rule: 'warn/serves-to', triggerEnd: g.end }
  }
  return null
}
