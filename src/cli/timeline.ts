import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { actsIn, MOMENT_KINDS, recordIn, type TimelineWords, timelineIn } from '../ask/timeline.js'
import type { Queries } from '../ledger/database.js'
import { withDossiers } from './dossiers.js'
import { KNOWING } from './filters.js'
import {
  type LedgerOptions,
  type PageOptions,
  pageOf,
  withAnswerOptions,
  withOpenLedger,
  withPageOptions,
} from './ledger-options.js'
import { answered, dossiersIn } from './question.js'
import type { Io } from './terminal.js'

interface TimelineOptions extends LedgerOptions, PageOptions, TimelineWords {
  dossier?: string[]
}

const ROWS = 100
const EXAMPLES = `
Examples:
  demarche timeline --from 2022-05 --to 2022-06
  demarche timeline --from 2017 --to 2017 --actor ARL --topic missile-launch
  demarche timeline --from 2022-05 --to 2022-05 --only event,vote
`

/** Adds `demarche timeline` to the program; `done` gets its exit code. */
export function defineTimeline(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('timeline')
    .summary('events, votes and acts in one sequence')
    .description('Events and votes of the record and acts of the ledger in one sequence, earliest first.')
    .option('--from <date>', 'first day, month or year')
    .option('--to <date>', 'last day, month or year')
    .option('--actor <name>', 'who did it, took part or voted: a code, or a name')
  withDossiers(command)
    .option('--topic <topic>', 'of acts: one topic, missile-launch')
    .option('--only <kinds>', `some of ${MOMENT_KINDS.join(', ')}, with commas between them`)
  withPageOptions(withAnswerOptions(command), ROWS)
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const options = command.opts() as TimelineOptions
      await answered(options, io, done, async () => {
        const page = pageOf(options, ROWS)
        const record = recordIn(options) ? await dossiersIn(options) : []
        const ask = (database: Queries | null) =>
          timelineIn({ database, dossiers: record, knowing: KNOWING }, options, page)
        return actsIn(options) ? withOpenLedger(options, io, 'read', ({ database }) => ask(database)) : ask(null)
      })
    })
}
