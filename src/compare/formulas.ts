import { FormulaFinder, type FormulaUse } from '../dossier/formulas.js'
import type { FormulaFamily } from '../dossier/record.js'
import type { Span } from '../text/span.js'
import type { FormulaSwitch, Pair } from './comparison.js'

/** Where the later text uses another variant of a tracked formula than the earlier one did. In the order of the earlier. */
export function formulaSwitches(
  families: readonly FormulaFamily[],
  pairs: readonly Pair[],
  a: string,
  b: string,
): FormulaSwitch[] {
  if (!families.length) return []
  const finder = new FormulaFinder(families)
  const [mine, theirs] = [a, b].map(text => Map.groupBy(finder.find(text), use => use.family))
  return families
    .flatMap(({ id }) => switchesOf(id, pairs, mine!.get(id) ?? [], theirs!.get(id) ?? []))
    .sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start)
}

/**
 * First between sentences that belong together; then, where neither text uses the other's variant at all, between the
 * first use of each.
 */
function switchesOf(
  family: string,
  pairs: readonly Pair[],
  a: readonly FormulaUse[],
  b: readonly FormulaUse[],
): FormulaSwitch[] {
  const found: FormulaSwitch[] = []
  const add = (from: FormulaUse, to: FormulaUse) =>
    found.push({ family, from: from.variant, to: to.variant, a: spanOf(from), b: spanOf(to) })
  const within = (uses: readonly FormulaUse[], spans: readonly Span[]) =>
    uses.filter(use => spans.some(span => span.start <= use.start && use.end <= span.end))
  for (const pair of pairs) {
    if (pair.kind === 'same' || !pair.a.length || !pair.b.length) continue
    const [mine, theirs] = [within(a, pair.a), within(b, pair.b)]
    const gone = mine.filter(use => !theirs.some(other => other.variant === use.variant))
    const come = theirs.filter(use => !mine.some(other => other.variant === use.variant))
    for (let i = 0; i < Math.min(gone.length, come.length); i++) add(gone[i]!, come[i]!)
  }
  if (found.length) return found
  const gone = a.find(use => !b.some(other => other.variant === use.variant))
  const come = b.find(use => !a.some(other => other.variant === use.variant))
  if (gone && come) add(gone, come)
  return found
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}
