/** What the words of a sentence may say of a vote. */
import type { VoteCast } from '../dossier/record.js'
import type { Count } from './numbers.js'
import { isUnrealCue, type Scene } from './scene.js'

export type VotePart = { first: number; last: number } & (
  | { type: 'tally'; cast: VoteCast; count: Count }
  /** `only`: nobody else did. */
  | { type: 'members'; cast: VoteCast; members: string[]; only?: true }
  | { type: 'veto'; members: string[]; count: number | null; only?: true }
  | { type: 'unanimous'; noVote: boolean }
  | { type: 'adopted' }
  | { type: 'failed' }
)

export const NOBODY = new Set(['none', 'nobody', 'zero', 'nil'])

/** "Neither Lorrin nor Arland vetoed it": what did not happen is not told here. */
const NEGATIONS = new Set(['neither', 'nor', 'never', 'not'])

/** Whether the verb at a word is planned, asked for or supposed. */
export function isUnreal(scene: Scene, at: number): boolean {
  for (let i = Math.max(0, at - 4); i < at; i++) {
    if (scene.words.marks[i]) continue
    if (NEGATIONS.has(scene.words.keys[i]!)) return true
    if (isUnrealCue(scene, i)) return true
  }
  return (
    scene.words.keys[at - 1] === 'to' &&
    !['fail', 'failure', 'unable', 'inability', 'refuse', 'among'].includes(scene.words.lemmas[at - 2] ?? '')
  )
}

/** "Only Lorrin [vetoed]", "Lorrin alone [voted against]": whether nobody else is said to have done so. */
export function isAlone({ words }: Scene, first: number, last: number): boolean {
  const before = words.keys[first - 1] === 'the' ? first - 2 : first - 1
  return ['only', 'solely'].includes(words.keys[before] ?? '') || words.keys[last] === 'alone'
}
