import { useRef } from 'react'
import type { Act, Sentence } from '../../../../src/read/reading.js'
import type { Span } from '../../../../src/text/span.js'

interface Props {
  text: string
  sentences: readonly Sentence[]
  fields: Pick<Act, 'trigger' | 'content' | 'condition'>
  onChange: (change: Partial<Pick<Act, 'trigger' | 'content' | 'condition'>>) => void
}

const PARTS = [
  { key: 'trigger', name: 'Words that do it' },
  { key: 'content', name: 'What is done' },
  { key: 'condition', name: 'Condition' },
] as const

/** The words of an act. They are chosen by selecting in the text above, with the mouse or with the keyboard. */
export function Places({ text, sentences, fields, onChange }: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const around = aroundOf(sentences, fields.trigger)
  const take = (key: (typeof PARTS)[number]['key']) => {
    const { selectionStart, selectionEnd } = area.current!
    if (selectionEnd > selectionStart)
      onChange({ [key]: { start: around.start + selectionStart, end: around.start + selectionEnd } })
    else area.current?.focus()
  }
  return (
    <div className="places">
      <label className="field">
        <span>Select words here, then say below what they are</span>
        <textarea ref={area} readOnly rows={4} value={text.slice(around.start, around.end)} />
      </label>
      <dl>
        {PARTS.map(({ key, name }) => {
          const span = fields[key]
          return (
            <div key={key}>
              <dt>{name}</dt>
              <dd>{span ? text.slice(span.start, span.end) || '–' : 'none'}</dd>
              <dd className="tools">
                <button type="button" className="plain" onClick={() => take(key)}>
                  Take the selected words<span className="hidden"> for: {name}</span>
                </button>
                {key === 'condition' && span && (
                  <button type="button" className="plain" onClick={() => onChange({ condition: null })}>
                    None
                  </button>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}

/** The sentence of the trigger, with its neighbours. */
function aroundOf(sentences: readonly Sentence[], { start }: Span): Span {
  const n = Math.max(
    0,
    sentences.findIndex(each => each.start <= start && start < each.end),
  )
  const first = sentences[Math.max(0, n - 1)]
  const last = sentences[Math.min(sentences.length - 1, n + 1)]
  return { start: first?.start ?? 0, end: last?.end ?? 0 }
}
