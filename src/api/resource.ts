/** One resource: where it is, what it takes and gives, and how its answer is made. All else is done alike for all (`serve.ts`). */
import type { z } from '@hono/zod-openapi'
import type { Desk } from './desk.js'

/** What was asked, as its shapes have taken it. */
export interface Asked<P = Record<string, unknown>, Q = Record<string, unknown>, B = unknown> {
  params: P
  query: Q
  body: B
  desk: Desk
  request: Request
  /** The full path as it was asked. */
  url: URL
}

type Taken<T> = T extends z.ZodType ? z.output<T> : undefined

export interface ResourceShape<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  method: 'get' | 'post' | 'delete'
  /** Below the API's root: `/statements/{id}`. */
  path: string
  /** One word by which the document groups it. */
  tag: string
  summary: string
  description?: string
  params?: P
  query?: Q
  body?: B
  /** Whether files are taken too, as `multipart/form-data`. */
  files?: boolean
  /** Shape of the answer; null where there is none (204). */
  answer: z.ZodType | null
  /** Media type of the answer where it is not JSON. */
  media?: string
  /** Status of success, 200 unless told. */
  status?: number
  /** Field of the answer that holds the rows: the list is also given as a stream of them, one a line. */
  rows?: string
  /** Rows that a stream takes at a time; lists that are made whole take all at once. */
  page?: number
  /** What an answer is made of: it is made again only when that has changed. Answers that are a `Response` see to it themselves. */
  of?: 'ledger' | 'record' | 'program'
  make(asked: Asked<Taken<P>, Taken<Q>, Taken<B>>): Promise<Made> | Made
}

/** An answer as JSON, or a response as it is to be. */
export type Made = object | Response

export type Resource = ResourceShape<z.ZodObject, z.ZodObject, z.ZodType>

export function resource<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  shape: ResourceShape<P, Q, B>,
): Resource {
  return shape as unknown as Resource
}
