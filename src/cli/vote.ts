import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { instrumentsIn } from '../ask/terms.js'
import { voteAnswer } from '../export/record-instruments.js'
import { answered, dossiersIn, type QuestionOptions, withQuestionOptions } from './question.js'
import type { Io } from './terminal.js'

const EXAMPLES = `
Examples:
  demarche vote 2397
  demarche vote S/2022/431 --sources
`

/** Adds `demarche vote` to the program; `done` gets its exit code. */
export function defineVote(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('vote')
    .summary('who voted how on a resolution or draft')
    .description('Shows the vote on an instrument by member, with vetoes and what an adoption needs.')
    .argument('<symbol>', 'its symbol, number or name: 2397, S/RES/2397, S/2022/431')
  withQuestionOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const options: QuestionOptions = command.opts()
      await answered(options, io, done, async () =>
        voteAnswer(instrumentsIn(await dossiersIn(options), command.args[0]!)),
      )
    })
}
