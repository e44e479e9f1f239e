/** What the API takes: statements that are brought, drafts, comparisons, corrections. */
import { z } from '@hono/zod-openapi'
import { actFields, statement } from './ledger.js'
import { claim, finding, force, reading } from './reading.js'
import { count, dayOrNull, span, strings } from './span.js'

/** What is known better than the text says it. */
const given = {
  title: z.string().max(1000).optional(),
  date: z.string().max(40).optional().openapi({ description: 'ISO day on which it was issued.' }),
  issuers: z.array(z.string().max(200)).max(300).optional().openapi({ description: 'Codes or names.' }),
  language: z.string().max(20).optional().openapi({ description: 'ISO 639-1 code.' }),
  kind: z.string().max(100).optional(),
}

const text = z.string().min(1).openapi({ description: 'Plain text, with front matter or without.' })

export const textGiven = z
  .strictObject({
    text,
    label: z
      .string()
      .max(200)
      .optional()
      .openapi({ description: 'What it is called; the digest of the text unless given.' }),
    ...given,
  })
  .openapi('TextGiven')

export const statementGiven = z
  .strictObject({
    text: text.optional(),
    url: z
      .string()
      .max(2000)
      .optional()
      .openapi({ description: 'With a text the address at which it stands; alone, what is fetched.' }),
    label: z.string().max(200).optional(),
    ...given,
  })
  .openapi('StatementGiven')

export const added = z
  .object({
    schema: z.literal('demarche.added/1'),
    results: z.array(
      z
        .object({
          input: z.string().openapi({ description: 'The file, the address, or `text`.' }),
          outcome: z.enum(['new', 'known', 'changed', 'failed']),
          message: z.string().nullable().openapi({ description: 'Of what failed: the reason and the remedy.' }),
          statement: z.union([statement, z.null()]),
          found: z.union([
            z
              .object({ sentences: count, unread: count, acts: count, mentions: count, linked: count })
              .openapi('FoundCounts'),
            z.null(),
          ]),
          findings: z.array(finding),
        })
        .openapi('AddedResult'),
    ),
  })
  .openapi('Added')

export const checked = reading.extend({ claims: z.array(claim) }).openapi('CheckedReading')

export const draft = z
  .strictObject({
    text,
    sentences: z
      .array(span)
      .max(2000)
      .optional()
      .openapi({ description: 'The sentences looked up; all of the text where none are given.' }),
    date: dayOrNull.optional(),
    issuers: strings.optional(),
    title: z.string().max(1000).nullable().optional(),
    last: count.optional(),
    closest: count.optional(),
  })
  .openapi('Draft')

export const comparisonGiven = z
  .strictObject({
    statements: z
      .array(z.union([z.strictObject({ id: z.string().max(2000) }), textGiven]))
      .min(2)
      .max(12)
      .openapi({ description: 'Two or more, the earlier first: ids of the ledger, or texts.' }),
  })
  .openapi('ComparisonGiven')

const why = {
  who: z.string().trim().min(1).max(200).openapi({ description: 'Who corrects.' }),
  why: z.string().trim().min(1).max(2000).openapi({ description: 'For what reason.' }),
}
const number = count.openapi({ description: 'Index into the acts of the reading.' })

export const correctionGiven = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('change'), act: number, fields: actFields, ...why }),
    z.strictObject({ kind: z.literal('delete'), act: number, ...why }),
    z.strictObject({
      kind: z.literal('add'),
      fields: actFields.extend({ force, trigger: span }).openapi('NewAct'),
      ...why,
    }),
    z.strictObject({
      kind: z.literal('undo'),
      of: count
        .optional()
        .openapi({ description: 'Number of the correction; the last of the statement where none is given.' }),
      ...why,
    }),
  ])
  .openapi('CorrectionGiven')
