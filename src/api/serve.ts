/** How a resource is served: what all have in common, from parameters to problem documents. The steps, in order: form, parameters, body, whether it changed, answer. */
import { z } from '@hono/zod-openapi'
import type { Context, Hono } from 'hono'
import { Answers } from './answers.js'
import { queryIn, taken } from './asked.js'
import { formIn, jsonIn, mediaTypeOf } from './body.js'
import { cursorOf } from './cursor.js'
import type { Desk } from './desk.js'
import { etagOf, isHeld, tagged, unchanged } from './etag.js'
import { formOf } from './form.js'
import { Problem, problemOf, problemResponse } from './problem.js'
import type { Asked, Resource } from './resource.js'
import { streamOf } from './stream-rows.js'

const NOTHING = z.object({})
/** Bytes of answers that are kept. */
const KEPT = 32 * 1024 * 1024
const MULTIPART = 'multipart/form-data'

/** Adds the resources to the app, below `root`. */
export function serveAll(app: Hono, root: string, resources: readonly Resource[], desk: Desk): void {
  const answers = new Answers(KEPT)
  for (const one of resources)
    app.on(one.method.toUpperCase(), patternOf(root, one), c => served(c, one, desk, answers))
  app.notFound(c => elsewhere(c, root, resources))
  app.onError((error, c) => failed(error, c.req.raw, desk))
}

/** A symbol may hold slashes that nobody encoded; only where nothing follows it. */
function isDeep({ path }: Resource): boolean {
  return /^\/(?:instruments|votes)\/\{/.test(path)
}

function patternOf(root: string, one: Resource): string {
  return root + one.path.replaceAll(/\{(\w+)\}/g, isDeep(one) ? ':$1{.+}' : ':$1')
}

async function served(c: Context, one: Resource, desk: Desk, answers: Answers): Promise<Response> {
  const request = c.req.raw
  const url = new URL(request.url)
  const form = formOf(one, request, url.searchParams)
  const params = one.params ? taken(one.params, c.req.param(), 'wrong-parameter') : undefined
  const query = queryIn(one.query ?? NOTHING, url.searchParams)
  const body = await bodyOf(one, request, desk)
  const asked = { params, query, body, desk, request, url } as Asked
  if (form === 'ndjson') return streamOf(one, asked)
  if (one.method !== 'get' || one.of === undefined) return finished(one, await one.make(asked as never))

  // What the answer is made of says whether it is another one than before.
  const state = one.of === 'ledger' ? await desk.state() : one.of === 'record' ? desk.record() : ''
  const key = `${state}\n${url.pathname}\n${url.search}`
  const etag = etagOf(key)
  if (isHeld(etag, request.headers.get('if-none-match'))) return unchanged(etag)
  const kept = answers.get(key)
  if (kept !== undefined) return tagged(kept.bytes, etag)
  const made = await one.make(asked as never)
  if (made instanceof Response) return made
  const bytes = bytesOf(made)
  answers.put(key, { bytes, etag })
  return tagged(bytes, etag)
}

async function bodyOf(one: Resource, request: Request, { limits }: Desk): Promise<unknown> {
  if (one.body === undefined) return undefined
  if (one.files && mediaTypeOf(request) === MULTIPART) return formIn(request, limits.files)
  const value = await jsonIn(request, limits.json, one.files ? [MULTIPART] : [])
  return taken(one.body, value, 'wrong-content')
}

function finished({ status = 200 }: Resource, made: object | Response): Response {
  if (made instanceof Response) return made
  return new Response(bytesOf(made), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })
}

/** The answer as it goes out: the row by which the next page begins becomes a cursor. */
function bytesOf(made: object): Uint8Array<ArrayBuffer> {
  const next = (made as { next?: unknown }).next
  const shown = typeof next === 'string' ? { ...made, next: cursorOf(next) } : made
  return new TextEncoder().encode(JSON.stringify(shown))
}

function elsewhere(c: Context, root: string, resources: readonly Resource[]): Response {
  const { path } = c.req
  const methods = new Set(resources.filter(one => matches(root, one, path)).map(({ method }) => method.toUpperCase()))
  if (methods.has('GET')) methods.add('HEAD')
  const allow = [...methods].sort().join(', ')
  if (methods.size === 0)
    return problemResponse(new Problem('not-found', `${path.slice(0, 200)}: is no resource; ${root}/docs lists them`))
  if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } })
  return problemResponse(
    new Problem('wrong-method', `${c.req.method}: is not done with ${path.slice(0, 200)}; use ${allow}`, {}, { allow }),
  )
}

function matches(root: string, one: Resource, path: string): boolean {
  const source = (root + one.path).replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, isDeep(one) ? '.+' : '[^/]+')
  return new RegExp(`^${source}$`).test(path)
}

function failed(error: unknown, request: Request, { report }: Desk): Response {
  const problem = problemOf(error, request.method)
  if (problem !== null) return problemResponse(problem)
  report?.(error, request)
  return problemResponse(
    new Problem('unexpected', 'the program has met something that it did not expect; try again, and report it'),
  )
}
