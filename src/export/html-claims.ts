/** Claims with their verdicts: short notes in the margin, and a list with the rows of the record behind the statement. */
import type { Outcome, Verdict } from '../check/verdict.js'
import { textOf } from '../text/span.js'
import { OUTCOMES } from './claim-lines.js'
import { counted } from './labels.js'
import { escapeHtml } from './markup.js'
import type { StatementRecord } from './statement.js'

/** A claim with its number in the statement, from 1. */
export interface NumberedClaim {
  verdict: Verdict
  number: number
}

/** A claim as a note beside its sentence; its number leads to the rows. */
export function claimHtml({ verdict, number }: NumberedClaim, statement: StatementRecord): string {
  const { label, sign, role } = OUTCOMES[verdict.outcome]
  return `<span class="note claim f-${role}" role="note" id="m${number}"><span><b>${sign} ${label}</b>${verdict.kind}${basisHtml(verdict)}</span><span><q>${escapeHtml(textOf(statement.text, verdict))}</q></span><span><a href="#c${number}">why and by which rows</a></span></span>`
}

/** How many claims there are of each outcome. */
export function claimsSummaryHtml(verdicts: readonly Verdict[]): string {
  const counts = (Object.keys(OUTCOMES) as Outcome[]).flatMap(outcome => {
    const count = verdicts.filter(verdict => verdict.outcome === outcome).length
    return count === 0 ? [] : [`${count} ${OUTCOMES[outcome].label}`]
  })
  return `<p class="counts" lang="en">${counted(verdicts.length, 'claim')}${counts.length ? `: ${counts.join(', ')}` : ''}</p>`
}

/** All claims with the reason, what would have to be true for the opposite, and the rows that decided, which open on demand. */
export function claimsHtml(claims: readonly NumberedClaim[], statement: StatementRecord): string {
  if (claims.length === 0) return ''
  const items = claims.map(({ verdict, number }) => {
    const { label, sign, role } = OUTCOMES[verdict.outcome]
    return `<li class="f-${role}" id="c${number}"><p><b>${sign} ${label}</b> <span class="kind-of">${verdict.kind}</span>${basisHtml(verdict)} <a href="#m${number}" aria-label="to the words">↑</a></p>
<blockquote>${escapeHtml(textOf(statement.text, verdict))}</blockquote>
<p>${escapeHtml(capital(verdict.because))}.</p>
<p class="opposite">For the opposite: ${escapeHtml(verdict.opposite)}.</p>
${rowsHtml(verdict)}</li>`
  })
  return `<section class="claims" lang="en"><h2>Claims against the record</h2>
<ol>${items.join('\n')}</ol></section>`
}

function rowsHtml({ rows }: Verdict): string {
  if (rows.length === 0) return ''
  const items = rows.map(row => {
    const mark =
      row.verified === 'true' ? '' : ` <i>${row.verified === 'partly' ? 'partly verified' : 'unverified'}</i>`
    const disputed = row.disputed.map(line => `<br><i>disputed: ${escapeHtml(line)}</i>`).join('')
    return `<tr><th scope="row"><code>${escapeHtml(row.id)}</code></th><td>${escapeHtml(row.what)}${mark}${disputed}</td><td class="src">${escapeHtml(row.source)}</td></tr>`
  })
  return `<details><summary>${counted(rows.length, 'row')} of the record</summary><table><thead><tr><th scope="col">Row</th><th scope="col">What it holds</th><th scope="col">Source</th></tr></thead><tbody>${items.join('')}</tbody></table></details>`
}

function basisHtml({ outcome, basis }: Verdict): string {
  return outcome !== 'not-in-record' && basis === 'unverified' ? ' <i>unverified rows</i>' : ''
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
