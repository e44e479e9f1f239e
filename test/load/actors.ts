import type { IssuerFinder } from '../../src/load/issuers.js'

/** Invented states, bodies, capitals and agencies; the order is that of the patterns' precedence. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:Federal )?Republic of Arland\b|\bArland\b|\bArlish\b|\bNorthport\b|\bNNA\b/gi, 'ARL'],
  [/\b(?:Kingdom of )?Norvia\b|\bNorvian\b|\bHalden\b/gi, 'NRV'],
  [/\bSund\b/g, 'SUN'],
  [/\bVeska\b|\bVESKA\b/g, 'VES'],
  [/\bLiga Council\b|\bLiga\b/g, 'LIGA'],
]

/** A finder of the invented actors of these tests. */
export const actors: IssuerFinder = {
  find(text) {
    const found: { start: number; end: number; id: string }[] = []
    for (const [pattern, id] of NAMES) {
      for (const match of text.matchAll(pattern))
        found.push({ start: match.index, end: match.index + match[0].length, id })
    }
    return found.sort((a, b) => a.start - b.start)
  },
  has: id => NAMES.some(([, known]) => known === id),
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
