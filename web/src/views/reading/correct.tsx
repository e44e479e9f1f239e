/** Correcting an act, or making one of selected words. */
import { type FormEvent, useRef, useState } from 'react'
import { FORCE_ORDER } from '../../../../src/export/families.js'
import { strengthWords, topicLabel } from '../../../../src/export/labels.js'
import type { Act } from '../../../../src/read/reading.js'
import type { Span } from '../../../../src/text/span.js'
import { Dialog } from '../../pieces/dialog.js'
import { Failed } from '../../pieces/states.js'
import type { Model } from './model.js'
import { Parties } from './parties.js'
import { Places } from './places.js'
import type { Beginning } from './room.js'
import { Sign } from './sign.js'
import { signatureKept } from './signature.js'
import { useCorrecting } from './use-correcting.js'

interface Props {
  id: string
  model: Model
  beginning: Beginning
  onClose: () => void
}

type Fields = Pick<
  Act,
  'force' | 'intensity' | 'repeated' | 'actors' | 'targets' | 'topics' | 'trigger' | 'content' | 'condition'
>

export function Correct({ id, model, beginning, onClose }: Props) {
  const act = 'act' in beginning ? model.reading.acts[beginning.act] : undefined
  const start = useRef(act ? fieldsOf(act) : newFields(model, (beginning as { words: Span }).words)).current
  const [fields, setFields] = useState<Fields>(start)
  const [signature, setSignature] = useState(signatureKept)
  const set = (change: Partial<Fields>) => setFields(before => ({ ...before, ...change }))
  const save = useCorrecting(id, onClose)
  const change = changed(start, fields)
  const unchanged = act !== undefined && Object.keys(change).length === 0
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(
      'act' in beginning
        ? { kind: 'change', act: beginning.act, fields: change, ...signature }
        : { kind: 'add', fields, ...signature },
    )
  }
  return (
    <Dialog title={act ? 'Correct this act' : 'Add an act'} open onClose={onClose}>
      <form className="correct" onSubmit={onSubmit}>
        <Places text={model.text} sentences={model.reading.sentences} fields={fields} onChange={set} />
        <div className="fields">
          <label className="field">
            <span>Force</span>
            <select value={fields.force} onChange={event => set({ force: event.target.value as Act['force'] })}>
              {FORCE_ORDER.map(force => (
                <option key={force}>{force}</option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>Strength</span>
            <select
              value={fields.intensity}
              onChange={event => set({ intensity: Number(event.target.value) as Act['intensity'] })}
            >
              {([0, 1, 2] as const).map(intensity => (
                <option key={intensity} value={intensity}>
                  {strengthWords(intensity)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <Parties name="Whose act it is" ids={fields.actors} onChange={actors => set({ actors })} />
        <Parties name="Toward whom" ids={fields.targets} onChange={targets => set({ targets })} />
        <label className="field">
          <span>Topics, with commas between them</span>
          <input
            defaultValue={fields.topics.map(topicLabel).join(', ')}
            onChange={event => set({ topics: topicsIn(event.target.value) })}
          />
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={fields.repeated}
            onChange={event => set({ repeated: event.target.checked })}
          />
          It says that it is said again
        </label>
        <Sign signature={signature} onChange={setSignature} />
        {save.isError && <Failed error={save.error} />}
        <div className="dialog-foot">
          <button type="submit" className="button" data-main="true" disabled={unchanged || save.isPending}>
            {act ? 'Keep the correction' : 'Add the act'}
          </button>
          {'act' in beginning && (
            <button
              type="button"
              className="plain"
              disabled={save.isPending || !signature.who.trim() || !signature.why.trim()}
              onClick={() => save.mutate({ kind: 'delete', act: beginning.act, ...signature })}
            >
              It is no act: delete it
            </button>
          )}
        </div>
      </form>
    </Dialog>
  )
}

function fieldsOf(act: Act): Fields {
  const { force, intensity, repeated, actors, targets, topics, trigger, content, condition } = act
  return { force, intensity, repeated, actors, targets, topics, trigger, content, condition }
}

/** A new act is the selected words', by those who act beside it, and what is done runs to the sentence's end. */
function newFields({ reading }: Model, words: Span): Fields {
  const n = reading.sentences.findIndex(({ start, end }) => start <= words.start && words.start < end)
  const beside = reading.acts.find(({ sentence }) => sentence === n) ?? reading.acts[0]
  const end = Math.max(words.end, reading.sentences[n]?.end ?? words.end)
  return {
    force: 'state',
    intensity: 0,
    repeated: false,
    actors: beside?.actors ?? [],
    targets: [],
    topics: beside?.topics ?? ['other'],
    trigger: words,
    content: { start: words.end, end },
    condition: null,
  }
}

function changed(before: Fields, after: Fields): Partial<Fields> {
  const keys = Object.keys(after) as (keyof Fields)[]
  return Object.fromEntries(
    keys.filter(key => JSON.stringify(before[key]) !== JSON.stringify(after[key])).map(key => [key, after[key]]),
  )
}

function topicsIn(text: string): string[] {
  const words = text.split(',').map(topic => topic.trim().toLowerCase().replaceAll(/\s+/g, '-'))
  return words.filter(Boolean)
}
