/** Sessions of browsers, in memory: a cookie stands for a token, so that no script ever sees the token. */
import { createHash, randomBytes } from 'node:crypto'
import type { TokenRecord } from './token.js'
import type { Tokens } from './token-file.js'

/** Milliseconds that a session lasts without a request, and altogether. */
const IDLE = 12 * 3_600_000
const WHOLE = 7 * 24 * 3_600_000
/** Sessions that are held; the one that was used least lately makes room. */
const MOST = 10_000

interface Session {
  /** Hash of the token that opened it. */
  token: string
  began: number
  used: number
}

export interface Sessions {
  /** @returns the cookie's value */
  open(record: TokenRecord): string
  /** The token's record, or null where the session is over or its token was taken back. */
  find(value: string): TokenRecord | null
  close(value: string): void
  readonly size: number
}

/** @param now milliseconds */
export function createSessions(tokens: Tokens, now: () => number = Date.now): Sessions {
  // By a hash of the cookie, so that looking one up takes no time that tells anything of it.
  const sessions = new Map<string, Session>()
  return {
    open(record) {
      const value = randomBytes(32).toString('base64url')
      if (sessions.size >= MOST) sessions.delete(sessions.keys().next().value!)
      sessions.set(keyOf(value), { token: record.hash, began: now(), used: now() })
      return value
    },
    find(value) {
      const key = keyOf(value)
      const session = sessions.get(key)
      if (session === undefined) return null
      sessions.delete(key)
      const record = tokens.records().find(({ hash }) => hash === session.token) ?? null
      if (record === null || now() - session.used > IDLE || now() - session.began > WHOLE) return null
      session.used = now()
      sessions.set(key, session)
      return record
    },
    close: value => void sessions.delete(keyOf(value)),
    get size() {
      return sessions.size
    },
  }
}

/**
 * The value of a cookie.
 *
 * @param header the request's `Cookie`
 */
export function cookieIn(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return null
}

/** `__Host-` where the connection is safe: such a cookie cannot come from another host or an unsafe page. */
export function cookieName(port: number, secure: boolean): string {
  return secure ? '__Host-demarche' : `demarche-${port}`
}

/** `Set-Cookie`; an empty value ends it. */
export function cookieHeader(name: string, value: string, secure: boolean): string {
  const life = value === '' ? 0 : WHOLE / 1000
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${life}${secure ? '; Secure' : ''}`
}

function keyOf(value: string): string {
  return createHash('sha256').update(value).digest('base64url')
}
