/** The options that `read` and `check` share, and the plan that they make. */
import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Format } from '../export/format.js'
import { UsageError } from '../text/errors.js'
import { numberIn } from './numbers.js'
import type { ReadJob } from './pipeline.js'
import type { ReadPlan } from './run-read.js'
import { coloured, type Io, MAX_WIDTH, MIN_WIDTH, widthOf } from './terminal.js'

export interface ReadingOptions {
  format?: string
  output?: string
  explain?: boolean
  issuers?: string
  date?: string
  language?: string
  title?: string
  allowPrivate?: boolean
  width?: string
  jobs?: string
  color?: boolean
}

/** Adds the arguments and options of a command that reads statements. */
export function addReadingOptions(command: CommandUnknownOpts, formats: readonly Format[]): CommandUnknownOpts {
  return command
    .argument('<input...>', 'files, folders, globs, URLs, or - for standard input')
    .option(
      '-f, --format <name>',
      `how to write the result: ${formats.map(format => format.name).join(', ')} (default: text, or what the name after --output ends in)`,
    )
    .option('-o, --output <file>', 'write to a file, which appears when it is complete')
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
}

/** What the options ask for. */
export async function planOf(
  inputs: readonly string[],
  options: ReadingOptions,
  job: Pick<ReadJob, 'command' | 'dossiers'>,
  format: Format,
  io: Io,
): Promise<ReadPlan> {
  const { checkDay, checkLanguage } = await import('../load/declared.js')
  return {
    inputs,
    job: {
      ...job,
      format: format.name,
      explain: options.explain ?? false,
      width: widthOf(io, numberIn(options.width, '--width', MIN_WIDTH, MAX_WIDTH)),
      colour: coloured(io, options.color ?? null, options.output !== undefined),
      allowPrivate: options.allowPrivate ?? false,
      debug: Boolean(io.env.DEMARCHE_DEBUG),
      given: {
        ...(options.issuers !== undefined && { issuers: issuersIn(options.issuers) }),
        ...(options.date !== undefined && { date: checkDay(options.date, '--date', UsageError) }),
        ...(options.language !== undefined && { language: checkLanguage(options.language, '--language', UsageError) }),
        ...(options.title !== undefined && { title: options.title }),
      },
    },
    output: options.output ?? null,
    jobs: numberIn(options.jobs, '--jobs', 1, 256),
  }
}

/** The format that the options name, or that the output's file name ends in, or the first. */
export function chosenFormat({ format: name, output }: ReadingOptions, formats: readonly Format[]): Format {
  if (name === undefined) return formats.find(format => output?.toLowerCase().endsWith(format.extension)) ?? formats[0]!
  const format = formats.find(known => known.name === name)
  if (format) return format
  const names = formats.map(known => known.name).join(', ')
  throw new UsageError(`--format: "${name}" is no format; choose one of ${names}`)
}

export function issuersIn(list: string): string[] {
  const ids = list.split(/[\s,;]+/).filter(Boolean)
  if (!ids.length) throw new UsageError('--issuers: names nobody; give codes with commas between them, or leave it out')
  return ids
}
