import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { withLoadFindings } from '../read/with-load-findings.js'
import { collect, dossierFolders } from './dossiers.js'
import { EXIT } from './failure.js'
import { type LedgerOptions, withLedger, withOpenLedger } from './ledger-options.js'
import { streamOutput } from './output.js'
import { interruptible } from './signals.js'
import { type Io, progressBar } from './terminal.js'

/** Adds `demarche reread` to the program; `done` gets its exit code. */
export function defineReread(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('reread')
    .summary("make the ledger's readings anew")
    .description(
      'Reads again what an earlier reader read, or the statements named. Texts stay as they are, and corrections stand.',
    )
    .argument('[id...]', 'ids; all that another version of the reader read, where none is named')
  withLedger(command)
    .option('--all', 'all statements, whichever reader read them')
    .option('--dossier <folder>', 'link to this dossier; repeatable (default: all bundled)', collect)
    .action(async (...[names, given]: unknown[]) => {
      const options = given as LedgerOptions & { all?: boolean; dossier?: string[] }
      const output = streamOutput(io.stdout)
      await withOpenLedger(options, io, 'write', ledger =>
        interruptible(async ({ cleanUp, busy }) => {
          const [{ createSteps }, { READER_VERSION }] = await Promise.all([
            import('./steps.js'),
            import('../read/read.js'),
          ])
          const steps = createSteps()
          const folders = await dossierFolders(options.dossier ?? [])
          const named = await Promise.all((names as string[]).map(name => ledger.idOf(name)))
          const ids = named.length ? named : await ledger.ids(options.all ? undefined : { reader: READER_VERSION })
          const progress = await progressBar(io, true)
          cleanUp(() => progress.stop())
          progress.total(ids.length)
          for (const id of ids) {
            // What another process has removed in the meantime is no longer to be read.
            const kept = await ledger.get(id)
            if (kept === null) continue
            const plain = withLoadFindings(
              kept.doc,
              busy(() => steps.read(kept.doc)),
            )
            await ledger.reread(id, await steps.link(kept.doc, plain, folders))
            progress.advance()
          }
          progress.stop()
          await output.write(`${ids.length} read again by reader ${READER_VERSION}\n`)
        }),
      )
      await output.close()
      done(EXIT.done)
    })
}
