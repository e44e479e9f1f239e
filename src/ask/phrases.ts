/** The life of a phrase, and phrases that recur. */
import { lineageOf } from '../compare/lineage.js'
import { recurringPhrases } from '../compare/recurring.js'
import type { FormulaFamily } from '../dossier/record.js'
import type { Answer } from '../export/answer.js'
import { formulasAnswer } from '../export/ledger/formulas.js'
import { lineageAnswer, useId } from '../export/ledger/lineage.js'
import { paged } from '../export/ledger/page.js'
import type { Queries } from '../ledger/database.js'
import type { Page } from '../ledger/ledger.js'
import { spokenIn } from '../ledger/spoken.js'
import { usesOfFamily, usesOfPhrase } from '../ledger/uses.js'

/** @param phrase words, or the id of one of the families */
export async function lineageIn(
  database: Queries,
  families: readonly FormulaFamily[],
  phrase: string,
  page: Page,
): Promise<Answer> {
  const family = families.find(({ id }) => id === phrase.trim())
  const lineage = lineageOf(family ? await usesOfFamily(database, family) : await usesOfPhrase(database, phrase))
  const titles = new Map(family?.variants.map(({ id, title }) => [id, title]))
  const what = family?.title ?? `"${phrase.trim()}"`
  return lineageAnswer({ what, lineage, titles, page: paged(lineage.uses, useId, page) })
}

export interface FormulasAsked {
  language: string
  /** ISO days. */
  from?: string
  to?: string
  /** Statements and voices that must have a phrase. */
  least: number
  voices: number
}

export async function formulasIn(database: Queries, asked: FormulasAsked, page: Page): Promise<Answer> {
  const { least, voices, ...spoken } = asked
  const found = await recurringPhrases(() => spokenIn(database, spoken), { least, voices })
  return formulasAnswer(paged(found, ({ phrase }) => phrase, page))
}
