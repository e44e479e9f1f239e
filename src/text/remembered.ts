import { internal } from './surfaces.js'

/** How many words' answers are kept: far more than one statement has, little enough for a process that runs for days. */
const MOST = 1 << 16

/** A function of a word that keeps its answers: the words of statements repeat, and many are asked about many times each. */
export function remembered<V>(answer: (word: string) => V): (word: string) => V {
  const known = new Map<string, V>()
  return word => {
    let value = known.get(word)
    if (value === undefined && !known.has(word)) {
      if (known.size >= MOST) known.clear()
      value = answer(word)
      known.set(internal(word), value)
    }
    return value as V
  }
}
