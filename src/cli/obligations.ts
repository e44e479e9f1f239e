import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { type ObligationWords, obligationsIn } from '../ask/provisions.js'
import { answered, dossiersIn, type QuestionOptions, withQuestionOptions } from './question.js'
import type { Io } from './terminal.js'

type ObligationsOptions = QuestionOptions & ObligationWords

const EXAMPLES = `
Examples:
  demarche obligations --on 2017-12-22
  demarche obligations --on 2022-05-25 --activity ballistic-launch --sources
`

/** Adds `demarche obligations` to the program; `done` gets its exit code. */
export function defineObligations(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('obligations')
    .summary('what binds whom on a day, paragraph by paragraph')
    .description('Lists the provisions in force on a day, a day of the body that adopts them.')
    .requiredOption('--on <day>', 'the day: YYYY-MM-DD')
    .option('--activity <activity>', 'what they forbid or ask for, as dossier.yaml names it')
    .option('--bearer <name>', 'whom they bind: an id, or a name in any language; all-states binds every state')
  withQuestionOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const options = command.opts() as ObligationsOptions
      await answered(options, io, done, async () => obligationsIn(await dossiersIn(options), options))
    })
}
