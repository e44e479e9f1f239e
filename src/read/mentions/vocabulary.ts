/**
 * The words that the finders look for, in one hash table, so that a text is looked through once: the scanner computes
 * a word's hash while it reads its letters and asks here without making a string.
 */

/** Classes of words, one bit each. */
export const W = {
  Determiner: 1 << 0,
  Possessive: 1 << 1,
  Preposition: 1 << 2,
  Conjunction: 1 << 3,
  Pronoun: 1 << 4,
  Auxiliary: 1 << 5,
  Subordinator: 1 << 6,
  Adverb: 1 << 7,
  /** Base form of a verb that is no noun. */
  Verb: 1 << 8,
  /** Its third person. */
  VerbS: 1 << 9,
  VerbNoun: 1 << 10,
  VerbNounS: 1 << 11,
  Past: 1 << 12,
  Participle: 1 << 13,
  Attributive: 1 << 14,
  Plural: 1 << 15,
  Adjective: 1 << 16,
  Month: 1 << 17,
  Weekday: 1 << 18,
  /** Any other word at which a date may begin. */
  DateWord: 1 << 19,
  TimeUnit: 1 << 20,
  Numeral: 1 << 21,
  Ordinal: 1 << 22,
  Event: 1 << 23,
  Follower: 1 << 24,
  Instrument: 1 << 25,
  Resolution: 1 << 26,
  Symbol: 1 << 27,
  Label: 1 << 28,
  Introducer: 1 << 29,
  /** Ends in -ly and is no adverb. */
  NotAdverb: 1 << 30,
} as const

/** Words after which a noun phrase cannot go on, and before which it cannot begin. */
export const CLOSED =
  W.Preposition | W.Conjunction | W.Pronoun | W.Auxiliary | W.Subordinator | W.Adverb | W.Determiner | W.Possessive

const APOSTROPHE = 39
const UNFOLDED = /[A-Z\u2019\u02bc]/

/** ASCII letters in lower case, the typographic apostrophe as the plain one. */
export function fold(code: number): number {
  if (code >= 65 && code <= 90) return code + 32
  return code === 0x2019 || code === 0x2bc ? APOSTROPHE : code
}

export function addToHash(hash: number, folded: number): number {
  return (Math.imul(hash, 31) + folded) | 0
}

export class Vocabulary {
  /** Word of each id; 0 is no word. */
  readonly words: string[] = ['']
  /** Classes of each id. */
  readonly flags: number[] = [0]
  private readonly hashes: number[] = [0]
  private slots = new Int32Array(1 << 14)

  /** Id of a word, which is added where it is new; `flags` are added to its classes. */
  add(word: string, flags = 0): number {
    const folded = UNFOLDED.test(word)
      ? word.replace(/[A-Z\u2019\u02bc]/g, letter => String.fromCharCode(fold(letter.charCodeAt(0))))
      : word
    let hash = 0
    for (let i = 0; i < folded.length; i++) hash = addToHash(hash, folded.charCodeAt(i))
    let id = this.find(folded, 0, folded.length, hash)
    if (id === 0) {
      id = this.words.length
      this.words.push(folded)
      this.flags.push(0)
      this.hashes.push(hash)
      if (id * 2 > this.slots.length) this.grow()
      else this.place(id)
    }
    this.flags[id] |= flags
    return id
  }

  addAll(words: readonly string[], flags: number): void {
    for (const word of words) this.add(word, flags)
  }

  /** Id of the word at `start` to `end`, or 0. */
  find(text: string, start: number, end: number, hash: number): number {
    const mask = this.slots.length - 1
    let slot = hash & mask
    for (;;) {
      const id = this.slots[slot]
      if (id === 0) return 0
      if (this.hashes[id] === hash && this.equals(text, start, end, this.words[id])) return id
      slot = (slot + 1) & mask
    }
  }

  idOf(word: string): number {
    let hash = 0
    for (let i = 0; i < word.length; i++) hash = addToHash(hash, fold(word.charCodeAt(i)))
    return this.find(word, 0, word.length, hash)
  }

  private equals(text: string, start: number, end: number, word: string): boolean {
    if (end - start !== word.length) return false
    for (let i = 0; i < word.length; i++) if (fold(text.charCodeAt(start + i)) !== word.charCodeAt(i)) return false
    return true
  }

  private place(id: number): void {
    const mask = this.slots.length - 1
    let slot = this.hashes[id] & mask
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask
    this.slots[slot] = id
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    for (let id = 1; id < this.words.length; id++) this.place(id)
  }
}
