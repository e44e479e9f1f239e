import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { COMPARISON_FORMATS } from '../export/comparison/comparison.js'
import { UsageError } from '../text/errors.js'
import { collect } from './dossiers.js'
import { type LookOptions, lookOf, withColour, withOutput, withWidth } from './look-options.js'
import { numberIn } from './numbers.js'
import { chosenFormat, withFormat } from './reading-options.js'
import type { ComparePlan } from './run-compare.js'
import type { Io } from './terminal.js'

interface CompareFlags extends LookOptions {
  format?: string
  dossier?: string[]
  context?: string
  author?: string
  allowPrivate?: boolean
  db?: string
}

const EXAMPLES = `
Formats:
${COMPARISON_FORMATS.map(format => `  ${format.name.padEnd(8)} ${format.description}`).join('\n')}

Of two statements: sentences beside those that say the same, moved ones too; the words that changed; and what the change
means: acts added, dropped, strengthened, weakened, redirected, conditions added or removed, tracked formulas switched. Of three or more: who says
what on each point. The earlier statement comes first.

Examples:
  demarche compare march.txt september.txt
  demarche compare march.txt https://example.org/september --format html --output changes.html
  demarche compare draft-1.docx draft-2.docx --output changes.docx
  cat draft.txt | demarche compare statement.txt -
  demarche compare g7.txt eu.txt trilateral.txt
  demarche compare 1f0c2a9b 77d0e14c

Exit codes:
  0  compared
  1  some input failed
  2  the command was used wrongly
  3  compared, but some statement is in a language that the reader does not know yet: it has no acts
`

/** Adds `demarche compare` to the program; `done` gets its exit code. */
export function defineCompare(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('compare')
    .summary('show what changed from one statement to another, and what it means')
    .description('Shows what changed from one statement to another, and what it means; of several, who says what.')
    .argument('<input...>', 'two or more: files, folders, globs, URLs, ids of the ledger, or - for standard input')
  withOutput(withFormat(command, COMPARISON_FORMATS))
    .option(
      '--dossier <folder>',
      'a folder with a dossier, or the name of a bundled one, whose formulas are tracked; repeatable (default: all bundled)',
      collect,
    )
    .option('--context <sentences>', 'unchanged sentences shown before and after a change (default: 1)')
    .option('--author <name>', 'who made the tracked changes of a Word document (default: Demarche)')
    .option('--db <file>', 'the ledger in which ids are looked up (default: DEMARCHE_DB, else the usual one)')
    .option('--allow-private', 'fetch from private and loopback addresses too')
  withColour(withWidth(command), 'text')
    .addHelpText('after', EXAMPLES)
    .action(async (...[inputs, given]: unknown[]) => {
      const options = given as CompareFlags
      const format = chosenFormat(options, COMPARISON_FORMATS)
      if (format.binary && options.output === undefined && io.stdout.isTTY)
        throw new UsageError(`--format ${format.name}: is not for a terminal; give --output and a file's name`)
      const { width, colour, style } = lookOf(options, io)
      const plan: ComparePlan = {
        inputs: inputs as string[],
        format,
        dossiers: options.dossier ?? [],
        output: options.output ?? null,
        allowPrivate: options.allowPrivate ?? false,
        ...(options.db !== undefined && { db: options.db }),
        author: options.author ?? 'Demarche',
        options: {
          width,
          style,
          coloured: colour,
          context: numberIn(options.context, '--context', 0, 1_000_000) ?? 1,
        },
      }
      const { runCompare } = await import('./run-compare.js')
      done(await runCompare(plan, io))
    })
}
