/** Parameters that many resources take. */
import { z } from '@hono/zod-openapi'
import type { Knowing } from '../ask/filters.js'
import type { Page } from '../ledger/ledger.js'
import { idOfCursor } from './cursor.js'
import type { Desk } from './desk.js'

/** Rows of a page at most. */
const MOST = 1000

/** Lists that are made whole and then paged are streamed in one go. */
export const WHOLE = 1_000_000

export function pages(rows = 50) {
  return {
    limit: whole(1, MOST)
      .default(rows)
      .openapi({ description: 'Rows of a page.', type: 'integer', minimum: 1, maximum: MOST }),
    cursor: z.string().optional().openapi({ description: '`next` of the page before.' }),
  }
}

export function pageOf({ limit, cursor }: { limit: number; cursor?: string | undefined }): Page {
  return { limit, after: cursor === undefined ? null : idOfCursor(cursor) }
}

/** A whole number as a parameter has it. */
export function whole(least: number, most: number) {
  const message = `is no whole number from ${least} to ${most}`
  return z
    .union([
      z.number(),
      z
        .string()
        .regex(/^\d{1,15}$/, message)
        .transform(Number),
    ])
    .refine(number => number >= least && number <= most, message)
    .openapi({ type: 'integer', minimum: least, maximum: most })
}

const flag = z
  .enum(['true', 'false'])
  .transform(value => value === 'true')
  .openapi({ type: 'string', enum: ['true', 'false'] })

export const words = (description: string) => z.string().max(2000).optional().openapi({ description })
const several = (description: string) =>
  z
    .array(z.string().max(300))
    .max(100)
    .optional()
    .openapi({ description: `${description} Repeat it for any of several.` })

export const days = {
  from: words('First day, month or year: `2022-05-25`, `2022-05`, `2022`.'),
  to: words('Last day, month or year.'),
}

export const statementFilters = {
  issuer: several('Issued by: a code or a name.'),
  ...days,
  language: several('In this language: `en`.'),
  kind: several('Of this kind: `joint-statement`, `resolution` ...'),
  versions: flag.optional().openapi({ description: 'Whether replaced versions are wanted too.' }),
}

export const actFilters = {
  ...statementFilters,
  force: several('Acts of this force.'),
  strength: words('At least as strong as this force on its ladder; `condemn:1` for "strongly condemn" or more.'),
  actor: several('Whose act it is: a code or a name.'),
  target: several('At whom it is aimed.'),
  topic: several('About this topic.'),
  event: several('About this event of the record: `launch:KP-2022-05-25-01`.'),
  instrument: several('About this instrument: a symbol, number or name.'),
  condition: flag.optional().openapi({ description: 'Whether the act is done on a condition.' }),
}

/** By what names are told. */
export function knowing({ names, dossiers }: Desk): Knowing {
  return { names: () => names, dossiers: () => dossiers }
}
