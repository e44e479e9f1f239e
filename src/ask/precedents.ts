/** What was said before of what a statement says now. */
import type { Answer } from '../export/answer.js'
import { paged } from '../export/ledger/page.js'
import { precedentsAnswer } from '../export/ledger/precedents.js'
import { statementOf } from '../export/statement.js'
import type { Queries } from '../ledger/database.js'
import { digestOf } from '../ledger/digest.js'
import type { Page } from '../ledger/ledger.js'
import { precedentsIn } from '../ledger/precedents.js'
import type { Reading } from '../read/reading.js'
import type { Doc } from '../text/doc.js'

export interface PrecedentsWanted {
  doc: Doc
  reading: Pick<Reading, 'sentences'>
  /** Closest sentences for each. */
  most: number
  /** Earlier statements by which it is judged what was dropped. */
  last: number
}

export async function precedentsOf(
  database: Queries,
  { doc, reading, most, last }: PrecedentsWanted,
  page: Page,
): Promise<Answer> {
  const { text, date, issuers } = doc
  const asked = { id: digestOf(doc), text, date, issuers, sentences: reading.sentences, most, last }
  const found = await precedentsIn(database, asked)
  const shown = paged(found.sentences, ({ sentence }) => String(sentence.start), page)
  return precedentsAnswer({ statement: statementOf(doc), found, page: shown })
}
