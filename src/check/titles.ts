/** Titles of offices in a sentence: "Arland Special Representative for Norvia", "Secretary-General of the United Nations". */
import type { ActorHere } from './names.js'
import { findCue, isCapital, type Scene } from './scene.js'

const MOST_TITLE_WORDS = 16

/** Small words inside a title: "Minister of Foreign Affairs", "Representative for the North". */
const INSIDE_TITLE = new Set(['of', 'for', 'the', 'on', 'to', 'and', '(', ')', '-'])

export function isOfficeHead(scene: Scene, i: number): boolean {
  // Most words are none, and cost no more than a look-up.
  if (scene.lexicon.roles.get(scene.words.keys[i]!) !== 'official') return false
  // "the General Assembly": a body, with a word of titles in its name.
  const body = scene.actors.find(actor => actor.rule !== 'actor/person' && actor.first <= i && i + 1 < actor.last)
  if (body !== undefined && isCapital(scene, i + 1) && !isTitleWord(scene, i + 1)) return false
  return isCapital(scene, i) && !scene.words.keys[i]!.endsWith('s')
}

export function isTitleWord(scene: Scene, i: number): boolean {
  const named =
    scene.lexicon.roles.get(scene.words.keys[i]!) === 'official' || findCue(scene, i, i + 1, 'office-words') >= 0
  return named && isCapital(scene, i)
}

/** The title that holds an office word: "Arland Special Representative for Norvia", "Secretary-General of the United Nations". */
export function titleAround(scene: Scene, head: number, actors: readonly ActorHere[]) {
  const { words } = scene
  // "President of the Sund Council" as one name: its words are the title's.
  const others = actors.filter(actor => !(actor.first <= head && head < actor.last))
  const holder = (i: number) => others.find(actor => actor.first <= i && i < actor.last && !isTitleOnly(scene, actor))
  let first = head
  while (first > 0 && head - first < MOST_TITLE_WORDS) {
    const i = first - 1
    const actor = holder(i)
    if (actor !== undefined) first = actor.first
    else if (isTitleWord(scene, i)) first = i
    else if (
      INSIDE_TITLE.has(words.keys[i]!) &&
      i > 0 &&
      words.keys[i] !== 'the' &&
      words.keys[i] !== 'and' &&
      words.keys[i] !== 'to' &&
      (holder(i - 1) !== undefined || isTitleWord(scene, i - 1))
    )
      first = i
    else if (words.keys[i] === "'s" || words.keys[i] === "'") first = i
    // "Special Representative for the Sund Ambassador Halvard"
    else if (words.keys[i] === 'the' && ['for', 'of'].includes(words.keys[i - 1] ?? '') && isTitleWord(scene, i - 2))
      first = i - 1
    else break
  }
  while (words.keys[first] === "'s" || words.keys[first] === ')' || words.keys[first] === 'of') first++
  let last = head + 1
  while (last < words.length && last - head < MOST_TITLE_WORDS) {
    if (isTitleWord(scene, last)) last++
    else if (holder(last) !== undefined && INSIDE_TITLE.has(words.keys[last - 1]!)) last = holder(last)!.last
    else {
      // A small word belongs to the title if a title word or an actor follows it.
      let next = last
      while (INSIDE_TITLE.has(words.keys[next] ?? '') && next - last < 3) next++
      if (
        next > last &&
        words.keys[last] !== ')' &&
        (isTitleWord(scene, next) ||
          holder(next) !== undefined ||
          (isCapital(scene, next) && isTitleWord(scene, next + 1))) &&
        words.keys[last] !== 'and'
      )
        last = holder(next)?.last ?? next + 1
      else if (next > last && words.keys[last] === 'and' && isTitleWord(scene, next) && !isOfficeHead(scene, next))
        last = next + 1
      else if (isCapital(scene, last) && isAreaWord(scene, last)) last++
      else break
    }
  }
  const inside = others.filter(actor => actor.first >= first && actor.last <= last && !isTitleOnly(scene, actor))
  const title: string[] = []
  for (let i = first; i < last; i++)
    if (!words.marks[i] && words.keys[i] !== "'s" && !inside.some(actor => actor.first <= i && i < actor.last))
      title.push(words.keys[i]!)
  // The office is held for whom the title opens with or whom "of" names; "for Norvia" says what it deals with.
  const ofWhom =
    inside.find(actor => actor.first <= head && actor.first <= first + 1) ??
    inside.find(actor => words.keys[actor.first - 1] === 'of' || words.keys[actor.first - 2] === 'of')
  return title.length === 0 ? null : { first, last, words: title, of: ofWhom?.id ?? null }
}

/** A capitalised word that stands before a title word: "for Sundish Affairs". */
function isAreaWord(scene: Scene, i: number): boolean {
  return INSIDE_TITLE.has(scene.words.keys[i - 1]!) && isTitleWord(scene, i + 1)
}

/** An actor whose whole name is a title ("Secretary-General") is part of the title. */
function isTitleOnly(scene: Scene, { first, last }: ActorHere): boolean {
  return last > first && scene.lexicon.roles.get(scene.words.keys[last - 1]!) === 'official'
}
