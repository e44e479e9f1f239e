/** The bound on a request's body, held while it comes in. */
import type { IncomingMessage } from 'node:http'
import type { Problem } from './problem.js'

/** Bytes of a request's body as its head says: 0 where there is none, null where it comes in pieces of unknown number. */
export function announced({ headers }: IncomingMessage): number | null {
  if (headers['transfer-encoding'] !== undefined) return null
  return Number(headers['content-length'] ?? 0)
}

/** What is wrong with a body as its head says, or null. */
export function bodyRefusal(incoming: IncomingMessage, most: number): Problem | null {
  const coding = incoming.headers['content-encoding']
  if (coding !== undefined && coding !== 'identity')
    return { status: 415, detail: `Content-Encoding ${coding}: is not taken; send the body as it is` }
  return (announced(incoming) ?? 0) > most ? tooLarge(most) : null
}

export function tooLarge(most: number): Problem {
  return { status: 413, detail: `the body is over the limit of ${most} bytes; send less at once` }
}

/** The request with its body cut off where it goes over the limit, for a body that did not say how long it is. */
export function bounded(request: Request, most: number): { request: Request; exceeded: () => boolean } {
  let taken = 0
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      taken += chunk.byteLength
      if (taken > most) controller.error(new RangeError('the body is over the limit'))
      else controller.enqueue(chunk)
    },
  })
  const body = request.body?.pipeThrough(counter) ?? null
  const init = { method: request.method, headers: request.headers, body, signal: request.signal, duplex: 'half' }
  return { request: new Request(request.url, init as RequestInit), exceeded: () => taken > most }
}
