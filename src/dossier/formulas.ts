/** `formulas.yaml`: families of competing wordings, and where their phrases stand in a text. */
import type { Span } from '../text/span.js'
import { type Tokens, tokenize } from '../text/tokens.js'
import type { FormulaFamily, FormulaVariant } from './record.js'

export type FormulaFile = FormulaFamily[]

type Fault = (path: string, actual: string, expected: string) => void

export function formulasOf(yaml: unknown, fault: Fault): FormulaFile {
  const families = (yaml as { families?: unknown } | null)?.families
  if (!Array.isArray(families)) {
    fault('families', JSON.stringify(yaml ?? null), 'a list of families')
    return []
  }
  const ids = new Set<string>()
  const text = (value: unknown, path: string): string => {
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
    fault(path, JSON.stringify(value ?? null), 'a text')
    return ''
  }
  const own = (id: string, path: string): string => {
    if (id !== '' && ids.has(id)) fault(path, id, 'an id of its own')
    ids.add(id)
    return id
  }
  return families.map((family: Record<string, unknown> | null, f): FormulaFamily => {
    const path = `families[${f}]`
    const id = own(text(family?.id, `${path}.id`), `${path}.id`)
    const variants = Array.isArray(family?.variants) ? family.variants : []
    if (variants.length === 0) fault(`${path}.variants`, JSON.stringify(family?.variants ?? null), 'a list of variants')
    return {
      id,
      title: text(family?.title, `${path}.title`),
      source: text(family?.source, `${path}.source`),
      variants: variants.map((variant: Record<string, unknown> | null, v): FormulaVariant => {
        const at = `${path}.variants[${v}]`
        const phrases = Array.isArray(variant?.phrases) ? variant.phrases : []
        if (phrases.length === 0) fault(`${at}.phrases`, JSON.stringify(variant?.phrases ?? null), 'a list of phrases')
        return {
          id: own(`${id}/${text(variant?.id, `${at}.id`)}`, `${at}.id`),
          title: text(variant?.title, `${at}.title`),
          phrases: phrases.map((phrase: unknown, p) => text(phrase, `${at}.phrases[${p}]`)),
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
