/** What every shape stands on. */
import { z } from '@hono/zod-openapi'

const offset = z.number().int().min(0)

export const span = z
  .object({ start: offset, end: offset })
  .openapi('Span', { description: 'A place of a text: UTF-16 code units, half-open.' })

export const day = z.string().openapi({ format: 'date', description: 'ISO 8601 day.' })
export const dayOrNull = day.nullable().openapi({ description: 'ISO 8601 day; null where unknown or open.' })
export const instant = z.string().openapi({ format: 'date-time', description: 'ISO 8601 instant.' })
/** Whether a row of the record was seen in its source. */
export const verified = z.enum(['true', 'partly', 'false'])
export const strings = z.array(z.string())
/** What `cursor` takes for the next page. */
export const next = z.string().nullable().openapi({
  description:
    'Of the command line what `--after` takes, of the API what `cursor` takes, for the next page; null on the last.',
})
export const count = offset

/** Of a named shape `nullable()` would say that it must be both. */
export function nullOr<T extends z.ZodType>(shape: T) {
  return z.union([shape, z.null()])
}
