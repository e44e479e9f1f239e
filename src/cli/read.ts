import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { FORMATS } from '../export/export.js'
import type { Format } from '../export/format.js'
import { UsageError } from '../text/errors.js'
import { collect, dossierFolders } from './dossiers.js'
import { addReadingOptions, chosenFormat, planOf, type ReadingOptions } from './reading-options.js'
import type { Io } from './terminal.js'

const EXAMPLES = `
Formats:
${FORMATS.map(format => `  ${format.name.padEnd(8)} ${format.description}`).join('\n')}

Examples:
  demarche read statement.txt
  demarche read statement.pdf --explain
  demarche read statement.txt --check
  demarche read https://example.org/statement --format json
  demarche read statements/ --format ndjson --output readings.ndjson
  demarche read statement.html --output statement-read.html

Exit codes:
  0  all inputs were read
  1  some input failed; the others were read
  2  the command was used wrongly
  3  nothing failed, but some input is in a language that the reader does not know yet
`

/** Adds `demarche read` to the program; `done` gets its exit code. */
export function defineRead(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  addReadingOptions(program.command('read'), FORMATS)
    .summary('find the speech acts in official statements')
    .description('Finds the speech acts in official statements: who condemns, urges, promises or offers what, to whom.')
    .option('-e, --explain', 'say why each act was read as it was')
    .option('--check', 'check the claims of fact too, against the bundled dossiers')
    .option(
      '--dossier <folder>',
      'check against this dossier (a folder, or the name of a bundled one); repeatable',
      collect,
    )
    .addHelpText('after', EXAMPLES)
    .action(async (...[inputs, given]: unknown[]) => {
      const options = given as ReadingOptions & { check?: boolean; dossier?: string[] }
      const format = chosenFormat(options, FORMATS)
      if (options.explain && !format.explains) throw new UsageError(explainMessage(format))
      const checked = options.check === true || options.dossier !== undefined
      const dossiers = checked ? await dossierFolders(options.dossier ?? []) : null
      const plan = await planOf(inputs as string[], options, { command: 'read', dossiers }, format, io)
      const { runRead } = await import('./run-read.js')
      done(await runRead(plan, io))
    })
}

function explainMessage(format: Format): string {
  const names = FORMATS.filter(known => known.explains).map(known => known.name)
  return `--explain: ${format.name} has no room for explanations; choose one of ${names.join(', ')}`
}
