/**
 * Verbs of the lexicon. "We condemn the launch": `condemn`. "We stress that a path remains open": a transparent verb, the
 * clause counts (codebook, rule 3). Frames say what must follow; the first that fits decides.
 */
import { Fn } from '../../lexicon/english.js'
import type { VerbFrame } from '../../lexicon/forces.js'
import { Form } from '../groups.js'
import type { Force } from '../reading.js'
import { T } from '../tagger/tagged.js'
import { clauseAfter, infinitiveAfter, objectAndInfinitive, particleEnd, tailEnd } from './complement.js'
import { type Case, type Found, isIssuer } from './found.js'
import { nounPhraseAt, skipAdverbs } from './noun-phrase.js'
import { coordinatedNoun } from './noun-transferred.js'
import { analyseSubject } from './subject.js'
import { quoted, transparent } from './transparent.js'

/** Particles that belong to the trigger (codebook, section 3); others are left to the content. */
const KEPT = new Set(['call', 'stand', 'side'])

const THINGS_CANNOT = new Set([
  'support',
  'welcome',
  'condemn',
  'urge',
  'demand',
  'hope',
  'commit',
  'offer',
  'regret',
  'concern',
  'note',
  'reject',
  'warn',
])

const REGARDING = new Set(['regard', 'see', 'view', 'consider', 'describe', 'brand', 'characterize', 'treat', 'deem'])

/** "regard it as a threat": what it is held to be. */
function heldTo(c: Case): Found | null {
  if (!REGARDING.has(c.g.lemma)) return null
  const { p, g, limit } = c
  for (let k = g.end; k < Math.min(limit, g.end + 10); k++) {
    if (p.at[k]! >= 0) return null
    if (p.tokens.keys[k] !== 'as') continue
    const np = nounPhraseAt(p, k + 1, limit)
    if (!np) return null
    for (let m = np.start; m <= Math.min(np.head + 3, limit - 1); m++) {
      const key = p.tokens.keys[m]!
      if (c.lexicon.forces.wrongNouns.has(key) || c.lexicon.forces.wrongAdjectives.has(key))
        return { force: 'accuse', rule: `accuse/${g.lemma}-as`, triggerEnd: g.end }
    }
    return null
  }
  return null
}

export function byVerb(c: Case): Found | null {
  const held = heldTo(c)
  if (held) return held
  const frames = c.lexicon.forces.verbs.get(c.g.lemma)
  if (!frames) return null
  for (const frame of frames) {
    const found = fits(c, frame)
    if (found) return found
  }
  return null
}

function fits(c: Case, frame: VerbFrame): Found | null {
  const { p, g, limit } = c
  let end = g.end
  if (frame.tail.length > 0) {
    end = tailEnd(p, g.end, limit, frame.tail)
    if (end < 0) return null
  }
  const name = [g.lemma, ...frame.tail].join('-')
  const found = (rule: string, more: Partial<Found> = {}): Found => ({
    force: frame.force as Force,
    rule,
    triggerEnd: end,
    passive: g.passive,
    ...more,
  })

  if (frame.transparent) {
    const clause = frame.frame === 'adj' ? clauseAfter(p, g, limit) : clauseAfter(p, { ...g, end }, limit)
    if (clause) return transparent(c, frame, clause, end, name)
    if (frame.frame === 'that' || frame.frame === 'adj') return quoted(c, frame, end, name)
    if (g.lemma === 'agree' && /^(on|upon|to)$/.test(p.tokens.keys[g.end] ?? ''))
      return found('commit/agree-on', { force: 'commit' })
    if (
      g.lemma === 'declare' &&
      !/^(the )?following/.test(`${p.tokens.keys[g.end]} ${p.tokens.keys[g.end + 1]}`) &&
      !c.ctx.body &&
      !c.embedded &&
      (g.passive || nounPhraseAt(p, g.end, limit)?.start === g.end)
    )
      return found('deed/declare', { force: 'deed' })
    if (g.lemma === 'consider' && !clause && c.p.tags[g.end] !== T.U) {
      if (c.ctx.resolution || g.form === Form.Ing) return found('note/consider', { force: 'note' })
    }
    // announcing a thing is an action (rule 7)
    if (g.lemma === 'announce' && !c.ctx.body) return found('deed/announce', { force: 'deed' })
    const also =
      frame.transfers && !g.passive
        ? coordinatedNoun(c, end, frame.force, p.tokens.keys[skipAdverbs(p, end, limit)] ?? '')
        : null
    return found(`${frame.force}/${name}`, also && !also.shares ? { also } : {})
  }
  if (frame.particles.length > 0) {
    // phrasal: "call on", "stand with", "look forward to"; the particle may stand after the object ("keep X in mind")
    let stop = particleEnd(p, end, limit, frame.particles)
    if (stop < 0) {
      if (!/^(bear|keep|take)$/.test(g.lemma)) return null
      stop = scanParticle(c, end, frame.particles)
      if (stop < 0) return null
      return found(`${frame.force}/${name}`, { contentStart: end })
    }
    if (g.lemma === 'look' && p.tokens.keys[stop - 1] === 'to') stop--
    if (g.lemma === 'approve' && g.negated) return found('reject/not-approve', { force: 'reject', contentStart: end })
    const keep = KEPT.has(g.lemma)
    const object =
      keep && g.lemma === 'call' && p.tokens.keys[stop - 1] !== 'for' ? objectAndInfinitive(p, stop, limit) : null
    return found(`${frame.force}/${name}-${p.tokens.keys[stop - 1]}`, {
      triggerEnd: keep ? stop : g.lemma === 'look' ? stop : end,
      object: object?.object,
      contentStart: keep ? stop : g.lemma === 'look' ? stop : end,
    })
  }
  switch (frame.frame) {
    case '':
      if (g.lemma === 'thank' && g.form === Form.Base && p.tokens.keys[g.end] === 'you')
        return found('welcome/thank-you')
      // a thing as subject does nothing by words: "this effort supports the goal"
      if (
        ((c.subject.kind === 'any' &&
          !(c.subject.head >= 0 && p.tags[c.subject.head] === T.P) &&
          !/(tors|ists|ants|ians|ners|ders|eers|body|one)$/.test(c.subject.noun)) ||
          (c.subject.kind === 'conduct' && frame.force !== 'accuse' && !/^(they|it)$/.test(c.subject.noun))) &&
        !g.passive &&
        THINGS_CANNOT.has(frame.force) &&
        !/^(resolution|statement|declaration|council|nobody|nothing)$/.test(c.subject.noun)
      )
        return null
      if (g.form === Form.Base && !g.modal && imperative(c)) return null
      if (frame.force === 'commit' && g.passive) return null
      if (
        frame.force === 'offer' &&
        (p.tokens.keys[g.end] === 'nothing' ||
          (c.subject.kind !== 'issuer' &&
            !isIssuer(c) &&
            (c.subject.kind !== 'actor' || c.subject.ids.some(id => c.ctx.culprits.includes(id)))))
      )
        return null
      if (
        frame.force === 'commit' &&
        /^(aim|endeavor|endeavour|strive)$/.test(g.lemma) &&
        (g.perfect || g.form === Form.Past || !isIssuer(c))
      )
        return null
      if (g.negated && g.lemma === 'recognize') return found('reject/not-recognize', { force: 'reject' })
      if (g.negated && isIssuer(c) && (frame.force === 'support' || frame.force === 'commit'))
        return found(`reject/not-${name}`, { force: 'reject' })
      if (
        g.negated &&
        g.modal === null &&
        !g.passive &&
        /^(support|endorse|approve|favor|favour|welcome|encourage)$/.test(g.lemma) &&
        (isIssuer(c) || c.subject.kind === 'actor')
      )
        return found(`reject/not-${name}`, { force: 'reject' })
      if (g.lemma === 'fear' && g.passive) return null
      if (g.lemma === 'expect' && g.passive && c.subject.kind !== 'issuer') return null
      if (frame.force === 'demand' && c.subject.kind === 'any' && !g.passive) return null
      if (frame.force === 'stress' && g.lemma === 'require' && g.passive) return null
      if (g.lemma === 'exchange' && !g.passive) {
        const np = nounPhraseAt(p, skipAdverbs(p, end, limit), limit)
        if (np) return found(`consult/exchange-${p.tokens.keys[np.head]}`, { triggerEnd: np.end })
      }
      if (frame.force === 'note' && !g.passive) {
        // "recognises the importance of"
        const np = nounPhraseAt(p, skipAdverbs(p, end, limit), limit)
        if (
          np &&
          c.lexicon.forces.nouns.get(p.tokens.keys[np.head]!) === 'stress' &&
          /^(of|for)$/.test(p.tokens.keys[np.end] ?? '')
        )
          return found(`note/${name}-importance`, { triggerEnd: np.end + 1 })
      }
      return found(`${frame.force}/${name}`, objectOf(c, frame, end))
    case 'adj': {
      const predicative =
        g.passive || ((g.form === Form.Ed || g.form === Form.Participle) && c.subject.kind === 'understood')
      if (!predicative) return null
      // "was determined by": a true passive; "have been committed by": likewise
      if (p.tokens.keys[g.end] === 'by' && frame.force === 'commit') return null
      return found(`${frame.force}/${name}-adjective`)
    }
    case 'to-inf':
      if (!infinitiveAfter(p, end, limit)) return null
      if (frame.force === 'commit') {
        if (g.lemma === 'decide' && (c.ctx.body || bodySubject(c)))
          return found('decide/decide-to', { force: 'decide' })
        if (!isIssuer(c) && /^(try|seek|work|choose|aspire|mean)$/.test(g.lemma)) return null
      }
      return found(`${frame.force}/${name}-to`)
    case 'obj-to':
    case 'to-obj-to': {
      const from = frame.frame === 'to-obj-to' ? skipAdverbs(p, end, limit) + 1 : end
      if (frame.frame === 'to-obj-to' && p.tokens.keys[from - 1] !== 'to') return null
      const o = objectAndInfinitive(p, from, limit)
      if (!o) return null
      return found(`${frame.force}/${name}-object-to`, { object: o.object })
    }
    case 'that': {
      const clause = clauseAfter(p, g, limit)
      if (g.lemma === 'decide' && clause && (c.ctx.body || bodySubject(c)))
        return found('decide/decide-that', { force: 'decide' })
      if (clause && /^(reports?|evidence|accounts?|indications|allegations)$/.test(c.subject.noun))
        return found(`accuse/reports-${name}`, {
          force: 'accuse',
          contentStart: clause.start,
          inner: innerOf(c, clause),
        })
      return clause ? found(`${frame.force}/${name}-that`) : null
    }
    case 'noun': {
      if (frame.force !== 'consult') return null
      const np = nounPhraseAt(p, skipAdverbs(p, end, limit), limit)
      const met = g.passive ? c.subject.noun : np ? p.tokens.keys[np.head]! : ''
      return c.lexicon.forces.meetings.has(met)
        ? found(`consult/${name}-${met}`, { triggerEnd: np && !g.passive ? np.end : end })
        : null
    }
    case 'body': {
      // "the Council will lift the sanctions if": foretold by somebody else
      if (g.modal !== null && c.subject.kind === 'actor') return null
      const isBody = c.subject.kind === 'issuer' || c.subject.kind === 'understood' ? c.ctx.body : bodySubject(c)
      return isBody ? found(`decide/${name}`, objectOf(c, frame, end)) : null
    }
    case 'thing':
      return c.subject.kind === 'conduct' || c.subject.kind === 'any' ? found(`stress/${name}-thing`) : null
    case 'perfect-ing':
      if (clauseAfter(p, g, limit)) return null
      return g.form === Form.Ing || c.ctx.resolution || c.ctx.body ? found(`note/having-${name}`) : null
    case 'obj':
    case 'person': {
      if (g.passive) return null
      const np = nounPhraseAt(p, skipAdverbs(p, end, limit), limit)
      if (!np) return null
      let office = false
      for (let k = np.start; k < np.end; k++)
        if (p.nameAt[k]! >= 0 || c.lexicon.roles.get(p.tokens.keys[k]!) === 'official') office = true
      const actor =
        office || p.nameAt[np.head]! >= 0 || p.nameAt[np.start]! >= 0 || c.lexicon.roles.has(p.tokens.keys[np.head]!)
      return actor ? found(`${frame.force}/${name}-person`) : null
    }
    default:
      return null
  }
}

/** "Support our freedom": a bare verb without subject at the head of a sentence addresses somebody. */
export function imperative(c: Case): boolean {
  return (
    c.subject.kind === 'understood' &&
    !c.embedded &&
    (c.g.form === Form.Base || (c.g.form === Form.Present && c.p.tokens.keys[c.g.start] === 'do')) &&
    !c.ctx.resolution
  )
}

function bodySubject(c: Case): boolean {
  return (
    c.subject.kind === 'actor' &&
    c.subject.ids.length > 0 &&
    c.subject.ids.every(
      id => c.ctx.bodyIds.has(id) || (!c.lexicon.isState(id) && !id.startsWith('OTHER:') && id !== 'INTCOM'),
    )
  )
}

/** The first predicate of a clause that reports give, for whose conduct is told. */
function innerOf(c: Case, clause: { clause: number; start: number }): Found['inner'] {
  const g = c.p.groups[c.p.clauses[clause.clause]!.verbs[0]!]!
  const subject = analyseSubject(c.p, clause.start + 1, g.start, c.ctx, c.lexicon)
  return { g, subject, found: { force: 'accuse', rule: 'accuse/reported', triggerEnd: g.end }, limit: c.limit }
}

/** The object that is asked, warned, thanked: up to an infinitive, else the first noun phrase. */
function objectOf(c: Case, frame: VerbFrame, end: number): Partial<Found> {
  if (c.g.passive) return {}
  if (frame.force === 'urge' || frame.force === 'demand' || frame.force === 'warn') {
    const o = objectAndInfinitive(c.p, end, c.limit)
    if (o) return { object: o.object }
  }
  const np = nounPhraseAt(c.p, skipAdverbs(c.p, end, c.limit), c.limit)
  if (np && c.p.fns[np.end] === Fn.That && /^(warn|caution|remind|urge)$/.test(c.g.lemma))
    return { object: { start: np.start, end: np.end }, contentStart: np.end }
  return np ? { object: { start: np.start, end: np.end } } : {}
}

function scanParticle(c: Case, from: number, particles: string[][]): number {
  for (let k = from; k < Math.min(c.limit, from + 12); k++) {
    const e = particleEnd(c.p, k, c.limit, particles)
    if (e >= 0) return e
  }
  return -1
}
