/** The server below the requests: its sockets, its time-outs, and what comes that is no request at all. */
import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { UsageError } from '../text/errors.js'
import { isLoopbackAddress } from './client.js'
import type { Handler } from './handler.js'
import { SECURITY_HEADERS } from './headers.js'
import type { Limits } from './limits.js'
import { PROBLEM_TYPE, problemText } from './problem.js'

/** Milliseconds between two looks at slow clients. */
const CHECK = 1000
/** Ports after the usual one that are tried where it is taken. */
const NEXT = 20

export function createSocketServer(handler: Handler, limits: Limits): Server {
  const server = createServer(
    {
      headersTimeout: limits.head,
      requestTimeout: limits.request,
      keepAliveTimeout: 10_000,
      connectionsCheckingInterval: Math.min(CHECK, limits.head),
      maxHeaderSize: 16_384,
      // A request without a Host is answered by us, with a problem document.
      requireHostHeader: false,
    },
    (incoming, outgoing) => handler(incoming, outgoing),
  )
  server.on('checkContinue', (incoming, outgoing) => handler(incoming, outgoing, () => outgoing.writeContinue()))
  server.maxConnections = limits.connections
  server.timeout = limits.idle
  server.on('clientError', refuseBroken)
  server.on('connect', (_, socket: Socket) => refuseBroken(Object.assign(new Error(), { code: 'CONNECT' }), socket))
  boundByAddress(server, limits.connectionsOfAddress)
  return server
}

function boundByAddress(server: Server, most: number): void {
  const open = new Map<string, number>()
  server.on('connection', socket => {
    const address = socket.remoteAddress ?? ''
    if (isLoopbackAddress(address)) return
    const count = (open.get(address) ?? 0) + 1
    if (count > most) {
      socket.destroy()
      return
    }
    open.set(address, count)
    socket.once('close', () => {
      const left = open.get(address)! - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
    })
  })
}

/** What a client that speaks no HTTP, or too slowly, is told. */
function refuseBroken(error: NodeJS.ErrnoException, socket: Socket | import('node:stream').Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, detail] =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? ([408, 'the request came too slowly; send it faster'] as const)
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? ([431, 'the head of the request is over 16 KB; send less in headers and in the address'] as const)
        : error.code === 'CONNECT'
          ? ([405, 'CONNECT: this is no proxy; use GET'] as const)
          : ([400, 'this is no HTTP request; send one'] as const)
  const text = problemText({ status, detail }, null)
  const head = [
    `HTTP/1.1 ${status} ${status === 408 ? 'Request Timeout' : 'Bad Request'}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(text)}`,
    'connection: close',
    ...SECURITY_HEADERS.map(([name, value]) => `${name}: ${value}`),
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`)
}

/**
 * Listens.
 *
 * @param port as asked for, or null for the usual one, or the next that is free
 * @returns the port
 * @throws UsageError where the port is taken or the host is not one of this machine
 */
export async function listen(server: Server, host: string, port: number | null, usual: number): Promise<number> {
  const first = port ?? usual
  for (let tried = first; ; tried++) {
    const error = await tryListening(server, host, tried)
    if (error === null) return (server.address() as { port: number }).port
    if (error.code === 'EADDRINUSE' && port === null && tried < first + NEXT) continue
    throw new UsageError(saidOf(error, host, tried))
  }
}

function tryListening(server: Server, host: string, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise(resolve => {
    const failed = (error: NodeJS.ErrnoException) => resolve(error)
    server.once('error', failed)
    // The queue of sockets that are not yet taken on: the system's own bound holds where it is lower.
    server.listen({ host, port, backlog: 4096 }, () => {
      server.off('error', failed)
      resolve(null)
    })
  })
}

function saidOf(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `--port: ${port} is taken on ${host}; end what uses it, or give another`
  if (error.code === 'EACCES') return `--port: ${port} may not be used by you; give one from 1024 on`
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EINVAL')
    return `--host: ${host} is no address of this machine; give one, such as 127.0.0.1 or 0.0.0.0`
  return `${host}:${port}: cannot be listened on: ${error.message}`
}
