import { lookup as dnsLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { pipeline, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Agent, buildConnector, type Dispatcher, request } from 'undici'
import pack from '../../package.json' with { type: 'json' }
import { DemarcheError, InputError } from '../text/errors.js'
import { isPublicAddress } from './address.js'

export interface FetchOptions {
  /** Milliseconds for everything together: name look-up, redirects, body. Default 20,000. */
  timeout?: number
  /** Bytes of the body at most, counted after decompression. Default 50 MB. */
  maxBody?: number
  /** Default 5. */
  maxRedirects?: number
  /** Which addresses may be connected to. Default: those of the public internet. */
  isAllowed?: (address: string) => boolean
  userAgent?: string
  /** Name look-up, as `dns.lookup`; for tests. */
  lookup?: LookupFunction
  signal?: AbortSignal
}

export interface Fetched {
  bytes: Uint8Array
  /** Address after redirects. */
  url: string
  mediaType: string | null
  charset: string | null
}

export const USER_AGENT = `demarche/${pack.version} (reader of official statements)`

const ACCEPT = 'text/html,application/xhtml+xml,application/pdf,text/plain,text/markdown;q=0.9,*/*;q=0.5'

/**
 * Fetches a page, politely and safely: a time-out, a limit on the decompressed body and on redirects, http(s) only.
 * The address rule is held against the very address that is connected to, at every redirect, so that a name which
 * answers differently the second time gains nothing.
 *
 * @throws InputError that names the address and what to do
 */
export async function fetchUrl(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const { timeout = 20_000, maxRedirects = 5, isAllowed = isPublicAddress } = options
  const deadline = AbortSignal.timeout(timeout)
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline
  const agent = agentFor(isAllowed, options.lookup ?? (dnsLookup as LookupFunction), timeout)
  try {
    let url = parseUrl(address, address)
    for (let hop = 0; ; hop++) {
      const response = await request(url, {
        dispatcher: agent,
        signal,
        headers: {
          'user-agent': options.userAgent ?? USER_AGENT,
          accept: ACCEPT,
          'accept-encoding': 'gzip, br',
        },
      })
      const next = redirectOf(response, url)
      if (next === null) return await readResponse(response, url, address, options.maxBody ?? 50_000_000, signal)
      response.body.on('error', () => {}).destroy()
      if (hop >= maxRedirects) {
        throw new InputError(
          `${address}: redirects more than ${maxRedirects} times; give the address of the page itself`,
        )
      }
      url = parseUrl(next, address)
    }
  } catch (error) {
    if (options.signal?.aborted) throw new InputError(`${address}: stopped before it was read`)
    throw explained(error, address, timeout, deadline)
  } finally {
    await agent.destroy().catch(() => {})
  }
}

function parseUrl(url: string, address: string): URL {
  if (!URL.canParse(url)) throw new InputError(`${address}: ${JSON.stringify(url)} is no valid address; correct it`)
  const parsed = new URL(url)
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    const what = url === address ? `has the scheme ${parsed.protocol}` : `redirects to ${parsed.protocol}//`
    throw new InputError(`${address}: ${what}; only http: and https: are fetched`)
  }
  parsed.hash = ''
  return parsed
}

function redirectOf(response: Dispatcher.ResponseData, url: URL): string | null {
  const location = single(response.headers.location)
  if (![301, 302, 303, 307, 308].includes(response.statusCode) || !location) return null
  return URL.canParse(location, url.href) ? new URL(location, url.href).href : location
}

/** Opens connections to allowed addresses only: asked before connecting, and again of the open socket. */
function agentFor(isAllowed: (address: string) => boolean, lookup: LookupFunction, timeout: number): Agent {
  const checked: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, [])
      const addresses = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }]
      const allowed = addresses.filter(({ address }) => isAllowed(address))
      if (allowed.length === 0) return callback(new PrivateAddress(addresses[0]?.address ?? hostname), [])
      if (options.all) callback(null, allowed)
      else callback(null, allowed[0].address, allowed[0].family)
    })
  }
  const connect = buildConnector({ timeout, lookup: checked })
  return new Agent({
    connect(options, callback) {
      const literal = options.hostname.replace(/^\[|\]$/g, '')
      if (isIP(literal) && !isAllowed(literal)) return callback(new PrivateAddress(literal), null)
      connect(options, (...result) => {
        const [error, socket] = result
        const remote = socket?.remoteAddress
        if (error || (remote && isAllowed(remote))) return callback(...result)
        socket?.destroy()
        callback(new PrivateAddress(remote ?? options.hostname), null)
      })
    },
  })
}

class PrivateAddress extends Error {
  constructor(readonly address: string) {
    super(`private address ${address}`)
  }
}

async function readResponse(
  response: Dispatcher.ResponseData,
  url: URL,
  address: string,
  maxBody: number,
  signal: AbortSignal,
): Promise<Fetched> {
  const { statusCode, headers, body } = response
  const tooLarge = () =>
    new InputError(`${address}: answers more than ${size(maxBody)}; save the statement alone and give the file`)
  body.on('error', () => {})
  if (statusCode !== 200) {
    body.destroy()
    throw new InputError(`${address}: the server answers ${statusCode}${REASON[statusCode] ?? ''}; check the address`)
  }
  const encodings = (single(headers['content-encoding']) ?? '')
    .toLowerCase()
    .split(',')
    .map(name => name.trim())
  const decoders = encodings
    .filter(name => name !== '' && name !== 'identity')
    .reverse()
    .map(name => decoderOf(name, address))
  if (decoders.length > 2)
    throw new InputError(`${address}: is compressed ${decoders.length} times over; save the page and give the file`)
  if (decoders.length === 0 && Number(single(headers['content-length'])) > maxBody) {
    body.destroy()
    throw tooLarge()
  }

  const chunks: Uint8Array[] = []
  let total = 0
  const stream = decoders.length === 0 ? body : pipeline([body, ...decoders], () => {})
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    signal.throwIfAborted()
    total += chunk.length
    if (total > maxBody) {
      body.destroy()
      throw tooLarge()
    }
    chunks.push(chunk)
  }
  const type = single(headers['content-type'])
  return {
    bytes: Buffer.concat(chunks),
    url: url.href,
    mediaType: type?.split(';')[0].trim().toLowerCase() || null,
    charset: /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(type ?? '')?.[1].toLowerCase() ?? null,
  }
}

const REASON: Readonly<Record<number, string>> = {
  401: ' (password needed)',
  403: ' (forbidden)',
  404: ' (not found)',
  410: ' (gone)',
  429: ' (too many requests)',
  500: ' (server error)',
  503: ' (not available)',
}

function decoderOf(encoding: string, address: string): Transform {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip()
  if (encoding === 'deflate') return createInflate()
  if (encoding === 'br') return createBrotliDecompress()
  throw new InputError(
    `${address}: is compressed as ${JSON.stringify(encoding)}, which was not asked for; save the page and give the file`,
  )
}

function explained(error: unknown, address: string, timeout: number, deadline: AbortSignal): DemarcheError {
  if (error instanceof DemarcheError) return error
  const { code, message, cause } = error as { code?: string; message: string; cause?: unknown }
  if (deadline.aborted || code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'UND_ERR_HEADERS_TIMEOUT') {
    return new InputError(
      `${address}: no complete answer within ${timeout / 1000} s; try again later or save the page and give the file`,
    )
  }
  const blocked = [error, cause].find(reason => reason instanceof PrivateAddress)
  if (blocked) {
    return new InputError(
      `${address}: leads to the private address ${blocked.address}, which is not fetched; --allow-private permits it`,
    )
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new InputError(`${address}: no such host (or no network); check the address`)
  }
  if (code === 'ECONNREFUSED') return new InputError(`${address}: the server refuses the connection; check the address`)
  if (code?.startsWith('Z_')) return new InputError(`${address}: the compressed answer is damaged; try again later`)
  const certificate = code && /CERT|SSL|TLS|ISSUER|SELF_SIGNED/.test(code)
  if (certificate)
    return new InputError(`${address}: its certificate is not valid (${code}); save the page and give the file`)
  return new InputError(`${address}: cannot be fetched (${code ?? message}); try again later`)
}

function single(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null
}

function size(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.round(bytes / 1_000_000)} MB` : `${bytes} bytes`
}
