import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { Failed } from './states.js'
import { useWidth } from './width.js'

interface Props {
  /** What the chart shows, in one line. */
  title: string
  /** One sentence on how to read it. */
  note?: ReactNode
  /** Draws it for a width in pixels. Called again when the width changes; its colours are the sheet's. Wrap it in `useCallback`. */
  draw: (width: number) => Promise<Element>
  /** The same as a table, shown instead of the chart when a person asks for it. */
  table: ReactNode
  /** Where to find the chart, for a download. */
  chart?: RefObject<HTMLDivElement | null>
}

/** A chart with its title, and the table that is behind it. */
export function ChartFrame({ title, note, draw, table, chart }: Props) {
  const own = useRef<HTMLDivElement>(null)
  const place = chart ?? own
  const [asTable, setAsTable] = useState(false)
  const width = useWidth(place)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    let wanted = true
    if (width > 0)
      draw(width).then(
        drawn => {
          if (!wanted) return
          place.current?.replaceChildren(drawn)
          setError(null)
        },
        failure => wanted && setError(failure),
      )
    return () => {
      wanted = false
    }
  }, [draw, width, place])
  return (
    <figure className="chart">
      <figcaption>
        <span className="chart-title">{title}</span>
        {note && <span className="chart-note">{note}</span>}
        <button type="button" className="plain" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'As a chart' : 'As a table'}
        </button>
      </figcaption>
      {error !== null && <Failed error={error} />}
      <div ref={place} className="chart-place" role="img" aria-label={title} hidden={asTable} />
      {asTable && table}
    </figure>
  )
}
