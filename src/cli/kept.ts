/** Statements that a command is given by their names in the ledger. */
import { existsSync } from 'node:fs'
import type { Stored } from '../ledger/ledger.js'
import { withOpenLedger } from './ledger-options.js'
import type { Io } from './terminal.js'

const PREFIX = 'ledger:'
/** An id or its first digits, as every list of the ledger shows them. */
const ID = /^[0-9a-f]{6,64}$/

/** Whether an input names a statement of the ledger: an id, where no file is called so, or anything after `ledger:`. */
export function isKept(input: string): boolean {
  return input.startsWith(PREFIX) || (ID.test(input) && !existsSync(input))
}

/**
 * The statements behind inputs that `isKept`, corrections included.
 *
 * @throws UsageError, InputError
 */
export async function keptStatements(
  inputs: readonly string[],
  db: string | undefined,
  io: Io,
): Promise<Map<string, Stored>> {
  if (inputs.length === 0) return new Map()
  return withOpenLedger(db === undefined ? {} : { db }, io, 'read', async ledger => {
    const found = new Map<string, Stored>()
    for (const input of inputs) {
      const name = input.startsWith(PREFIX) ? input.slice(PREFIX.length) : input
      found.set(input, (await ledger.get(await ledger.idOf(name)))!)
    }
    return found
  })
}
