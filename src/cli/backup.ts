import { existsSync, renameSync, rmSync } from 'node:fs'
import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { InputError, UsageError } from '../text/errors.js'
import { EXIT } from './failure.js'
import { type LedgerOptions, withLedger, withOpenLedger } from './ledger-options.js'
import { streamOutput } from './output.js'
import type { Io } from './terminal.js'

/** Adds `demarche backup` to the program; `done` gets its exit code. */
export function defineBackup(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('backup')
    .summary('copy the ledger to a file')
    .description(
      'Copies the ledger, as it stands, to a new file, whichever database it is in, or to an empty PostgreSQL database, while others go on using it.',
    )
    .argument('<target>', 'where to: a file that is not there yet, or postgres://user:password@host:port/database')
    .option('--salvage', 'of a damaged file, keep what can still be read')
  withLedger(command).action(async (...[target, given]: unknown[]) => {
    const options = given as LedgerOptions & { salvage?: boolean }
    const [{ copyLedger }, { ledgerPlace, onServer, placeShown }] = await Promise.all([
      import('../ledger/copy.js'),
      import('../ledger/open.js'),
    ])
    const place = target as string
    const output = streamOutput(io.stdout)
    if (onServer(place)) {
      if (options.salvage) throw new UsageError('--salvage: saves to a file; name one')
      await withOpenLedger(options, io, 'read', ledger => copyLedger(ledger, place))
      await output.write(`copied to ${placeShown(place)}\n`)
      await output.close()
      return done(EXIT.done)
    }
    if (existsSync(place)) throw new InputError(`${place}: is there already; give another name, or remove it first`)
    const partial = `${place}.${process.pid}.part`
    try {
      if (options.salvage) {
        const { salvage } = await import('../ledger/salvage.js')
        const { kept, lost } = await salvage(ledgerPlace(options.db, io.env), partial)
        renameSync(partial, place)
        await output.write(`${kept} statements saved to ${place}, ${lost} lost\n`)
      } else {
        await withOpenLedger(options, io, 'read', ledger => copyLedger(ledger, partial))
        renameSync(partial, place)
        await output.write(`saved to ${place}\n`)
      }
    } finally {
      for (const end of ['', '-wal', '-shm']) rmSync(partial + end, { force: true })
    }
    await output.close()
    done(EXIT.done)
  })
}
