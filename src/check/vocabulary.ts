/** The words of a dossier (its kinds, classes, marks) and the cues of the language, ready to be found in a sentence. */
import type { Dossier } from '../dossier/dossier.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { lemmaOf, PhraseTable } from './words.js'

export type WordSense =
  | { type: 'noun'; kind: string }
  | { type: 'verb'; kind: string }
  | { type: 'class'; class: string }
  | { type: 'mark'; kind: string; mark: string }

export interface Vocabulary {
  words: PhraseTable<WordSense>
  /** Kinds in which actors that the dossier is not about take part: exercises, meetings. */
  shared: ReadonlySet<string>
  /** Proper names of what those kinds hold ("Grey Gull"), lower case, with the rows of the event table that bear them. */
  names: ReadonlyMap<string, number[]>
}

const made = new WeakMap<Dossier, Vocabulary>()

export function vocabularyOf(dossier: Dossier, lexicon: Lexicon): Vocabulary {
  const known = made.get(dossier)
  if (known !== undefined) return known
  const words = new PhraseTable<WordSense>()
  // A kind without events is there for the table of completeness alone.
  const recorded = new Set(dossier.events.kinds)
  for (const { id, nouns, verbs, marks } of dossier.manifest.kinds.values()) {
    if (!recorded.has(id)) continue
    for (const noun of nouns) words.add(noun, { type: 'noun', kind: id })
    for (const verb of verbs) words.add(verb, { type: 'verb', kind: id })
    for (const [mark, phrases] of Object.entries(marks))
      for (const phrase of phrases)
        words.add(phrase, { type: 'mark', kind: id, mark }, word => lemmaOf(word, lexicon.english))
  }
  for (const { id, words: names } of dossier.manifest.classes.values())
    for (const name of names) words.add(name, { type: 'class', class: id })
  const subjects = new Set(dossier.manifest.subjects)
  const { events } = dossier
  const foreign = events.actorSets.map(set => set.some(actor => !subjects.has(actor)))
  const shared = new Set<string>()
  for (let i = 0; i < events.length; i++) if (foreign[events.actorSet[i]!]) shared.add(events.kinds[events.kind[i]!]!)
  for (const [id, kind] of dossier.manifest.kinds) if (kind.classed) shared.delete(id)
  const vocabulary = { words, shared, names: namesOf(dossier, shared) }
  made.set(dossier, vocabulary)
  return vocabulary
}

const cueTables = new WeakMap<Lexicon, PhraseTable<string>>()

/** The cues of the language: words that make a claim, by what they say. */
export function cueTable(lexicon: Lexicon): PhraseTable<string> {
  let cues = cueTables.get(lexicon)
  if (cues === undefined) {
    cues = new PhraseTable()
    for (const [cue, phrases] of Object.entries(lexicon.claims)) for (const phrase of phrases) cues.add(phrase, cue)
    cueTables.set(lexicon, cues)
  }
  return cues
}

/** Runs of two or more capitalised words in the names of rows, without ordinals and numbers. */
function namesOf({ events }: Dossier, shared: ReadonlySet<string>): Map<string, number[]> {
  const names = new Map<string, number[]>()
  const kinds = events.kinds.map(kind => shared.has(kind))
  for (let i = 0; i < events.length; i++) {
    if (!kinds[events.kind[i]!]) continue
    for (const [run] of events.cellAt(i, 'name').matchAll(/\p{Lu}[\p{L}']*(?: \p{Lu}[\p{L}']*)+/gu)) {
      const name = run.toLowerCase().replace(/^(?:first|second|third|fourth|fifth|joint|combined) /, '')
      if (!name.includes(' ')) continue
      const rows = names.get(name) ?? []
      rows.push(i)
      names.set(name, rows)
    }
  }
  return names
}
