/**
 * Broken input or output, a broken data file or a wrong argument. The message is one line that names the value and
 * the remedy; the command line prints it as it is, without a stack trace.
 */
export class DemarcheError extends Error {
  override name = 'DemarcheError'
}

/** A source that could not be brought or turned into a text. */
export class InputError extends DemarcheError {
  override name = 'InputError'
}

/** A wrong argument or option: the program was not used as documented (exit code 2). */
export class UsageError extends DemarcheError {
  override name = 'UsageError'
}

/** A file of `data/` or of a dossier that breaks its own rules. */
export class DataError extends DemarcheError {
  override name = 'DataError'
}
