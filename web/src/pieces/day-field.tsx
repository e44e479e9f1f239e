import { useEffect, useState } from 'react'

interface Props {
  name: string
  /** ISO day, or undefined. */
  value: string | undefined
  onChange: (day: string | undefined) => void
  /** A year alone is its first day, or its last. */
  last?: boolean
}

/** A field for a day. A year or a month will do; it is taken when the person leaves the field or presses Enter. */
export function DayField({ name, value, onChange, last }: Props) {
  const [typed, setTyped] = useState(value ?? '')
  useEffect(() => setTyped(value ?? ''), [value])
  const day = dayIn(typed, last)
  const take = () => {
    if (day !== null && (day || undefined) !== value) onChange(day || undefined)
  }
  return (
    <label className="field day-field">
      <span>{name}</span>
      <input
        value={typed}
        placeholder="yyyy-mm-dd"
        inputMode="numeric"
        spellCheck={false}
        aria-invalid={day === null}
        onChange={event => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={event => event.key === 'Enter' && take()}
      />
    </label>
  )
}

/** `2022`, `2022-05` and `2022-05-28` to an ISO day; empty for nothing, null for what is no day. */
function dayIn(text: string, last = false): string | null {
  const typed = text.trim()
  if (typed === '') return ''
  const parts = /^(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?$/.exec(typed)
  if (!parts) return null
  const [, year, month, day] = parts
  const m = Number(month ?? (last ? 12 : 1))
  const d = Number(day ?? (last ? new Date(Date.UTC(Number(year), m, 0)).getUTCDate() : 1))
  const date = new Date(Date.UTC(Number(year), m - 1, d))
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? date.toISOString().slice(0, 10) : null
}
