import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { InputError, UsageError } from '../text/errors.js'
import type { Ledger } from './ledger.js'
import { checkVersion, migrate, refuseOther } from './migrations.js'
import { openSqlite } from './sqlite.js'
import { createLedger } from './store.js'

/** Where the ledger is: as named, else `DEMARCHE_DB`, else a file in the platform's folder for the data of programs. */
export function ledgerPlace(named: string | undefined, env: Record<string, string | undefined>): string {
  const place = named ?? env.DEMARCHE_DB
  if (place !== undefined && place !== '') return place
  return join(dataFolder(env), 'demarche', 'ledger.db')
}

/** XDG Base Directory Specification; Apple's File System Programming Guide; Windows' known folders. */
function dataFolder(env: Record<string, string | undefined>): string {
  if (process.platform === 'win32') return env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return env.XDG_DATA_HOME || join(homedir(), '.local', 'share')
}

/**
 * Opens the ledger at a place.
 *
 * @param how `write`: made where it is missing, and brought to this program's version; `read`: must be there
 * @throws InputError where it is missing, damaged, of a newer version, or may not be written to
 */
export async function openLedger(place: string, how: 'read' | 'write'): Promise<Ledger> {
  if (/^postgres(?:ql)?:/.test(place))
    throw new UsageError(
      `${place.replace(/\/\/[^@/]*@/, '//')}: PostgreSQL is not supported yet; name a file with --db`,
    )
  if (how === 'read' && !existsSync(place))
    throw new InputError(`${place}: there is no ledger yet; make one with demarche add, or name another with --db`)
  if (how === 'write') mkdirSync(dirname(place), { recursive: true })
  const readOnly = how === 'read' && !writable(place)
  const database = await openSqlite(place, { readOnly })
  try {
    // Who may not write cannot bring it up to date, but can read what a program of this version has made.
    if (readOnly) {
      await checkVersion(database, place)
      await refuseOther(database, place)
    } else await migrate(database, place)
    return createLedger(database)
  } catch (error) {
    await database.close()
    throw error
  }
}

function writable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK)
    accessSync(dirname(file), constants.W_OK)
    return true
  } catch {
    return false
  }
}
