/** The options that `read` and `check` share, and the plan that they make. */
import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Format } from '../export/format.js'
import { UsageError } from '../text/errors.js'
import { type GivenOptions, givenIn, withGiven } from './given-options.js'
import { type LookOptions, lookOf, withColour, withOutput, withWidth } from './look-options.js'
import { numberIn } from './numbers.js'
import type { ReadJob } from './pipeline.js'
import type { ReadPlan } from './run-read.js'
import type { Io } from './terminal.js'

export interface ReadingOptions extends GivenOptions, LookOptions {
  format?: string
  explain?: boolean
  jobs?: string
}

/** Adds the arguments and options of a command that reads statements. */
export function addReadingOptions(command: CommandUnknownOpts, formats: readonly Format[]): CommandUnknownOpts {
  command.argument('<input...>', 'files, folders, globs, URLs, or - for standard input')
  withWidth(withGiven(withOutput(withFormat(command, formats)))).option(
    '-j, --jobs <count>',
    'how many inputs to read at once when there are many (default: one a core, as memory allows)',
  )
  return withColour(command, 'text')
}

/** Adds `--format` for results that are text by default. */
export function withFormat(command: CommandUnknownOpts, formats: readonly { name: string }[]): CommandUnknownOpts {
  return command.option(
    '-f, --format <name>',
    `how to write the result: ${formats.map(format => format.name).join(', ')} (default: text, or what the name after --output ends in)`,
  )
}

/** What the options ask for. */
export async function planOf(
  inputs: readonly string[],
  options: ReadingOptions,
  job: Pick<ReadJob, 'command' | 'dossiers'>,
  format: Format,
  io: Io,
): Promise<ReadPlan> {
  const { width, colour } = lookOf(options, io)
  return {
    inputs,
    job: {
      ...job,
      format: format.name,
      explain: options.explain ?? false,
      width,
      colour,
      allowPrivate: options.allowPrivate ?? false,
      debug: Boolean(io.env.DEMARCHE_DEBUG),
      given: await givenIn(options),
    },
    output: options.output ?? null,
    jobs: numberIn(options.jobs, '--jobs', 1, 256),
  }
}

/** The format that a file's name asks for by its extension, or undefined. */
export function formatOfFile<F extends Ending>(file: string | undefined, formats: readonly F[]): F | undefined {
  const name = file?.toLowerCase()
  return formats.find(format => endingsOf(format).some(ending => name?.endsWith(ending)))
}

/** A format of readings has one extension, a format of comparisons several. */
type Ending = { extension: string } | { extensions: readonly string[] }

function endingsOf(format: Ending): readonly string[] {
  return 'extension' in format ? [format.extension] : format.extensions
}

/** The format that the options name, or that the output's file name ends in, or the first. */
export function chosenFormat<F extends Ending & { name: string }>(
  { format: name, output }: Pick<ReadingOptions, 'format' | 'output'>,
  formats: readonly F[],
): F {
  if (name === undefined) return formatOfFile(output, formats) ?? formats[0]!
  const format = formats.find(known => known.name === name)
  if (format) return format
  const names = formats.map(known => known.name).join(', ')
  throw new UsageError(`--format: "${name}" is no format; choose one of ${names}`)
}
