import { type Chunk, joinRow, type Line, rowsOf } from './pdf-chunks.js'

/** Each side of a gutter has this many segments at least; fewer are two signatures, not two columns. */
const MIN_SEGMENTS = 4
/** Characters that a column's segments have on average at least; list marks and figures have fewer. */
const MIN_CHARS = 9
/** Share of segments that may cross a gutter: titles and tables over both columns. */
const MAX_CROSSING = 0.35

/**
 * The segments of a page as lines in reading order: what runs over all columns in its place, between that the left
 * column before the right one, and columns within columns likewise.
 *
 * @param firstColumn number of the first column
 */
export function linesOf(segments: readonly Chunk[], page: number, firstColumn: number): Line[] {
  const lines: Line[] = []
  let column = firstColumn
  for (const group of groupsOf(segments, 0)) {
    const rows = rowsOf(group).map(joinRow)
    const left = Math.min(...rows.map(row => row.x0))
    const right = Math.max(...rows.map(row => row.x1))
    for (const row of rows) lines.push({ ...row, page, left, right, column })
    column++
  }
  return lines
}

function groupsOf(segments: readonly Chunk[], depth: number): Chunk[][] {
  if (segments.length === 0) return []
  const gutter = depth < 4 ? findGutter(segments) : null
  if (gutter === null) return [[...segments]]
  const groups: Chunk[][] = []
  let band: Chunk[] = []
  let across: Chunk[] = []
  const flushAcross = () => {
    if (across.length > 0) groups.push(across)
    across = []
  }
  const flushBand = (isFollowed: boolean) => {
    const left = band.filter(segment => segment.x1 <= gutter)
    const right = band.filter(segment => segment.x1 > gutter)
    band = []
    // Short lines on one side only are no columns.
    if (left.length === 0 || right.length === 0) {
      across.push(...left, ...right)
      return
    }
    const below = isFollowed ? belowColumns(left, right) : []
    flushAcross()
    groups.push(
      ...groupsOf(
        left.filter(segment => !below.includes(segment)),
        depth + 1,
      ),
      ...groupsOf(right, depth + 1),
    )
    across.push(...below)
  }
  for (const segment of [...segments].sort((a, b) => a.y - b.y)) {
    if (crosses(segment, gutter)) {
      if (band.length > 0) flushBand(true)
      across.push(segment)
    } else band.push(segment)
  }
  flushBand(false)
  flushAcross()
  return groups
}

/** What stands under both columns at the left, before text over the whole width goes on: a heading. */
function belowColumns(left: readonly Chunk[], right: readonly Chunk[]): Chunk[] {
  const bottom = Math.max(...right.map(segment => segment.y))
  const below = left.filter(segment => segment.y > bottom + segment.size * 0.6)
  const rest = left.filter(segment => !below.includes(segment))
  const first = Math.min(...below.map(segment => segment.y))
  const gap = first - Math.max(...rest.map(segment => segment.y))
  return below.length > 0 && rest.length > 0 && gap > below[0].size * 1.6 ? below : []
}

function crosses(segment: Chunk, x: number): boolean {
  return segment.x0 < x && segment.x1 > x
}

/** The middle of the widest strip between two columns, or null where the text is one column. */
function findGutter(segments: readonly Chunk[]): number | null {
  const left = Math.min(...segments.map(segment => segment.x0))
  const right = Math.max(...segments.map(segment => segment.x1))
  const step = 2
  let best: { x: number; crossing: number; width: number } | null = null
  let run: { from: number; crossing: number } | null = null
  const close = (to: number) => {
    if (!run) return
    const width = to - run.from
    if (!best || run.crossing < best.crossing || (run.crossing === best.crossing && width > best.width)) {
      best = { x: run.from + width / 2, crossing: run.crossing, width }
    }
    run = null
  }
  const from = left + (right - left) * 0.15
  const to = right - (right - left) * 0.15
  for (let x = from; x <= to; x += step) {
    const crossing = isGutter(segments, x)
    if (crossing === null || (run && (run as { crossing: number }).crossing !== crossing)) close(x)
    if (crossing !== null) run ??= { from: x, crossing }
  }
  close(to)
  return (best as { x: number } | null)?.x ?? null
}

/** Number of segments that cross a gutter at `x`, or null where there can be none. */
function isGutter(segments: readonly Chunk[], x: number): number | null {
  const before = segments.filter(segment => segment.x1 <= x)
  const after = segments.filter(segment => segment.x0 >= x)
  const crossing = segments.length - before.length - after.length
  if (crossing > segments.length * MAX_CROSSING) return null
  if (!isColumn(before) || !isColumn(after)) return null
  // Columns stand beside each other; a block on the left and a later one on the right do not.
  const top = Math.max(Math.min(...before.map(s => s.y)), Math.min(...after.map(s => s.y)))
  const bottom = Math.min(Math.max(...before.map(s => s.y)), Math.max(...after.map(s => s.y)))
  const height = Math.min(
    ...[before, after].map(side => Math.max(...side.map(s => s.y)) - Math.min(...side.map(s => s.y))),
  )
  return bottom - top >= height * 0.5 ? crossing : null
}

function isColumn(side: readonly Chunk[]): boolean {
  const chars = side.reduce((sum, segment) => sum + segment.text.length, 0)
  return side.length >= MIN_SEGMENTS && chars / side.length >= MIN_CHARS
}
