/** Claims with their verdicts for a terminal. */
import type { Outcome, Verdict } from '../check/verdict.js'
import { columns } from './columns.js'
import type { FormatOptions, Role } from './format.js'
import { counted } from './labels.js'
import type { StatementRecord } from './statement.js'
import { fill } from './text-summary.js'
import { shorten, wrapText } from './wrap.js'

/** Columns before what belongs to a sentence. */
const GUTTER = 5
/** Rows of the record that are shown of one verdict; the rest is counted. */
const MOST_ROWS = 6
const MEASURE = 104

/** How an outcome is said and shown: by a word, by a sign, by a colour. */
export const OUTCOMES: Record<Outcome, { label: string; sign: string; role: Role }> = {
  supported: { label: 'supported', sign: '✓', role: 'approval' },
  contradicted: { label: 'contradicted', sign: '✗', role: 'censure' },
  'not-in-record': { label: 'not in the record', sign: '?', role: 'weight' },
}

/** A claim: its verdict, its words, the reason, the rows that decided it and what would have to be true for the opposite. */
export function claimLines(verdict: Verdict, statement: StatementRecord, { width, style }: FormatOptions): string[] {
  const { label, sign, role } = OUTCOMES[verdict.outcome]
  const margin = ' '.repeat(GUTTER) + style(role, '┊')
  const room = Math.min(width, MEASURE) - GUTTER - 2
  const basis = verdict.outcome !== 'not-in-record' && verdict.basis === 'unverified' ? ' (unverified rows)' : ''
  const head = `${sign} ${label}${basis} · ${verdict.kind}`
  const left = room - columns(head) - 3
  const words = statement.text.slice(verdict.start, verdict.end)
  const quoted = left > 24 ? ` “${shorten(words, left)}”` : ''
  const rows = verdict.rows.slice(0, MOST_ROWS)
  const more = verdict.rows.length - rows.length
  return [
    `${margin} ${style(role, `${sign} ${label}`)}${basis && style('warning', basis)}${style('label', ` · ${verdict.kind}`)}${quoted}`,
    ...(quoted ? [] : wrapText(`“${words}”`, room - 2).map(line => `${margin}   ${line}`)),
    ...wrapText(verdict.because, room - 2).map(line => `${margin}   ${line}`),
    ...rows.flatMap(row => {
      const mark = row.verified === 'true' ? '' : ` [${row.verified === 'partly' ? 'partly verified' : 'unverified'}]`
      const fields = [...new Set(row.disputed.map(line => line.slice(0, line.indexOf(':'))))]
      const disputed = fields.length > 0 ? ` [sources differ on ${fields.join(', ')}]` : ''
      return wrapText(`${row.id}  ${row.what}${mark}${disputed}`, room - 6).map(
        (line, i) => `${margin}   ${style('label', `${i ? '  ' : '· '}${line}`)}`,
      )
    }),
    ...(more > 0 ? [`${margin}   ${style('label', `· and ${counted(more, 'more row')}`)}`] : []),
  ]
}

/** How many claims there are of each outcome. */
export function claimSummary(verdicts: readonly Verdict[], { width, style }: FormatOptions): string[] {
  const total = counted(verdicts.length, 'claim')
  const counts = (Object.keys(OUTCOMES) as Outcome[]).flatMap(outcome => {
    const count = verdicts.filter(verdict => verdict.outcome === outcome).length
    const plain = `${count} ${OUTCOMES[outcome].label}`
    return count === 0 ? [] : [{ plain, dressed: style(OUTCOMES[outcome].role, plain) }]
  })
  return fill([{ plain: total, dressed: style('title', total) }, ...counts], width, style)
}
