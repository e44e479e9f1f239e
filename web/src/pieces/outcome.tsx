import type { Verdict } from '../../../src/check/verdict.js'

/** What each verdict is told by. */
export const OUTCOMES: Record<Verdict['outcome'], { sign: string; word: string }> = {
  supported: { sign: '✓', word: 'supported' },
  contradicted: { sign: '✗', word: 'contradicted' },
  'not-in-record': { sign: '?', word: 'not in the record' },
}

interface Props {
  outcome: Verdict['outcome']
  basis?: Verdict['basis']
}

/** What the record says of a claim, by sign and word: colour is kept for forces. */
export function Outcome({ outcome, basis }: Props) {
  const { sign, word } = OUTCOMES[outcome]
  return (
    <span className="outcome" data-outcome={outcome}>
      <span className="sign" aria-hidden="true">
        {sign}
      </span>
      {word}
      {basis === 'unverified' && outcome !== 'not-in-record' && <span className="basis"> by unverified rows</span>}
    </span>
  )
}
