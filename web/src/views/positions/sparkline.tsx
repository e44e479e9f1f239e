import type { Cell } from '../../client/types.gen.js'

interface Props {
  years: Cell['years']
  /** Years at the two ends; the same for all lines that are compared. */
  first: number
  last: number
  width?: number
  height?: number
}

/** Acts by year as a small line, its end marked. Told in words beside it for those who do not see it. */
export function Sparkline({ years, first, last, width = 64, height = 14 }: Props) {
  const most = Math.max(1, ...years.map(({ acts }) => acts))
  const counts = new Map(years.map(({ year, acts }) => [year, acts]))
  const pad = 2
  const x = (year: number) => (last === first ? width / 2 : pad + ((year - first) / (last - first)) * (width - 2 * pad))
  const y = (acts: number) => height - pad - (acts / most) * (height - 2 * pad)
  const points = []
  for (let year = first; year <= last; year++)
    points.push(`${x(year).toFixed(1)},${y(counts.get(year) ?? 0).toFixed(1)}`)
  const end = years.at(-1)
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      {last > first && end && <polyline points={points.join(' ')} />}
      {end && <circle cx={x(end.year)} cy={y(end.acts)} r="1.75" />}
    </svg>
  )
}
