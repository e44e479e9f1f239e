import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { type ActFilterOptions, actFilters } from '../ask/filters.js'
import { actsAnswer, hitsAnswer } from '../export/ledger-hits.js'
import { UsageError } from '../text/errors.js'
import { KNOWING, withActFilters } from './filters.js'
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

const EXAMPLES = `
A query is words that a sentence must all have, in any order; "a phrase"; a beginning*; -word for what must be absent. In
scripts without spaces words of two characters are found too. Filters add up; without a query they are enough.

Examples:
  demarche search '"complete denuclearization"' --issuer ARL --from 2022
  demarche search --acts --actor ARL --force condemn --from 2022
  demarche search --acts --force offer --target NRV --no-condition
  demarche search --event launch:2022-05-25-01 --force accuse
  demarche search sanctions --strength concern --instrument 2397 --format csv
`

/** Adds `demarche search` to the program; `done` gets its exit code. */
export function defineSearch(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('search')
    .summary('find sentences and acts in the ledger')
    .description('Finds sentences of the ledger by their words and by what their acts are, latest first.')
    .argument('[query...]', 'words, "phrases", beginnings*, -words')
    .option('--acts', 'acts one by one, in place of sentences')
  withPageOptions(withAnswerOptions(withActFilters(command)))
    .addHelpText('after', EXAMPLES)
    .action(async (...[words, given]: unknown[]) => {
      const options = given as LedgerOptions & PageOptions & ActFilterOptions & { acts?: boolean }
      await answered(options, io, done, async () => {
        const query = (words as string[]).map(quoted).join(' ')
        const filters = await actFilters(options, KNOWING)
        if (query.trim() === '' && Object.keys(filters).length === 0)
          throw new UsageError('search: asks for nothing; give words or a filter, or use demarche list')
        const page = pageOf(options)
        return withOpenLedger(options, io, 'read', async ledger =>
          options.acts
            ? actsAnswer(await ledger.acts(query, filters, page), page)
            : hitsAnswer(await ledger.search(query, filters, page), page),
        )
      })
    })
}

/** What the shell kept together is a phrase; one argument alone is a whole query. */
function quoted(word: string, _: number, words: readonly string[]): string {
  return words.length > 1 && /\s/.test(word) && !word.includes('"') ? `"${word}"` : word
}
