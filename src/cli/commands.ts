import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Io } from './terminal.js'

/** A command of the program; its file is loaded only where it is asked for. */
export interface CommandEntry {
  name: string
  load(): Promise<(program: CommandUnknownOpts, io: Io, done: (code: number) => void) => void>
}

/** All commands, in the order in which the help lists them. To add one: its file, and a line here. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: 'read', load: async () => (await import('./read.js')).defineRead },
  { name: 'compare', load: async () => (await import('./compare.js')).defineCompare },
  { name: 'check', load: async () => (await import('./check.js')).defineCheck },
  { name: 'events', load: async () => (await import('./events.js')).defineEvents },
  { name: 'obligations', load: async () => (await import('./obligations.js')).defineObligations },
  { name: 'violations', load: async () => (await import('./violations.js')).defineViolations },
  { name: 'vote', load: async () => (await import('./vote.js')).defineVote },
  { name: 'resolution', load: async () => (await import('./resolution.js')).defineResolution },
  { name: 'add', load: async () => (await import('./add.js')).defineAdd },
  { name: 'work', load: async () => (await import('./work.js')).defineWork },
  { name: 'search', load: async () => (await import('./search.js')).defineSearch },
  { name: 'precedents', load: async () => (await import('./precedents.js')).definePrecedents },
  { name: 'lineage', load: async () => (await import('./lineage.js')).defineLineage },
  { name: 'formulas', load: async () => (await import('./formulas.js')).defineFormulas },
  { name: 'positions', load: async () => (await import('./positions.js')).definePositions },
  { name: 'timeline', load: async () => (await import('./timeline.js')).defineTimeline },
  { name: 'list', load: async () => (await import('./list.js')).defineList },
  { name: 'show', load: async () => (await import('./show.js')).defineShow },
  { name: 'remove', load: async () => (await import('./remove.js')).defineRemove },
  { name: 'reread', load: async () => (await import('./reread.js')).defineReread },
  { name: 'correct', load: async () => (await import('./correct.js')).defineCorrect },
  { name: 'stats', load: async () => (await import('./stats.js')).defineStats },
  { name: 'backup', load: async () => (await import('./backup.js')).defineBackup },
  { name: 'serve', load: async () => (await import('./serve.js')).defineServe },
  { name: 'token', load: async () => (await import('./token.js')).defineToken },
  { name: 'dossier', load: async () => (await import('./dossier.js')).defineDossier },
]
