import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { counted } from '../export/labels.js'
import { dossierFolders } from './dossiers.js'
import { EXIT } from './failure.js'
import { complain, type Io } from './terminal.js'

/** Adds `demarche dossier` to the program; `done` gets its exit code. */
export function defineDossier(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const dossier = program
    .command('dossier')
    .summary('check the record of a crisis')
    .description('Works on dossiers: folders that hold the record of a crisis as tables (docs/DOSSIER.md).')
  dossier
    .command('check')
    .summary('list everything that is wrong with a dossier')
    .description(
      'Reads a dossier whole and lists every problem: file, row, column, the value, and what should stand there.',
    )
    .argument('[folder...]', 'folders with a dossier.yaml, or names of bundled dossiers (default: all bundled ones)')
    .option('--max-size <bytes>', 'largest table that is read (default 1 GB)')
    .action(async (folders, options) => {
      const { UsageError } = await import('../text/errors.js')
      const maxBytes = options.maxSize === undefined ? undefined : Number(options.maxSize)
      if (maxBytes !== undefined && !(Number.isInteger(maxBytes) && maxBytes > 0))
        throw new UsageError(`--max-size: "${options.maxSize}" is no number of bytes; give one, such as 2000000000`)
      const { checkDossier } = await import('../source/dossier.js')
      let failed = false
      for (const folder of await dossierFolders(folders)) {
        const { dossier: made, findings } = await checkDossier(folder, maxBytes === undefined ? {} : { maxBytes })
        for (const { message } of findings) io.stdout.write(`${message}\n`)
        if (made === null) failed = true
        else
          io.stdout.write(
            `${made.manifest.id}: sound; ${counted(made.events.length, 'event')}, ${counted(made.instruments.size, 'instrument')}, ${counted(made.provisions.length, 'provision')}, ${counted(made.actors.size, 'actor')}\n`,
          )
      }
      if (failed) complain(io, 'the dossier is not sound; mend the places named above')
      done(failed ? EXIT.failed : EXIT.done)
    })
}
