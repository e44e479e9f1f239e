import { familyOf } from '../../../../src/export/families.js'
import type { Mention, Sentence } from '../../../../src/read/reading.js'
import type { Span } from '../../../../src/text/span.js'
import { dayText } from '../../pieces/day.js'
import { OUTCOMES } from '../../pieces/outcome.js'
import type { NumberedAct, NumberedClaim } from './model.js'

interface Props {
  text: string
  sentence: Sentence
  acts: readonly NumberedAct[]
  claims: readonly NumberedClaim[]
  mentions: readonly Mention[]
}

/**
 * The words of a sentence, cut where anything begins or ends, so that acts may overlap as they like. Each piece says of which acts
 * it is the trigger (`data-t`), what is done (`data-w`) or the condition (`data-i`), and of which claims it is part (`data-c`):
 * `lights.ts` goes by that. `data-at` is its place in the text.
 */
export function Words({ text, sentence, acts, claims, mentions }: Props) {
  const linked = new Set<number>()
  return piecesOf(sentence, acts, claims, mentions).map(piece => {
    const triggers = acts.filter(({ act }) => covers(act.trigger, piece))
    const said = claims.filter(({ claim }) => covers(claim, piece))
    const words = text.slice(piece.start, piece.end)
    const data = {
      'data-at': piece.start,
      'data-t': numbers(triggers),
      'data-w': numbers(acts.filter(({ act }) => covers(act.content, piece))),
      'data-i': numbers(acts.filter(({ act }) => act.condition && covers(act.condition, piece))),
      'data-c': numbers(said),
    }
    const mention = mentions.find(each => covers(each, piece))
    const ending = said.filter(({ claim }) => claim.end === piece.end)
    const signs = ending.map(claim => <Sign key={claim.n} {...claim} />)
    if (triggers.length > 0) {
      const { act, n } = triggers[0]
      const again = linked.has(n)
      for (const trigger of triggers) linked.add(trigger.n)
      return (
        <span key={piece.start}>
          <a
            {...data}
            href={`?act=${n}`}
            id={again ? undefined : `t${n}`}
            tabIndex={again ? -1 : undefined}
            className={`trigger f-${familyOf(act.force)}`}
            aria-describedby={`n${n}`}
          >
            {words}
          </a>
          {signs}
        </span>
      )
    }
    return (
      <span key={piece.start}>
        <span {...data} className={mention ? 'mention' : undefined} title={mention ? mentionText(mention) : undefined}>
          {words}
        </span>
        {signs}
      </span>
    )
  })
}

/** The verdict's sign behind the claim's last word. */
function Sign({ claim, n }: NumberedClaim) {
  return (
    <a
      className="claim-sign"
      data-outcome={claim.outcome}
      href={`?claim=${n}`}
      aria-label={`claim: ${claim.outcome.replaceAll('-', ' ')}`}
    >
      {OUTCOMES[claim.outcome].sign}
    </a>
  )
}

function piecesOf(
  sentence: Span,
  acts: readonly NumberedAct[],
  claims: readonly NumberedClaim[],
  mentions: readonly Mention[],
): Span[] {
  const cuts = new Set([sentence.start, sentence.end])
  const cut = (span: Span | null) => {
    for (const at of span ? [span.start, span.end] : []) if (at > sentence.start && at < sentence.end) cuts.add(at)
  }
  for (const { act } of acts) for (const span of [act.trigger, act.content, act.condition]) cut(span)
  for (const { claim } of claims) cut(claim)
  for (const mention of mentions) cut(mention)
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(1).map((end, i) => ({ start: sorted[i], end }))
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

function numbers(items: readonly { n: number }[]): string | undefined {
  return items.length ? items.map(({ n }) => n).join(' ') : undefined
}

/** What a mention stands for, in words. */
function mentionText(mention: Mention): string {
  const refs = mention.refs?.length ? ` · ${mention.refs.join(', ')}` : ''
  if (mention.type === 'date') {
    const { from, to } = mention
    return `${from === to ? dayText(from) : `${dayText(from)} – ${dayText(to)}`}${refs}`
  }
  if (mention.type === 'quantity') return `${mention.bound} ${mention.value} ${mention.unit}`.replace('exactly ', '')
  return `${mention.type}: ${mention.id}${refs}`
}
