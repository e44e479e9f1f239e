/**
 * One copy of every word that was met, with its look-up key. A word is found by its code units in the text, without cutting
 * it out first, and words that repeat share strings whose hash is known: later look-ups by them need not compute it again.
 */

/** How many words are kept: far more than one statement has, little enough for a process that runs for days. */
const MOST = 1 << 16

let slots = new Int32Array(MOST * 2)
/** From 1 on; 0 marks an empty slot. As they stand in the text; with ’ folded to '; and that in lower case. */
let raw: string[] = ['']
export let words: string[] = ['']
export let keys: string[] = ['']

const FOLDED = /[’ʼ]/

/** Index into `words` and `keys` of the word at `from` to `to`. It holds until the next call. */
export function surfaceAt(text: string, from: number, to: number): number {
  let hash = 0
  for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  const mask = slots.length - 1
  let slot = (hash ^ (hash >>> 15)) & mask
  for (let id = slots[slot]!; id !== 0; id = slots[slot]!) {
    if (equals(text, from, to, raw[id]!)) return id
    slot = (slot + 1) & mask
  }
  if (raw.length > MOST) {
    slots = new Int32Array(MOST * 2)
    raw = ['']
    words = ['']
    keys = ['']
    return surfaceAt(text, from, to)
  }
  const slice = internal(text.slice(from, to))
  const word = FOLDED.test(slice) ? internal(slice.replace(/[’ʼ]/g, "'")) : slice
  const key = word.toLowerCase()
  slots[slot] = raw.length
  raw.push(slice)
  words.push(word)
  // What is one already need not be made one.
  keys.push(key === word ? word : internal(key))
  return raw.length - 1
}

function equals(text: string, from: number, to: number, word: string): boolean {
  if (word.length !== to - from) return false
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(from + i)) return false
  return true
}

/** The engine's own copy of a string, as names of properties are: compared by its address alone, and no part of a text. */
export function internal(word: string): string {
  return Object.keys({ [word]: 0 })[0]!
}
