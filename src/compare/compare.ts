/**
 * What became of one statement in another: `Reading`s to `Comparison`. The phases, in order:
 *
 * 1. words of every sentence, numbered for both texts alike
 * 2. alignment: which sentences belong together
 * 3. redline: the words that changed in them
 * 4. acts: what the change means
 * 5. formulas: variants of tracked formulas that were exchanged
 */
import type { FormulaFamily } from '../dossier/record.js'
import type { Reading } from '../read/reading.js'
import { compareActs } from './acts.js'
import { align, type Group } from './align.js'
import type { Comparison, Pair } from './comparison.js'
import { formulaSwitches } from './formulas.js'
import { redline } from './redline.js'
import { createVocabulary, joined, type Vocabulary, type Words, wordsOf } from './words.js'

/** A statement that was read. */
export interface Side {
  text: string
  reading: Pick<Reading, 'sentences' | 'acts'>
}

export interface CompareOptions {
  /** Formulas to track; none where they are not given. */
  families?: readonly FormulaFamily[]
}

/**
 * Compares two statements, `before` and `after`. The same statements give the same comparison; time grows with their
 * length and not with its square. Languages that the reader does not know are aligned like any other, and have no acts.
 */
export function compare(before: Side, after: Side, { families = [] }: CompareOptions = {}): Comparison {
  const vocabulary = createVocabulary()
  const wordsIn = ({ text, reading }: Side) => reading.sentences.map(sentence => wordsOf(text, sentence, vocabulary))
  const [a, b] = [wordsIn(before), wordsIn(after)]
  const { groups, weights } = align(a, b, vocabulary)
  const pairs = groups.map(group => pairOf(group, { side: before, words: a }, { side: after, words: b }, vocabulary))
  const [allA, allB] = [joined(a), joined(b)]
  return {
    pairs,
    acts: compareActs(
      pairs,
      { acts: before.reading.acts, words: allA },
      { acts: after.reading.acts, words: allB },
      weights,
    ),
    formulas: formulaSwitches(families, pairs, before.text, after.text),
  }
}

interface Sentences {
  side: Side
  words: readonly Words[]
}

function pairOf(group: Group, a: Sentences, b: Sentences, vocabulary: Vocabulary): Pair {
  const spans = (indices: readonly number[], { side }: Sentences) =>
    indices.map(i => {
      const { start, end } = side.reading.sentences[i]!
      return { start, end }
    })
  const words = (indices: readonly number[], of: Sentences) => joined(indices.map(i => of.words[i]!))
  const oneSided = !group.a.length || !group.b.length
  const edits = oneSided ? [] : redline(words(group.a, a), words(group.b, b), vocabulary.marks)
  return {
    a: spans(group.a, a),
    b: spans(group.b, b),
    kind: kindOf(group, edits.length > 0),
    moved: group.moved,
    edits,
  }
}

function kindOf({ a, b }: Group, edited: boolean): Pair['kind'] {
  if (!a.length) return 'added'
  if (!b.length) return 'dropped'
  if (b.length > 1) return 'split'
  if (a.length > 1) return 'merged'
  return edited ? 'edited' : 'same'
}
