/** Texts that are read, checked and looked up, and not kept. */
import { z } from '@hono/zod-openapi'
import { precedentsOf } from '../../ask/precedents.js'
import { check } from '../../check/check.js'
import { PLAIN } from '../../export/format.js'
import { readingObject } from '../../export/json.js'
import { statementOf } from '../../export/statement.js'
import type { Sentence } from '../../read/reading.js'
import { splitSentences } from '../../read/sentences.js'
import { bounded, textRead } from '../bringing.js'
import { Problem } from '../problem.js'
import { pageOf, pages } from '../queries.js'
import { type Resource, resource } from '../resource.js'
import { checked, draft, textGiven } from '../shapes/asked.js'
import { precedents } from '../shapes/questions.js'
import { reading } from '../shapes/reading.js'

export const TEXTS: readonly Resource[] = [
  resource({
    method: 'post',
    path: '/read',
    tag: 'texts',
    summary: 'The reading of a text that is not kept',
    body: textGiven,
    answer: reading,
    async make({ desk, body }) {
      bounded(desk, body.text)
      const { doc, reading: made } = await textRead(desk, body)
      return readingObject(statementOf(doc), made, PLAIN)
    },
  }),
  resource({
    method: 'post',
    path: '/check',
    tag: 'texts',
    summary: 'The reading of a text that is not kept, with its claims of fact computed against the record',
    body: textGiven,
    answer: checked,
    async make({ desk, body }) {
      bounded(desk, body.text)
      const { doc, reading: made } = await textRead(desk, body)
      const verdicts = check(doc, made, desk.dossiers, { lexicon: desk.lexicon })
      return readingObject(statementOf(doc), made, { ...PLAIN, verdicts })
    },
  }),
  resource({
    method: 'post',
    path: '/lookup/precedents',
    tag: 'texts',
    summary: 'What was said before of the sentences of a draft',
    description: 'The draft is not read, only looked up: sentences are given, or cut by the punctuation.',
    query: z.object(pages(1000)),
    body: draft,
    answer: precedents,
    async make({ desk, query, body }) {
      const { text, date = null, issuers = [], title = null, last = 3, closest = 3 } = body
      bounded(desk, text)
      const most = Math.min(100, Math.max(1, closest))
      const sentences = sentencesOf(text, body.sentences, desk.lexicon.abbreviations)
      const doc = {
        ...{ id: 'draft', text, title, date, issuers: [...issuers], language: 'en', kind: null, url: null },
        ...{ provenance: NOWHERE, origin: [], findings: [] },
      }
      const wanted = { doc, reading: { sentences }, most, last: Math.min(100, Math.max(2, last)) }
      return (await precedentsOf(desk.ledger.database, wanted, pageOf(query))).json
    },
  }),
]

const NOWHERE = { url: null, name: null, retrievedAt: null, sha256: '', mediaType: 'text/plain', charset: null }

function sentencesOf(
  text: string,
  given: readonly { start: number; end: number }[] | undefined,
  abbreviations: Map<string, boolean>,
): Sentence[] {
  const spans = given ?? splitSentences(text, abbreviations)
  return spans.map(({ start, end }) => {
    if (start >= end || end > text.length)
      throw new Problem(
        'wrong-content',
        `sentences: ${start}-${end} is no place of the text, which has ${text.length} characters; give start before end`,
      )
    return { start, end, status: 'read' }
  })
}
