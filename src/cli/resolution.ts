import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { instrumentsIn } from '../ask/terms.js'
import { instrumentAnswer } from '../export/record-instruments.js'
import { answered, dossiersIn, type QuestionOptions, withQuestionOptions } from './question.js'
import type { Io } from './terminal.js'

const EXAMPLES = `
Examples:
  demarche resolution 2397
  demarche resolution S/2022/431 --sources
`

/** Adds `demarche resolution` to the program; `done` gets its exit code. */
export function defineResolution(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('resolution')
    .summary('a resolution or other instrument with its vote and its paragraphs')
    .description(
      'Shows an instrument: its row, its vote, what each paragraph asks of whom, and what was ended by what.',
    )
    .argument('<symbol>', 'its symbol, number or name: 2397, S/RES/2397, S/2022/431')
  withQuestionOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const options: QuestionOptions = command.opts()
      await answered(options, io, done, async () =>
        instrumentAnswer(instrumentsIn(await dossiersIn(options), command.args[0]!)),
      )
    })
}
