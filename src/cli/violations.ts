import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { eventsNamed } from '../ask/provisions.js'
import { ANSWER_FORMATS } from '../export/answer.js'
import { violationsAnswer } from '../export/record-provisions.js'
import { EXIT } from './failure.js'
import { dossiersIn, formatIn, giveAnswer, type QuestionOptions, withQuestionOptions } from './question.js'
import type { Io } from './terminal.js'

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
