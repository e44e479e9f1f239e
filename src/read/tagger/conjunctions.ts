/** Words that join a clause as a conjunction does, though elsewhere they are verbs or nouns. */
import { Fn } from '../../lexicon/english.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import { T, type Tagged } from './tagged.js'

const NO_SUBJECT = /^(all|both|each|any|either|neither|no|now|then|also)$/

/** Retags them; `nameAt[i] >= 0` marks the tokens of actors' names. */
export function conjunctions(tagged: Tagged, nameAt: Int16Array, lexicon: Lexicon): void {
  const { keys } = tagged.tokens
  for (let i = 0; i < keys.length; i++) {
    switch (keys[i]) {
      case 'provided':
      case 'providing':
        if (joinsProviso(tagged, i)) {
          join(tagged, i)
          join(tagged, i + 1)
        }
        break
      case 'case':
        // "in case the talks fail", not "in case of"
        if (keys[i - 1] === 'in' && opensNoun(tagged, nameAt, i + 1)) join(tagged, i)
        break
      case 'should':
        if (opensNoun(tagged, nameAt, i + 1) && !isQuestion(tagged)) invert(tagged, nameAt, i, lexicon)
        break
      case 'were':
      case 'had':
        if (beginsClause(tagged, i) && opensNoun(tagged, nameAt, i + 1) && !isQuestion(tagged))
          invert(tagged, nameAt, i, lexicon)
    }
  }
}

/** "..., provided that Norvia pays": after a comma or a noun; elsewhere it is a verb. */
function joinsProviso({ tokens, tags }: Tagged, i: number): boolean {
  if (tokens.keys[i + 1] !== 'that') return false
  return tokens.keys[i - 1] === ',' || (i > 3 && tags[i - 1] === T.N)
}

/** "Should Norvia agree, ...", "Were it to leave, ...", "Had they complied, ...": a condition without its "if". */
function invert(tagged: Tagged, nameAt: Int16Array, i: number, { english }: Lexicon): void {
  const { tags, fns, lemmas, tokens } = tagged
  const auxiliary = tokens.keys[i]
  // a word that may be a verb, where none is read as one: "should Norvia attack"
  let likely = -1
  for (let k = i + 1; k < tokens.length && k < i + 14; k++) {
    if (nameAt[k]! >= 0) continue
    const key = tokens.keys[k]!
    if (key === ',' || key === ';' || fns[k] === Fn.Modal) break
    if (auxiliary === 'were' && fns[k] === Fn.To && tags[k + 1] === T.V) {
      join(tagged, i)
      tags[k] = T.R
      fns[k] = Fn.None
      return
    }
    if ((auxiliary === 'should' && tags[k] === T.V) || (auxiliary === 'had' && tags[k] === T.D)) {
      join(tagged, i)
      tags[k] = T.V
      return
    }
    if (likely < 0 && k > i + 1 && tags[k] === T.N && english.words.get(key)?.tags.includes(T.V)) likely = k
  }
  if (auxiliary !== 'should' || likely < 0) return
  join(tagged, i)
  tags[likely] = T.V
  lemmas[likely] = english.words.get(tokens.keys[likely]!)!.lemma
}

function join({ tags, fns, lemmas, tokens }: Tagged, i: number): void {
  tags[i] = T.S
  fns[i] = Fn.Subordinator
  lemmas[i] = tokens.keys[i]!
}

function opensNoun({ tags, tokens, fns }: Tagged, nameAt: Int16Array, i: number): boolean {
  if (i >= tokens.length || NO_SUBJECT.test(tokens.keys[i]!)) return false
  return (
    nameAt[i]! >= 0 ||
    tags[i] === T.P ||
    tags[i] === T.O ||
    fns[i] === Fn.Determiner ||
    fns[i] === Fn.Possessive ||
    fns[i] === Fn.Pronoun
  )
}

function beginsClause({ tokens, fns }: Tagged, i: number): boolean {
  return i === 0 || fns[i - 1] === Fn.Coordinator || /^[,;:]$/.test(tokens.keys[i - 1]!)
}

function isQuestion({ tokens }: Tagged): boolean {
  return tokens.keys[tokens.length - 1] === '?'
}
