/**
 * Tokens that open the desk to others. A token is 256 random bits, so its plain SHA-256 can be kept: nobody guesses it, and a
 * slow hash, which protects what people choose, would only make refusals dear.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { DataError, UsageError } from '../text/errors.js'

/** `reader` asks; `editor` also adds, removes and corrects. */
export type Role = 'reader' | 'editor'
export const ROLES: readonly Role[] = ['reader', 'editor']

/** What is kept of a token: never the token. */
export interface TokenRecord {
  /** Whose it is, or what for: letters, digits, `.`, `_` and `-`. */
  name: string
  role: Role
  /** SHA-256 of the token, hexadecimal. */
  hash: string
  /** ISO day on which it was made. */
  made: string
}

const PREFIX = 'demarche_'
const NAME = /^[\p{L}\p{N}._-]{1,64}$/u
const LINE = /^(\S+)\s+(\S+)\s+(\d{4}-\d{2}-\d{2})\s+sha256:([0-9a-f]{64})$/
const HEAD = '# Tokens of a Demarche desk: name, role, day, SHA-256. The tokens themselves are nowhere.\n'

/** Whether a word has the form of a token, so that it can be kept out of places where others see it. */
export function looksLikeToken(word: string): boolean {
  return word.startsWith(PREFIX)
}

/**
 * Makes a token.
 *
 * @param made ISO day
 * @throws UsageError where the name is none
 */
export function newToken(name: string, role: Role, made: string): { token: string; record: TokenRecord } {
  if (!NAME.test(name))
    throw new UsageError(`--name: "${name}" is no name for a token; use up to 64 letters, digits, ".", "_" and "-"`)
  const token = PREFIX + randomBytes(32).toString('base64url')
  return { token, record: { name, role, made, hash: hashOf(token).toString('hex') } }
}

/** The record that a token belongs to, or null. Takes the same time for every token, right or wrong. */
export function recordOf(token: string, records: readonly TokenRecord[]): TokenRecord | null {
  const hash = hashOf(token)
  let found: TokenRecord | null = null
  for (const record of records) if (timingSafeEqual(hash, Buffer.from(record.hash, 'hex'))) found = record
  return found
}

export function tokenLines(records: readonly TokenRecord[]): string {
  return HEAD + records.map(({ name, role, made, hash }) => `${name} ${role} ${made} sha256:${hash}\n`).join('')
}

/**
 * The records of a file of tokens.
 *
 * @throws DataError that names the line
 */
export function tokensIn(text: string, file: string): TokenRecord[] {
  const records: TokenRecord[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [, name, role, made, hash] = LINE.exec(line.trim()) ?? []
    if (!name || !NAME.test(name) || !ROLES.includes(role as Role))
      throw new DataError(
        `${file}, line ${index + 1}: is no token's record; remove the line and make one with demarche token new`,
      )
    records.push({ name, role: role as Role, made: made!, hash: hash! })
  }
  return records
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
