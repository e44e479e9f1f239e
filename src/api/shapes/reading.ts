/** The reading of a statement: the contract `demarche.reading/1`. */
import { z } from '@hono/zod-openapi'
import { CLAIM_KINDS } from '../../check/verdict.js'
import { FORCES } from '../../read/reading.js'
import { count, dayOrNull, nullOr, span, strings, verified } from './span.js'

export const force = z.enum(FORCES).openapi('Force')
export const intensity = z
  .union([z.literal(0), z.literal(1), z.literal(2)])
  .openapi({ description: '0 plain, 1 intensified, 2 superlative.' })

export const act = z
  .object({
    trigger: span,
    force,
    repeated: z.boolean(),
    intensity,
    actors: strings,
    targets: strings,
    content: span,
    topics: strings,
    condition: nullOr(span),
    sentence: count.openapi({ description: 'Index into the sentences of the reading.' }),
    rule: z.string().openapi({ description: 'Rule that found it; a fallback begins with `fallback/`.' }),
    refs: strings.openapi({ description: 'Ids of the record.' }),
    conduct: z.string().nullable().optional().openapi({ description: 'Finer type of material conduct.' }),
  })
  .openapi('Act')

export const status = z.enum(['read', 'heading', 'furniture', 'fragment', 'unread'])

const sentence = span.extend({ status, rule: z.string().optional() }).openapi('Sentence')

const marks = {
  rule: z.string().optional(),
  refs: strings.optional().openapi({ description: 'Ids of the record that it may mean.' }),
  between: z.object({ from: z.string(), to: z.string() }).optional(),
}

const mention = z
  .discriminatedUnion('type', [
    span.extend({ ...marks, type: z.literal('actor'), id: z.string() }),
    span.extend({
      ...marks,
      type: z.literal('date'),
      from: dayOrNull,
      to: dayOrNull,
      precision: z.enum(['day', 'month', 'year', 'interval']),
    }),
    span.extend({ ...marks, type: z.literal('instrument'), id: z.string() }),
    span.extend({
      ...marks,
      type: z.literal('quantity'),
      value: z.number(),
      unit: z.string(),
      bound: z.enum(['exactly', 'at-least', 'at-most', 'more-than', 'less-than', 'about']),
    }),
    span.extend({ ...marks, type: z.literal('event'), id: z.string() }),
  ])
  .openapi('Mention')

export const finding = z
  .object({
    rule: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    start: count.nullable(),
    end: count.nullable(),
    message: z.string(),
    actual: z.string().nullable(),
    expected: z.string().nullable(),
    evidence: strings,
  })
  .openapi('Finding')

export const claim = span
  .extend({
    kind: z.enum(CLAIM_KINDS),
    parsed: z
      .record(z.string(), z.unknown())
      .openapi({ description: 'The claim as data; its fields depend on the kind.' }),
    outcome: z.enum(['supported', 'contradicted', 'not-in-record']),
    basis: z.enum(['verified', 'unverified']),
    query: z.record(z.string(), z.unknown()).openapi({ description: 'What was asked of the record.' }),
    rows: z.array(
      z
        .object({ id: z.string(), what: z.string(), source: z.string(), verified, disputed: strings })
        .openapi('VerdictRow'),
    ),
    opposite: z.string().openapi({ description: 'What would have to be true for the opposite outcome.' }),
    because: z.string(),
    sentence: count,
    dossier: z.string(),
  })
  .openapi('Claim')

/** A statement as readings have it; its `id` is its label. */
export const statementText = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    date: dayOrNull,
    issuers: strings,
    kind: z.string().nullable(),
    language: z.string(),
    url: z.string().nullable(),
    text: z.string().openapi({ description: 'The text that every offset counts in, character for character.' }),
  })
  .openapi('StatementText')

export const reading = z
  .object({
    schema: z.literal('demarche.reading/1'),
    reader: z.string(),
    statement: statementText,
    sentences: z.array(sentence),
    acts: z.array(act),
    mentions: z.array(mention),
    findings: z.array(finding),
    claims: z.array(claim).optional(),
  })
  .openapi('Reading')

export const claims = z
  .object({
    schema: z.literal('demarche.claims/1'),
    statement: z.string(),
    reader: z.string(),
    dossiers: strings,
    claims: z.array(claim),
  })
  .openapi('Claims')
