/** A text's runs of words, made once so that any other text is matched with it in the time it takes to read that one. */

interface State {
  length: number
  link: number
  next: Map<string, number>
}

/** All runs of words of a text: a suffix automaton (Blumer and others, 1985), with words for letters. */
export class Runs {
  readonly #states: State[] = [{ length: 0, link: -1, next: new Map() }]

  constructor(words: readonly string[]) {
    let last = 0
    for (const word of words) last = this.#extend(word, last)
  }

  /** By word of another text: how many words up to and with it, as many as can be, are a run of this one. */
  longestUpTo(words: readonly string[]): number[] {
    let [state, length] = [0, 0]
    return words.map(word => {
      while (state > 0 && !this.#states[state]!.next.has(word)) {
        state = this.#states[state]!.link
        length = this.#states[state]!.length
      }
      const next = this.#states[state]!.next.get(word)
      if (next === undefined) return 0
      state = next
      length++
      return length
    })
  }

  #extend(word: string, last: number): number {
    const states = this.#states
    const added = states.push({ length: states[last]!.length + 1, link: 0, next: new Map() }) - 1
    let from = last
    for (; from >= 0 && !states[from]!.next.has(word); from = states[from]!.link) states[from]!.next.set(word, added)
    if (from < 0) return added
    const met = states[from]!.next.get(word)!
    if (states[met]!.length === states[from]!.length + 1) {
      states[added]!.link = met
      return added
    }
    const { link, next } = states[met]!
    const copy = states.push({ length: states[from]!.length + 1, link, next: new Map(next) }) - 1
    for (; from >= 0 && states[from]!.next.get(word) === met; from = states[from]!.link)
      states[from]!.next.set(word, copy)
    states[met]!.link = copy
    states[added]!.link = copy
    return added
  }
}
