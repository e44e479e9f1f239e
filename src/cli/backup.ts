import { existsSync, renameSync, rmSync } from 'node:fs'
import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { InputError } from '../text/errors.js'
import { EXIT } from './failure.js'
import { type LedgerOptions, withLedger, withOpenLedger } from './ledger-options.js'
import { streamOutput } from './output.js'
import type { Io } from './terminal.js'

/** Adds `demarche backup` to the program; `done` gets its exit code. */
export function defineBackup(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('backup')
    .summary('copy the ledger to a file')
    .description('Copies the ledger, as it stands, to a new file, while others go on using it.')
    .argument('<file>', 'where to; there must be no such file yet')
    .option('--salvage', 'of a damaged ledger, keep what can still be read')
  withLedger(command).action(async (...[target, given]: unknown[]) => {
    const options = given as LedgerOptions & { salvage?: boolean }
    const file = target as string
    if (existsSync(file)) throw new InputError(`${file}: is there already; give another name, or remove it first`)
    const partial = `${file}.${process.pid}.part`
    const output = streamOutput(io.stdout)
    try {
      if (options.salvage) {
        const [{ salvage }, { ledgerPlace }] = await Promise.all([
          import('../ledger/salvage.js'),
          import('../ledger/open.js'),
        ])
        const { kept, lost } = await salvage(ledgerPlace(options.db, io.env), partial)
        renameSync(partial, file)
        await output.write(`${kept} statements saved to ${file}, ${lost} lost\n`)
      } else {
        await withOpenLedger(options, io, 'read', ledger => ledger.database.backup(partial))
        renameSync(partial, file)
        await output.write(`saved to ${file}\n`)
      }
    } finally {
      for (const end of ['', '-wal', '-shm']) rmSync(partial + end, { force: true })
    }
    await output.close()
    done(EXIT.done)
  })
}
