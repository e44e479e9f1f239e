/** The words that make an act, or the conduct in its content, conditional or expressly unconditional. */
import { Fn } from '../lexicon/english.js'
import { wordsAt } from '../text/tokens.js'
import { mayBeFinite } from './groups.js'
import type { Parsed } from './parse.js'

/** Token range of the condition in `[from, to)` or in a fronted clause of the same sentence, or null. */
export function conditionOf(
  p: Parsed,
  clauseStart: number,
  from: number,
  to: number,
  start: number,
): { start: number; end: number } | null {
  return find(p, clauseStart, start, true) ?? find(p, from, to, false)
}

/** `verb`: elsewhere a verb, and an opener where the tagger takes it for a conjunction (`tagger/conjunctions.ts`). */
const OPENERS: { words: string[]; clause: boolean; verb?: true }[] = [
  { words: ['if'], clause: true },
  { words: ['unless'], clause: true },
  { words: ['until'], clause: true },
  { words: ['provided'], clause: true, verb: true },
  { words: ['providing'], clause: true, verb: true },
  { words: ['should'], clause: true, verb: true },
  { words: ['were'], clause: true, verb: true },
  { words: ['had'], clause: true, verb: true },
  { words: ['as', 'long', 'as'], clause: true },
  { words: ['so', 'long', 'as'], clause: true },
  { words: ['on', 'condition', 'that'], clause: true },
  { words: ['on', 'the', 'condition', 'that'], clause: true },
  { words: ['once'], clause: true },
  { words: ['only', 'when'], clause: true },
  { words: ['only', 'after'], clause: true },
  { words: ['in', 'the', 'event'], clause: true },
  { words: ['in', 'case'], clause: true },
  { words: ['in', 'the', 'absence', 'of'], clause: false },
  { words: ['regardless', 'of'], clause: false },
  { words: ['irrespective', 'of'], clause: false },
  { words: ['subject', 'to'], clause: false },
  { words: ['conditional', 'on'], clause: false },
  { words: ['without', 'conditions'], clause: false },
  { words: ['without', 'condition'], clause: false },
  { words: ['without', 'preconditions'], clause: false },
  { words: ['without', 'precondition'], clause: false },
  { words: ['without', 'any', 'preconditions'], clause: false },
  { words: ['without', 'any', 'conditions'], clause: false },
  { words: ['without', 'prior', 'conditions'], clause: false },
  { words: ['without', 'any', 'precondition'], clause: false },
  { words: ['unconditional'], clause: false },
  { words: ['unconditionally'], clause: false },
  { words: ['no', 'matter'], clause: true },
  { words: ['whether', 'or', 'not'], clause: true },
  { words: ['even', 'if'], clause: true },
  { words: ['under', 'any', 'circumstances'], clause: false },
]

/** Openers by first word. */
const BY_FIRST = new Map<string, typeof OPENERS>()
for (const o of OPENERS) BY_FIRST.set(o.words[0]!, [...(BY_FIRST.get(o.words[0]!) ?? []), o])

function find(p: Parsed, from: number, to: number, fronted: boolean): { start: number; end: number } | null {
  const { keys } = p.tokens
  for (let k = from; k < to; k++) {
    const openers = BY_FIRST.get(keys[k]!)
    if (!openers) continue
    for (const o of openers) {
      if (!wordsAt(p.tokens, k, o.words)) continue
      if (o.verb && p.fns[k] !== Fn.Subordinator) continue
      if (keys[k] === 'until' && !clauseFollows(p, k + 1, to)) continue
      if (keys[k] === 'if' && (keys[k - 1] === 'as' || keys[k - 1] === 'ask')) continue
      if (
        keys[k] === 'once' &&
        (/^(again|more)$/.test(keys[k + 1] ?? '') || !clauseFollows(p, k + 1, to) || keys[k - 1] === 'at')
      )
        continue
      if (o.words.length === 1 && /^unconditional/.test(o.words[0]!)) return { start: k, end: k + 1 }
      let end = k + o.words.length
      if (!o.clause && /condition/.test(o.words[o.words.length - 1]!)) return { start: k, end }
      // the clause runs to the comma that ends it when fronted, else to the end of the content
      let verb = !o.clause
      for (; end < to; end++) {
        if (p.at[end]! >= 0) verb = true
        if ((keys[end] === ',' && verb && fronted && !(p.fns[end + 1] === Fn.Coordinator)) || keys[end] === ';') break
        if (keys[end] === ',' && verb && !fronted && p.fns[end + 1] !== Fn.Coordinator) break
      }
      return { start: k, end }
    }
  }
  return null
}

/** Conditions that say that there is none: "without any preconditions", "unconditionally", "regardless of ...". */
const NONE =
  /^(?:without\s+(?:any\s+|prior\s+)*(?:pre)?conditions?\b|unconditional|(?:regardless|irrespective)\s+of\b|no\s+matter\b|whether\s+or\s+not\b|even\s+if\b|under\s+any\s+circumstances\b)/i

/** Whether the words of an act's condition set one; false where they say expressly that there is none. */
export function setsCondition(words: string): boolean {
  return !NONE.test(words)
}

function clauseFollows(p: Parsed, from: number, to: number): boolean {
  for (let k = from; k < Math.min(to, from + 14); k++) {
    const gi = p.at[k]!
    if (gi >= 0) return mayBeFinite(p.groups[gi]!.form)
    if (p.tokens.keys[k] === ',') return false
  }
  return false
}
