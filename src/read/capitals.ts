/** Capital letters, and the places where one says nothing. */
import { TokenKind, type Tokens } from '../text/tokens.js'

export function isUpperWord(word: string): boolean {
  const c = word.charCodeAt(0)
  return (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde) || (c >= 0x10c && c <= 0x17d && c % 2 === 0)
}

/** A token that opens a clause as a sentence's first word does: after an opening quotation mark, a bullet, a number and stop. */
export function sentenceLike(tokens: Tokens, i: number): boolean {
  for (let k = i - 1; k >= 0; k--) {
    const key = tokens.keys[k]!
    if (tokens.kinds[k] === TokenKind.Mark && key !== ',' && key !== '-' && key !== '/' && key !== '&' && key !== "'") {
      if (
        key === '“' ||
        key === '"' ||
        key === '‘' ||
        key === '(' ||
        key === ')' ||
        key === '.' ||
        key === '*' ||
        key === '•' ||
        key === '_' ||
        key === '–' ||
        key === '—'
      ) {
        if (key === '(' || key === ')' || key === '–' || key === '—' || key === '"')
          return k === 0 || (key === ')' && k <= 3)
        continue
      }
      return key === ':' || key === ';' || key === '?' || key === '!' || key === '[' || key === ']'
    }
    if (tokens.kinds[k] === TokenKind.Number && k <= 1) continue
    return false
  }
  return true
}
