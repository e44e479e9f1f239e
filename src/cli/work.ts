import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { failedAnswer } from '../export/ledger-queue.js'
import { collect, dossierFolders } from './dossiers.js'
import { EXIT } from './failure.js'
import { ledgerJob } from './ledger-job.js'
import { type LedgerOptions, withAnswerOptions, withOpenLedger } from './ledger-options.js'
import { numberIn } from './numbers.js'
import { streamOutput } from './output.js'
import { answered } from './question.js'
import type { Io } from './terminal.js'

interface WorkCommandOptions extends LedgerOptions {
  dossier?: string[]
  links?: boolean
  jobs?: string
  untilEmpty?: boolean
  failed?: boolean
  retry?: boolean
}

const EXAMPLES = `
Any number of programs on any number of hosts may work through one queue. One that is stopped (Ctrl-C, SIGTERM) finishes what it has
begun; what one had begun that was killed is taken up by another within seconds. No statement is kept twice.

Examples:
  demarche add statements/ --queue --db postgres://analyst@host/ledger
  demarche work --db postgres://analyst@host/ledger
  demarche work --failed
`

/** Adds `demarche work` to the program; `done` gets its exit code. */
export function defineWork(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('work')
    .summary('read what waits in the queue of a PostgreSQL ledger')
    .description('Reads the statements that demarche add --queue has put into the queue, and keeps them in the ledger.')
  withAnswerOptions(command)
    .option('--dossier <folder>', 'link to this dossier; repeatable (default: all bundled)', collect)
    .option('--no-links', 'do not link to the record')
    .option('-j, --jobs <count>', 'how many inputs to read at once (default: as many as there are cores)')
    .option('--until-empty', 'stop when nothing is left that could be read now')
    .option('--failed', 'list the inputs that could not be read, and why; read nothing')
    .option('--retry', 'put what failed back into the queue; read nothing')
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const options = command.opts() as WorkCommandOptions
      const [{ ledgerPlace }, { openQueue }] = await Promise.all([
        import('../ledger/open.js'),
        import('../ledger/queue.js'),
      ])
      const place = ledgerPlace(options.db, io.env)
      if (options.failed)
        return answered(options, io, done, () =>
          withOpenLedger(options, io, 'read', async ({ database }) => {
            const queue = await openQueue(place, database)
            return failedAnswer(await queue.failed(), await queue.waiting())
          }),
        )
      if (options.retry) {
        const count = await withOpenLedger(options, io, 'write', async ({ database }) =>
          (await openQueue(place, database)).retry(),
        )
        const output = streamOutput(io.stdout)
        await output.write(`${count} put back\n`)
        await output.close()
        return done(EXIT.done)
      }
      const { runWork } = await import('./run-work.js')
      const plan = {
        place,
        untilEmpty: options.untilEmpty ?? false,
        jobs: numberIn(options.jobs, '--jobs', 1, 256),
        job: ledgerJob({
          command: 'work',
          ledger: place,
          dossiers: options.links === false ? null : await dossierFolders(options.dossier ?? []),
          allowPrivate: false,
          debug: Boolean(io.env.DEMARCHE_DEBUG),
          given: {},
        }),
      }
      done(await runWork(plan, io))
    })
}
