/** Who is said to have done something together. */
import { cueAt, type Scene } from './scene.js'

const MOST_WORDS_TO_SUBJECT = 45

/** The first word of the subject: names, offices, or a pronoun that stands for them; null where nobody is there to do it. */
export function subjectOf(scene: Scene, from: number, head: number): number | null {
  const { words, actors, lexicon, statement } = scene
  let first: number | null = null
  for (let i = head - 1; i >= Math.max(from, head - MOST_WORDS_TO_SUBJECT); i--) {
    const key = words.keys[i]!
    const name = actors.find(at => at.first <= i && i < at.last)
    const role = lexicon.roles.has(key) || lexicon.roles.has(words.lemmas[i]!)
    const pronoun = first === null && head - i <= 5 && PRONOUNS.has(key)
    if (pronoun) return i > from && words.keys[i - 1] === 'since' ? null : i
    if (name !== undefined || role) {
      first = name?.first ?? i
      continue
    }
    if (first === null) {
      // Only helpers, adverbs and dates stand between subject and verb, but for what is put in between commas.
      if (head - i > 14) return null
      const capital = statement.text[words.starts[i]!]!
      if (capital !== capital.toLowerCase() && !words.marks[i] && i > from) first = i
      continue
    }
    const fn = lexicon.english.functionWords.get(key)
    const capital = statement.text[words.starts[i]!]!
    const isName = capital !== capital.toLowerCase()
    if (
      isName ||
      isNumber(scene, key) ||
      [
        'of',
        'the',
        'and',
        ',',
        'for',
        '-',
        "'s",
        "'",
        '(',
        ')',
        '.',
        'two',
        'three',
        'four',
        'all',
        'both',
        'our',
      ].includes(key)
    ) {
      if (isName || key === 'the' || key === 'our' || isNumber(scene, key)) first = i
      continue
    }
    if (fn !== undefined || words.marks[i]) break
    if (cueAt(scene, i, 'holding') > 0 && key.endsWith('ed')) break
  }
  return first
}

function isNumber({ lexicon }: Scene, key: string): boolean {
  return Object.hasOwn(lexicon.mentions.quantities.numbers, key)
}

const PRONOUNS = new Set(['we', 'they', 'he', 'she', 'i', 'who', 'it', 'both', 'which'])
