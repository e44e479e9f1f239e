import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { EXIT } from './failure.js'
import { type LedgerOptions, withLedger, withOpenLedger } from './ledger-options.js'
import { streamOutput } from './output.js'
import type { Io } from './terminal.js'

/** Adds `demarche remove` to the program; `done` gets its exit code. */
export function defineRemove(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('remove')
    .summary('take statements out of the ledger')
    .description('Takes statements out of the ledger for good, with their readings and corrections.')
    .argument('<id...>', 'ids as demarche list shows them')
  withLedger(command).action(async (...[names, options]: unknown[]) => {
    const output = streamOutput(io.stdout)
    await withOpenLedger(options as LedgerOptions, io, 'write', async ledger => {
      // All are looked up before the first goes, so that a slip of the pen removes nothing.
      const ids = await Promise.all((names as string[]).map(name => ledger.idOf(name)))
      for (const id of new Set(ids)) {
        await ledger.remove(id)
        await output.write(`removed  ${id.slice(0, 16)}\n`)
      }
    })
    await output.close()
    done(EXIT.done)
  })
}
