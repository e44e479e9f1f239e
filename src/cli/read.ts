import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { FORMATS, formatNamed, formatOfFile } from '../export/export.js'
import type { Format } from '../export/format.js'
import { UsageError } from '../text/errors.js'
import { numberIn } from './numbers.js'
import type { ReadJob } from './pipeline.js'
import type { ReadPlan } from './run-read.js'
import { coloured, type Io, MAX_WIDTH, MIN_WIDTH, widthOf } from './terminal.js'

const EXAMPLES = `
Formats:
${FORMATS.map(format => `  ${format.name.padEnd(8)} ${format.description}`).join('\n')}

Examples:
  demarche read statement.txt
  demarche read statement.pdf --explain
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
  program
    .command('read')
    .summary('find the speech acts in official statements')
    .description('Finds the speech acts in official statements: who condemns, urges, promises or offers what, to whom.')
    .argument('<input...>', 'files, folders, globs, URLs, or - for standard input')
    .option(
      '-f, --format <name>',
      `how to write the result: ${FORMATS.map(format => format.name).join(', ')} (default: text, or what the name after --output ends in)`,
    )
    .option('-o, --output <file>', 'write to a file, which appears when it is complete')
    .option('-e, --explain', 'say why each act was read as it was')
    .option('--issuers <ids>', 'who issued the statement, as codes: ARL,NRV')
    .option('--date <day>', 'when it was issued: YYYY-MM-DD')
    .option('--language <code>', 'its language, in two letters: en')
    .option('--title <title>', 'its title')
    .option('--allow-private', 'fetch from private and loopback addresses too')
    .option('--width <columns>', `columns to write for (${MIN_WIDTH} to ${MAX_WIDTH}; default: the terminal's, or 80)`)
    .option(
      '-j, --jobs <count>',
      'how many inputs to read at once when there are many (default: one a core, as memory allows)',
    )
    .option('--color', 'colour the text even where it does not go to a terminal')
    .option('--no-color', 'do not colour the text')
    .addHelpText('after', EXAMPLES)
    .action(async (inputs, options) => {
      const format = formatFor(options.format, options.output)
      if (options.explain && !format.explains) throw new UsageError(explainMessage(format))
      const { checkDay, checkLanguage } = await import('../load/declared.js')
      const job: ReadJob = {
        format: format.name,
        explain: options.explain ?? false,
        width: widthOf(io, numberIn(options.width, '--width', MIN_WIDTH, MAX_WIDTH)),
        colour: coloured(io, options.color ?? null, options.output !== undefined),
        allowPrivate: options.allowPrivate ?? false,
        debug: Boolean(io.env.DEMARCHE_DEBUG),
        given: {
          ...(options.issuers !== undefined && { issuers: issuersIn(options.issuers) }),
          ...(options.date !== undefined && { date: checkDay(options.date, '--date', UsageError) }),
          ...(options.language !== undefined && {
            language: checkLanguage(options.language, '--language', UsageError),
          }),
          ...(options.title !== undefined && { title: options.title }),
        },
      }
      const plan: ReadPlan = {
        inputs,
        job,
        output: options.output ?? null,
        jobs: numberIn(options.jobs, '--jobs', 1, 256),
      }
      const { runRead } = await import('./run-read.js')
      done(await runRead(plan, io))
    })
}

function formatFor(name: string | undefined, output: string | undefined): Format {
  if (name === undefined) return (output && formatOfFile(output)) || FORMATS[0]
  const format = formatNamed(name)
  if (format) return format
  const names = FORMATS.map(known => known.name).join(', ')
  throw new UsageError(`--format: "${name}" is no format; choose one of ${names}`)
}

function explainMessage(format: Format): string {
  const names = FORMATS.filter(known => known.explains).map(known => known.name)
  return `--explain: ${format.name} has no room for explanations; choose one of ${names.join(', ')}`
}

function issuersIn(list: string): string[] {
  const ids = list.split(/[\s,;]+/).filter(Boolean)
  if (!ids.length) throw new UsageError('--issuers: names nobody; give codes with commas between them, or leave it out')
  return ids
}
