/** What all questions to the record have in common: which dossiers, in which form, where to. */
import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Dossier } from '../dossier/dossier.js'
import { ANSWER_FORMATS, type Answer, type AnswerFormat, writeAnswer } from '../export/answer.js'
import { UsageError } from '../text/errors.js'
import { nearestOf } from '../text/nearest.js'
import { collect, dossiersFor } from './dossiers.js'
import { fileOutput, streamOutput } from './output.js'
import { interruptible } from './signals.js'
import { coloured, type Io, MAX_WIDTH, MIN_WIDTH, terminalStyle, widthOf } from './terminal.js'

export interface QuestionOptions {
  dossier?: string[]
  format?: string
  output?: string
  sources?: boolean
  width?: string
  color?: boolean
}

/** Adds the options that every question has. */
export function withQuestionOptions(
  command: CommandUnknownOpts,
  formats: readonly string[] = ANSWER_FORMATS,
): CommandUnknownOpts {
  return command
    .option(
      '--dossier <folder>',
      'a folder with a dossier, or the name of a bundled one; several times (default: all bundled ones)',
      collect,
    )
    .option(
      '-f, --format <name>',
      `how to write the answer: ${formats.join(', ')} (default: table, or what the name after --output ends in)`,
    )
    .option('-o, --output <file>', 'write to a file, which appears when it is complete')
    .option('--sources', 'show where each row comes from, and who says otherwise')
    .option('--width <columns>', `columns to write for (${MIN_WIDTH} to ${MAX_WIDTH}; default: the terminal's, or 80)`)
    .option('--color', 'colour the table even where it does not go to a terminal')
    .option('--no-color', 'do not colour the table')
}

/** The format asked for by name or by the file's. */
export function formatIn<F extends string>(options: QuestionOptions, formats: readonly F[]): F {
  const { format, output } = options
  if (format === undefined) return formats.find(name => output?.toLowerCase().endsWith(`.${name}`)) ?? formats[0]!
  if ((formats as readonly string[]).includes(format)) return format as F
  throw new UsageError(`--format: "${format}" is no format here; choose one of ${formats.join(', ')}`)
}

/** The dossiers asked. */
export function dossiersIn(options: QuestionOptions): Promise<Dossier[]> {
  return dossiersFor(options.dossier ?? [])
}

/** Writes an answer where the options say. */
export function giveAnswer(answer: Answer, format: AnswerFormat, options: QuestionOptions, io: Io): Promise<void> {
  const width = widthOf(io, widthIn(options.width))
  const style = terminalStyle(coloured(io, options.color ?? null, options.output !== undefined))
  return giveText(writeAnswer(answer, format, { width, style, sources: options.sources ?? false }), options, io)
}

export function giveText(text: string, { output: file }: QuestionOptions, io: Io): Promise<void> {
  return interruptible(async ({ cleanUp }) => {
    const output = file === undefined ? streamOutput(io.stdout) : await fileOutput(file)
    cleanUp(() => output.abandon())
    await output.write(text)
    await output.close()
  })
}

function widthIn(asked: string | undefined): number | null {
  if (asked === undefined) return null
  const width = /^\d+$/.test(asked) ? Number(asked) : Number.NaN
  if (width >= MIN_WIDTH && width <= MAX_WIDTH) return width
  throw new UsageError(`--width: "${asked}" is no whole number from ${MIN_WIDTH} to ${MAX_WIDTH}; give one`)
}

/** An error for a value that nothing is known by, with those that look most like it. */
export function unknown(option: string, value: string, noun: string, known: readonly string[]): UsageError {
  const near = nearestOf(value, known)
  const remedy = near.length
    ? `nearest: ${near.join(', ')}`
    : known.length <= 20
      ? `known: ${known.join(', ') || 'none'}`
      : `none of the ${known.length} known looks like it`
  return new UsageError(`${option}: "${value}" is no ${noun} of the record; ${remedy}`)
}
