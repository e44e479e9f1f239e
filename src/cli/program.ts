import { Command, CommanderError, type CommandUnknownOpts } from '@commander-js/extra-typings'
import manifest from '../../package.json' with { type: 'json' }
import { COMMANDS, type CommandEntry } from './commands.js'
import { EXIT, exitCodeOf, Interrupted, messageOf, PipeClosed } from './failure.js'
import { complain, type Io } from './terminal.js'

/**
 * Runs the command line.
 *
 * @param args what stands after the program's name
 * @returns the exit code; never throws
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.done
  try {
    const program = await programFor(args, io, result => {
      code = result
    })
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    if (!(error instanceof PipeClosed || error instanceof Interrupted)) report(error, io)
    return exitCodeOf(error)
  }
}

/** Says in one line what went wrong; with `DEMARCHE_DEBUG` also where. */
export function report(error: unknown, io: Io): void {
  complain(io, messageOf(error))
  if (io.env.DEMARCHE_DEBUG && error instanceof Error) io.stderr.write(`${error.stack}\n`)
}

/** The program with the command that is asked for, or with all where help is. */
async function programFor(args: readonly string[], io: Io, done: (code: number) => void): Promise<CommandUnknownOpts> {
  // The first word that names a command is it: a later one may be its own (`dossier check`).
  const word = args.find(arg => COMMANDS.some(command => command.name === arg))
  const asked = COMMANDS.find(command => command.name === word)
  const program: CommandUnknownOpts = new Command('demarche')
    .description(
      'Reads what governments say: official statements become speech acts, each anchored to its exact words.',
    )
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: text => io.stdout.write(text),
      writeErr: text => io.stderr.write(text),
      outputError: text => complain(io, usageMessage(text, asked)),
      getOutHelpWidth: () => Math.min(io.stdout.columns ?? 80, 100),
      getErrHelpWidth: () => Math.min(io.stderr.columns ?? 80, 100),
    })
  for (const command of asked ? [asked] : COMMANDS) (await command.load())(program, io, done)
  return program
}

/** Commander's message as ours: what, why; the remedy. */
function usageMessage(text: string, asked: CommandEntry | undefined): string {
  const [first, ...rest] = text.trim().split('\n')
  const hint = rest.join(' ').replace(/^\((.*)\)$/, '$1')
  return `${first.replace(/^error: /, '')}${hint ? `; ${hint[0].toLowerCase()}${hint.slice(1)}` : ''}; see demarche${asked ? ` ${asked.name}` : ''} --help`
}
