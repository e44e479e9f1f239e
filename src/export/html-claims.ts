/** Claims with their verdicts in the margin of the page. */
import type { Outcome, Verdict } from '../check/verdict.js'
import { textOf } from '../text/span.js'
import { OUTCOMES } from './claim-lines.js'
import { counted } from './labels.js'
import { escapeHtml } from './markup.js'
import type { StatementRecord } from './statement.js'

/** A claim as a note beside its sentence: the verdict, the words, the reason, and the rows in a list. */
export function claimHtml(verdict: Verdict, statement: StatementRecord): string {
  const { label, sign, role } = OUTCOMES[verdict.outcome]
  const basis = verdict.outcome !== 'not-in-record' && verdict.basis === 'unverified' ? ' <i>unverified rows</i>' : ''
  const rows = verdict.rows.map(row => {
    const mark =
      row.verified === 'true' ? '' : ` <i>${row.verified === 'partly' ? 'partly verified' : 'unverified'}</i>`
    const disputed = row.disputed.length > 0 ? ` <i>disputed: ${escapeHtml(row.disputed.join('; '))}</i>` : ''
    return `<span class="row"><code>${escapeHtml(row.id)}</code> ${escapeHtml(row.what)}${mark}${disputed} <span class="src">${escapeHtml(row.source)}</span></span>`
  })
  const list = rows.length > 0 ? `<span class="rows">${rows.join('')}</span>` : ''
  return `<span class="note claim f-${role}" role="note"><span><b>${sign} ${label}</b>${verdict.kind}${basis}</span><span><q>${escapeHtml(textOf(statement.text, verdict))}</q></span><span>${escapeHtml(verdict.because)}.</span>${list}</span>`
}

/** How many claims there are of each outcome. */
export function claimsSummaryHtml(verdicts: readonly Verdict[]): string {
  const counts = (Object.keys(OUTCOMES) as Outcome[]).flatMap(outcome => {
    const count = verdicts.filter(verdict => verdict.outcome === outcome).length
    return count === 0 ? [] : [`${count} ${OUTCOMES[outcome].label}`]
  })
  return `<p class="counts" lang="en">${counted(verdicts.length, 'claim')}${counts.length ? `: ${counts.join(', ')}` : ''}</p>`
}
