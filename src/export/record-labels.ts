/** How the record's own doubts are put into words, the same in every answer. */
import type { Days, Dispute, DossierRecord } from '../dossier/record.js'
import { isoOf } from '../dossier/zones.js'
import type { Style } from './format.js'
import { wrapText } from './wrap.js'

/** What a reader should know before relying on a row; empty where it was seen in its source and nobody differs. */
export function standingOf(
  { verified }: Pick<DossierRecord, 'verified'>,
  disputes: readonly Dispute[] = [],
  more: readonly string[] = [],
): string {
  const fields = [...new Set(disputes.filter(({ used }) => !used).map(({ field }) => field))]
  return [
    ...more,
    ...(fields.length ? [`disputed: ${fields.join(', ')}`] : []),
    ...(verified === 'true' ? [] : [verified === 'partly' ? 'partly verified' : 'unverified']),
  ].join('; ')
}

/** Where a row can be looked up. */
export function sourceLine({ source, file, row }: Pick<DossierRecord, 'source' | 'file' | 'row'>): string {
  return `${file}, row ${row}; source: ${source}`
}

/** `class: ICBM (Sund); SRBM, used (Arland)`, one text a field. */
export function disputeLines(disputes: readonly Dispute[]): string[] {
  return [...Map.groupBy(disputes, ({ field }) => field)].map(
    ([field, said]) =>
      `${field}: ${said.map(({ value, by, used }) => `${value || 'nothing'}${used ? ', used' : ''} (${by})`).join('; ')}`,
  )
}

export function daysLabel({ from, to }: Days): string {
  return from === to ? isoOf(from) : `${isoOf(from)} to ${isoOf(to)}`
}

/** Notes below a table, one paragraph each. */
export function noteLines(notes: readonly string[], width: number, style: Style): string[] {
  return notes.flatMap(note =>
    wrapText(note, Math.max(16, width - 2)).map((line, i) => `${i ? '  ' : `${style('label', '·')} `}${line}`),
  )
}
