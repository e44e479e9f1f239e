import { type PointerEvent, useMemo, useRef, useState } from 'react'
import { useWidth } from '../../pieces/width.js'
import { binsOf, type DayNumber, dayNumber, type Span, ticksOf } from './axis.js'
import { type Lines, shadeOf } from './lanes.js'

interface Props {
  lines: Lines
  span: Span
  /** The event that is looked at. */
  chosen: string | undefined
  onSpan: (span: Span) => void
  onEvent: (id: string) => void
}

const BARS = 132
const LANE = 38
const AXIS = 26
const TOP = 14
/** Pixels that a pointer moves before it draws a span. */
const DRAG = 6

/** The lines over one axis. A span is taken by dragging; what is seen here stands in words beneath. */
export function TimelineChart({ lines, span, chosen, onSpan, onEvent }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place)
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null)
  // While a span is drawn only its frame changes.
  const bins = useMemo(() => (width > 0 ? barsIn(lines, binsOf(span, width)) : []), [lines, span, width])
  const days = span.to - span.from + 1
  const x = (day: DayNumber) => ((day - span.from) / days) * width
  const dayAt = (px: number) => span.from + Math.floor((Math.max(0, Math.min(px, width - 1)) / width) * days)
  const tallest = Math.max(1, ...bins.map(({ total }) => total))
  const lanesAt = TOP + (lines.counted ? BARS : 0)
  const height = lanesAt + lines.lanes.length * LANE + AXIS

  const pixel = (event: PointerEvent<SVGSVGElement>) => event.clientX - event.currentTarget.getBoundingClientRect().left
  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const at = pixel(event)
    setDrag({ from: at, to: at })
  }
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    if (drag) setDrag({ ...drag, to: pixel(event) })
  }
  const onPointerUp = () => {
    if (!drag) return
    setDrag(null)
    const [left, right] = [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)]
    if (right - left >= DRAG) return onSpan({ from: dayAt(left), to: Math.max(dayAt(right), dayAt(left) + 1) })
    const near = nearest(lines, dayAt(left), Math.ceil((days / width) * 5))
    if (near) onEvent(near)
  }
  return (
    <div ref={place} className="timeline-place">
      {width > 0 && (
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          aria-hidden="true"
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={() => setDrag(null)}
        >
          <Hatches />
          {ticksOf(span, width).map(({ at, label, major }) => (
            <g key={at} className={major ? 'tick major' : 'tick'}>
              <line x1={x(at)} x2={x(at)} y1={TOP} y2={height - AXIS} />
              <text x={x(at) + 3} y={height - 9}>
                {label}
              </text>
            </g>
          ))}
          {lines.counted && (
            <>
              <text className="most" x={0} y={TOP - 3}>
                {tallest}
              </text>
              {bins.map(({ from, to, parts, total }) => {
                const left = x(Math.max(from, span.from))
                const right = x(Math.min(to, span.to) + 1)
                let top = lanesAt - (total / tallest) * (BARS - 10) - 6
                return (
                  <g key={from}>
                    {parts.map(({ shade, count }) => {
                      const tall = (count / tallest) * (BARS - 10)
                      const y = top
                      top += tall
                      return (
                        <rect
                          key={shade}
                          className={`shade-${shade}`}
                          x={left + 0.5}
                          y={y}
                          width={Math.max(1, right - left - 1)}
                          height={tall}
                        />
                      )
                    })}
                  </g>
                )
              })}
              <line className="base" x1={0} x2={width} y1={lanesAt - 6} y2={lanesAt - 6} />
            </>
          )}
          {lines.lanes.map(({ id, title, marks }, i) => {
            const y = lanesAt + i * LANE
            return (
              <g key={id} className="lane">
                <line x1={0} x2={width} y1={y + LANE} y2={y + LANE} />
                {marks
                  .filter(({ from, to }) => to >= span.from && from <= span.to)
                  .map(mark => (
                    <rect
                      key={mark.id}
                      className={mark.hollow ? 'mark hollow' : 'mark'}
                      data-chosen={mark.id === chosen}
                      x={x(mark.from)}
                      y={y + 19}
                      width={Math.max(3, x(mark.to + 1) - x(mark.from))}
                      height={LANE - 24}
                    >
                      <title>{mark.title}</title>
                    </rect>
                  ))}
                <text x={0} y={y + 14}>
                  {title}
                </text>
              </g>
            )
          })}
          {drag && (
            <rect
              className="drag"
              x={Math.min(drag.from, drag.to)}
              y={0}
              width={Math.abs(drag.to - drag.from)}
              height={height - AXIS}
            />
          )}
        </svg>
      )}
    </div>
  )
}

/** Fills for the shades that are no tone. */
function Hatches() {
  return (
    <defs className="hatch">
      <pattern id="hatch-5" width="5" height="5" patternUnits="userSpaceOnUse">
        <path className="hatch" d="M0 5L5 0" strokeWidth="1.4" />
      </pattern>
      <pattern id="hatch-6" width="5" height="5" patternUnits="userSpaceOnUse">
        <path className="hatch" d="M0 0L5 5" strokeWidth="0.8" />
      </pattern>
      <pattern id="hatch-7" width="4" height="4" patternUnits="userSpaceOnUse">
        <circle className="hatch" cx="2" cy="2" r="0.8" strokeWidth="0" />
      </pattern>
    </defs>
  )
}

interface Bar extends Span {
  total: number
  parts: { shade: number; count: number }[]
}

function barsIn({ bars, shades }: Lines, bins: readonly Span[]): Bar[] {
  const out: Bar[] = []
  const dated = bars.map(event => ({
    day: dayNumber(event.from),
    shade: shadeOf(shades, event.class),
    count: event.count,
  }))
  for (const { from, to } of bins) {
    const counts = new Map<number, number>()
    for (const { day, shade, count } of dated)
      if (day >= from && day <= to) counts.set(shade, (counts.get(shade) ?? 0) + count)
    const parts = [...counts].sort((a, b) => a[0] - b[0]).map(([shade, count]) => ({ shade, count }))
    if (parts.length > 0) out.push({ from, to, parts, total: parts.reduce((n, part) => n + part.count, 0) })
  }
  return out
}

/** The event nearest to a day, at most so many days away. */
function nearest({ bars, lanes }: Lines, day: DayNumber, away: number): string | null {
  const places = [
    ...bars.map(({ id, from, to }) => ({ id, from: dayNumber(from), to: dayNumber(to) })),
    ...lanes.filter(({ id }) => id !== 'statements' && id !== 'votes').flatMap(({ marks }) => marks),
  ]
  const near = places
    .map(({ id, from, to }) => ({ id, far: day < from ? from - day : day > to ? day - to : 0 }))
    .filter(({ far }) => far <= away)
    .sort((a, b) => a.far - b.far)
  return near[0]?.id ?? null
}
