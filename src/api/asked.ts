/** Parameters as a request has them, taken by their shape; what is wrong with them in one line. */
import { z } from '@hono/zod-openapi'
import { nearestOf } from '../text/nearest.js'
import { Problem } from './problem.js'

/** Parameters that every list takes besides its own. */
const FORMAT = 'format'

/**
 * The query, a repeated parameter as a list where its shape is one.
 *
 * @throws Problem
 */
export function queryIn<Q extends z.ZodObject>(shape: Q, params: URLSearchParams): z.output<Q> {
  const known = Object.keys(shape.shape)
  const given: Record<string, unknown> = {}
  for (const name of new Set(params.keys())) {
    if (name === FORMAT && !known.includes(FORMAT)) continue
    if (!known.includes(name)) {
      const near = nearestOf(name, known)
      const remedy = near.length
        ? `nearest: ${near.join(', ')}`
        : known.length
          ? `known: ${known.join(', ')}`
          : 'none is taken'
      throw new Problem('wrong-parameter', `${name}: is no parameter of this resource; ${remedy}`)
    }
    const values = params.getAll(name)
    if (isList(shape.shape[name] as z.ZodType)) given[name] = values
    else if (values.length > 1)
      throw new Problem('wrong-parameter', `${name}: is given ${values.length} times; give it once`)
    else given[name] = values[0]
  }
  return taken(shape, given, 'wrong-parameter', params)
}

function isList(shape: z.ZodType): boolean {
  if (shape instanceof z.ZodArray) return true
  return shape instanceof z.ZodOptional || shape instanceof z.ZodDefault ? isList(shape.unwrap() as z.ZodType) : false
}

/** @throws Problem that says of each fault where it is */
export function taken<T extends z.ZodType>(
  shape: T,
  value: unknown,
  kind: 'wrong-parameter' | 'wrong-content',
  params?: URLSearchParams,
): z.output<T> {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const errors = result.error.issues.map(issue => {
    const where = issue.path.map(String).join('.') || 'body'
    const was = params?.get(where)
    return { where, message: `${was == null ? '' : `"${was.slice(0, 80)}": `}${remedied(issue)}` }
  })
  const [first] = errors
  const more = errors.length > 1 ? `; and ${errors.length - 1} more` : ''
  throw new Problem(kind, `${first!.where}: ${first!.message}${more}`, { errors })
}

function remedied(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `is none of ${issue.values.map(String).join(', ')}; choose one`
  if (issue.code === 'unrecognized_keys') return `has the unknown ${issue.keys.join(', ')}; leave it out`
  return `${issue.message.replace(/^Invalid input: /, '')}; correct it`
}
