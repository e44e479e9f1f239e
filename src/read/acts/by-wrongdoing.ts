/**
 * Codebook, rules 6 and 7: a main clause that asserts wrongdoing or danger of a named actor's conduct is `accuse`; general
 * danger or a principle is `state`.
 */
import { Form, finiteAt } from '../groups.js'
import { T } from '../tagger/tagged.js'
import { infinitiveAfter } from './complement.js'
import { type Case, type Found, isIssuer } from './found.js'
import { nounPhraseAt, singular, skipAdverbs } from './noun-phrase.js'
import { isConduct } from './subject.js'
import {
  againstNorm,
  censuringAdverb,
  denied,
  frontedDespite,
  hasCensure,
  hasWrongWord,
  inBreach,
  nounAfterNothingBut,
  otherThanWrong,
} from './wrong-words.js'

/** Verbs that say what something amounts to or carry a wrong as object. */
const BEARING = new Set([
  'be',
  'constitute',
  'represent',
  'pose',
  'amount',
  'commit',
  'carry',
  'conduct',
  'perpetrate',
  'present',
  'become',
  'show',
  'demonstrate',
  'make',
  'mark',
  'remain',
  'launch',
  'stage',
  'engage',
  'pursue',
  'continue',
  'reflect',
  'issue',
  'create',
  'resort',
  'display',
  'reveal',
  'betray',
  'prove',
  'serve',
  'act',
  'form',
  'run',
  'go',
  'have',
  'cause',
  'bring',
  'do',
  'signal',
  'signify',
  'mean',
  'raise',
  'heighten',
  'increase',
  'risk',
  'entail',
  'produce',
  'sow',
  'spread',
  'stir',
  'commit',
])

const STATIVE =
  /^(be|have|include|contain|reject|oppose|condemn|denounce|deny|face|suffer|resist|counter|address|combat|fight|respond|prevent|end|stop|report|know)$/

export function byWrongdoing(c: Case): Found | null {
  const { p, g, subject, limit } = c
  if ((isIssuer(c) && !/^(it|they)$/.test(subject.noun)) || subject.kind === 'own') return null
  // conduct is named where its owner is, or where a censuring word marks it as somebody's
  const named =
    subject.kind === 'actor' ||
    (subject.kind === 'conduct' &&
      (subject.ids.length > 0 || c.ctx.rival.length > 0 || hasCensure(c, subject.start, subject.end))) ||
    (subject.kind === 'any' &&
      isConduct(subject.noun, c.lexicon) &&
      c.ctx.culprits.length + c.ctx.rival.length > 0 &&
      /^(the|this|these|that|those|such|its|their|his|her|both|each|all)$/.test(p.tokens.keys[subject.start] ?? '')) ||
    (subject.kind === 'any' &&
      c.ctx.culprits.length > 0 &&
      (hasCensure(c, subject.start, subject.end) ||
        (happened(g) && !g.copula && !/^(any|no|every|all)$/.test(p.tokens.keys[subject.start] ?? '')))) ||
    (c.ctx.culprits.length > 0 && (subject.kind === 'expletive' || subject.noun === 'it' || subject.noun === 'they'))
  const accuse = (rule: string, end: number): Found => ({
    force: named ? 'accuse' : 'state',
    rule: named ? `accuse/${rule}` : `state/${rule}-in-general`,
    triggerEnd: end,
    passive: g.passive,
  })

  // "does not represent", "has not complied": duties and norms not kept
  if (
    named &&
    g.negated &&
    g.modal === null &&
    /^(comply|respect|honor|honour|uphold|adhere|abide|represent|reflect|serve|heed|cooperate|implement|fulfill|fulfil|observe|keep|live|provide|address|meet|contribute|justify|excuse|change|respond|engage|allow|permit|hold)$/.test(
      g.lemma,
    )
  )
    return accuse(`not-${g.lemma}`, g.end)
  if (
    /^(evidence|evidences|indications|findings|investigation|reports)$/.test(subject.noun) &&
    g.lemma === 'point' &&
    p.tokens.keys[g.end] === 'to'
  )
    return { force: 'accuse', rule: 'accuse/evidence-points', triggerEnd: g.end }
  if (g.copula && g.lemma === 'be' && !g.negated && subject.kind !== 'any') {
    const np = nounPhraseAt(p, skipAdverbs(p, g.end, limit), limit)
    if (
      np &&
      /^(attack|attacks|assault|atrocity|act|acts|massacre|crime)$/.test(p.tokens.keys[np.head]!) &&
      /^(this|these|it|they|such|that)$/.test(p.tokens.keys[subject.start] ?? '') &&
      (/^(attack|attacks|assault|massacre)$/.test(p.tokens.keys[np.head]!) || hasCensure(c, np.start, np.end))
    )
      return { force: 'accuse', rule: 'accuse/is-attack', triggerEnd: np.end }
  }
  if (g.copula && g.lemma === 'be') {
    const k = skipAdverbs(p, g.end, limit)
    const key = p.tokens.keys[k] ?? ''
    if (
      /^(responsible|complicit|guilty|culpable|liable)$/.test(key) &&
      (subject.kind === 'actor' || subject.kind === 'conduct') &&
      !g.negated &&
      g.modal === null
    )
      return { force: 'accuse', rule: `accuse/is-${key}`, triggerEnd: k + 1 }
    if (g.negated && /^(acceptable|tolerable|justifiable|justified|excusable|permissible|admissible)$/.test(key))
      return {
        force: subject.kind === 'any' && /^(any|no)$/.test(p.tokens.keys[subject.start] ?? '') ? 'reject' : 'condemn',
        rule: `condemn/not-${key}`,
        triggerEnd: k + 1,
      }
  }
  if (g.lemma === 'risk' && !g.passive && g.modal === null)
    return {
      force: named && subject.kind !== 'any' ? 'accuse' : 'warn',
      rule: named && subject.kind !== 'any' ? 'accuse/risks' : 'warn/risks',
      triggerEnd: g.end,
    }
  if (/^(lie|rest|fall|be)$/.test(g.lemma) && /^(onus|responsibility|blame|ball|burden)$/.test(subject.noun)) {
    const k = skipAdverbs(p, g.end, limit)
    if (/^(on|upon|with|in)$/.test(p.tokens.keys[k] ?? ''))
      return {
        force: /^(onus|ball|burden)$/.test(subject.noun) ? 'demand' : 'accuse',
        rule: `accuse/${subject.noun}-lies-with`,
        triggerEnd: g.end,
      }
  }
  const nothingBut = nounAfterNothingBut(c)
  if (nothingBut > 0 && named) return accuse('nothing-but', nothingBut)
  if (
    subject.kind === 'actor' &&
    /^(attempt|try|seek|plan|prepare|threaten|intend)$/.test(g.lemma) &&
    g.progressive &&
    subject.ids.some(id => c.ctx.culprits.includes(id)) &&
    infinitiveAfter(p, g.end, limit)
  )
    return accuse(`${g.lemma}-to`, g.end)
  if (named && subject.kind === 'actor' && frontedDespite(c)) return accuse('despite', g.end)
  if (named && /^(go|run|fly|stand)$/.test(g.lemma) && againstNorm(c)) return accuse('goes-against', g.end)
  if (named && otherThanWrong(c)) return accuse('other-than', g.end)
  if (
    named &&
    subject.kind !== 'actor' &&
    /^(show|prove|demonstrate|reveal|expose|betray|go|illustrate|display|convince|testify)$/.test(g.lemma) &&
    !g.negated &&
    (subject.kind === 'conduct' || subject.kind === 'any')
  ) {
    if (g.lemma !== 'go' || infinitiveAfter(p, g.end, limit))
      return accuse(`conduct-shows`, g.lemma === 'go' ? infinitiveAfter(p, g.end, limit)!.end : g.end)
  }
  if (named && censuringAdverb(c)) return accuse('censuring-adverb', g.end)
  if (c.lexicon.forces.wrongVerbs.has(g.lemma) && !g.negated) return accuse(g.lemma, g.end)
  if (g.lemma === 'fail' && subject.kind !== 'any' && named && !c.ctx.body) {
    const inf = infinitiveAfter(p, g.end, limit)
    if (
      inf &&
      !subject.ids.some(
        id =>
          c.lexicon.members[id] === undefined && !c.lexicon.isState(id) && !id.startsWith('OTHER:') && id !== 'INTCOM',
      )
    )
      return accuse('fail-to', inf.end)
  }
  if (BEARING.has(g.lemma) && !(g.negated && g.lemma !== 'be' && g.lemma !== 'constitute' && g.lemma !== 'represent')) {
    let k = skipAdverbs(p, g.end, limit)
    if (p.tags[k] === T.I && /^(out|to|in|as|on|against)$/.test(p.tokens.keys[k]!)) k++
    // "is contrary to", "are illegal": the adjective itself
    let m = k
    while (m < limit && p.tags[m] === T.R) m++
    if (
      g.copula &&
      p.tokens.keys[m] !== undefined &&
      c.lexicon.forces.wrongAdjectives.has(p.tokens.keys[m]!) &&
      p.tags[m + 1] !== T.N
    ) {
      let stop = m + 1
      while (p.tags[stop] === T.C && p.tags[stop + 1] === T.J) stop += 2
      return g.negated ? null : accuse(`is-${p.tokens.keys[m]}`, stop)
    }
    const np = nounPhraseAt(p, k, limit)
    if (np) {
      const noun = p.tokens.keys[np.head]!
      if (c.lexicon.forces.wrongNouns.has(noun)) {
        if (g.negated || p.tokens.keys[np.start] === 'no') return null
        if (/^(challenge|source|cause)$/.test(singular(noun)))
          return named && hasWrongWord(c, np.end, limit) ? accuse(`is-${singular(noun)}`, np.end) : null
        return accuse(
          `is-${singular(noun)}`,
          /^(raise|heighten|increase|risk|entail|produce|sow|spread|stir|cause|bring|create|make|carry|conduct|launch|stage|commit|issue|do|run)$/.test(
            g.lemma,
          )
            ? g.end
            : np.end,
        )
      }
      // "is the reckless act of", "is an illegal mechanism": a censuring adjective before the head
      if (named)
        for (let q = np.start; q < np.head; q++)
          if (c.lexicon.forces.wrongAdjectives.has(p.tokens.keys[q]!))
            return accuse(`is-${p.tokens.keys[q]}-${singular(noun)}`, np.end)
    }
  }
  // a virtue denied: "will neither be free nor fair", "has no legal effect", "in no way represents"
  if (named && (g.negated || denied(c)) && !c.ctx.readout) {
    for (let k = g.end; k < Math.min(limit, g.end + 8); k++) {
      if (p.at[k]! >= 0) break
      if (c.lexicon.forces.virtues.has(p.tokens.keys[k]!))
        return accuse(`no-${p.tokens.keys[k]}`, g.copula ? k + 1 : g.end)
    }
  }
  if (g.copula && g.lemma === 'be' && named && !g.negated && hasWrongWord(c, g.end, limit)) {
    const np = nounPhraseAt(p, skipAdverbs(p, g.end, limit), limit)
    return accuse('is-censured', np ? np.end : g.end)
  }
  // "served only to raise tensions", "responded by further stifling"
  if (named && !g.negated) {
    const inf = g.lemma === 'serve' ? infinitiveAfter(p, g.end, limit) : null
    if (inf && byWrongdoing({ ...c, g: { ...inf, form: Form.Present } })) return accuse('serves-to', inf.end)
    if (subject.kind === 'actor')
      for (let k = g.end; k < Math.min(limit - 1, g.end + 16); k++)
        if (p.tokens.keys[k] === 'by') {
          const at = skipAdverbs(p, k + 1, limit)
          const gi = p.at[at]!
          if (gi >= 0 && p.groups[gi]!.form === Form.Ing && c.lexicon.forces.wrongVerbs.has(p.groups[gi]!.lemma))
            return accuse('by-doing-wrong', g.end)
        }
  }
  // a censuring adjunct: "in breach of", "despite the appeals of"
  if (named && !g.negated) {
    for (let k = g.end; k < limit; k++) {
      const key = p.tokens.keys[k]!
      if (finiteAt(p, k)) break
      if (key === 'in' && inBreach(c, k + 1)) return accuse('in-breach', g.end)
      if (key === 'despite' && (subject.kind === 'actor' || g.passive)) return accuse('despite', g.end)
      if (key === 'without' && /^(warning|notice|justification)$/.test(p.tokens.keys[k + 1] ?? ''))
        return accuse('without-warning', g.end)
    }
    if (
      subject.kind === 'conduct' &&
      subject.ids.length > 0 &&
      !g.copula &&
      hasWrongWord(c, g.end, limit) &&
      !STATIVE.test(g.lemma)
    )
      return accuse('censured-effect', g.end)
    if (
      subject.kind === 'actor' &&
      !g.copula &&
      // what a third state will do is no deed yet
      (g.form !== Form.Modal || c.ctx.culprits.length > 0) &&
      !subject.ids.some(id => !c.lexicon.isState(id) && !id.startsWith('OTHER:')) &&
      hasWrongWord(c, g.end, limit) &&
      !STATIVE.test(g.lemma)
    )
      return accuse('censured-deed', g.end)
  }
  return null
}

/** Told as done: past or perfect. */
function happened(g: Case['g']): boolean {
  return g.perfect || g.form === Form.Past || g.form === Form.Ed
}
