/**
 * What several actors do together, in words and in the record: meetings, exercises, accords, mechanisms. A kind of event of a
 * dossier belongs to a family by the nouns that it is known by.
 */
import { cueAt, type Scene } from './scene.js'

const FAMILIES = ['encounter', 'manoeuvre', 'accord', 'mechanism'] as const
export type Family = (typeof FAMILIES)[number]

/** The family whose noun begins at word `i`, with its end; the longest noun stands. */
export function jointNounAt(scene: Scene, i: number): { family: Family; end: number } | null {
  let found: { family: Family; end: number } | null = null
  for (const family of FAMILIES) {
    const end = cueAt(scene, i, family)
    if (end > (found?.end ?? 0)) found = { family, end }
  }
  return found
}

/** The kinds of the dossier in which several take part, by family; a kind may belong to several. */
export function kindsOf({ dossier, lexicon, vocabulary }: Scene, family: Family): string[] {
  const words = new Set(lexicon.claims[family])
  return [...dossier.manifest.kinds.values()]
    .filter(({ id, nouns }) => vocabulary.shared.has(id) && nouns.some(noun => isOf(noun, words)))
    .map(({ id }) => id)
}

/** "joint military exercise" is an exercise. */
function isOf(noun: string, words: ReadonlySet<string>): boolean {
  const parts = noun.toLowerCase().split(/[\s-]+/)
  for (let i = 0; i < parts.length; i++) if (words.has(parts.slice(i).join(' '))) return true
  return false
}
