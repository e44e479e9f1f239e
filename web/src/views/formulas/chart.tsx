/**
 * Lanes of issuers over time. One stop for the tabulator: the arrows go along a lane and from lane to lane, Enter opens the
 * words of a mark.
 */
import { type KeyboardEvent, type Ref, useMemo, useRef, useState } from 'react'
import type { Lineage } from '../../client/types.gen.js'
import { useActorNames } from '../../pieces/actors.js'
import { dayText } from '../../pieces/day.js'
import { useWidth } from '../../pieces/width.js'
import { type Lane, lanesOf, type Mark } from './lanes.js'
import { Shape } from './shape.js'

interface Props {
  ref: Ref<SVGSVGElement>
  data: Lineage
  /** Lanes at most. */
  most: number
  /** Titles and places of the variants. */
  titles: ReadonlyMap<string, string>
  order: ReadonlyMap<string, number>
  /** Id of the use that is chosen. */
  chosen: string | undefined
  choose: (id: string) => void
}

const TOP = 8
/** What marks and lanes say in words is not said again by the letters in the picture. */
const HIDDEN = { 'aria-hidden': true } as const
/** Room for the names of issuers; in a narrow window they stand above their lanes. */
const [NAMES, NARROW, ABOVE] = [190, 620, 18]

export function Chart({ ref, data, most, titles, order, chosen, choose }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place)
  const name = useActorNames()
  const narrow = width < NARROW
  const made = useMemo(() => {
    const made = lanesOf(data, most, { left: narrow ? 12 : NAMES + 12, right: width - 16, top: TOP })
    return narrow ? spaced(made, ABOVE) : made
  }, [data, most, width, narrow])
  const marks = made.lanes.flatMap(({ marks }, lane) => marks.map(mark => ({ mark, lane })))
  const [stop, setStop] = useState<string | null>(null)
  const keyOf = (lane: Lane, mark: Mark) => `${lane.issuer} ${mark.id} ${mark.use.variant}`
  const stands = marks.some(({ mark, lane }) => keyOf(made.lanes[lane]!, mark) === stop)
    ? stop
    : marks[0] && keyOf(made.lanes[marks[0].lane]!, marks[0].mark)
  const onKey = (event: KeyboardEvent<SVGGElement>, lane: number, mark: Mark) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      choose(mark.id)
      return
    }
    const next = neighbour(made.lanes, lane, mark, event.key)
    if (!next) return
    event.preventDefault()
    const key = keyOf(made.lanes[next.lane]!, next.mark)
    setStop(key)
    place.current?.querySelector<SVGGElement>(`[data-key="${CSS.escape(key)}"]`)?.focus()
  }
  const bottom = made.height + 6
  return (
    <div ref={place} className="chart-place">
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a group of marks in a picture
        <svg
          ref={ref}
          className="lanes"
          viewBox={`0 0 ${width} ${bottom + 22}`}
          width={width}
          height={bottom + 22}
          role="group"
          aria-label="Uses by issuer over time. The arrow keys go from mark to mark; Enter shows the words."
        >
          {made.ticks.map(({ x, label }) => (
            <g key={`${x} ${label}`} className="tick" {...HIDDEN}>
              <line x1={x} x2={x} y1={TOP} y2={bottom} />
              <text x={x} y={bottom + 16} textAnchor="middle">
                {label}
              </text>
            </g>
          ))}
          {made.lanes.map((lane, i) => (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/noInteractiveElementToNoninteractiveRole: a lane of a picture
            <g key={lane.issuer} className="lane" role="group" aria-label={name(lane.issuer)}>
              <line x1={0} x2={width} y1={lane.top + lane.height} y2={lane.top + lane.height} />
              <IssuerName name={name(lane.issuer)} lane={lane} width={narrow ? width : null} />
              <g className="switch" {...HIDDEN}>
                {lane.switches.map(({ x }) => (
                  <line key={x} x1={x} x2={x} y1={lane.top + (narrow ? ABOVE : 0) + 13} y2={lane.top + lane.height} />
                ))}
                {lane.numbers.map(({ x, text }) => (
                  <text
                    key={x}
                    x={x > width - 40 ? x - 3 : x + 3}
                    y={lane.top + (narrow ? ABOVE : 2)}
                    textAnchor={x > width - 40 ? 'end' : 'start'}
                    dominantBaseline="hanging"
                  >
                    {text}
                  </text>
                ))}
              </g>
              {lane.marks.map(mark => {
                const variant = order.get(mark.use.variant) ?? 99
                const key = keyOf(lane, mark)
                const times = mark.times > 1 ? `, ${mark.times} times` : ''
                const words = `${dayText(mark.use.date)}: ${titles.get(mark.use.variant) ?? mark.use.variant}${times}`
                return (
                  // biome-ignore lint/a11y/useSemanticElements: a picture has no button elements
                  <g
                    key={key}
                    data-key={key}
                    className="mark"
                    role="button"
                    tabIndex={key === stands ? 0 : -1}
                    aria-pressed={mark.id === chosen}
                    aria-label={words}
                    transform={`translate(${mark.x.toFixed(1)} ${mark.y})`}
                    onClick={() => choose(mark.id)}
                    onFocus={() => setStop(key)}
                    onKeyDown={event => onKey(event, i, mark)}
                  >
                    <title>{words}</title>
                    <circle className="halo" r="8" />
                    <Shape index={variant} />
                  </g>
                )
              })}
            </g>
          ))}
        </svg>
      )}
      {made.undated > 0 && (
        <p className="dim undated">{made.undated} uses in statements without a day are in the table only.</p>
      )}
    </div>
  )
}

/** In one line above the lane, or beside it in two where it is long. */
function IssuerName({ name, lane: { top, height }, width }: { name: string; lane: Lane; width: number | null }) {
  const lines = width === null ? broken(name, 26) : [clipped(name, Math.floor(width / 8))]
  return (
    <text className="issuer" {...HIDDEN}>
      {lines.map((line, i) => (
        <tspan
          key={line}
          x={0}
          y={width === null ? top + height / 2 + (i - (lines.length - 1) / 2) * 15 : top + 4}
          dominantBaseline={width === null ? 'central' : 'hanging'}
        >
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** Where an arrow leads from a mark. */
function neighbour(lanes: readonly Lane[], lane: number, mark: Mark, key: string): { lane: number; mark: Mark } | null {
  const along = [...lanes[lane]!.marks].sort((a, b) => a.x - b.x || a.y - b.y)
  const at = along.indexOf(along.find(each => each.id === mark.id && each.use.variant === mark.use.variant)!)
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key]
  if (step !== undefined) {
    const next = along[at + step]
    return next ? { lane, mark: next } : null
  }
  const jump = { ArrowDown: 1, ArrowUp: -1 }[key]
  const other = jump === undefined ? undefined : lanes[lane + jump]
  if (!other?.marks.length)
    return key === 'Home' && along[0]
      ? { lane, mark: along[0] }
      : key === 'End' && along.at(-1)
        ? { lane, mark: along.at(-1)! }
        : null
  const nearest = other.marks.reduce((best, each) =>
    Math.abs(each.x - mark.x) < Math.abs(best.x - mark.x) ? each : best,
  )
  return { lane: lane + jump!, mark: nearest }
}

/** Lanes with room above each for its name. */
function spaced(made: ReturnType<typeof lanesOf>, room: number): ReturnType<typeof lanesOf> {
  return {
    ...made,
    height: made.height + room * made.lanes.length,
    lanes: made.lanes.map((lane, i) => ({
      ...lane,
      top: lane.top + room * i,
      height: lane.height + room,
      marks: lane.marks.map(mark => ({ ...mark, y: mark.y + room * (i + 1) })),
    })),
  }
}

/** At most two lines, broken between words. */
function broken(text: string, most: number): string[] {
  if (text.length <= most) return [text]
  const at = text.lastIndexOf(' ', most)
  return at < 0 ? [clipped(text, most)] : [text.slice(0, at), clipped(text.slice(at + 1), most)]
}

function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}
