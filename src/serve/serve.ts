/** The desk's server: the web app and the API behind one address, and all that keeps them safe. */
import type { Ledger } from '../ledger/ledger.js'
import { UsageError } from '../text/errors.js'
import { createAdmission } from './admission.js'
import { type App, createApiRoute } from './api-route.js'
import { createAppRoute } from './app-route.js'
import { loadAssets } from './assets.js'
import { isLoopbackHost } from './client.js'
import { createHandler } from './handler.js'
import { createHealth } from './health.js'
import { createIdentities } from './identity.js'
import { LIMITS, type Limits } from './limits.js'
import type { Log } from './log.js'
import { createMetrics } from './metrics.js'
import { createSocketServer, listen } from './sockets.js'
import type { Tokens } from './token-file.js'

/** The port where nobody asks for another. */
const PORT = 7117

export interface ServeOptions {
  app: App
  /** Asked whether it is there. */
  ledger: Pick<Ledger, 'database'>
  /** Folder of the built web app. */
  web: string
  host: string
  /** Null for the usual one, or the next that is free. */
  port: number | null
  /** Who may come in; null where whoever sits at this machine may. */
  tokens: Tokens | null
  /** The address by which others know the desk, behind a reverse proxy: `https://desk.example.org`. */
  origin: string | null
  log: Log
  limits?: Partial<Limits>
}

export interface Served {
  /** `http://127.0.0.1:7117`, as it is opened on this machine. */
  url: string
  port: number
  /** Takes nothing new, lets what is in flight come to its end, up to a bound, and ends streams. */
  stop(): Promise<void>
}

/**
 * Serves until it is stopped.
 *
 * @throws UsageError where the port is taken, the host is none of this machine, or others could come in without a token
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { host, tokens, origin, log } = options
  refuseOpenDoor(options)
  const limits = { ...LIMITS, ...options.limits }

  // 1. The parts.
  const admission = createAdmission(limits)
  const identities = createIdentities(tokens, { origin, wrongTokens: limits.wrongTokens })
  let port = 0
  let connections = 0
  let stopping = false
  const api = createApiRoute(options.app, admission, limits, log)
  const handler = createHandler({
    api,
    app: createAppRoute(loadAssets(options.web)),
    identities,
    admission,
    health: createHealth(options.ledger),
    log,
    metrics: createMetrics(),
    limits,
    origin,
    port: () => port,
    connections: () => connections,
    stopping: () => stopping,
  })

  // 2. The sockets.
  const server = createSocketServer(handler, limits)
  server.on('connection', socket => {
    connections++
    socket.once('close', () => connections--)
  })
  port = await listen(server, host, options.port, PORT)
  const url = `http://${shown(host)}:${port}`
  log.write({ level: 'info', message: 'listening', url, tokens: tokens === null ? 'none' : 'needed' })

  // 3. The end.
  let stopped: Promise<void> | undefined
  const stop = async () => {
    stopping = true
    const closed = new Promise<void>(resolve => server.close(() => resolve()))
    api.endStreams()
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const over = setTimeout(() => server.closeAllConnections(), limits.grace)
    await closed
    clearInterval(idle)
    clearTimeout(over)
    log.write({ level: 'info', message: 'stopped' })
    log.flush()
  }
  return {
    url,
    port,
    stop() {
      stopped ??= stop()
      return stopped
    },
  }
}

/** @throws UsageError where others could come in without a token */
export function refuseOpenDoor({ host, tokens, origin }: Pick<ServeOptions, 'host' | 'tokens' | 'origin'>): void {
  if (tokens !== null) return
  const remedy = 'is open to others; give --token too, after demarche token new'
  if (!isLoopbackHost(host)) throw new UsageError(`--host: ${host} ${remedy}`)
  if (origin !== null) throw new UsageError(`--origin: ${origin} ${remedy}`)
}

/** A host as a browser on this machine takes it. */
function shown(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}
