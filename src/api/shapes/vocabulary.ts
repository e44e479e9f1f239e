/** The words that the other shapes use: forces, topics, actors, dossiers, families of formulas. */
import { z } from '@hono/zod-openapi'
import { force } from './reading.js'
import { count, dayOrNull, next, strings, verified } from './span.js'

const family = z.enum(['censure', 'worry', 'refusal', 'asking', 'approval', 'promise', 'weight', 'doing'])
const word = z.object({ id: z.string(), title: z.string() })

export const vocabulary = z
  .object({
    schema: z.literal('demarche.vocabulary/1'),
    reader: z.string(),
    families: z.array(z.object({ id: family, forces: z.array(force) })).openapi({
      description: 'From the sharpest to the plainest; every force stands in exactly one.',
    }),
    ladders: z
      .array(z.array(force))
      .openapi({ description: 'On which one force is stronger than another, weakest first.' }),
    intensities: strings.openapi({ description: 'In words, by number.' }),
    topics: z.array(word),
    statuses: strings,
    claims: strings,
    outcomes: strings,
  })
  .openapi('Vocabulary')

export const actors = z
  .object({
    schema: z.literal('demarche.actors/1'),
    actors: z.array(
      z
        .object({
          id: z.string(),
          name: z.string(),
          kind: z.string().nullable(),
          dossiers: strings,
          names: z.record(z.string(), strings).openapi({ description: 'Further names by language.' }),
          statements: count.openapi({ description: 'Statements of the ledger that it issued.' }),
        })
        .openapi('Actor'),
    ),
    next,
  })
  .openapi('Actors')

export const dossiers = z
  .object({
    schema: z.literal('demarche.dossiers/1'),
    dossiers: z.array(
      z
        .object({
          id: z.string(),
          title: z.string(),
          summary: z.string(),
          licence: z.string(),
          subjects: strings,
          zone: z.string(),
          councilZone: z.string(),
          council: z.string().nullable(),
          kinds: z.array(word.extend({ counts: z.string(), classed: z.boolean(), marks: strings })),
          classes: z.array(word.extend({ within: strings })),
          activities: z.array(word),
          attributes: z
            .record(z.string(), z.string())
            .openapi({ description: 'Own measures of events and their units.' }),
          events: count,
          instruments: count,
          provisions: count,
          first: dayOrNull,
          last: dayOrNull,
          complete: z.array(
            z.object({
              kind: z.string(),
              classes: strings,
              from: z.string(),
              to: z.string(),
              basis: z.string(),
              verified,
            }),
          ),
          terms: z.array(z.object({ preferred: z.string(), avoid: strings, source: z.string() })),
        })
        .openapi('Dossier'),
    ),
  })
  .openapi('Dossiers')

export const families = z
  .object({
    schema: z.literal('demarche.families/1'),
    families: z.array(
      z
        .object({
          id: z.string(),
          title: z.string(),
          source: z.string(),
          variants: z.array(z.object({ id: z.string(), title: z.string(), phrases: strings })),
        })
        .openapi('FormulaFamily'),
    ),
  })
  .openapi('Families')
