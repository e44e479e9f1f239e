/**
 * What traits of an act say of its force: a linear model, learned from annotated acts (`data/lexicon/force-weights.tsv`,
 * `scripts/train-forces.ts`). A trait is a short text (`lemma=launch`, `subject=actor`); `src/read/acts/evidence.ts` says
 * which ones an act has. Looking one up is a hash access.
 */

/** Plain JSON. */
export interface OpinionTable {
  forces: string[]
  /** How much likelier than the rule's force another must be, at the least, to be preferred. */
  margin: number
  /** Forces of acts of which nothing particular was found: their rules are asked about, unless trusted. */
  plain: string[]
  /** Rules that were right wherever they were measured. */
  trusted: string[]
  /** Rules that found something particular and were often wrong: they are asked about too. */
  doubted: string[]
  /** Lines of a letter for each force, a tab and the trait. */
  weights: string
}

export interface Opinion {
  forces: string[]
  margin: number
  plain: ReadonlySet<string>
  trusted: ReadonlySet<string>
  doubted: ReadonlySet<string>
  /** Letters of a trait, one for each force, or undefined for one that nothing is known of. */
  lettersOf: (trait: string) => string | undefined
}

/** A letter stands for a multiple of this. */
export const STEP = 0.06
/** Code of the letter that stands for nothing. */
const ZERO = 85
const LOWEST = 48
const HIGHEST = 122

export function createOpinion({ forces, margin, plain, trusted, doubted, weights }: OpinionTable): Opinion {
  let known: Map<string, string> | null = null
  return {
    forces,
    margin,
    plain: new Set(plain),
    trusted: new Set(trusted),
    doubted: new Set(doubted),
    lettersOf: trait => {
      known ??= new Map(linesOf(weights, forces.length))
      return known.get(trait)
    },
  }
}

function* linesOf(weights: string, width: number): Generator<[trait: string, letters: string]> {
  for (let start = 0; start < weights.length; ) {
    const end = weights.indexOf('\n', start)
    yield [weights.slice(start + width + 1, end), weights.slice(start, start + width)]
    start = end + 1
  }
}

/** Whether the rule's answer is open to a second opinion. */
export function isAsked(force: string, rule: string, { plain, trusted, doubted }: Opinion): boolean {
  return plain.has(force) ? !trusted.has(rule) : doubted.has(rule)
}

export function weightLetter(weight: number): string {
  return String.fromCharCode(Math.max(LOWEST, Math.min(HIGHEST, ZERO + Math.round(weight / STEP))))
}

/** How likely each force is by the traits, in the order of `forces`; they add up to 1. */
export function likelihoods(traits: readonly string[], { forces, lettersOf }: Opinion): Float64Array {
  const scores = new Float64Array(forces.length)
  for (const trait of traits) {
    const letters = lettersOf(trait)
    if (letters === undefined) continue
    for (let i = 0; i < scores.length; i++) scores[i]! += letters.charCodeAt(i) - ZERO
  }
  const most = Math.max(...scores)
  let sum = 0
  for (let i = 0; i < scores.length; i++) {
    scores[i] = Math.exp((scores[i]! - most) * STEP)
    sum += scores[i]!
  }
  return scores.map(score => score / sum)
}
