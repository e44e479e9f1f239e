/** Who is at the other end: addresses, and the names by which this machine calls itself. */
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/** Headers that a proxy adds. */
const FORWARDED = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via', 'x-forwarded-host']

export interface Client {
  /** The address that limits go by: of an IPv6 network its first 64 bits, which one household has for itself. */
  address: string
  /** Whether it sits at this machine, as far as is known. */
  local: boolean
}

/** @param proxied whether a reverse proxy on this machine tells who is behind it (the last of `X-Forwarded-For`) */
export function clientOf(incoming: IncomingMessage, proxied: boolean): Client {
  const peer = plain(incoming.socket.remoteAddress ?? '')
  const local = isLoopbackAddress(peer)
  if (proxied && local) {
    const told = String(incoming.headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)!
      .trim()
    if (isIP(told)) return { address: networkOf(plain(told)), local: false }
  }
  return { address: networkOf(peer), local }
}

export function cameThroughProxy({ headers }: IncomingMessage): boolean {
  return FORWARDED.some(name => headers[name] !== undefined)
}

/** 127.0.0.0/8 and ::1 (RFC 1122, RFC 4291). */
export function isLoopbackAddress(address: string): boolean {
  const plainly = plain(address)
  return plainly === '::1' || (isIP(plainly) === 4 && plainly.startsWith('127.'))
}

/** A host that stands for this machine wherever it is asked for: `localhost` and what ends in it (RFC 6761), or a loopback address. */
export function isLoopbackHost(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase()
  return name === 'localhost' || name.endsWith('.localhost') || isLoopbackAddress(name)
}

/** The name in a `Host` header, without its port; null where it is none. */
export function hostNameIn(header: string | undefined): string | null {
  const [, name] = /^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)(?::\d{1,5})?$/.exec(header ?? '') ?? []
  return name ?? null
}

function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
}

function networkOf(address: string): string {
  if (isIP(address) !== 6 || address === '::1') return address
  const [before, after = ''] = address.split('::') as [string, string?]
  const first = before === '' ? [] : before.split(':')
  const last = after === '' ? [] : after.split(':')
  const filled = address.includes('::')
    ? [...first, ...Array(8 - first.length - last.length).fill('0'), ...last]
    : first
  return `${filled
    .slice(0, 4)
    .map(part => part.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
