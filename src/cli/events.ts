import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { type EventWords, eventsAsked, OUTCOMES } from '../ask/events.js'
import { COUNT_BY, type CountBy } from '../dossier/tabulate.js'
import { ANSWER_FORMATS } from '../export/answer.js'
import { type EventsAsked, eventsAnswer } from '../export/record-events.js'
import { UsageError } from '../text/errors.js'
import { EXIT } from './failure.js'
import { dossiersIn, formatIn, giveAnswer, giveText, type QuestionOptions, withQuestionOptions } from './question.js'
import type { Io } from './terminal.js'

interface EventsOptions extends QuestionOptions, EventWords {
  countBy?: string
  chart?: boolean
}

const FORMATS = [...ANSWER_FORMATS, 'svg'] as const

const EXAMPLES = `
Examples:
  demarche events --kind launch --class ICBM --from 2017
  demarche events --kind launch --from 2022-01 --to 2022-05 --count-by class
  demarche events --kind launch --from 2021-09 --chart
  demarche events --kind launch --count-by year --chart --output launches.svg
`

/** Adds `demarche events` to the program; `done` gets its exit code. */
export function defineEvents(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('events')
    .summary('list and count what happened, by the record')
    .description(
      'Lists, counts or draws the events of the record, and says how far the record is complete for what was asked.',
    )
    .option('--kind <kind>', 'kind of event, as dossier.yaml names it: launch')
    .option('--class <class>', 'class of what was launched, narrower ones included')
    .option('--from <date>', 'first day, month or year')
    .option('--to <date>', 'last day, month or year')
    .option('--actor <name>', 'who did it or took part: an id, or a name in any language')
    .option('--mark <tag>', 'a tag of the event')
    .option('--outcome <outcome>', OUTCOMES.join(', '))
    .option('--place <words>', 'part of the name of the place')
    .option('--count-by <what>', `counts in place of rows: by ${COUNT_BY.join(', ')}`)
    .option('--chart', 'draw counts by month (or, with --count-by year, by year) and class')
  withQuestionOptions(command, FORMATS)
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const options = command.opts() as EventsOptions
      const format = formatIn(options, FORMATS)
      const by = countByIn(options, format === 'svg')
      const asked = eventsAsked(await dossiersIn(options), options)
      if (format === 'svg') await giveText(await svgOf(asked, by), options, io)
      else {
        const chart = options.chart ?? false
        // What is drawn in the terminal stands as counts in the other forms.
        const countBy = by ?? (chart && format !== 'table' ? 'month' : null)
        await giveAnswer(eventsAnswer(asked, { countBy, chart }), format, options, io)
      }
      done(EXIT.done)
    })
}

function countByIn({ countBy, chart }: EventsOptions, svg: boolean): CountBy | null {
  if (countBy === undefined) return null
  if (!(COUNT_BY as readonly string[]).includes(countBy))
    throw new UsageError(`--count-by: "${countBy}" is none of ${COUNT_BY.join(', ')}; choose one`)
  if ((chart || svg) && countBy !== 'month' && countBy !== 'year')
    throw new UsageError(`--chart: draws by month or year, not by ${countBy}; choose one of them, or leave --chart out`)
  return countBy as CountBy
}

async function svgOf(asked: readonly EventsAsked[], by: CountBy | null): Promise<string> {
  const [{ selectEvents }, { seriesOf }, { chartSvg }] = await Promise.all([
    import('../dossier/selection.js'),
    import('../dossier/tabulate.js'),
    import('../export/event-chart-svg.js'),
  ])
  const drawn = asked.filter(({ dossier, query }) => selectEvents(dossier, query).rows.length > 0)
  if (drawn.length > 1) {
    const ids = drawn.map(({ dossier }) => dossier.manifest.id).join(', ')
    throw new UsageError(
      `--format svg: draws one dossier, and ${ids} have events that answer; choose one with --dossier`,
    )
  }
  const one = drawn[0] ?? asked[0]
  if (one === undefined) throw new UsageError('--format svg: no dossier knows all that was asked for; ask for less')
  const { dossier, query } = one
  const kind = query.kinds && dossier.manifest.kinds.get(query.kinds[0]!)
  const series = seriesOf(dossier, selectEvents(dossier, query), by === 'year' ? 'year' : 'month')
  return chartSvg(series, {
    title: dossier.manifest.title,
    counts: kind?.counts ? `${kind.title}: ${kind.counts}s` : (kind?.title ?? 'events'),
  })
}
