import { DemarcheError, UsageError } from '../text/errors.js'

/** Exit codes, the same for every command. */
export const EXIT = { done: 0, failed: 1, usage: 2, unsupported: 3, interrupted: 130, terminated: 143 } as const

/** The reader of our output has gone (`| head`): a quiet end, not a failure. */
export class PipeClosed extends Error {
  override name = 'PipeClosed'
}

/** The user wants it to stop. */
export class Interrupted extends Error {
  override name = 'Interrupted'
  constructor(readonly code: number) {
    super('interrupted')
  }
}

/** What to say of an error in one line, without the program's name; `where` names the input, if one is to blame. */
export function messageOf(error: unknown, where: string | null = null): string {
  if (error instanceof DemarcheError) return oneLine(error.message)
  const said = oneLine(error instanceof Error ? error.message || error.name : String(error))
  const place = where === null ? '' : `${where}: `
  return oneLine(`${place}unexpected error: ${said}; set DEMARCHE_DEBUG=1 to see where it arose, and report it`)
}

/** The exit code for an error that ends the program. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof PipeClosed) return EXIT.done
  if (error instanceof Interrupted) return error.code
  return error instanceof UsageError ? EXIT.usage : EXIT.failed
}

/** One line without control characters, which a file's name or a server's answer may hold. */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be kept from the terminal
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim()
}
