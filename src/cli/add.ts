import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { collect, dossierFolders } from './dossiers.js'
import { type GivenOptions, givenIn, withGiven } from './given-options.js'
import { ledgerJob } from './ledger-job.js'
import { withLedger } from './ledger-options.js'
import { numberIn } from './numbers.js'
import type { Io } from './terminal.js'

interface AddOptions extends GivenOptions {
  db?: string
  dossier?: string[]
  links?: boolean
  jobs?: string
  each?: boolean
  queue?: boolean
}

const EXAMPLES = `
What the ledger has already is known and left as it is, so the same folder can be added again and again. A text that changed at the same
address is a new version, linked to the old. What is reported as added is on the disk.

Examples:
  demarche add statements/
  demarche add https://example.org/statement
  demarche add statement.pdf --issuers ARL,NRV --date 2022-05-28 --db work.db
  demarche add statements/ --queue --db postgres://analyst@host/ledger

Exit codes:
  0  all inputs are in the ledger
  1  some input failed; the others are in the ledger
  2  the command was used wrongly
  3  nothing failed, but some input is in a language that the reader does not know yet; it is kept all the same
`

/** Adds `demarche add` to the program; `done` gets its exit code. */
export function defineAdd(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('add')
    .summary('read statements and keep them in the ledger')
    .description('Reads statements, links them to the record and keeps them in the ledger.')
    .argument('<input...>', 'files, folders, globs, URLs, or - for standard input')
  withLedger(command)
    .option(
      '--dossier <folder>',
      'link to this dossier (a folder, or the name of a bundled one); repeatable (default: all bundled)',
      collect,
    )
    .option('--no-links', 'do not link to the record')
  withGiven(command)
    .option('-j, --jobs <count>', 'how many inputs to read at once when there are many')
    .option('--queue', 'only put them into the queue of a PostgreSQL ledger; demarche work reads them')
    .option('--each', 'say of each statement what became of it, however many there are')
    .addHelpText('after', EXAMPLES)
    .action(async (...[inputs, given]: unknown[]) => {
      const options = given as AddOptions
      const [{ ledgerPlace }, { runAdd }] = await Promise.all([import('../ledger/open.js'), import('./run-add.js')])
      const place = ledgerPlace(options.db, io.env)
      if (options.queue) {
        const { runEnqueue } = await import('./run-enqueue.js')
        const given = await givenIn(options)
        const plan = { inputs: inputs as string[], place, given, allowPrivate: options.allowPrivate ?? false }
        return done(await runEnqueue(plan, io))
      }
      const plan = {
        inputs: inputs as string[],
        place,
        each: options.each ?? false,
        jobs: numberIn(options.jobs, '--jobs', 1, 256),
        job: ledgerJob({
          command: 'add',
          ledger: place,
          dossiers: options.links === false ? null : await dossierFolders(options.dossier ?? []),
          allowPrivate: options.allowPrivate ?? false,
          debug: Boolean(io.env.DEMARCHE_DEBUG),
          given: await givenIn(options),
        }),
      }
      done(await runAdd(plan, io))
    })
}
