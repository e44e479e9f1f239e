import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { lineageAnswer, useId } from '../export/ledger/lineage.js'
import { paged } from '../export/ledger/page.js'
import { formulasFor, withDossiers } from './dossiers.js'
import {
  type LedgerOptions,
  type PageOptions,
  pageOf,
  withAnswerOptions,
  withOpenLedger,
  withPageOptions,
} from './ledger-options.js'
import { answered } from './question.js'
import type { Io } from './terminal.js'

interface LineageOptions extends LedgerOptions, PageOptions {
  dossier?: string[]
}

const ROWS = 20
const EXAMPLES = `
Examples:
  demarche lineage what-is-denuclearised
  demarche lineage "without preconditions"
  demarche lineage "grave concern" --format csv --output uses.csv
`

/** Adds `demarche lineage` to the program; `done` gets its exit code. */
export function defineLineage(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('lineage')
    .summary('who used a formula, in which variants, from when to when')
    .description(
      'Every use of a formula and its variants in the statements of the ledger: by issuer, first and last, and where an issuer went from one variant to another. A family is one that a dossier tracks; of any other phrase the variants are what others put between its words.',
    )
    .argument('<phrase>', 'a phrase, or the id of a family of formulas of a dossier')
  withPageOptions(withAnswerOptions(withDossiers(command)), ROWS)
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const options = command.opts() as LineageOptions
      await answered(options, io, done, async () => {
        const page = pageOf(options, ROWS)
        const phrase = command.args[0]!
        const family = (await formulasFor(options.dossier ?? [])).find(({ id }) => id === phrase.trim())
        const [{ lineageOf }, { usesOfFamily, usesOfPhrase }] = await Promise.all([
          import('../compare/lineage.js'),
          import('../ledger/uses.js'),
        ])
        const lineage = await withOpenLedger(options, io, 'read', async ({ database }) =>
          lineageOf(family ? await usesOfFamily(database, family) : await usesOfPhrase(database, phrase)),
        )
        const titles = new Map(family?.variants.map(({ id, title }) => [id, title]))
        const what = family?.title ?? `"${phrase.trim()}"`
        return lineageAnswer({ what, lineage, titles, page: paged(lineage.uses, useId, page) })
      })
    })
}
