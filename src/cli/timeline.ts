import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { actorsNamed } from '../dossier/actors-named.js'
import { parseWrittenDate } from '../dossier/dates.js'
import type { Dossier } from '../dossier/dossier.js'
import { paged } from '../export/ledger/page.js'
import {
  actMoment,
  eventMoments,
  inSequence,
  type Moment,
  timelineAnswer,
  voteMoments,
} from '../export/ledger/timeline.js'
import { UsageError } from '../text/errors.js'
import { withDossiers } from './dossiers.js'
import { actorIds } from './filters.js'
import {
  type LedgerOptions,
  type PageOptions,
  pageOf,
  withAnswerOptions,
  withOpenLedger,
  withPageOptions,
} from './ledger-options.js'
import { answered, dossiersIn } from './question.js'
import type { Io } from './terminal.js'
import { daysIn } from './terms.js'

interface TimelineOptions extends LedgerOptions, PageOptions {
  from?: string
  to?: string
  actor?: string
  topic?: string
  only?: string
  dossier?: string[]
}

const ROWS = 100
/** Acts that one timeline holds: more are no sequence that anybody reads. */
const MOST_ACTS = 20_000
const KINDS = ['event', 'vote', 'act'] as const
const EXAMPLES = `
Examples:
  demarche timeline --from 2022-05 --to 2022-06
  demarche timeline --from 2017 --to 2017 --actor ARL --topic missile-launch
  demarche timeline --from 2022-05 --to 2022-05 --only event,vote
`

/** Adds `demarche timeline` to the program; `done` gets its exit code. */
export function defineTimeline(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('timeline')
    .summary('events, votes and acts in one sequence')
    .description('Events and votes of the record and acts of the ledger in one sequence, earliest first.')
    .option('--from <date>', 'first day, month or year')
    .option('--to <date>', 'last day, month or year')
    .option('--actor <name>', 'who did it, took part or voted: a code, or a name')
  withDossiers(command)
    .option('--topic <topic>', 'of acts: one topic, missile-launch')
    .option('--only <kinds>', `some of ${KINDS.join(', ')}, with commas between them`)
  withPageOptions(withAnswerOptions(command), ROWS)
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const options = command.opts() as TimelineOptions
      await answered(options, io, done, async () => {
        const page = pageOf(options, ROWS)
        const kinds = kindsIn(options.only)
        const { from = '0001-01-01', to = '9999-12-31' } = daysIn(options)
        const actor = options.actor === undefined ? undefined : (await actorIds([options.actor], '--actor'))[0]!
        const record = kinds.some(kind => kind !== 'act') ? await dossiersIn(options) : []
        const moments = record.flatMap(dossier => recorded(dossier, kinds, from, to, actor, options.actor))
        const notes: string[] = []
        if (kinds.includes('act')) {
          const { actsBetween } = await import('../ledger/acts-between.js')
          const asked = { from, to, ...(actor && { actor }), ...(options.topic && { topic: options.topic }) }
          const acts = await withOpenLedger(options, io, 'read', ({ database }) =>
            actsBetween(database, { ...asked, limit: MOST_ACTS + 1 }),
          )
          moments.push(...acts.slice(0, MOST_ACTS).map(actMoment))
          if (acts.length > MOST_ACTS)
            notes.push(
              `only the first ${MOST_ACTS} acts, up to ${moments.at(-1)!.date}: ask for fewer days, an actor or a topic`,
            )
        }
        return timelineAnswer(
          paged(inSequence(moments), ({ id }) => id, page),
          notes,
        )
      })
    })
}

type Kind = (typeof KINDS)[number]

function kindsIn(only: string | undefined): readonly Kind[] {
  if (only === undefined) return KINDS
  const named = only.split(/[\s,]+/).filter(Boolean)
  for (const name of named)
    if (!(KINDS as readonly string[]).includes(name))
      throw new UsageError(`--only: "${name}" is none of ${KINDS.join(', ')}; choose among them`)
  return named as Kind[]
}

function recorded(
  dossier: Dossier,
  kinds: readonly Kind[],
  from: string,
  to: string,
  id: string | undefined,
  name: string | undefined,
): Moment[] {
  const [first, last] = [parseWrittenDate(from)!.days.from, parseWrittenDate(to)!.days.to]
  const actors = id === undefined ? null : [...new Set([id, ...actorsNamed(dossier, name!).map(actor => actor.id)])]
  const query = { days: { from: first, to: last }, ...(actors && { actors }) }
  return [
    ...(kinds.includes('event') ? eventMoments(dossier, query) : []),
    ...(kinds.includes('vote') ? voteMoments(dossier, first, last, actors) : []),
  ]
}
