/**
 * Edits real statements in known ways and asks whether `compare` reports exactly those: a word swapped, an adjective
 * dropped, a sentence moved, split in two, merged with the next, added, dropped. Everything drawn by a fixed seed.
 */
import { readdirSync } from 'node:fs'
import { compare } from '../../src/compare/compare.js'
import type { Edit, Pair } from '../../src/compare/comparison.js'
import { read } from '../../src/read/read.js'
import type { Sentence } from '../../src/read/reading.js'
import type { Doc } from '../../src/text/doc.js'
import { loadFile } from '../corpus.js'
import { seeded, shuffled } from '../random.js'

export const WAYS = ['swapped', 'dropped-adjective', 'moved', 'split', 'merged', 'added', 'dropped'] as const
type Way = (typeof WAYS)[number]

export interface EditScore {
  statements: number
  /** Statements whose edited text the reader divides into other sentences than was meant; they are drawn anew. */
  redrawn: number
  made: Record<Way, number>
  found: Record<Way, number>
  /** Reported where nothing was done, or as something else. */
  invented: number
  wrong: string[]
}

/** A sentence while it is being edited. */
interface Unit {
  text: string
  /** Sentences of the original that it holds; none where it was added. */
  origins: number[]
  /** The sentence stands at a new place. */
  moved: boolean
  way: Way | null
  /** The word that was taken out, or put in the place of another: in the original, and here. */
  change?: { a: [number, number]; b: [number, number] }
}

/** Sentences of earlier statements that are kept to be added to later ones. */
const DONATED = 200
/** Word endings of adjectives. */
const ADJECTIVE = /^[a-z]{3,}(?:ful|ous|ive|able|ible|ical|ional|ent|ant)$/

export async function scoreEdits(
  folder: string,
  skip: ReadonlySet<string>,
  count: number,
  seed: number,
): Promise<EditScore> {
  const random = seeded(seed)
  const files = shuffled(
    readdirSync(folder).filter(
      file => file.endsWith('.txt') && !/-(?:ko|ja)\.txt$/.test(file) && !skip.has(file.replace(/\.txt$/, '')),
    ),
    random,
  )
  const score: EditScore = { statements: 0, redrawn: 0, made: tally(), found: tally(), invented: 0, wrong: [] }
  const donor: string[] = []
  for (const file of files) {
    if (score.statements >= count) break
    const doc = await loadFile(`${folder}/${file}`)
    if (doc.language !== 'en') continue
    const { sentences } = read(doc)
    const texts = sentences.map(({ start, end }) => doc.text.slice(start, end))
    if (sentences.length >= 8 && donor.length) scoreOne(doc, sentences, donor, random, score)
    donor.push(...texts.filter(isWhole).slice(0, 20))
    donor.splice(0, donor.length - DONATED)
  }
  return score
}

function tally(): Record<Way, number> {
  return Object.fromEntries(WAYS.map(way => [way, 0])) as Record<Way, number>
}

function scoreOne(
  doc: Doc,
  sentences: readonly Sentence[],
  donor: readonly string[],
  random: () => number,
  score: EditScore,
) {
  for (let attempt = 0; attempt < 5; attempt++) {
    const units = edited(doc.text, sentences, donor, random)
    const { text, spans } = assembled(doc.text, sentences, units)
    const after = read({ ...doc, text })
    const asMeant =
      after.sentences.length === spans.length &&
      after.sentences.every(({ start, end }, i) => start === spans[i]!.start && end === spans[i]!.end)
    if (!asMeant) {
      score.redrawn++
      continue
    }
    score.statements++
    const { pairs } = compare(
      { text: doc.text, reading: { sentences: [...sentences], acts: [] } },
      { text, reading: after },
    )
    judge(doc, sentences, units, spans, pairs, text, score)
    return
  }
}

/** One edit of each way where the statement allows it, never two beside each other. */
function edited(text: string, sentences: readonly Sentence[], donor: readonly string[], random: () => number): Unit[] {
  const units: Unit[] = sentences.map(({ start, end }, i) => ({
    text: text.slice(start, end),
    origins: [i],
    moved: false,
    way: null,
  }))
  const busy = new Set<number>()
  const gapAfter = (i: number) => text.slice(sentences[i]!.end, sentences[i + 1]?.start ?? text.length)
  const twice = new Set(units.map(unit => unit.text).filter((words, i, all) => all.indexOf(words) !== i))
  const free = (i: number) =>
    i >= 0 &&
    i < units.length &&
    ![i - 1, i, i + 1].some(at => busy.has(at)) &&
    !twice.has(units[i]!.text) &&
    wordCount(units[i]!.text) >= 6
  const pick = (fits: (i: number) => boolean) =>
    shuffled(
      units.map((_, i) => i),
      random,
    ).find(i => free(i) && fits(i))
  const reserve = (...places: number[]) => {
    for (const place of places) busy.add(place)
  }
  for (const way of shuffled(
    WAYS.filter(way => way !== 'added' && way !== 'dropped' && way !== 'moved'),
    random,
  )) {
    if (way === 'swapped') {
      const i = pick(() => true)
      if (i === undefined) continue
      const words = [...units[i]!.text.matchAll(/(?<![\p{L}\p{N}'’.-])[a-z]{4,}(?![\p{L}\p{N}'’.-])/gu)]
      const word = words[Math.floor(random() * words.length)]
      const fresh = shuffled(
        donor.join(' ').match(/(?<![\p{L}\p{N}'’.-])[a-z]{4,}(?![\p{L}\p{N}'’.-])/gu) ?? [],
        random,
      ).find(other => !units[i]!.text.includes(other))
      if (word && fresh) change(units[i]!, word.index, word.index + word[0].length, fresh, way)
      reserve(i)
    } else if (way === 'dropped-adjective') {
      const adjectiveIn = (i: number) =>
        [...units[i]!.text.matchAll(/(?<= )[a-z]+(?= [a-z])/g)].find(
          m => ADJECTIVE.test(m[0]) && neighboursDiffer(units[i]!.text, m.index, m[0]),
        )
      const i = pick(at => adjectiveIn(at) !== undefined)
      if (i === undefined) continue
      const word = adjectiveIn(i)!
      change(units[i]!, word.index, word.index + word[0].length, '', way)
      reserve(i)
    } else if (way === 'split') {
      const joint = (i: number) =>
        [...units[i]!.text.matchAll(/, and (?=[a-z])/g)].find(
          m => wordCount(units[i]!.text.slice(0, m.index)) >= 5 && wordCount(units[i]!.text.slice(m.index)) >= 6,
        )
      const i = pick(at => joint(at) !== undefined)
      if (i === undefined) continue
      const { index } = joint(i)!
      const unit = units[i]!
      const rest = unit.text.slice(index + ', and '.length)
      unit.text = `${unit.text.slice(0, index)}.\u0000${rest[0]!.toUpperCase()}${rest.slice(1)}`
      unit.way = way
      reserve(i)
    } else if (way === 'merged') {
      const i = pick(
        at =>
          free(at + 1) &&
          /^ $/.test(gapAfter(at)) &&
          /[a-z]\.$/.test(units[at]!.text) &&
          /^(?:The|We|This|It|They|These|In) /.test(units[at + 1]!.text),
      )
      if (i === undefined) continue
      const next = units[i + 1]!.text
      units[i] = {
        text: `${units[i]!.text.slice(0, -1)}, and ${next[0]!.toLowerCase()}${next.slice(1)}`,
        origins: [i, i + 1],
        moved: false,
        way,
      }
      units[i + 1] = { text: '', origins: [], moved: false, way: null }
      reserve(i, i + 1)
    }
  }
  // What changes the places of sentences comes last, since the others count by them.
  const order = units.map((unit, i) => ({ unit, i }))
  const strange = donor.filter(words => !text.includes(words))
  const place = pick(i => gapAfter(i) === ' ')
  if (place !== undefined) reserve(place)
  const dropped = pick(() => true)
  if (dropped !== undefined) {
    units[dropped]!.way = 'dropped'
    units[dropped]!.text = ''
    reserve(dropped)
  }
  const mover = pick(() => true)
  const to = mover === undefined ? undefined : pick(i => Math.abs(i - mover) >= 2)
  if (mover !== undefined && to !== undefined) {
    reserve(mover, to)
    const [taken] = order.splice(mover, 1)
    order.splice(order.findIndex(({ i }) => i === to) + 1, 0, taken!)
    units[mover]!.way = 'moved'
    units[mover]!.moved = true
  }
  if (strange.length && place !== undefined) {
    const added: Unit = {
      text: strange[Math.floor(random() * strange.length)]!,
      origins: [],
      moved: false,
      way: 'added',
    }
    order.splice(order.findIndex(({ i }) => i === place) + 1, 0, { unit: added, i: -1 })
  }
  return order.map(({ unit }) => unit)
}

function change(unit: Unit, from: number, to: number, word: string, way: Way): void {
  // A word that goes takes the space before it along; the span reported is that of the word.
  const start = word ? from : from - 1
  unit.change = { a: [from, to], b: [start, start + word.length] }
  unit.text = unit.text.slice(0, start) + word + unit.text.slice(to)
  unit.way = way
}

function neighboursDiffer(text: string, index: number, word: string): boolean {
  const before = /(\S+) $/.exec(text.slice(0, index))?.[1]
  const after = /^ (\S+)/.exec(text.slice(index + word.length))?.[1]
  return before !== word && after !== word
}

/** A sentence that can stand anywhere. */
function isWhole(words: string): boolean {
  return wordCount(words) >= 8 && /^[A-Z].*\.$/.test(words)
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}

/** The edited text and where its sentences stand. Gaps stay where they were; what comes new is parted by a space. */
function assembled(original: string, sentences: readonly Sentence[], units: readonly Unit[]) {
  const spans: { start: number; end: number; unit: Unit }[] = []
  let text = original.slice(0, sentences[0]!.start)
  let slot = 0
  for (const unit of units) {
    const gap =
      slot < sentences.length
        ? original.slice(sentences[slot]!.end, sentences[slot + 1]?.start ?? original.length)
        : ' '
    if (unit.text === '') {
      // Its gap goes with it, unless a paragraph ended there.
      if (gap.includes('\n') && !text.endsWith('\n')) text = text.trimEnd() + gap
      slot++
      continue
    }
    unit.text.split('\u0000').forEach((part, i) => {
      if (i) text += ' '
      spans.push({ start: text.length, end: text.length + part.length, unit })
      text += part
    })
    if (unit.way === 'added') text += ' '
    else {
      text += gap
      slot++
    }
  }
  return { text, spans }
}

function judge(
  doc: Doc,
  sentences: readonly Sentence[],
  units: readonly Unit[],
  spans: readonly { start: number; end: number; unit: Unit }[],
  pairs: readonly Pair[],
  text: string,
  score: EditScore,
): void {
  const expected = new Map<string, Way | null>()
  for (const unit of units) {
    const own = spans.filter(span => span.unit === unit)
    if (!own.length && unit.way !== 'dropped') continue
    const a = unit.origins.map(i => sentences[i]!)
    const kind =
      unit.way === 'added' || unit.way === 'dropped' || unit.way === 'split' || unit.way === 'merged'
        ? unit.way
        : unit.change
          ? 'edited'
          : 'same'
    const edits: Edit[] | null = unit.change
      ? [
          {
            op: unit.change.b[0] === unit.change.b[1] ? 'delete' : 'replace',
            a: shift(unit.change.a, a[0]!.start),
            b: shift(unit.change.b, own[0]!.start),
          },
        ]
      : null
    expected.set(written({ a, b: own, kind, moved: unit.moved, edits: edits ?? [] }), unit.way)
    if (unit.way) score.made[unit.way]++
  }
  for (const pair of pairs) {
    const key = written(pair)
    const way = expected.get(key)
    if (way === undefined) {
      score.invented++
      const words = [...pair.a.map(s => doc.text.slice(s.start, s.end)), ...pair.b.map(s => text.slice(s.start, s.end))]
      score.wrong.push(
        `${doc.id}: ${pair.kind}${pair.moved ? ' moved' : ''} ${JSON.stringify(words)} ${JSON.stringify(pair.edits)}`,
      )
    } else if (way) score.found[way]++
    expected.delete(key)
  }
}

function shift([start, end]: [number, number], by: number) {
  return { start: start + by, end: end + by }
}

/** Split and merged sentences have several right redlines; what belongs together is what counts there. */
function written({ a, b, kind, moved, edits }: Pair): string {
  const places = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => `${start}-${end}`).join()
  const changes =
    kind === 'edited' ? edits.map(edit => `${edit.op} ${places([edit.a])} ${places([edit.b])}`).join() : ''
  return `${kind} ${moved} ${places(a)} ${places(b)} ${changes}`
}
