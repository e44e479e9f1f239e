import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { CHECK_FORMATS } from '../export/export.js'
import { collect, dossierFolders } from './dossiers.js'
import { addReadingOptions, chosenFormat, planOf, type ReadingOptions } from './reading-options.js'
import type { Io } from './terminal.js'

const EXAMPLES = `
Formats:
${CHECK_FORMATS.map(format => `  ${format.name.padEnd(11)} ${format.description}`).join('\n')}

Outcomes: supported, contradicted, not-in-record. Each shows the rows of the record that decided it; where a row was not seen
in its source, the verdict says so.

Examples:
  demarche check statement.txt
  demarche check statement.txt --date 2022-05-28
  demarche check statements/ --format csv --output claims.csv
  demarche check statement.txt --dossier my-crisis/ --format claimreview

Exit codes: as of demarche read.
`

/** Adds `demarche check` to the program; `done` gets its exit code. */
export function defineCheck(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  addReadingOptions(program.command('check'), CHECK_FORMATS)
    .summary('check the claims of fact in statements against the record')
    .description(
      'Finds the claims of fact in official statements (dates, counts, votes, violations, firsts) and computes each against the record.',
    )
    .option(
      '--dossier <folder>',
      'a folder with a dossier, or the name of a bundled one; repeatable (default: all bundled)',
      collect,
    )
    .addHelpText('after', EXAMPLES)
    .action(async (...[inputs, given]: unknown[]) => {
      const options = given as ReadingOptions & { dossier?: string[] }
      const dossiers = await dossierFolders(options.dossier ?? [])
      const format = chosenFormat(options, CHECK_FORMATS)
      const plan = await planOf(inputs as string[], options, { command: 'check', dossiers }, format, io)
      const { runRead } = await import('./run-read.js')
      done(await runRead(plan, io))
    })
}
