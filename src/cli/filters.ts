/** Options that filter statements, sentences and acts. */
import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Knowing } from '../ask/filters.js'
import { FORCES } from '../read/reading.js'
import { collect } from './dossiers.js'

/** Adds the filters of statements. */
export function withStatementFilters(command: CommandUnknownOpts): CommandUnknownOpts {
  return command
    .option('--issuer <who>', 'issued by: a code or a name; several times for any of them', collect)
    .option('--from <date>', 'first day, month or year')
    .option('--to <date>', 'last day, month or year')
    .option('--language <code>', 'in this language: en', collect)
    .option('--kind <kind>', 'of this kind: joint-statement, resolution ...', collect)
    .option('--versions', 'replaced versions too')
}

/** Adds the filters of acts. */
export function withActFilters(command: CommandUnknownOpts): CommandUnknownOpts {
  return withStatementFilters(command)
    .option('--force <force>', `act of this force: ${FORCES.join(', ')}`, collect)
    .option(
      '--strength <force>',
      'at least as strong as this force on its ladder; condemn:1 for "strongly condemn" or more',
    )
    .option('--actor <who>', 'whose act it is: a code or a name', collect)
    .option('--target <who>', 'at whom it is aimed', collect)
    .option('--topic <topic>', 'about this topic', collect)
    .option('--event <id>', 'about this event of the record: launch:2022-05-25-01', collect)
    .option('--instrument <symbol>', 'about this instrument: a symbol, number or name', collect)
    .option('--condition', 'acts on a condition only')
    .option('--no-condition', 'acts that name no condition; "without preconditions" names none')
}

/** What filters are told by, brought when a value is no code. */
export const KNOWING: Knowing = {
  names: async () => {
    const [{ defaultLexicon }, { issuerFinder }] = await Promise.all([
      import('../lexicon/default.js'),
      import('../read/issuer-finder.js'),
    ])
    return issuerFinder(defaultLexicon())
  },
  dossiers: async () => (await import('./dossiers.js')).dossiersFor([]),
}
