/** What is asked of many statements: positions, lineage, formulas, precedents, the timeline. */
import { z } from '@hono/zod-openapi'
import { ACT_CHANGES } from '../../compare/comparison.js'
import { foundAct } from './ledger.js'
import { force, intensity, statementText } from './reading.js'
import { count, day, dayOrNull, next, span, strings } from './span.js'

const cellAct = z
  .object({
    force,
    intensity,
    date: dayOrNull.optional(),
    statement: z.string().optional(),
    title: z.string().nullable().optional(),
  })
  .openapi('CellAct')

export const positions = z
  .object({
    schema: z.literal('demarche.positions/1'),
    total: count,
    cells: z.array(
      z
        .object({
          id: z.string().openapi({ description: 'Actor and topic, with a colon between them.' }),
          actor: z.string(),
          topic: z.string(),
          acts: count,
          latest: cellAct,
          strongest: z.array(cellAct).openapi({ description: 'On each ladder that has an act.' }),
          years: z.array(z.object({ year: z.number().int(), acts: count })),
          trend: z.enum(['stronger', 'weaker', 'as strong', 'changed']).nullable(),
        })
        .openapi('Cell'),
    ),
    next,
  })
  .openapi('Positions')

export const position = z
  .object({ schema: z.literal('demarche.position/1'), cell: z.string(), acts: z.array(foundAct), next })
  .openapi('Position')

const use = z
  .object({
    statement: z.string(),
    title: z.string().nullable(),
    date: dayOrNull,
    issuers: strings,
    span,
    text: z.string(),
    variant: z.string(),
  })
  .openapi('Use')

/** In how many statements something is said, and from when to when. */
const life = { statements: count, first: dayOrNull, last: dayOrNull }
const usage = {
  ...life,
  issuers: z.array(z.object({ id: z.string(), statements: count })),
}

export const lineage = z
  .object({
    schema: z.literal('demarche.lineage/1'),
    what: z.string(),
    total: count,
    variants: z.array(
      z.object({ variant: z.string(), title: z.string().nullable(), uses: count, ...usage }).openapi('VariantLife'),
    ),
    issuers: z.array(
      z
        .object({
          issuer: z.string(),
          ...life,
          variants: z.array(z.object({ variant: z.string(), ...life })),
        })
        .openapi('IssuerLife'),
    ),
    switches: z.array(
      z
        .object({ issuer: z.string(), from: z.string(), to: z.string(), before: use, after: use })
        .openapi('FormulaChange'),
    ),
    uses: z.array(use),
    next,
  })
  .openapi('Lineage')

export const formulas = z
  .object({
    schema: z.literal('demarche.formulas/1'),
    total: count,
    formulas: z.array(
      z
        .object({
          phrase: z.string(),
          statements: count,
          voices: z.array(z.object({ voice: z.string(), statements: count })),
          first: dayOrNull,
          last: dayOrNull,
          score: z.number(),
        })
        .openapi('RecurringPhrase'),
    ),
    next,
  })
  .openapi('Formulas')

const usageShape = z.object(usage).openapi('Usage')
const edit = z.object({ op: z.enum(['insert', 'delete', 'replace']), a: span, b: span }).openapi('Edit')

const precedent = z
  .object({
    sentence: span,
    standing: z.enum(['said', 'reworded', 'adopted', 'new']).openapi({
      description:
        '`said`: in these words by these issuers; `reworded`: by them in other words; `adopted`: so far only by others; `new`: by nobody in the ledger.',
    }),
    closest: z.array(
      z
        .object({
          statement: z.string(),
          title: z.string().nullable(),
          date: dayOrNull,
          issuers: strings,
          span,
          likeness: z.number(),
          text: z.string(),
          own: z.boolean(),
          edits: z.array(edit),
        })
        .openapi('Close'),
    ),
    all: usageShape,
    own: usageShape,
  })
  .openapi('Precedent')

export const precedents = z
  .object({
    schema: z.literal('demarche.precedents/1'),
    statement: statementText,
    sentences: z.array(precedent),
    next,
    dropped: z
      .array(z.object({ phrase: z.string(), missing: z.string() }))
      .openapi({ description: 'What the last statements of the issuers all say, and this one does not.' }),
    habit: z.array(z.object({ id: z.string(), title: z.string().nullable(), date: dayOrNull })),
  })
  .openapi('Precedents')

export const timeline = z
  .object({
    schema: z.literal('demarche.timeline/1'),
    total: count,
    moments: z.array(
      z
        .object({
          id: z.string(),
          date: day,
          kind: z.enum(['event', 'vote', 'act']),
          who: strings,
          what: z.string(),
          text: z.string(),
          source: z.string(),
          standing: z.string(),
        })
        .openapi('Moment'),
    ),
    next,
    notes: strings,
  })
  .openapi('Timeline')

const head = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    date: dayOrNull,
    issuers: strings,
    url: z.string().nullable(),
  })
  .openapi('ComparedStatement')

export const comparison = z
  .object({
    schema: z.literal('demarche.comparison/1'),
    a: head,
    b: head,
    pairs: z.array(
      z
        .object({
          a: z.array(span),
          b: z.array(span),
          kind: z.enum(['same', 'edited', 'split', 'merged', 'added', 'dropped']),
          moved: z.boolean(),
          edits: z.array(edit),
        })
        .openapi('Pair'),
    ),
    acts: z.array(
      z
        .object({
          a: count.nullable(),
          b: count.nullable(),
          changes: z.array(z.enum(ACT_CHANGES)),
        })
        .openapi('ActChange'),
    ),
    formulas: z.array(
      z.object({ family: z.string(), from: z.string(), to: z.string(), a: span, b: span }).openapi('FormulaSwitch'),
    ),
  })
  .openapi('Comparison')

export const points = z
  .object({
    schema: z.literal('demarche.points/1'),
    statements: z.array(head),
    points: z.array(
      z
        .object({
          topic: z.string(),
          target: z.string().nullable(),
          acts: z.array(
            z.array(
              z.object({
                act: count,
                force,
                intensity,
                actors: strings,
                trigger: z.string(),
                content: z.string(),
              }),
            ),
          ),
        })
        .openapi('Point'),
    ),
  })
  .openapi('Points')
