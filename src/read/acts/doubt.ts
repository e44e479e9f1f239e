/**
 * Whether a form that passes for a predicate may be none: "internally displaced persons", "the measures adopted on 17 May",
 * "their analyses on". Asked only where nothing but the kind of the verb, or nothing at all, speaks for the act: a bare
 * guess had better leave the sentence unread.
 */
import { Form, type Group } from '../groups.js'
import type { Parsed } from '../parse.js'
import { T } from '../tagger/tagged.js'
import { skipAdverbs } from './noun-phrase.js'
import type { Predicate } from './predicates.js'
import type { Subject } from './subject.js'

/** `noun` where the form is most likely a noun, `form` where it may modify one or hang on a verb; null without doubt. */
export function doubtOf(
  p: Parsed,
  predicate: Predicate,
  subject: Subject,
  before: Group | null,
  kind: string | undefined,
): 'noun' | 'form' | null {
  const { g } = predicate
  if (g.modal !== null || g.passive || g.perfect || g.progressive || g.copula) return null
  const thing = subject.kind === 'any' || subject.kind === 'conduct' || subject.kind === 'own'
  if (subject.kind === 'understood' && g.form !== Form.Past && g.form !== Form.Base) return 'form'
  const first = skipBack(p, g.start)
  // "views impacted networks as": right behind another verb
  if (g.form === Form.Ed && before !== null && first === before.end - 1) return 'form'
  if (g.form === Form.PresentS && g.end - g.start === 1 && first >= 0 && needsNoun(p, first)) return 'noun'
  if (g.form === Form.Ed) {
    if (predicate.shared && before !== null && !tellsPast(before)) return 'form'
    // "the measures adopted on", "sets of remains recovered near"
    const next = p.tags[skipAdverbs(p, g.end, predicate.limit)]
    return thing && !predicate.shared && next === T.I && kind !== 'course' ? 'form' : null
  }
  // "to help achieve these goals"
  if (g.form === Form.Base || g.form === Form.Present)
    return thing && (kind === undefined || first < 0 || p.at[first]! >= 0) ? 'form' : null
  return g.form === Form.Ing || g.form === Form.Participle ? 'form' : null
}

/** "their analyses", "anthropological analyses", but not "this builds on". */
function needsNoun(p: Parsed, k: number): boolean {
  if (p.tags[k] === T.J) return true
  return p.tags[k] === T.T && !/^(this|that|these|those|which|each|all|both)$/.test(p.tokens.keys[k]!)
}

function skipBack(p: Parsed, start: number): number {
  let k = start - 1
  while (k >= 0 && p.tags[k] === T.R) k--
  return k
}

/** A form that a past participle or a simple past may follow after "and". */
function tellsPast(g: Group): boolean {
  return g.form === Form.Past || g.form === Form.Ed || g.perfect || (g.passive && !g.progressive)
}
