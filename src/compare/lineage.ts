/** The life of a formula: who used which variant of it from when to when, and where an issuer went from one to another. */
import type { Span } from '../text/span.js'
import { compareText, type Usage, usageOf } from './precedents.js'

/** A use of a formula in a statement. */
export interface Use {
  statement: string
  title: string | null
  /** ISO day, or null where unknown. */
  date: string | null
  issuers: readonly string[]
  /** Where it stands in its statement's text. */
  span: Span
  /** Its words as they stand there. */
  text: string
  /** Id of the variant: of a family's, or the words themselves. */
  variant: string
}

export interface VariantLife extends Usage {
  variant: string
  uses: number
}

export interface IssuerLife {
  issuer: string
  statements: number
  first: string | null
  last: string | null
  /** The variants that the issuer used, by first use. */
  variants: { variant: string; statements: number; first: string | null; last: string | null }[]
}

/** An issuer's next statement with the formula has another variant, and lacks the one before. */
export interface Switch {
  issuer: string
  from: string
  to: string
  before: Use
  after: Use
}

export interface Lineage {
  /** In order of date, those without one last; within a day by statement and place. */
  uses: Use[]
  /** By first use. */
  variants: VariantLife[]
  /** The most frequent first. */
  issuers: IssuerLife[]
  /** In order of date. */
  switches: Switch[]
}

/** After every day. */
const LATER = '~'

export function lineageOf(found: readonly Use[]): Lineage {
  const uses = [...found].sort(inTime)
  const variants = [...Map.groupBy(uses, ({ variant }) => variant)].map(
    ([variant, of]): VariantLife => ({ variant, uses: of.length, ...usageOf(of) }),
  )
  const byIssuer = new Map<string, Use[]>()
  for (const use of uses)
    for (const issuer of use.issuers) {
      const list = byIssuer.get(issuer)
      if (list) list.push(use)
      else byIssuer.set(issuer, [use])
    }
  const issuers = [...byIssuer].map(([issuer, of]) => issuerLife(issuer, of))
  return {
    uses,
    variants: variants.sort(
      (a, b) => compareText(a.first ?? LATER, b.first ?? LATER) || compareText(a.variant, b.variant),
    ),
    issuers: issuers.sort((a, b) => b.statements - a.statements || compareText(a.issuer, b.issuer)),
    switches: [...byIssuer]
      .flatMap(([issuer, of]) => switchesOf(issuer, of))
      .sort((a, b) => inTime(a.after, b.after) || compareText(a.issuer, b.issuer)),
  }
}

function inTime(a: Use, b: Use): number {
  return (
    compareText(a.date ?? LATER, b.date ?? LATER) ||
    compareText(a.statement, b.statement) ||
    a.span.start - b.span.start ||
    compareText(a.variant, b.variant)
  )
}

function issuerLife(issuer: string, uses: readonly Use[]): IssuerLife {
  const { statements, first, last } = usageOf(uses)
  const variants = [...Map.groupBy(uses, ({ variant }) => variant)].map(([variant, of]) => {
    const life = usageOf(of)
    return { variant, statements: life.statements, first: life.first, last: life.last }
  })
  return { issuer, statements, first, last, variants }
}

/** Statements without a day have no place in the order, and take no part. */
function switchesOf(issuer: string, uses: readonly Use[]): Switch[] {
  const switches: Switch[] = []
  let before: Use[] | null = null
  for (const now of Map.groupBy(
    uses.filter(({ date }) => date !== null),
    ({ statement }) => statement,
  ).values()) {
    const gone = before?.find(use => !now.some(({ variant }) => variant === use.variant))
    const come = now.find(use => !before?.some(({ variant }) => variant === use.variant))
    if (gone && come) switches.push({ issuer, from: gone.variant, to: come.variant, before: gone, after: come })
    before = now
  }
  return switches
}
