/** The API: who may ask, how many at once, how much may be sent; then the app itself answers. */
import { getRequestListener } from '@hono/node-server'
import type { Admission } from './admission.js'
import { announced, bodyRefusal, bounded, tooLarge } from './body.js'
import { type Exchange, refuse } from './exchange.js'
import { isSafe } from './guard.js'
import type { Limits } from './limits.js'
import { type Log, stackOf } from './log.js'
import { PROBLEM_TYPE, type Problem, problemText } from './problem.js'
import { SIGN_IN } from './sign-in.js'

/** What answers: a pure function from request to answer. */
export interface App {
  fetch(request: Request): Response | Promise<Response>
}

const ROOT = '/api/v1'
const STREAM = `${ROOT}/stream`
/** Questions that are too long for an address: they are sent, and nothing of them is kept. */
const QUESTIONS = [/^\/api\/v1\/(?:read|check|comparison)$/, /^\/api\/v1\/lookup\//]

/** Whether a request changes what the ledger holds. */
export function changes(method: string, path: string): boolean {
  return !isSafe(method) && !(method === 'POST' && QUESTIONS.some(question => question.test(path)))
}

/** Why the one who asks may not, or null. */
function forbidden({ role, incoming: { method = '' }, path }: Exchange): Problem | null {
  if (role === null)
    return {
      status: 401,
      detail: `a token is needed; send it as Authorization: Bearer, or sign in at ${SIGN_IN}`,
      headers: { 'www-authenticate': 'Bearer realm="demarche"' },
    }
  if (role === 'reader' && changes(method, path))
    return { status: 403, detail: `${method} ${path}: is for editors, and this token is a reader's; ask for another` }
  return null
}

export interface ApiRoute {
  /** @param proceed lets a client send that waits for leave to do so (`Expect: 100-continue`) */
  handle(exchange: Exchange, proceed: () => void): Promise<void>
  /** Ends the streams of events, which do not end by themselves. */
  endStreams(): void
}

export function createApiRoute(app: App, admission: Admission, limits: Limits, log: Log): ApiRoute {
  const failed = (error: unknown) => {
    log.write({ level: 'error', message: 'the API failed', error: stackOf(error) })
    return problem({ status: 500, detail: 'something unforeseen went wrong; the log has it under the request id' })
  }
  const fetch = async (request: Request): Promise<Response> => {
    try {
      // Where the length is announced, Node.js itself holds the client to it.
      if (request.headers.has('transfer-encoding')) return await fetchBounded(request)
      return await app.fetch(request)
    } catch (error) {
      return failed(error)
    }
  }
  const fetchBounded = async (given: Request): Promise<Response> => {
    const { request, exceeded } = bounded(given, limits.body)
    try {
      const response = await app.fetch(request)
      if (!exceeded()) return response
      await response.body?.cancel()
    } catch (error) {
      if (!exceeded()) throw error
    }
    return problem(tooLarge(limits.body))
  }
  const listener = getRequestListener(fetch, { errorHandler: failed })

  const streams = new Set<Exchange['outgoing']>()

  return {
    endStreams() {
      for (const stream of streams) stream.destroy()
    },
    async handle(exchange, proceed) {
      const { incoming, outgoing, client, path } = exchange
      const refusal = forbidden(exchange) ?? bodyRefusal(incoming, limits.body)
      if (refusal !== null) return refuse(exchange, refusal)
      const stream = path === STREAM
      const turn = await admission.enter({ client, body: announced(incoming), stream }, outgoing)
      if ('status' in turn) return refuse(exchange, turn)
      if (outgoing.destroyed) return turn.leave()
      outgoing.once('close', turn.leave)
      if (stream) {
        streams.add(outgoing)
        outgoing.once('close', () => streams.delete(outgoing))
      }
      proceed()
      await listener(incoming, outgoing)
    },
  }
}

function problem(given: Problem): Response {
  return new Response(problemText(given, null), {
    status: given.status,
    headers: { 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store', ...given.headers },
  })
}
