/** What becomes of a request, step by step: named, guarded, known, counted, then answered by the part that its path belongs to. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Admission } from './admission.js'
import { type ApiRoute, changes } from './api-route.js'
import type { AppRoute } from './app-route.js'
import { clientOf } from './client.js'
import { answer, answerJson, type Exchange, refuse } from './exchange.js'
import { type Guarded, pathOf, refusalOf } from './guard.js'
import { SECURITY_HEADERS } from './headers.js'
import type { Health } from './health.js'
import type { Identities } from './identity.js'
import type { Limits } from './limits.js'
import { type Log, stackOf } from './log.js'
import { type Gauge, METRICS_TYPE, type Metrics } from './metrics.js'
import { type Problem, tooMany } from './problem.js'
import { createRates } from './rates.js'
import { handleSession } from './session-route.js'

export interface Parts {
  api: ApiRoute
  app: AppRoute
  identities: Identities
  admission: Admission
  health: () => Promise<Health>
  log: Log
  metrics: Metrics
  limits: Limits
  origin: string | null
  /** Once it listens. */
  port: () => number
  connections: () => number
  /** Whether it is being stopped: a connection then ends with its answer. */
  stopping: () => boolean
}

export type Handler = (incoming: IncomingMessage, outgoing: ServerResponse, proceed?: () => void) => void

export function createHandler(parts: Parts): Handler {
  const { identities, log, origin } = parts
  const guarded: Guarded = { open: identities.open, origin }
  const count = counter(parts.limits)

  const handle = async (exchange: Exchange, path: string | null, proceed: () => void): Promise<void> => {
    const { incoming, client } = exchange
    // 1. Whether it is looked at at all.
    const refusal = refusalOf(incoming, path, guarded)
    if (refusal !== null) return refuse(exchange, refusal)

    // 2. Who asks.
    const known = identities.of(incoming, client, parts.port())
    if ('status' in known) return refuse(exchange, known)
    exchange.role = known.role
    exchange.name = known.name

    // 3. Whether that is too often.
    const tooOften = count(exchange)
    if (tooOften !== null) return refuse(exchange, tooOften)

    // 4. The part that answers.
    exchange.kind = kindOf(exchange.path)
    if (exchange.kind !== 'api') proceed()
    if (exchange.kind === 'api') await parts.api.handle(exchange, proceed)
    else if (exchange.kind === 'session') await handleSession(exchange, identities, parts.port())
    else if (exchange.kind === 'operation') await operation(exchange, parts)
    else parts.app.handle(exchange, identities.open)
  }

  return (incoming, outgoing, proceed = () => {}) => {
    const began = performance.now()
    const path = pathOf(incoming.url ?? '')
    const exchange: Exchange = {
      incoming,
      outgoing,
      id: randomUUID(),
      client: clientOf(incoming, origin !== null),
      path: path ?? '',
      role: null,
      name: null,
      kind: 'refused',
    }
    for (const [name, value] of SECURITY_HEADERS) outgoing.setHeader(name, value)
    outgoing.setHeader('x-request-id', exchange.id)
    if (parts.stopping()) outgoing.shouldKeepAlive = false
    outgoing.once('close', () => note(exchange, began, parts))
    handle(exchange, path, proceed).catch(error => {
      log.write({ level: 'error', message: 'a request failed', id: exchange.id, error: stackOf(error) })
      refuse(exchange, { status: 500, detail: 'something unforeseen went wrong; the log has it under the request id' })
    })
  }
}

function kindOf(path: string): Exchange['kind'] {
  if (path === '/api' || path.startsWith('/api/')) return 'api'
  if (path === '/session') return 'session'
  return path === '/healthz' || path === '/metrics' ? 'operation' : 'app'
}

/** Counts a request by its token and by its address; requests from this machine are not counted. */
function counter(limits: Limits): (exchange: Exchange) => Problem | null {
  const all = createRates(limits.rate)
  const writes = createRates(limits.writes)
  return ({ client, name, incoming: { method = '' }, path }) => {
    if (client.local) return null
    const keys = [client.address, ...(name === null ? [] : [`token ${name}`])]
    let wait = Math.max(...keys.map(key => all.take(key)))
    if (wait === 0 && path.startsWith('/api/') && changes(method, path))
      wait = Math.max(...keys.map(key => writes.take(key)))
    return wait > 0 ? tooMany('too many requests; wait and go slower', wait) : null
  }
}

async function operation(exchange: Exchange, parts: Parts): Promise<void> {
  const { incoming, path, role } = exchange
  if (incoming.method !== 'GET' && incoming.method !== 'HEAD')
    return refuse(exchange, {
      status: 405,
      detail: `${incoming.method} ${path}: use GET`,
      headers: { allow: 'GET, HEAD' },
    })
  const health = await parts.health()
  if (path === '/healthz') {
    if (health.ok) return answerJson(exchange, 200, { status: 'ok' })
    const detail = role === null ? 'the ledger does not answer; the log says why' : health.reason!
    return refuse(exchange, { status: 503, detail, headers: { 'retry-after': '2' } })
  }
  if (role === null)
    return refuse(exchange, {
      status: 401,
      detail: 'a token is needed; send it as Authorization: Bearer',
      headers: { 'www-authenticate': 'Bearer realm="demarche"' },
    })
  answer(exchange, 200, METRICS_TYPE, parts.metrics.text(gauges(parts, health)), { 'cache-control': 'no-store' })
}

function gauges({ admission, identities, connections }: Parts, { ok }: Health): Gauge[] {
  const gauge = (name: string, help: string, value: number): Gauge => ({ name: `demarche_${name}`, help, value })
  return [
    gauge('requests_active', 'Requests that are being answered.', admission.active),
    gauge('requests_waiting', 'Requests that wait for their turn.', admission.waiting),
    gauge('streams', 'Streams of events that are open.', admission.streams),
    gauge('connections', 'Sockets that are open.', connections()),
    gauge('sessions', 'Sessions that were begun and not ended.', identities.sessions),
    gauge('ledger_up', 'Whether the ledger answers.', ok ? 1 : 0),
    gauge('resident_memory_bytes', 'Memory of the process.', process.memoryUsage.rss()),
    gauge('uptime_seconds', 'Seconds since the start.', Math.round(process.uptime())),
  ]
}

/** Characters of a path that the log keeps. */
const PATH = 200

function note(exchange: Exchange, began: number, { log, metrics }: Parts): void {
  const { incoming, outgoing, id, client, path, role, name, kind } = exchange
  const ms = performance.now() - began
  const gone = !outgoing.writableFinished
  const status = gone && !outgoing.headersSent ? 499 : outgoing.statusCode
  const method = /^[A-Z]{3,7}$/.test(incoming.method ?? '') ? incoming.method! : 'OTHER'
  metrics.answered({ method, kind, status, seconds: ms / 1000 })
  log.write({
    level: status >= 500 ? 'warn' : 'info',
    message: gone ? 'the client went before the end' : 'request',
    id,
    method,
    path: path.slice(0, PATH),
    status,
    ms: Math.round(ms * 10) / 10,
    address: client.address,
    role,
    token: name,
  })
}
