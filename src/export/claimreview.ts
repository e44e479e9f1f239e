import type { Outcome, Verdict } from '../check/verdict.js'
import { textOf } from '../text/span.js'
import type { Format } from './format.js'
import { actorLabel } from './labels.js'
import type { StatementRecord } from './statement.js'

/** Ratings on schema.org's scale; what the record does not hold gets no number, which the vocabulary allows. */
const RATING: Record<Outcome, { ratingValue?: number; alternateName: string }> = {
  supported: { ratingValue: 5, alternateName: 'Supported by the record' },
  contradicted: { ratingValue: 1, alternateName: 'Contradicted by the record' },
  'not-in-record': { alternateName: 'Not in the record' },
}

/** ClaimReview (https://schema.org/ClaimReview) as JSON-LD: one graph for one statement. */
export const claimreview: Format = {
  name: 'claimreview',
  description: 'schema.org ClaimReview as JSON-LD, for one input',
  extension: '.jsonld',
  many: false,
  explains: false,
  head: '',
  between: '',
  write: (statement, _reading, { verdicts }) =>
    `${JSON.stringify({ '@context': 'https://schema.org', '@graph': (verdicts ?? []).map(verdict => review(verdict, statement)) }, null, 2)}\n`,
}

function review(verdict: Verdict, statement: StatementRecord) {
  const { ratingValue, alternateName } = RATING[verdict.outcome]
  const unverified = verdict.basis === 'unverified' ? ' (some rows of the record are not verified)' : ''
  return {
    '@type': 'ClaimReview',
    claimReviewed: textOf(statement.text, verdict),
    reviewBody: `${verdict.because}${unverified}.`,
    author: { '@type': 'Organization', name: 'Demarche' },
    ...(statement.url !== null && { url: statement.url }),
    reviewRating: {
      '@type': 'Rating',
      ...(ratingValue !== undefined && { ratingValue, bestRating: 5, worstRating: 1 }),
      alternateName,
    },
    itemReviewed: {
      '@type': 'Claim',
      ...(statement.issuers.length > 0 && {
        author: statement.issuers.map(id => ({ '@type': 'Organization', name: actorLabel(id) })),
      }),
      ...(statement.date !== null && { datePublished: statement.date }),
      ...(statement.title !== null && { name: statement.title }),
      ...(statement.url !== null && { appearance: { '@type': 'CreativeWork', url: statement.url } }),
    },
    citation: verdict.rows.map(row => ({
      '@type': 'CreativeWork',
      identifier: row.id,
      name: row.what,
      creditText: row.source,
    })),
  }
}
