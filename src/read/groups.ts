/** Verb groups: auxiliaries, adverbs and the verb they serve, as one unit with its form. */
import { Fn } from '../lexicon/english.js'
import { TokenKind } from '../text/tokens.js'
import { T, type Tagged } from './tagger/tagged.js'

/**
 * Form of a verb group. `Past` and `Participle` are told apart where the word or an auxiliary does; `Ed` is a bare form
 * that may be either; `Base` a bare base form (present, imperative, subjunctive or coordinated infinitive).
 */
// biome-ignore lint/suspicious/noConstEnum: its values stand inline in the hot loops
export const enum Form {
  Present,
  PresentS,
  Past,
  Modal,
  Infinitive,
  Base,
  Ing,
  Ed,
  Participle,
}

export interface Group {
  /** Token range, half-open. */
  start: number
  end: number
  /** Token of the last verb. */
  head: number
  /** Base form of the last verb. */
  lemma: string
  form: Form
  /** Key of the modal, where there is one (`will`, `must` ...). */
  modal: string | null
  negated: boolean
  passive: boolean
  progressive: boolean
  perfect: boolean
  /** The last verb is `be`, `have` or `do` used as a verb of its own. */
  copula: boolean
}

/** Finds the verb groups of a sentence, left to right. `at[i]` is the index of the group that token i belongs to, or -1. */
export function verbGroups(tagged: Tagged): { groups: Group[]; at: Int16Array } {
  const { tokens, tags, fns, lemmas } = tagged
  const groups: Group[] = []
  const at = new Int16Array(tokens.length).fill(-1)
  for (let i = 0; i < tokens.length; ) {
    const group = groupAt(i)
    if (!group) {
      i++
      continue
    }
    for (let k = group.start; k < group.end; k++) at[k] = groups.length
    groups.push(group)
    i = group.end
  }
  return { groups, at }

  /** The first place from `i` on that is no adverb or negation (at most five words away), or -1. */
  function skipAdverbs(i: number): number {
    let k = i
    while (k < tokens.length && k - i < 7) {
      if (fns[k] === Fn.Not || tags[k] === T.R) k++
      // "to immediately, completely and unconditionally withdraw"
      else if (
        k > i &&
        tags[k - 1] === T.R &&
        tags[k + 1] === T.R &&
        (fns[k] === Fn.Coordinator || tokens.keys[k] === ',')
      )
        k += 2
      // "we have each committed", "they should all agree"
      else if (
        k > 0 &&
        /^(each|both|all)$/.test(tokens.keys[k]!) &&
        ((tags[k + 1] === T.D && (fns[k - 1] === Fn.Have || fns[k - 1] === Fn.Be)) ||
          (tags[k + 1] === T.V && fns[k - 1] === Fn.Modal))
      )
        k++
      else if (tokens.keys[k] === ',' && k + 2 < tokens.length && tags[k + 1] === T.R && tokens.keys[k + 2] === ',')
        k += 3
      else break
    }
    return k
  }

  function groupAt(i: number): Group | null {
    const fn = fns[i]!
    const tag = tags[i]!
    if (tokens.kinds[i] === TokenKind.Mark) return null
    if (
      fn !== Fn.To &&
      fn !== Fn.Modal &&
      fn !== Fn.Do &&
      fn !== Fn.Be &&
      fn !== Fn.Have &&
      tag !== T.V &&
      tag !== T.Z &&
      tag !== T.G &&
      tag !== T.D
    )
      return null
    const g: Group = {
      start: i,
      end: i + 1,
      head: i,
      lemma: lemmas[i]!,
      form: Form.Base,
      modal: null,
      negated: false,
      passive: false,
      progressive: false,
      perfect: false,
      copula: false,
    }
    if (fn === Fn.To) {
      if (tag !== T.K && tags[i + 1] !== T.R) return null
      const k = skipAdverbs(i + 1)
      if (k >= tokens.length) return null
      const f = fns[k]!
      if (
        tags[k] === T.V ||
        (f === Fn.Be && tokens.keys[k] === 'be') ||
        (f === Fn.Have && tokens.keys[k] === 'have') ||
        (f === Fn.Do && tokens.keys[k] === 'do')
      ) {
        g.form = Form.Infinitive
        rest(g, i + 1, k)
        return g
      }
      return null
    }
    if (fn === Fn.Modal || (fn === Fn.Do && tokens.keys[i] !== 'doing')) {
      let k = skipAdverbs(i + 1)
      if (fn === Fn.Modal && tokens.keys[i] === 'ought' && tokens.keys[k] === 'to') k = skipAdverbs(k + 1)
      const f = fns[k] ?? 0
      if (
        k < tokens.length &&
        (tags[k] === T.V ||
          (f === Fn.Be && tokens.keys[k] === 'be') ||
          (f === Fn.Have && tokens.keys[k] === 'have') ||
          (f === Fn.Do && tokens.keys[k] === 'do'))
      ) {
        g.form = fn === Fn.Modal ? Form.Modal : formOfDo(tokens.keys[i]!)
        if (fn === Fn.Modal) g.modal = modalKey(tokens.keys[i]!)
        negate(g, i, k)
        if (tokens.keys[i] === 'cannot') g.negated = true
        rest(g, i + 1, k)
        return g
      }
      if (fn === Fn.Do) {
        g.form = tokens.keys[i] === 'done' ? Form.Participle : formOfDo(tokens.keys[i]!)
        g.copula = true
        return g
      }
      g.form = Form.Modal
      g.modal = modalKey(tokens.keys[i]!)
      return g
    }
    if (fn === Fn.Be || fn === Fn.Have) {
      const key = tokens.keys[i]!
      g.form =
        key === 'been'
          ? Form.Participle
          : key === 'being' || key === 'having'
            ? Form.Ing
            : key === 'be' || key === 'have'
              ? key === 'have'
                ? Form.Present
                : Form.Base
              : key === 'was' || key === 'were' || key === 'had' || key === "'d"
                ? Form.Past
                : key === 'is' || key === 'has' || key === "'s"
                  ? Form.PresentS
                  : Form.Present
      rest(g, i, i)
      return g
    }
    if (tag === T.V) {
      // "to help promote": an infinitive without to
      g.form = i > 0 && /^help(s|ed|ing)?$/.test(tokens.keys[i - 1]!) ? Form.Infinitive : Form.Base
      return g
    }
    if (tag === T.Z) {
      g.form = Form.PresentS
      return g
    }
    if (tag === T.G) {
      g.form = Form.Ing
      return g
    }
    if (tag === T.D) {
      // "we come", "they become": a participle that is no past tense
      g.form = /^(come|become|overcome|run)$/.test(tokens.keys[i]!) ? Form.Base : Form.Ed
      return g
    }
    return null
  }

  function negate(g: Group, from: number, to: number): void {
    for (let k = from; k < to; k++) if (fns[k] === Fn.Not) g.negated = true
  }

  /** Follows the chain of auxiliaries from the verb at `k`; the words from `from` to `k` are adverbs. */
  function rest(g: Group, from: number, k: number): void {
    negate(g, from, k)
    g.head = k
    g.end = k + 1
    g.lemma = lemmas[k]!
    const fn = fns[k]!
    if (fn !== Fn.Be && fn !== Fn.Have) {
      g.copula = fn === Fn.Do
      return
    }
    g.copula = true
    const next = skipAdverbs(k + 1)
    if (next >= tokens.length) {
      negate(g, k + 1, Math.min(next, tokens.length))
      return
    }
    const f = fns[next]!
    const t = tags[next]!
    const is = fn === Fn.Be
    if (is && (t === T.D || t === T.G || (f === Fn.Be && tokens.keys[next] === 'being'))) {
      // "is united", "is concerned": a participle that is a predicate adjective is read as passive all the same
      negate(g, k + 1, next)
      g.passive = t === T.D
      g.progressive = t === T.G || f === Fn.Be
      g.copula = false
      if (f === Fn.Be) {
        rest(g, k + 1, next)
        g.progressive = true
        return
      }
      g.head = next
      g.end = next + 1
      g.lemma = lemmas[next]!
      return
    }
    if (
      !is &&
      (t === T.D ||
        (f === Fn.Be && tokens.keys[next] === 'been') ||
        (f === Fn.Have && tokens.keys[next] === 'had') ||
        (f === Fn.Do && tokens.keys[next] === 'done'))
    ) {
      negate(g, k + 1, next)
      g.perfect = true
      g.copula = false
      rest(g, k + 1, next)
      g.perfect = true
      if (f === Fn.Have || f === Fn.Do) g.copula = true
      return
    }
    // "have long been", "has yet to", "is also": trailing adverbs belong to the complement, a negation to the verb
    for (let m = k + 1; m < next; m++)
      if (fns[m] === Fn.Not) {
        g.negated = true
        g.end = m + 1
      }
  }
}

function formOfDo(key: string): Form {
  return key === 'did' ? Form.Past : key === 'does' ? Form.PresentS : Form.Present
}

function modalKey(key: string): string {
  return key === "'ll"
    ? 'will'
    : key === "'d"
      ? 'would'
      : key === 'ca' || key === 'cannot'
        ? 'can'
        : key === 'wo'
          ? 'will'
          : key
}

export function isFiniteForm(form: Form): boolean {
  return form === Form.Present || form === Form.PresentS || form === Form.Past || form === Form.Modal
}

/** Finite, or a bare form that may be. */
export function mayBeFinite(form: Form): boolean {
  return isFiniteForm(form) || form === Form.Base || form === Form.Ed
}

/** Token `i` belongs to a verb group that is finite for certain. */
export function finiteAt({ groups, at }: { groups: Group[]; at: Int16Array }, i: number): boolean {
  return at[i]! >= 0 && isFiniteForm(groups[at[i]!]!.form)
}
