import { KNOWLEDGE } from './knowledge.generated.js'
import { createLexicon, type Lexicon } from './lexicon.js'

let made: Lexicon | undefined

/** The lexicon that ships with the program, made when first asked for. */
export function defaultLexicon(): Lexicon {
  made ??= createLexicon(KNOWLEDGE)
  return made
}
