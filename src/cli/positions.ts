import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { type Cell, positionsOf } from '../compare/positions.js'
import type { Answer } from '../export/answer.js'
import { paged } from '../export/ledger/page.js'
import { type ActPlace, cellAnswer, cellId, positionsAnswer } from '../export/ledger/positions.js'
import type { Ledger } from '../ledger/ledger.js'
import { UsageError } from '../text/errors.js'
import { actorIds } from './filters.js'
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
import { daysIn } from './terms.js'

interface PositionsOptions extends LedgerOptions, PageOptions {
  topic?: string
  actor?: string
  cell?: string
  from?: string
  to?: string
}

const EXAMPLES = `
Examples:
  demarche positions --topic missile-launch
  demarche positions --actor ARL --from 2022
  demarche positions --cell ARL:missile-launch
`

/** Adds `demarche positions` to the program; `done` gets its exit code. */
export function definePositions(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('positions')
    .summary('who stands where: actors by topics')
    .description(
      'The matrix of actors by topics over the acts of the ledger: the latest act of each, the strongest on each ladder, their number by year and the trend. A cell opens the acts behind it.',
    )
    .option('--topic <topic>', 'one topic: missile-launch')
    .option('--actor <name>', 'one actor: a code, or a name')
    .option('--cell <actor:topic>', 'the acts behind a cell, latest first')
    .option('--from <date>', 'first day, month or year')
    .option('--to <date>', 'last day, month or year')
  withPageOptions(withAnswerOptions(command))
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const options = command.opts() as PositionsOptions
      await answered(options, io, done, () =>
        withOpenLedger(options, io, 'read', ledger =>
          options.cell === undefined ? matrix(options, ledger) : cell(options.cell, options, ledger),
        ),
      )
    })
}

async function matrix(options: PositionsOptions, { database }: Ledger): Promise<Answer> {
  const [{ talliesIn }, { SentenceReader }] = await Promise.all([
    import('../ledger/positions.js'),
    import('../ledger/sentences-at.js'),
  ])
  const asked = {
    ...(options.actor !== undefined && { actor: (await actorIds([options.actor], '--actor'))[0]! }),
    ...(options.topic !== undefined && { topic: options.topic }),
    ...daysIn(options),
  }
  const cells = positionsOf(await talliesIn(database, asked))
  const page = paged(cells, cellId, pageOf(options))
  const keys = new Set(
    page.rows.flatMap(({ latest, strongest }: Cell) => [latest.at, ...strongest.map(({ at }) => at)]),
  )
  const places = new Map<number, ActPlace>()
  for (const { key, statement } of await new SentenceReader(database).at([...keys]))
    places.set(key, { date: statement.date, statement: statement.id, title: statement.title })
  return positionsAnswer(page, places)
}

async function cell(asked: string, options: PositionsOptions, ledger: Ledger): Promise<Answer> {
  // An actor's id may have a colon of its own; a topic has none.
  const [, actor, topic] = /^(.+):([^:]+)$/.exec(asked.trim()) ?? []
  if (actor === undefined || topic === undefined)
    throw new UsageError(`--cell: "${asked}" is not an actor and a topic; give one as ARL:missile-launch`)
  const filters = { actors: await actorIds([actor], '--cell'), topics: [topic], ...daysIn(options) }
  const { limit, after } = pageOf(options)
  const acts = await ledger.acts('', filters, { limit: limit + 1, after })
  const shown = acts.slice(0, limit)
  return cellAnswer(asked.trim(), shown, acts.length > limit ? shown.at(-1)!.id : null)
}
