import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Dossier } from '../dossier/dossier.js'
import type { FormulaFamily } from '../dossier/record.js'
import { InputError } from '../text/errors.js'

/** Folders behind what `--dossier` names: a bundled dossier's name, or a folder; all bundled ones where nothing is named. */
export async function dossierFolders(named: readonly string[]): Promise<string[]> {
  const { bundledDossiers } = await import('../source/bundled.js')
  const bundled = bundledDossiers()
  if (named.length === 0) {
    if (bundled.size === 0) throw new InputError('no dossier came with the program; name a folder with --dossier')
    return [...bundled.values()]
  }
  return named.map(name => bundled.get(name) ?? name)
}

/**
 * The dossiers that a command asks.
 *
 * @throws InputError, DataError
 */
export async function dossiersFor(named: readonly string[]): Promise<Dossier[]> {
  const { loadDossier } = await import('../source/dossier.js')
  return Promise.all((await dossierFolders(named)).map(folder => loadDossier(folder)))
}

/** The formulas of the dossiers. A program without any dossier still answers for what it is asked besides. */
export async function formulasFor(named: readonly string[]): Promise<FormulaFamily[]> {
  const [{ bundledDossiers }, { loadFormulas }] = await Promise.all([
    import('../source/bundled.js'),
    import('../source/dossier.js'),
  ])
  const folders = named.length ? await dossierFolders(named) : [...bundledDossiers().values()]
  return (await Promise.all(folders.map(loadFormulas))).flat()
}

/** Adds `--dossier` for a question. */
export function withDossiers(command: CommandUnknownOpts): CommandUnknownOpts {
  return command.option(
    '--dossier <folder>',
    'a folder with a dossier, or the name of a bundled one; several times (default: all bundled ones)',
    collect,
  )
}

/** For an option that may be given several times. */
export function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value]
}
