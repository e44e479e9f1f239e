import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { topicLabel } from '../../../../src/export/labels.js'
import { answer } from '../../api/api.js'
import { getStatementsIdCorrections } from '../../client/sdk.gen.js'
import type { Correction } from '../../client/types.gen.js'
import { Day } from '../../pieces/day.js'
import { Dialog } from '../../pieces/dialog.js'
import { Answer, Empty, Failed } from '../../pieces/states.js'
import { Sign } from './sign.js'
import { signatureKept } from './signature.js'
import { useCorrecting } from './use-correcting.js'

interface Props {
  id: string
  text: string
  onClose: () => void
}

/** Who corrected what, when and why; each can be taken back, which is kept too. */
export function History({ id, text, onClose }: Props) {
  const query = useQuery({
    queryKey: ['corrections', id],
    queryFn: ({ signal }) => answer(getStatementsIdCorrections({ path: { id }, signal })),
  })
  return (
    <Dialog title="Corrections" open onClose={onClose}>
      <Answer query={query} what="the corrections" lines={3}>
        {({ corrections }) =>
          corrections.length === 0 ? (
            <Empty title="Nobody has corrected it yet">
              <p>Open an act in the margin to correct it, or select words in the text to add one.</p>
            </Empty>
          ) : (
            <Made id={id} text={text} corrections={corrections} />
          )
        }
      </Answer>
    </Dialog>
  )
}

function Made({ id, text, corrections }: { id: string; text: string; corrections: Correction[] }) {
  const [signature, setSignature] = useState(signatureKept)
  const undo = useCorrecting(id)
  const signed = signature.who.trim() !== '' && signature.why.trim() !== ''
  return (
    <>
      <ol className="history">
        {corrections.toReversed().map(({ number, correction, at, undone }) => (
          <li key={number} data-undone={undone || undefined}>
            <p>{saidOf(correction, text)}</p>
            <p className="dim">
              {correction.who}, <Day day={at.slice(0, 10)} />: {correction.why}
              {undone && ' · taken back'}
            </p>
            {correction.kind !== 'undo' && !undone && (
              <button
                type="button"
                className="plain"
                disabled={!signed || undo.isPending}
                onClick={() => undo.mutate({ kind: 'undo', of: number, ...signature })}
              >
                Take back
              </button>
            )}
          </li>
        ))}
      </ol>
      <Sign signature={signature} onChange={setSignature} />
      {undo.isError && <Failed error={undo.error} />}
    </>
  )
}

const DONE = { change: 'changed', delete: 'deleted', add: 'added' }

function saidOf(correction: Correction['correction'], text: string): string {
  if (correction.kind === 'undo') return `Took back correction ${correction.of}`
  const { kind, act } = correction
  const fields = kind === 'change' ? correction.fields : {}
  const words = `“${text.slice(act.trigger.start, act.trigger.end)}” (${act.force})`
  const parts = Object.entries(fields).map(([name, value]) => `${name}: ${shownOf(value, text)}`)
  return `${words} ${DONE[kind]}${parts.length ? `; ${parts.join('; ')}` : ''}`
}

function shownOf(value: unknown, text: string): string {
  if (Array.isArray(value)) return value.map(topicLabel).join(', ') || 'nobody'
  if (value === null) return 'none'
  if (typeof value !== 'object') return String(value)
  const { start, end } = value as { start: number; end: number }
  return `“${text.slice(start, end)}”`
}
