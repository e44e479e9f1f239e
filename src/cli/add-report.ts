/** What became of statements that are added, as `add` and `work` tell it. */
import type { Added, AddOutcome, Entry } from '../ledger/ledger.js'
import { EXIT, oneLine } from './failure.js'

export type Tally = Record<AddOutcome | 'failed' | 'unsupported', number>

const SHORT = 16

export function newTally(): Tally {
  return { new: 0, known: 0, changed: 0, failed: 0, unsupported: 0 }
}

export function lineOf({ outcome, id, previous }: Added, { doc, reading }: Entry): string {
  const what = `${outcome.padEnd(8)} ${id.slice(0, SHORT)}  ${doc.date ?? 'no day    '}  ${oneLine(doc.title ?? doc.id)}`
  const size = `${reading.acts.length} ${reading.acts.length === 1 ? 'act' : 'acts'}`
  return `${what} (${size}${previous === null ? '' : `; replaces ${previous.slice(0, SHORT)}`})`
}

export function knownLine(id: string): string {
  return `known    ${id.slice(0, SHORT)}`
}

export function summaryOf(tally: Tally): string {
  const parts = [`${tally.new} new`, `${tally.known} known`, `${tally.changed} changed`, `${tally.failed} failed`]
  if (tally.unsupported)
    parts.push(`${tally.unsupported} of those kept in a language that the reader does not know yet`)
  return parts.join(', ')
}

export function exitOf({ failed, unsupported }: Tally): number {
  return failed ? EXIT.failed : unsupported ? EXIT.unsupported : EXIT.done
}
