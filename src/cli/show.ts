import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { FORMATS, formatNamed } from '../export/export.js'
import { shownLines } from '../export/ledger-statement.js'
import { statementOf } from '../export/statement.js'
import type { Stored } from '../ledger/ledger.js'
import { UsageError } from '../text/errors.js'
import { EXIT } from './failure.js'
import { type LedgerOptions, withAnswerOptions, withOpenLedger } from './ledger-options.js'
import { type Look, lookOf } from './look-options.js'
import { giveText } from './question.js'
import { formatOfFile } from './reading-options.js'
import type { Io } from './terminal.js'

/** Adds `demarche show` to the program; `done` gets its exit code. */
export function defineShow(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('show')
    .summary('show a statement of the ledger')
    .description(
      'Shows a statement of the ledger: its sentences with their acts, numbered as demarche correct wants them.',
    )
    .argument('<id>', 'id (6 digits or more), label or address')
  withAnswerOptions(command)
    .addHelpText(
      'after',
      `\nFormats: table, and those of demarche read: ${FORMATS.map(({ name }) => name).join(', ')}\n`,
    )
    .action(async (...[name, given]: unknown[]) => {
      const options = given as LedgerOptions
      const kept = await withOpenLedger(options, io, 'read', async ledger => {
        const id = await ledger.idOf(name as string)
        const stored = (await ledger.get(id)) as Stored
        return { stored, corrections: await ledger.corrections(id) }
      })
      await giveText(textOf(kept, options, lookOf(options, io)), options, io)
      done(EXIT.done)
    })
}

function textOf(
  { stored, corrections }: { stored: Stored; corrections: Parameters<typeof shownLines>[1] },
  { format: name, output }: LedgerOptions,
  { width, style }: Look,
): string {
  const format = name === undefined ? formatOfFile(output, FORMATS) : formatNamed(name, FORMATS)
  if (format)
    return format.write(statementOf(stored.doc), stored.reading, { width, style, explain: null, verdicts: null })
  if (name !== undefined && name !== 'table')
    throw new UsageError(
      `--format: "${name}" is no format here; choose one of table, ${FORMATS.map(known => known.name).join(', ')}`,
    )
  return `${shownLines(stored, corrections, { width, style }).join('\n')}\n`
}
