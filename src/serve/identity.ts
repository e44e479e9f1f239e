/** Who asks: by a token, by a session that a token opened, or, where the desk is open, whoever sits at this machine. */
import type { IncomingMessage } from 'node:http'
import type { Client } from './client.js'
import { type Problem, tooMany } from './problem.js'
import { createRates } from './rates.js'
import { cookieHeader, cookieIn, cookieName, createSessions } from './sessions.js'
import { type Role, recordOf, type TokenRecord } from './token.js'
import type { Tokens } from './token-file.js'

export interface Known {
  role: Role | null
  /** Name of the token. */
  name: string | null
  /** Whether a cookie says so, which a browser sends by itself. */
  cookie: boolean
}

export interface Identities {
  /** Whether nobody needs a token. */
  readonly open: boolean
  readonly sessions: number
  /** Who sends the request, or why that is not even looked at. */
  of(incoming: IncomingMessage, client: Client, port: number): Known | Problem
  /** The record of a token that is handed in, null where it opens nothing, or a problem where too many were tried. */
  check(token: string, client: Client): TokenRecord | Problem | null
  /** Opens a session. @returns `Set-Cookie` */
  begin(record: TokenRecord, incoming: IncomingMessage, port: number): string
  /** Ends the session of the request, if it has one. @returns `Set-Cookie` */
  end(incoming: IncomingMessage, port: number): string[]
}

const EVERYBODY: Known = { role: 'editor', name: null, cookie: false }
const NOBODY: Known = { role: null, name: null, cookie: false }

/** @param tokens null where nobody needs one */
export function createIdentities(
  tokens: Tokens | null,
  { origin, wrongTokens }: { origin: string | null; wrongTokens: { perSecond: number; burst: number } },
): Identities {
  const sessions = createSessions(tokens ?? { records: () => [] })
  const wrong = createRates(wrongTokens)

  const check = (token: string, client: Client): TokenRecord | Problem | null => {
    const record = recordOf(token, tokens?.records() ?? [])
    if (record !== null || client.local) return record
    const wait = wrong.take(client.address)
    return wait > 0 ? tooMany('too many wrong tokens came from your address; wait and try again', wait) : null
  }
  // A cookie of either name: a session begun over https goes on where the proxy is asked directly.
  const cookieOf = (incoming: IncomingMessage, port: number): string | null =>
    cookieIn(incoming.headers.cookie, cookieName(port, true)) ??
    cookieIn(incoming.headers.cookie, cookieName(port, false))

  return {
    open: tokens === null,
    get sessions() {
      return sessions.size
    },
    check,
    of(incoming, client, port) {
      if (tokens === null) return EVERYBODY
      const [, token] = /^Bearer +(\S+) *$/i.exec(incoming.headers.authorization ?? '') ?? []
      if (token !== undefined) {
        const record = check(token, client)
        if (record === null) return NOBODY
        return 'status' in record ? record : { role: record.role, name: record.name, cookie: false }
      }
      const cookie = cookieOf(incoming, port)
      const record = cookie === null ? null : sessions.find(cookie)
      return record === null ? NOBODY : { role: record.role, name: record.name, cookie: true }
    },
    begin(record, incoming, port) {
      const secure = isSecure(incoming, origin)
      return cookieHeader(cookieName(port, secure), sessions.open(record), secure)
    },
    end(incoming, port) {
      const cookie = cookieOf(incoming, port)
      if (cookie !== null) sessions.close(cookie)
      const secure = isSecure(incoming, origin)
      return [cookieHeader(cookieName(port, secure), '', secure)]
    },
  }
}

/** Whether the browser came over https, as it says itself or as the proxy in between does. */
function isSecure({ headers }: IncomingMessage, origin: string | null): boolean {
  if (headers.origin !== undefined) return headers.origin.startsWith('https:')
  return headers['x-forwarded-proto'] === 'https' || (origin?.startsWith('https:') ?? false)
}
