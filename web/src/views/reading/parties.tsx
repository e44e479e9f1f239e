import { useId, useState } from 'react'
import { useActorList, useActorNames } from '../../pieces/actors.js'

interface Props {
  name: string
  ids: readonly string[]
  onChange: (ids: string[]) => void
}

/** Actors that are taken out and put in; a name in any language will do, the server finds whom it means. */
export function Parties({ name, ids, onChange }: Props) {
  const nameOf = useActorNames()
  const list = useActorList()
  const id = useId()
  const [typed, setTyped] = useState('')
  const add = () => {
    const value = typed.trim()
    if (value === '') return
    const known = list.find(actor => actor.name === value || actor.id === value)
    onChange([...new Set([...ids, known?.id ?? value])])
    setTyped('')
  }
  return (
    <fieldset className="parties">
      <legend>{name}</legend>
      {ids.map(each => (
        <button
          key={each}
          type="button"
          aria-label={`Remove ${nameOf(each)}`}
          onClick={() => onChange(ids.filter(other => other !== each))}
        >
          {nameOf(each)} <span aria-hidden="true">×</span>
        </button>
      ))}
      {ids.length === 0 && <span className="dim">nobody</span>}
      <input
        aria-label={`${name}: add`}
        list={id}
        value={typed}
        placeholder="add a name"
        onChange={event => setTyped(event.target.value)}
        onBlur={add}
        onKeyDown={event => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          add()
        }}
      />
      <datalist id={id}>
        {list.map(actor => (
          <option key={actor.id} value={actor.name ?? actor.id} />
        ))}
      </datalist>
    </fieldset>
  )
}
