import { type Chunk, joinRow } from './pdf-chunks.js'

export interface PdfPage {
  /** Rows of the page, from the top. */
  rows: Chunk[][]
  height: number
}

/** Rows at the top and at the bottom of a page among which running heads and feet are looked for. */
const EDGE_ROWS = 3
/** Share of the page's height that they stand in. */
const EDGE = 0.15
/** Points by which a running head may shift from page to page. */
const DRIFT = 5

/** "Page 3 of 7", "- 3 -", "3/7": a page number by its form alone. */
const NUMBERED =
  /^(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$|^[-–—|]\s*\d{1,4}\s*[-–—|]$|^\d{1,4}\s*(?:of|\/)\s*\d{1,4}$/i

/**
 * Takes running heads, running feet and page numbers off the pages: rows at an edge that most pages have at the same
 * height, or that number the pages. Where the gap to the body is plain to see, nothing beyond it is taken, whatever
 * it repeats.
 *
 * @returns the pages, and the different texts that were taken off
 */
export function withoutFurniture(pages: readonly PdfPage[]): { pages: PdfPage[]; dropped: string[] } {
  const edges = pages.map(page => edgeRows(page))
  const offset = numberOffset(edges)
  const leading = usualLeading(pages)
  const dropped = new Set<string>()
  const rest = pages.map((page, n) => {
    const isDroppable = (row: EdgeRow) => {
      const number = /^\d{1,4}$/.test(row.text) ? Number(row.text) : null
      if (NUMBERED.test(row.text) || (number !== null && number - n === offset)) return true
      const repeats = edges.filter(other => other.some(candidate => isSame(row, candidate))).length
      return repeats >= 2 && repeats >= pages.length * 0.4
    }
    const drop = new Set<number>()
    for (const side of [edges[n].filter(row => row.top), edges[n].filter(row => !row.top).reverse()]) {
      for (const row of outermost(side, isDroppable, page, leading)) {
        drop.add(row.index)
        dropped.add(row.text)
      }
    }
    return { ...page, rows: page.rows.filter((_, index) => !drop.has(index)) }
  })
  return { pages: rest, dropped: [...dropped] }
}

/** The droppable rows from the edge inwards, up to the last that a gap follows. */
function outermost(
  side: readonly EdgeRow[],
  isDroppable: (row: EdgeRow) => boolean,
  page: PdfPage,
  leading: number,
): EdgeRow[] {
  const stop = side.findIndex(row => !isDroppable(row))
  const rows = stop === -1 ? [...side] : side.slice(0, stop)
  const gapAfter = (row: EdgeRow) => {
    const next = page.rows[row.index + (row.top ? 1 : -1)]
    return next ? Math.abs(joinRow(next).y - row.y) : Number.POSITIVE_INFINITY
  }
  for (let kept = rows.length; kept > 0; kept--) {
    if (gapAfter(rows[kept - 1]) > leading * 1.25) return rows.slice(0, kept)
  }
  // Right above or below the body only a page number is plain enough.
  return rows.slice(0, 1).filter(row => NUMBERED.test(row.text) || /^\d{1,4}$/.test(row.text))
}

/** Distance of two rows of the body, over all pages: the lower third, since the gaps between paragraphs are among them. */
function usualLeading(pages: readonly PdfPage[]): number {
  const gaps = pages.flatMap(page => {
    const ys = page.rows.map(row => joinRow(row).y)
    return ys.slice(1).map((y, i) => y - ys[i])
  })
  gaps.sort((a, b) => a - b)
  return gaps[Math.floor(gaps.length / 3)] ?? 0
}

interface EdgeRow {
  index: number
  /** At the top, else at the bottom. */
  top: boolean
  text: string
  /** The text with its figures made equal. */
  form: string
  y: number
  fromBottom: number
}

function edgeRows(page: PdfPage): EdgeRow[] {
  const rows: EdgeRow[] = []
  page.rows.forEach((row, index) => {
    const { text, y } = joinRow(row)
    const top = index < EDGE_ROWS && y < page.height * EDGE
    const bottom = index >= page.rows.length - EDGE_ROWS && y > page.height * (1 - EDGE)
    if (!top && !bottom) return
    rows.push({
      index,
      top,
      text,
      form: text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' '),
      y,
      fromBottom: page.height - y,
    })
  })
  return rows
}

function isSame(a: EdgeRow, b: EdgeRow): boolean {
  const near = Math.abs(a.y - b.y) <= DRIFT || Math.abs(a.fromBottom - b.fromBottom) <= DRIFT
  // Bare figures are page numbers only where they count the pages.
  return near && a.form === b.form && a.form !== '#'
}

/** What to add to a page's index to have its printed number, or null where the pages are not numbered by bare figures. */
function numberOffset(edges: readonly EdgeRow[][]): number | null {
  const votes = new Map<number, number>()
  edges.forEach((rows, n) => {
    for (const row of rows)
      if (/^\d{1,4}$/.test(row.text)) votes.set(Number(row.text) - n, (votes.get(Number(row.text) - n) ?? 0) + 1)
  })
  const [offset, count] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [null, 0]
  return count >= 2 || offset === 1 ? offset : null
}
