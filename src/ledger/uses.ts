/** `lineage` asked of a ledger: every use of a phrase, or of the variants of a family of formulas. */
import type { Use } from '../compare/lineage.js'
import { phraseUses } from '../compare/phrase-uses.js'
import { FormulaFinder } from '../dossier/formulas.js'
import type { FormulaFamily } from '../dossier/record.js'
import type { Span } from '../text/span.js'
import type { Clause, Queries } from './database.js'
import { tokensOf } from './fulltext.js'
import { parseQuery } from './query.js'
import { SentenceReader } from './sentences-at.js'

/** Sentences brought at a time. */
const AT_ONCE = 500
/** Bounds of every key. */
const [FIRST, END] = [0, Number.MAX_SAFE_INTEGER]

/** Every use of a phrase of a person's own, with what others put between its words. */
export async function usesOfPhrase(queries: Queries, phrase: string): Promise<Use[]> {
  const clauses = parseQuery(phrase.replaceAll('"', ' ')).map(clause => ({ ...clause, not: false }))
  if (clauses.length === 0) return []
  return usesWhere(queries, [clauses], text => phraseUses(text, phrase))
}

/** Every use of a family's variants. */
export async function usesOfFamily(queries: Queries, family: FormulaFamily): Promise<Use[]> {
  const finder = new FormulaFinder([family])
  const wanted = family.variants.flatMap(({ phrases }) => phrases.map(clausesOf)).filter(clauses => clauses.length > 0)
  return usesWhere(queries, wanted, text => finder.find(text))
}

/** What a sentence must have to hold the phrase: one of the words of every step that may not be missing. */
function clausesOf(phrase: string): Clause[] {
  return phrase
    .split(/\s+/)
    .filter(step => step !== '' && step !== '...' && !step.startsWith('['))
    .map(step => ({ any: step.split('|').map(word => ({ tokens: tokensOf(word).map(({ token }) => token) })) }))
    .filter(({ any }) => any.every(({ tokens }) => tokens.length > 0))
}

async function usesWhere(
  queries: Queries,
  wanted: readonly (readonly Clause[])[],
  find: (text: string) => (Span & { variant: string })[],
): Promise<Use[]> {
  const keys = new Set<number>()
  for (const clauses of wanted) {
    const rows = await queries.all<{ key: number }>(queries.dialect.matching, [
      queries.dialect.matchOf(clauses),
      FIRST,
      END,
      END,
    ])
    for (const { key } of rows) keys.add(key)
  }
  const sorted = [...keys].sort((a, b) => a - b)
  const uses: Use[] = []
  for (let at = 0; at < sorted.length; at += AT_ONCE) {
    // A reader of its own for each lot: the texts of a large ledger are not held all at once.
    for (const { statement, start, text } of await new SentenceReader(queries).at(sorted.slice(at, at + AT_ONCE)))
      for (const use of find(text))
        uses.push({
          statement: statement.id,
          title: statement.title,
          date: statement.date,
          issuers: statement.issuers,
          span: { start: start + use.start, end: start + use.end },
          text: text.slice(use.start, use.end),
          variant: use.variant,
        })
  }
  return uses
}
