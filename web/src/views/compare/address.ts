import type { ActChangeKind } from '../../../../src/compare/comparison.js'
import { many, one, several } from '../../app/address.js'

/** What the address of the view holds. */
export interface CompareSearch {
  /** Ids of statements: the earlier one, the later one, and any further ones. */
  a?: string
  b?: string
  c?: string[]
  /** Side by side where absent. */
  view?: 'inline'
  /** Only sentences with an act that changed so, or with `formula` one that was switched. */
  change?: Change[]
  /** Of three or more statements: only points on these topics. */
  topic?: string[]
}

export type Change = ActChangeKind | 'formula'

/** In the order in which summaries list them. */
export const CHANGES: readonly Change[] = [
  'strengthened',
  'weakened',
  'changed',
  'redirected',
  'condition-added',
  'condition-removed',
  'added',
  'dropped',
  'formula',
]

export function compareSearch(search: Record<string, unknown>): CompareSearch {
  const asked = many(search, 'change')
  const change = CHANGES.filter(each => asked.includes(each))
  return {
    a: one(search, 'a'),
    b: one(search, 'b'),
    c: several(search, 'c'),
    view: one(search, 'view') === 'inline' ? 'inline' : undefined,
    change: change.length > 0 ? change : undefined,
    topic: several(search, 'topic'),
  }
}

/** The statements that are compared, in order. */
export function statementsIn({ a, b, c = [] }: CompareSearch): string[] {
  return [a, b, ...c].filter(id => id !== undefined)
}

/** The other way round: the address for these statements. */
export function comparing(ids: readonly string[]): Pick<CompareSearch, 'a' | 'b' | 'c'> {
  const [a, b, ...c] = ids
  return { a, b, c: c.length ? c : undefined }
}
