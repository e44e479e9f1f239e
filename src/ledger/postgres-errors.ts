import { DemarcheError, InputError } from '../text/errors.js'

/** An address without the password, for people's eyes. */
export function addressShown(address: string): string {
  try {
    const { protocol, username, host, pathname } = new URL(address)
    return `${protocol}//${username ? `${username}@` : ''}${host}${pathname}`
  } catch {
    // What cannot be taken apart may have a password anywhere.
    return address.replace(/:.*$/s, '://...')
  }
}

/** PostgreSQL's error, or the network's, as ours: value and remedy. The codes are those of its manual's appendix A. */
export function ours(error: unknown, address: string): unknown {
  if (error instanceof DemarcheError) return error
  const place = addressShown(address)
  const { code = '', said } = partsOf(error)
  const remedy = REMEDIES.find(([codes]) => codes.test(code) || codes.test(said))?.[1]
  return remedy === undefined ? error : new InputError(`${place}: ${remedy(said)}`)
}

/** By code or, where there is none, by message. The first that fits. */
const REMEDIES: readonly (readonly [RegExp, (said: string) => string])[] = [
  [
    /^(ENOTFOUND|EAI_AGAIN)$/,
    said => `no host of that name is known (${said}); correct the address, or name another ledger with --db`,
  ],
  [
    /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOENT|57P03)$/,
    said =>
      `no server answers there (${said}); start it or wait until it is up, correct the address, or name another ledger with --db`,
  ],
  [
    /timeout exceeded when trying to connect|^ETIMEDOUT$/,
    () => 'the server did not answer in time; see that it can be reached and has connections to spare, then try again',
  ],
  [
    /^(ECONNRESET|EPIPE|57P01|57P02|08...)$|^Connection terminated|not queryable|Client was closed/,
    said =>
      `the server went away in the middle (${said}); try again when it is back: what was reported as done is kept, and nothing is half done`,
  ],
  [
    /^28...$|^client password must be/,
    said => `the server lets nobody in like that (${said}); correct user and password`,
  ],
  [/^3D000$/, said => `${said}; make it with createdb, or correct the address`],
  [/^3F000$/, said => `${said}; create the schema, or correct search_path`],
  [/^42501$/, said => `the user may not do that (${said}); have the owner grant it, or name another ledger with --db`],
  [/^25006$/, said => `the server may only be read (${said}); name the one that may be written to with --db`],
  [/^53100$/, () => "the server's disk is full; free some space and try again: what was reported as added is kept"],
  [/^53300$/, said => `${said}; end some of the programs that use the server, or let it have more connections`],
  [/^53200$/, said => `the server is out of memory (${said}); try again, or let it have more`],
  [/^55P03$/, () => 'others have been writing to the ledger for a minute; wait for them and try again'],
  [
    /^(22021|22P05)$/,
    said =>
      `the database cannot hold all of Unicode (${said}); make one with createdb --encoding UTF8 --template template0`,
  ],
  [/^XX00[12]$/, said => `the server's data is damaged (${said}); restore it from the server's own backup`],
  [/^ERR_INVALID_URL$/, () => 'is no address of a database; give postgres://user:password@host:port/database'],
]

function partsOf(error: unknown): { code?: string; said: string } {
  // Of several addresses of one host that were tried, the first.
  const one = error instanceof AggregateError ? error.errors[0] : error
  const { code, message } = one as { code?: unknown; message?: string }
  return { ...(typeof code === 'string' && { code }), said: message ?? String(one) }
}
