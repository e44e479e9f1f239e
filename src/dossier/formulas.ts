/** `formulas.yaml`: families of competing wordings, and where their phrases stand in a text. */
import type { Span } from '../text/span.js'
import { type Tokens, tokenize } from '../text/tokens.js'
import { shownYaml } from './manifest.js'
import type { FormulaFamily, FormulaVariant } from './record.js'

export type FormulaFile = FormulaFamily[]

type Fault = (path: string, actual: string, expected: string) => void

export function formulasOf(yaml: unknown, fault: Fault): FormulaFile {
  const families = (yaml as { families?: unknown } | null)?.families
  if (!Array.isArray(families)) {
    fault('families', shownYaml(yaml), 'a list of families')
    return []
  }
  const known = (value: object | null | undefined, path: string, keys: readonly string[]) => {
    for (const key of Object.keys(value ?? {}))
      if (!keys.includes(key)) fault(path ? `${path}.${key}` : key, key, `a key known here (${keys.join(', ')})`)
  }
  known(yaml as object, '', ['families'])
  const ids = new Set<string>()
  const text = (value: unknown, path: string): string => {
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
    fault(path, shownYaml(value), 'a text')
    return ''
  }
  const own = (id: string, path: string): string => {
    if (id !== '' && ids.has(id)) fault(path, id, 'an id of its own')
    ids.add(id)
    return id
  }
  return families.map((family: Record<string, unknown> | null, f): FormulaFamily => {
    const path = `families[${f}]`
    known(family, path, ['id', 'title', 'source', 'note', 'variants'])
    const id = own(text(family?.id, `${path}.id`), `${path}.id`)
    const variants = Array.isArray(family?.variants) ? family.variants : []
    if (variants.length === 0) fault(`${path}.variants`, shownYaml(family?.variants), 'a list of variants')
    return {
      id,
      title: text(family?.title, `${path}.title`),
      source: text(family?.source, `${path}.source`),
      variants: variants.map((variant: Record<string, unknown> | null, v): FormulaVariant => {
        const at = `${path}.variants[${v}]`
        known(variant, at, ['id', 'title', 'note', 'phrases'])
        const phrases = Array.isArray(variant?.phrases) ? variant.phrases : []
        if (phrases.length === 0) fault(`${at}.phrases`, shownYaml(variant?.phrases), 'a list of phrases')
        return {
          id: own(`${id}/${text(variant?.id, `${at}.id`)}`, `${at}.id`),
          title: text(variant?.title, `${at}.title`),
          phrases: phrases.map((phrase: unknown, p) => {
            const words = text(phrase, `${at}.phrases[${p}]`)
            if (words !== '' && !isPhrase(words))
              fault(
                `${at}.phrases[${p}]`,
                words,
                'words, at least one of them outside square brackets, none of them empty, no ... at an end',
              )
            return words
          }),
        }
      }),
    }
  })
}

/** One step of a phrase: any of these words; whether it may be missing; or a gap of up to six words. */
type Step = { words: string[]; optional: boolean } | 'gap'

const LONGEST_GAP = 6

/** A use of a formula in a text. */
export interface FormulaUse extends Span {
  family: string
  variant: string
}

interface CompiledPhrase {
  family: string
  variant: string
  steps: Step[]
}

/** Phrases of families, ready to be found in texts. */
export class FormulaFinder {
  /** By every word that can open the phrase. */
  readonly #byFirst = new Map<string, CompiledPhrase[]>()

  constructor(families: readonly FormulaFamily[]) {
    for (const family of families)
      for (const variant of family.variants)
        for (const phrase of variant.phrases) {
          const compiled = { family: family.id, variant: variant.id, steps: stepsOf(phrase) }
          for (const word of openers(compiled.steps)) {
            const list = this.#byFirst.get(word)
            if (list) list.push(compiled)
            else this.#byFirst.set(word, [compiled])
          }
        }
  }

  /** Uses in order of start; where two of one family overlap, the longer one. */
  find(text: string, span: Span = { start: 0, end: text.length }): FormulaUse[] {
    const tokens = tokenize(text, span.start, span.end)
    const uses: FormulaUse[] = []
    for (let at = 0; at < tokens.length; at++)
      for (const { family, variant, steps } of this.#byFirst.get(tokens.keys[at]!) ?? []) {
        const end = endOf(tokens, at, steps, 0)
        if (end > at) uses.push({ family, variant, start: tokens.starts[at]!, end: tokens.ends[end - 1]! })
      }
    uses.sort((a, b) => a.start - b.start || b.end - a.end)
    const kept: FormulaUse[] = []
    for (const use of uses)
      if (!kept.some(other => other.family === use.family && other.start < use.end && use.start < other.end))
        kept.push(use)
    return kept
  }
}

function stepsOf(phrase: string): Step[] {
  return phrase
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
    .map(word => {
      if (word === '...') return 'gap'
      const optional = word.startsWith('[') && word.endsWith(']')
      const words = (optional ? word.slice(1, -1) : word).split('|')
      return { words: words.map(w => w.replaceAll('’', "'")), optional }
    })
}

/** Whether a phrase can be found: it begins and ends with a word, and not all of its words may be missing. */
function isPhrase(phrase: string): boolean {
  const steps = stepsOf(phrase)
  return (
    steps[0] !== 'gap' &&
    steps.at(-1) !== 'gap' &&
    steps.some(step => step !== 'gap' && !step.optional) &&
    steps.every(step => step === 'gap' || step.words.every(word => word !== '' && !/[[\]]/.test(word)))
  )
}

function openers(steps: Step[]): string[] {
  const words: string[] = []
  for (const step of steps) {
    if (step === 'gap') break
    words.push(...step.words)
    if (!step.optional) break
  }
  return words
}

/** The token after the match that begins at `at`, or -1. */
function endOf(tokens: Tokens, at: number, steps: Step[], from: number): number {
  if (from === steps.length) return at
  const step = steps[from]!
  if (step === 'gap') {
    for (let gap = 0; gap <= LONGEST_GAP && at + gap < tokens.length; gap++) {
      const end = endOf(tokens, at + gap, steps, from + 1)
      if (end >= 0) return end
    }
    return -1
  }
  if (at < tokens.length && step.words.includes(tokens.keys[at]!)) {
    const end = endOf(tokens, at + 1, steps, from + 1)
    if (end >= 0) return end
  }
  return step.optional ? endOf(tokens, at, steps, from + 1) : -1
}
