import type { Lexicon } from '../lexicon/lexicon.js'
import type { IssuerFinder } from '../load/issuers.js'
import { tokenize } from '../text/tokens.js'
import { findNames } from './names.js'

/** The reader's knowledge of names, for loading: it finds issuers with it, and checks those that are given. */
export function issuerFinder(lexicon: Lexicon): IssuerFinder {
  return {
    find(text) {
      const tokens = tokenize(text, 0, text.length)
      return findNames(tokens, lexicon).map(name => ({
        start: tokens.starts[name.start],
        end: tokens.ends[name.end - 1],
        id: name.id,
      }))
    },
    has: id => lexicon.gazetteer.ids.has(id),
  }
}
