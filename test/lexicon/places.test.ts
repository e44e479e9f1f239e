/** Each name of a place or an instrument keeps an actor's name inside it from being taken for the actor. */
import { expect, it } from 'vitest'
import { defaultLexicon } from '../../src/lexicon/default.js'
import { createGazetteer } from '../../src/lexicon/gazetteer.js'
import { KNOWLEDGE } from '../../src/lexicon/knowledge.generated.js'
import type { Lexicon } from '../../src/lexicon/lexicon.js'
import { findNames } from '../../src/read/names.js'
import { tokenize } from '../../src/text/tokens.js'
import { rowsOf } from './sentences.js'

const lexicon = defaultLexicon()
const actorsOnly: Lexicon = {
  ...lexicon,
  gazetteer: createGazetteer(KNOWLEDGE.actors.aliases, alias => tokenize(alias, 0, alias.length).words),
}

it.each(rowsOf('places.csv').map(row => [row.name ?? '', row.example || `We spoke about the ${row.name} on Monday.`]))(
  '%s',
  (name, text) => {
    const start = text.indexOf(name)
    const inside = (known: Lexicon) => {
      const tokens = tokenize(text, 0, text.length)
      return findNames(tokens, known).filter(
        found => tokens.starts[found.start]! < start + name.length && tokens.ends[found.end - 1]! > start,
      )
    }
    expect(start).toBeGreaterThanOrEqual(0)
    expect(inside(lexicon)).toEqual([])
    expect(inside(actorsOnly).length).toBeGreaterThan(0)
  },
)
