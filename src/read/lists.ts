/** Lists: items that only complete their lead-in belong to its sentence; items that are clauses stand for themselves. */
import type { Lexicon } from '../lexicon/lexicon.js'
import { Form } from './groups.js'
import { parseSentence } from './parse.js'
import type { RawSentence } from './sentences.js'

export interface JoinedSentence extends RawSentence {
  /** End of the part that is parsed: the lead-in, where items follow. */
  parseEnd: number
}

export function joinLists(text: string, raw: RawSentence[], lexicon: Lexicon): JoinedSentence[] {
  const out: JoinedSentence[] = []
  for (let i = 0; i < raw.length; i++) {
    const s: JoinedSentence = { ...raw[i]!, parseEnd: raw[i]!.end }
    out.push(s)
    if (!s.last || !/[:;,–—-]$/.test(text.slice(s.start, s.end).trimEnd())) continue
    const colon = text[s.end - 1] === ':'
    let j = i + 1
    let lettered = false
    while (j < raw.length) {
      const item = raw[j]!
      if (item.first) {
        if (!item.last && item.item === 'bullet') break
        if (item.item === 'letter') lettered = true
        else if (item.item === 'bullet' && (colon || lettered)) {
          if (isClause(text, item, lexicon)) break
        } else if (item.item === 'number' && colon) {
          if (isClause(text, item, lexicon)) break
        } else break
        if (
          item.item === 'letter' &&
          !colon &&
          !/[;,–—]$/.test(text.slice(raw[j - 1]!.start, raw[j - 1]!.end).trimEnd()) &&
          j === i + 1
        )
          break
      }
      j++
    }
    if (j > i + 1) {
      s.end = raw[j - 1]!.end
      s.last = true
      i = j - 1
    }
  }
  return out
}

/** The item has a subject and a finite verb, or performs an act by its first verb. */
function isClause(text: string, item: RawSentence, lexicon: Lexicon): boolean {
  const p = parseSentence(text, item.bodyStart, item.end, item.end, lexicon)
  const verbs = p.clauses[0]!.verbs
  if (verbs.length === 0) return false
  const g = p.groups[verbs[0]!]!
  // a bare base form first ("Strengthen cooperation") only completes "we will:"
  if (g.start <= 1 && g.form === Form.Base) return false
  return g.start > 0 || lexicon.performs(g.lemma)
}
