/**
 * Parts of speech, one letter each: N noun, P proper noun, V base form or present, Z third person -s, D past tense or
 * past participle, G -ing form, J adjective, R adverb, I preposition, S subordinator, T determiner, O pronoun,
 * C coordinator, M number, X be or have, L modal or do, K the infinitive's to, U punctuation. The possessive 's counts as T.
 */
export const TAGS = ['N', 'P', 'V', 'Z', 'D', 'G', 'J', 'R', 'I', 'S', 'T', 'O', 'C', 'M', 'X', 'L', 'K', 'U'] as const
export type Tag = (typeof TAGS)[number]

/** The part of speech of a word that no list holds, from its ending. */
export function guess(word: string): Tag {
  if (word.length > 3) {
    if (word.endsWith('ly')) return 'R'
    if (word.endsWith('ing')) return 'G'
    if (/^un.*ed$/.test(word)) return 'J'
    if (word.endsWith('ed')) return 'D'
    if (/[^aeiou]est$/.test(word)) return 'J'
    if (/(ous|ful|less|able|ible|ical|ive|ic|ish|ary|ory|ial|ional)$/.test(word)) return 'J'
    if (/(ise|ize|ify)$/.test(word)) return 'V'
    if (/(ises|izes|ifies)$/.test(word)) return 'Z'
  }
  return 'N'
}
