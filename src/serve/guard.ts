/**
 * Which requests are looked at at all. A page from elsewhere must neither write (its Origin tells) nor read by giving this machine
 * another name (DNS rebinding: then the Host tells).
 */
import type { IncomingMessage } from 'node:http'
import { cameThroughProxy, hostNameIn, isLoopbackHost } from './client.js'
import type { Problem } from './problem.js'

export interface Guarded {
  /** Whether everyone who reaches the server is an editor: on loopback, without tokens. */
  open: boolean
  /** The address by which others know it (`https://desk.example.org`), or null. */
  origin: string | null
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
/** Methods that change nothing (RFC 9110, 9.2.1). */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

export function isSafe(method: string): boolean {
  return SAFE.has(method)
}

/** What is wrong with a request before anyone is asked who sends it, or null. */
export function refusalOf(incoming: IncomingMessage, path: string | null, guarded: Guarded): Problem | null {
  const { method = '', headers } = incoming
  if (path === null) return { status: 400, detail: 'the path is none; give one like /api/v1/statements' }
  if (!METHODS.has(method))
    return {
      status: 405,
      detail: `${method}: is not answered here; use one of ${[...METHODS].join(', ')}`,
      headers: { allow: [...METHODS].join(', ') },
    }
  const name = hostNameIn(headers.host)
  if (name === null)
    return { status: 400, detail: 'the Host header is missing or no host; give the name of this server' }
  if (guarded.open) {
    if (!isLoopbackHost(name))
      return {
        status: 421,
        detail: `Host ${name}: is no name of this machine; open the desk as http://localhost, or serve it with --token`,
      }
    if (cameThroughProxy(incoming))
      return {
        status: 403,
        detail: 'the request came through a proxy, and without tokens the desk is for this machine only; use --token',
      }
  }
  return fromElsewhere(incoming, path, guarded)
}

function fromElsewhere({ method = '', headers }: IncomingMessage, path: string, guarded: Guarded): Problem | null {
  const site = headers['sec-fetch-site']
  const foreign = site === 'cross-site' || site === 'same-site'
  const origin = headers.origin
  if (!isSafe(method)) {
    if (origin !== undefined ? isOwn(origin, headers.host!, guarded) : !foreign) return null
    return { status: 403, detail: `Origin ${origin ?? 'of another site'}: may not write here; use the desk's own page` }
  }
  // A link may lead here from anywhere; a page elsewhere may not make the browser fetch data.
  if (foreign && path.startsWith('/api/') && headers['sec-fetch-mode'] !== 'navigate')
    return { status: 403, detail: 'the page of another site asks; open the desk itself' }
  return null
}

function isOwn(origin: string, host: string, guarded: Guarded): boolean {
  if (guarded.origin !== null && origin === guarded.origin) return true
  if (!URL.canParse(origin)) return false
  const { host: own, protocol } = new URL(origin)
  return (protocol === 'http:' || protocol === 'https:') && own === host.toLowerCase()
}

/**
 * The path of a request's target, still encoded; null where it is none, or climbs out of where it starts.
 *
 * @param target as it came: `/s/12?act=3`
 */
export function pathOf(target: string): string | null {
  const end = target.search(/[?#]/)
  const path = end < 0 ? target : target.slice(0, end)
  if (!path.startsWith('/') || path.startsWith('//')) return null
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no name of anything has them
  if (/[\u0000-\u001f\u007f\\]/.test(decoded)) return null
  return decoded.split('/').some(part => part === '..' || part === '.') ? null : path
}
