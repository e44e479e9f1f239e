import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { parseWrittenDate } from '../dossier/dates.js'
import type { Dossier } from '../dossier/dossier.js'
import { selectEvents } from '../dossier/selection.js'
import { ANSWER_FORMATS } from '../export/answer.js'
import { violationsAnswer } from '../export/record-provisions.js'
import { EXIT } from './failure.js'
import { dossiersIn, formatIn, giveAnswer, type QuestionOptions, unknown, withQuestionOptions } from './question.js'
import type { Io } from './terminal.js'
import { dateIn } from './terms.js'

const EXAMPLES = `
Examples:
  demarche violations 2022-05-25
  demarche violations launch:KP-2022-05-25-01 --sources
`

/** Adds `demarche violations` to the program; `done` gets its exit code. */
export function defineViolations(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('violations')
    .summary('which provisions in force an event breaches, and why')
    .description(
      'Lists the duties that an event breaches: in force on its day, on one of its actors, about what it amounts to.',
    )
    .argument('<event>', 'the id of an event, with or without its prefix, or a date: all events of it')
  withQuestionOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const options: QuestionOptions = command.opts()
      const event = command.args[0]!
      const format = formatIn(options, ANSWER_FORMATS)
      const dossiers = await dossiersIn(options)
      const asked = eventsNamed(dossiers, event)
      if (asked.length === 0) io.stdout.write(`no event of the record on ${event}\n`)
      else await giveAnswer(violationsAnswer(asked), format, options, io)
      done(EXIT.done)
    })
}

/** Events by id, by what stands after the prefix of their id, or all of a date; none where a date has none. */
function eventsNamed(dossiers: readonly Dossier[], name: string): { dossier: Dossier; rows: number[] }[] {
  const found = dossiers.flatMap(dossier => {
    const rows = rowsNamed(dossier, name)
    return rows.length > 0 ? [{ dossier, rows }] : []
  })
  if (found.length > 0) return found
  if (/^\d{4}(?:-\d{1,2}){0,2}$/.test(name)) {
    dateIn(name, 'event')
    return []
  }
  const ids = dossiers.flatMap(({ events }) =>
    Array.from({ length: Math.min(events.length, 20_000) }, (_, i) => events.idAt(i)),
  )
  throw unknown('event', name, 'event', ids)
}

function rowsNamed(dossier: Dossier, name: string): number[] {
  const { events } = dossier
  const own = events.indexOf(name)
  if (own !== undefined) return [own]
  const days = parseWrittenDate(name)?.days
  if (days !== undefined) {
    const { rows, possible } = selectEvents(dossier, { days })
    return [...rows, ...possible].sort((a, b) => a - b)
  }
  const rows: number[] = []
  for (let i = 0; i < events.length; i++) {
    const id = events.idAt(i)
    if (id.slice(id.indexOf(':') + 1) === name) rows.push(i)
  }
  return rows
}
