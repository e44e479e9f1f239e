/** Rows of the record as verdicts show them, and verdicts in words. */
import type { Dossier } from '../dossier/dossier.js'
import type { DossierRecord, Instrument, Provision } from '../dossier/record.js'
import { isoOf } from '../dossier/zones.js'
import type { Decision, VerdictRow } from './verdict.js'

/** Rows that a verdict lists at most; the number of all stands in its query. */
const MOST_ROWS = 60

export function eventRows(dossier: Dossier, indices: readonly number[]): VerdictRow[] {
  return indices.slice(0, MOST_ROWS).map(i => {
    const event = dossier.events.at(i)
    const cls = dossier.manifest.classes.get(event.class)
    const what = [
      event.date + (event.time === '' ? '' : ` ${event.time}`),
      event.count === 1 && cls === undefined
        ? null
        : cls === undefined
          ? `${event.count}`
          : `${event.count} × ${cls.title}`,
      event.name || null,
      event.place || null,
      event.outcome || null,
    ]
    return row(dossier, event, event.id, what.filter(part => part !== null).join(', '))
  })
}

export function instrumentRow(dossier: Dossier, instrument: Instrument): VerdictRow {
  const vote =
    instrument.for === null
      ? ''
      : `, ${instrument.for} in favour, ${instrument.against ?? 0} against, ${instrument.abstained ?? 0} abstaining`
  return row(
    dossier,
    instrument,
    `instrument:${instrument.id}`,
    `${instrument.id}, ${instrument.status} ${instrument.date}${vote}`,
  )
}

export function provisionRow(dossier: Dossier, provision: Provision): VerdictRow {
  const what = `${provision.instrument}, paragraph ${provision.paragraph}: ${provision.bearers.join(', ')} ${provision.modality} (${provision.verb || 'no verb noted'}): ${provision.text}`
  return row(dossier, provision, `provision:${provision.id}`, what)
}

/** Any other record: a vote, a membership, an actor. */
export function row(dossier: Dossier, record: DossierRecord, id: string, what: string): VerdictRow {
  const disputed = (dossier.disputes.get(record.id) ?? []).map(
    ({ field, by, value, used }) => `${field}: ${value} according to ${by}${used ? ' (used here)' : ''}`,
  )
  return { id, what, source: record.source, verified: record.verified, disputed }
}

/** A claim that the record cannot decide, and why. */
export function undecided(because: string, query: Record<string, unknown> = {}, rows: VerdictRow[] = []): Decision {
  return {
    outcome: 'not-in-record',
    query,
    rows,
    opposite: 'the record would have to hold what is asked about',
    because,
  }
}

export function daysInWords({ from, to }: { from: number; to: number }): string {
  return from === to ? isoOf(from) : `${isoOf(from)} to ${isoOf(to)}`
}

export function supported(
  because: string,
  query: Record<string, unknown>,
  rows: VerdictRow[],
  opposite: string,
): Decision {
  return { outcome: 'supported', query, rows, because, opposite }
}

export function contradicted(
  because: string,
  query: Record<string, unknown>,
  rows: VerdictRow[],
  opposite: string,
): Decision {
  return { outcome: 'contradicted', query, rows, because, opposite }
}

/** Of the decisions on the parts of a claim the one that settles it: what is wrong, else what is open, else the first. */
export function worstOf(decisions: readonly Decision[]): Decision {
  return (
    decisions.find(({ outcome }) => outcome === 'contradicted') ??
    decisions.find(({ outcome }) => outcome === 'not-in-record') ??
    decisions[0]!
  )
}

/** The decision on a claim with several parts: the one that settles it, with the rows of all and, where all hold, what is said of each. */
export function together(decisions: readonly Decision[]): Decision {
  const worst = worstOf(decisions)
  return {
    ...worst,
    because: worst.outcome === 'supported' ? [...new Set(decisions.map(d => d.because))].join('; ') : worst.because,
    rows: uniqueRows(decisions.flatMap(d => d.rows)),
  }
}

/** Each row once, where it is first. */
export function uniqueRows(rows: readonly VerdictRow[]): VerdictRow[] {
  const seen = new Set<string>()
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id))
}
