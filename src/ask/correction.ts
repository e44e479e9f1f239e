/** A person's correction of an act of a kept statement. */
import type { ActFields } from '../ledger/corrections.js'
import type { Stored } from '../ledger/ledger.js'
import { sentenceAt } from '../ledger/overlay.js'
import type { Act } from '../read/reading.js'
import { UsageError } from '../text/errors.js'
import type { Span } from '../text/span.js'

/** @throws UsageError where the statement has no such act */
export function actNumbered({ reading: { acts } }: Stored, number: number): Act {
  const act = acts[number]
  if (act !== undefined) return act
  throw new UsageError(
    `--act: the statement has no act ${number}; ${acts.length ? `give one from 0 to ${acts.length - 1}` : 'it has none: use --add'}`,
  )
}

/** A new act: what is not said of it is the plainest that it can be. */
export function newAct(kept: Stored, fields: ActFields & { trigger: Span; force: Act['force'] }): Act {
  const { trigger } = fields
  const sentence = sentenceAt(kept.reading, trigger)
  const end = Math.max(trigger.end, kept.reading.sentences[sentence]?.end ?? trigger.end)
  return {
    repeated: false,
    intensity: 0,
    actors: [...kept.row.issuers].sort(),
    targets: [],
    content: { start: trigger.end, end },
    topics: ['other'],
    condition: null,
    refs: [],
    conduct: null,
    ...fields,
    sentence,
    rule: 'correction/add',
  }
}
