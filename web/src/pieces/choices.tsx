import type { ReactNode } from 'react'

export interface Choice {
  id: string
  name: ReactNode
  /** How many there are of it. */
  count?: number
}

interface Props {
  /** What is chosen: "Force". */
  name: string
  choices: readonly Choice[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** A filter: words in a row that are pressed and released. None pressed means all. */
export function Choices({ name, choices, chosen, onChange }: Props) {
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter(each => each !== id) : [...chosen, id])
  return (
    <fieldset className="choices">
      <legend>{name}</legend>
      {choices.map(({ id, name: label, count }) => (
        <button key={id} type="button" aria-pressed={chosen.includes(id)} onClick={() => toggle(id)}>
          {label}
          {count !== undefined && <span className="count"> {count}</span>}
        </button>
      ))}
    </fieldset>
  )
}
