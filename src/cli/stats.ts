import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { statsAnswer } from '../export/ledger-lists.js'
import { InputError } from '../text/errors.js'
import { type LedgerOptions, withAnswerOptions, withOpenLedger } from './ledger-options.js'
import { answered } from './question.js'
import type { Io } from './terminal.js'

/** Adds `demarche stats` to the program; `done` gets its exit code. */
export function defineStats(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('stats')
    .summary('say what the ledger holds and where it is')
    .description('Says what the ledger holds, where it is and, with --check, whether its file is sound.')
    .option('--check', 'look through the whole file for damage')
  withAnswerOptions(command).action(async () => {
    const options = command.opts() as LedgerOptions & { check?: boolean }
    const { onServer, placeShown } = await import('../ledger/open.js')
    await answered(options, io, done, () =>
      withOpenLedger(options, io, 'read', async (ledger, place) => {
        if (options.check) {
          const faults = await ledger.database.faults()
          if (faults.length)
            throw new InputError(
              `${placeShown(place)}: the ledger is damaged (${faults[0]}); ${onServer(place) ? "restore it from the server's own backup" : 'save what can be read with demarche backup NEW --salvage'}`,
            )
        }
        return statsAnswer(await ledger.stats(), placeShown(place))
      }),
    )
  })
}
