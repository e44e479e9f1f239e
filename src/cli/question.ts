/** What all questions to the record have in common: which dossiers, in which form, where to. */
import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Dossier } from '../dossier/dossier.js'
import { ANSWER_FORMATS, type Answer, type AnswerFormat, writeAnswer } from '../export/answer.js'
import { UsageError } from '../text/errors.js'
import { dossiersFor, withDossiers } from './dossiers.js'
import { EXIT } from './failure.js'
import { type LookOptions, lookOf, withColour, withOutput, withWidth } from './look-options.js'
import { fileOutput, streamOutput } from './output.js'
import { interruptible } from './signals.js'
import type { Io } from './terminal.js'

/** What every answer can be given by. */
export interface AnswerOptions extends LookOptions {
  format?: string
}

export interface QuestionOptions extends AnswerOptions {
  dossier?: string[]
  sources?: boolean
}

/** Adds `--format` and `--output`. */
export function withForm(command: CommandUnknownOpts, formats: readonly string[] = ANSWER_FORMATS): CommandUnknownOpts {
  return withOutput(
    command.option(
      '-f, --format <name>',
      `how to write the answer: ${formats.join(', ')} (default: table, or what the name after --output ends in)`,
    ),
  )
}

/** Adds the options that every question has. */
export function withQuestionOptions(
  command: CommandUnknownOpts,
  formats: readonly string[] = ANSWER_FORMATS,
): CommandUnknownOpts {
  const formed = withForm(withDossiers(command), formats)
  const sourced = formed.option('--sources', 'show where each row comes from, and who says otherwise')
  return withColour(withWidth(sourced), 'table')
}

/** The format asked for by name or by the file's. */
export function formatIn<F extends string>(options: AnswerOptions, formats: readonly F[]): F {
  const { format, output } = options
  if (format === undefined) return formats.find(name => output?.toLowerCase().endsWith(`.${name}`)) ?? formats[0]!
  if ((formats as readonly string[]).includes(format)) return format as F
  throw new UsageError(`--format: "${format}" is no format here; choose one of ${formats.join(', ')}`)
}

/** The dossiers asked. */
export function dossiersIn(options: QuestionOptions): Promise<Dossier[]> {
  return dossiersFor(options.dossier ?? [])
}

/** A command that is an answer: a format that is none is refused before anything is looked up. */
export async function answered(
  options: QuestionOptions,
  io: Io,
  done: (code: number) => void,
  ask: () => Answer | Promise<Answer>,
): Promise<void> {
  const format = formatIn(options, ANSWER_FORMATS)
  await giveAnswer(await ask(), format, options, io)
  done(EXIT.done)
}

/** Writes an answer where the options say. */
export async function giveAnswer(
  answer: Answer,
  format: AnswerFormat,
  options: QuestionOptions,
  io: Io,
): Promise<void> {
  if (format === 'parquet' && options.output === undefined && io.stdout.isTTY)
    throw new UsageError('--format parquet: is no text for a terminal; name a file with --output, or pipe it on')
  const { width, style } = lookOf(options, io)
  await giveText(await writeAnswer(answer, format, { width, style, sources: options.sources ?? false }), options, io)
}

export function giveText(text: string | Uint8Array, { output: file }: LookOptions, io: Io): Promise<void> {
  return interruptible(async ({ cleanUp }) => {
    const output = file === undefined ? streamOutput(io.stdout) : await fileOutput(file)
    cleanUp(() => output.abandon())
    await output.write(text)
    await output.close()
  })
}
