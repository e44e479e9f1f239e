import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { type PositionWords, positionIn, positionsIn } from '../ask/positions.js'
import { KNOWING } from './filters.js'
import {
  type LedgerOptions,
  type PageOptions,
  pageOf,
  withAnswerOptions,
  withOpenLedger,
  withPageOptions,
} from './ledger-options.js'
import { answered } from './question.js'
import type { Io } from './terminal.js'

interface PositionsOptions extends LedgerOptions, PageOptions, PositionWords {
  cell?: string
}

const EXAMPLES = `
Examples:
  demarche positions --topic missile-launch
  demarche positions --actor ARL --from 2022
  demarche positions --cell ARL:missile-launch
`

/** Adds `demarche positions` to the program; `done` gets its exit code. */
export function definePositions(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('positions')
    .summary('who stands where: actors by topics')
    .description(
      'The matrix of actors by topics over the acts of the ledger: the latest act of each, the strongest on each ladder, their number by year and the trend. A cell opens the acts behind it.',
    )
    .option('--topic <topic>', 'one topic: missile-launch')
    .option('--actor <name>', 'one actor: a code, or a name')
    .option('--cell <actor:topic>', 'the acts behind a cell, latest first')
    .option('--from <date>', 'first day, month or year')
    .option('--to <date>', 'last day, month or year')
  withPageOptions(withAnswerOptions(command))
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const options = command.opts() as PositionsOptions
      await answered(options, io, done, () =>
        withOpenLedger(options, io, 'read', ledger => {
          const page = pageOf(options)
          return options.cell === undefined
            ? positionsIn(ledger, KNOWING, options, page)
            : positionIn(ledger, KNOWING, options.cell, options, page)
        }),
      )
    })
}
