/** One request with its answer, and the ways of answering it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isHeld } from '../api/etag.js'
import type { Client } from './client.js'
import { PROBLEM_TYPE, type Problem, problemText } from './problem.js'
import type { Role } from './token.js'

export interface Exchange {
  incoming: IncomingMessage
  outgoing: ServerResponse
  /** Names the request in the log, in the answer's `X-Request-Id` and in problem documents. */
  id: string
  client: Client
  /** Encoded, without the query. */
  path: string
  /** What may be done; null for nobody known. */
  role: Role | null
  /** Name of the token, where one was given. */
  name: string | null
  /** Which part answered, for the log and the metrics. */
  kind: 'api' | 'app' | 'session' | 'operation' | 'refused'
}

/** Milliseconds that a client which is still sending has for reading that it was refused. */
const LINGER = 2000

export function answer(
  { incoming, outgoing }: Exchange,
  status: number,
  type: string,
  body: string | Uint8Array,
  headers: Record<string, string | string[]> = {},
): void {
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength
  outgoing.writeHead(status, { 'content-type': type, 'content-length': length, ...headers })
  outgoing.end(incoming.method === 'HEAD' ? undefined : body)
}

/** Answers with a text that may be held by the client already. */
export function answerTagged(
  exchange: Exchange,
  etag: string,
  type: string,
  body: string | Uint8Array,
  headers: Record<string, string>,
): void {
  if (!isHeld(etag, exchange.incoming.headers['if-none-match'])) {
    answer(exchange, 200, type, body, { ...headers, etag })
    return
  }
  exchange.outgoing.writeHead(304, { ...headers, etag })
  exchange.outgoing.end()
}

export function answerJson(
  exchange: Exchange,
  status: number,
  value: unknown,
  headers: Record<string, string | string[]> = {},
): void {
  answer(exchange, status, 'application/json', JSON.stringify(value), { 'cache-control': 'no-store', ...headers })
}

/** Refuses. What the client is still sending is thrown away for a moment, so that it comes to reading why. */
export function refuse({ incoming, outgoing, id }: Exchange, problem: Problem): void {
  if (outgoing.headersSent) {
    outgoing.destroy()
    return
  }
  const text = problemText(problem, id)
  const { expect, 'transfer-encoding': coding, 'content-length': length } = incoming.headers
  // Who asked for leave to send has not begun.
  const sending = !incoming.complete && expect === undefined && (coding !== undefined || Number(length ?? 0) > 0)
  outgoing.writeHead(problem.status, {
    'content-type': PROBLEM_TYPE,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...(sending ? { connection: 'close' } : {}),
    ...problem.headers,
  })
  if (incoming.method !== 'HEAD') outgoing.write(text)
  if (!sending) {
    outgoing.end()
    return
  }
  const end = () => {
    clearTimeout(timer)
    outgoing.end()
  }
  const timer = setTimeout(end, LINGER)
  incoming.once('end', end).once('close', end).resume()
}
