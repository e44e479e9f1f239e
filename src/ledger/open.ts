import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { InputError } from '../text/errors.js'
import type { Database } from './database.js'
import type { Ledger } from './ledger.js'
import { checkVersion, migrate, refuseOther } from './migrations.js'
import { openPostgres } from './postgres.js'
import { addressShown } from './postgres-errors.js'
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

/** Whether a place is a PostgreSQL database and not a file. */
export function onServer(place: string): boolean {
  return /^postgres(?:ql)?:/i.test(place)
}

/** A place as messages name it: without the password. */
export function placeShown(place: string): string {
  return onServer(place) ? addressShown(place) : place
}

/**
 * Opens the ledger at a place: a file, or `postgres://user:password@host:port/database`.
 *
 * @param how `write`: made where it is missing, and brought to this program's version; `read`: must be there
 * @throws InputError where it is missing, damaged, of a newer version, out of reach, or may not be written to
 */
export async function openLedger(place: string, how: 'read' | 'write'): Promise<Ledger> {
  const { database, readOnly } = onServer(place)
    ? { database: await openPostgres(place), readOnly: false }
    : await openFile(place, how)
  const shown = placeShown(place)
  try {
    if (onServer(place) && how === 'read' && (await checkVersion(database, shown)) === 0) {
      await refuseOther(database, shown)
      throw noneAt(shown)
    }
    // Who may not write cannot bring it up to date, but can read what a program of this version has made.
    if (readOnly) {
      await checkVersion(database, shown)
      await refuseOther(database, shown)
    } else await migrate(database, shown)
    return createLedger(database)
  } catch (error) {
    await database.close()
    throw error
  }
}

async function openFile(file: string, how: 'read' | 'write'): Promise<{ database: Database; readOnly: boolean }> {
  if (how === 'read' && !existsSync(file)) throw noneAt(file)
  if (how === 'write') mkdirSync(dirname(file), { recursive: true })
  const readOnly = how === 'read' && !writable(file)
  return { database: await openSqlite(file, { readOnly }), readOnly }
}

function noneAt(place: string): InputError {
  return new InputError(`${place}: there is no ledger yet; make one with demarche add, or name another with --db`)
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
