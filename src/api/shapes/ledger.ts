/** What the ledger holds: statements, sentences, acts, corrections, counts. */
import { z } from '@hono/zod-openapi'
import { act, force, intensity, status } from './reading.js'
import { count, dayOrNull, instant, next, nullOr, span, strings } from './span.js'

export const statement = z
  .object({
    id: z.string().openapi({ description: 'SHA-256 of text, day and issuers, 64 hexadecimal digits.' }),
    label: z.string().openapi({ description: 'The id of its front matter or file name; several may share one.' }),
    title: z.string().nullable(),
    date: dayOrNull,
    issuers: strings,
    kind: z.string().nullable(),
    language: z.string(),
    url: z.string().nullable(),
    added: instant,
    reader: z.string().openapi({ description: 'Version of the reader that made its reading.' }),
    previous: z.string().nullable().openapi({ description: 'The version of the same address that it replaces.' }),
    latest: z.boolean().openapi({ description: 'Whether no later version replaces it.' }),
    sentences: count,
    acts: count,
  })
  .openapi('Statement')

export const statements = z
  .object({ schema: z.literal('demarche.statements/1'), statements: z.array(statement), next })
  .openapi('Statements')

const foundSentence = span.extend({
  id: z.string().openapi({ description: 'First 16 digits of the statement, `/s` and its number.' }),
  n: count.openapi({ description: 'Index into the sentences of the reading.' }),
  status,
  text: z.string(),
})

const numberedAct = act.extend({
  id: z.string().openapi({ description: 'First 16 digits of the statement, `/a` and its number.' }),
  corrected: z.boolean().openapi({ description: 'Whether a person made or changed it.' }),
})

export const search = z
  .object({
    schema: z.literal('demarche.search/1'),
    sentences: z.array(
      foundSentence
        .extend({
          marks: z.array(span).openapi({ description: 'Places of the words looked for, in `text`.' }),
          statement,
          acts: z.array(numberedAct),
        })
        .openapi('FoundSentence'),
    ),
    next,
  })
  .openapi('Search')

export const foundAct = numberedAct
  .extend({
    n: count.openapi({ description: 'Index into the acts of the reading.' }),
    within: foundSentence.openapi('WithinSentence'),
    statement,
  })
  .openapi('FoundAct')

export const acts = z.object({ schema: z.literal('demarche.acts/1'), acts: z.array(foundAct), next }).openapi('Acts')

export const actFields = z
  .object({
    force,
    intensity,
    repeated: z.boolean(),
    actors: strings,
    targets: strings,
    topics: strings,
    trigger: span,
    content: span,
    condition: nullOr(span),
  })
  .partial()
  .openapi('ActFields')

const made = { who: z.string(), why: z.string() }
const correction = z
  .object({
    number: count,
    statement: z.string(),
    correction: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('change'), act, fields: actFields, ...made }),
      z.object({ kind: z.literal('delete'), act, ...made }),
      z.object({ kind: z.literal('add'), act, ...made }),
      z.object({ kind: z.literal('undo'), of: count, ...made }),
    ]),
    at: instant,
    undone: z.boolean(),
  })
  .openapi('Correction')

export const corrections = z
  .object({ schema: z.literal('demarche.corrections/1'), corrections: z.array(correction) })
  .openapi('Corrections')

export const stats = z
  .object({
    schema: z.literal('demarche.stats/1'),
    ledger: z.string(),
    statements: count,
    versions: count,
    sentences: count,
    unread: count,
    acts: count,
    corrections: count,
    characters: count,
    bytes: count,
    first: dayOrNull,
    last: dayOrNull,
    readers: z.array(z.object({ reader: z.string(), statements: count })),
    languages: z.array(z.object({ language: z.string(), statements: count })),
    issuers: z.array(z.object({ issuer: z.string(), statements: count })),
    forces: z.array(z.object({ force, acts: count })),
  })
  .openapi('Stats')
