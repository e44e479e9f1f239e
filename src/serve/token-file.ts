/** The file of tokens: read by the server, changed by `demarche token`, seen again without a restart. */
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { InputError } from '../text/errors.js'
import { type TokenRecord, tokenLines, tokensIn } from './token.js'

/** Milliseconds after which the file is looked at again. */
const AGAIN = 1000

/** The tokens as they are now. */
export interface Tokens {
  records(): readonly TokenRecord[]
}

/** Where the tokens are if nobody says: a file in the platform's folder for the settings of programs. */
export function tokenPlace(named: string | undefined, env: Record<string, string | undefined>): string {
  if (named !== undefined && named !== '') return named
  if (process.platform === 'win32')
    return join(env.APPDATA || join(homedir(), 'AppData', 'Roaming'), 'demarche', 'tokens')
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'demarche', 'tokens')
}

/** @throws InputError, DataError; a missing file has no tokens */
export function readTokens(file: string): TokenRecord[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new InputError(`${file}: the tokens cannot be read (${(error as Error).message}); see who may read it`)
  }
  return tokensIn(text, file)
}

/** Puts the records in the place of the file's, at once and for the owner's eyes only. */
export function writeTokens(file: string, records: readonly TokenRecord[]): void {
  const partial = `${file}.${process.pid}.part`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(partial, tokenLines(records), { mode: 0o600, flag: 'wx' })
    chmodSync(partial, 0o600)
    renameSync(partial, file)
  } catch (error) {
    rmSync(partial, { force: true })
    throw new InputError(
      `${file}: the tokens cannot be written (${(error as Error).message}); name another file with --file`,
    )
  }
}

/**
 * Follows a file of tokens: one that is taken out stops opening anything within a second. A file that cannot be read any more
 * opens nothing.
 *
 * @param now milliseconds
 * @throws InputError, DataError where the file is not there or wrong from the beginning
 */
export function followTokens(file: string, now: () => number = Date.now): Tokens {
  let records: readonly TokenRecord[] = readTokens(file)
  let seen = stampOf(file)
  let looked = now()
  return {
    records() {
      if (now() - looked < AGAIN) return records
      looked = now()
      const stamp = stampOf(file)
      if (stamp === seen) return records
      seen = stamp
      try {
        records = readTokens(file)
      } catch {
        records = []
      }
      return records
    },
  }
}

function stampOf(file: string): string {
  const there = statSync(file, { throwIfNoEntry: false })
  return there ? `${there.ino} ${there.mtimeMs} ${there.size}` : ''
}
