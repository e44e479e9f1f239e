/** A piece of text where it stands on its page, in points; `y` grows downwards and is the baseline. */
export interface Chunk {
  text: string
  x0: number
  x1: number
  y: number
  /** Font size. */
  size: number
}

/** One line of one column. */
export interface Line extends Chunk {
  /** Page, from 1. */
  page: number
  /** Edges of its column: the furthest left and right that its lines reach. */
  left: number
  right: number
  /** Lines of one column follow each other; another number is another column or another page. */
  column: number
}

/** A text item as the PDF library gives it. */
export interface Item {
  str: string
  width: number
  transform: number[]
}

/** A space is this wide at least, in font sizes. */
const SPACE = 0.14
/** Two pieces of a line that are so far apart may stand in two columns. */
const APART = 0.9

/** Items of a page as chunks. Text that does not run from left to right (a stamp up the margin) is left out. */
export function chunksOf(items: readonly Item[], viewport: readonly number[]): Chunk[] {
  const chunks: Chunk[] = []
  for (const { str, width, transform } of items) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: fonts without a map of their own give such codes
    const text = str.replace(/[\0-\x08\x0B-\x1F]/g, '')
    const [a, b, , , x, y] = multiply(viewport, transform)
    const size = Math.hypot(a, b)
    if (text.trim() === '' || size === 0 || Math.abs(b) > Math.abs(a) * 0.1 || a < 0) continue
    // Spaces inside the ends are known by the distance to the neighbours.
    const lead = (text.length - text.trimStart().length) / text.length
    const trail = (text.length - text.trimEnd().length) / text.length
    chunks.push({ text: text.trim(), x0: x + width * lead, x1: x + width * (1 - trail), y, size })
  }
  return chunks
}

function multiply(m: readonly number[], n: readonly number[]): number[] {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

/** Chunks on one baseline, raised and lowered small ones with them, each row from left to right, rows from the top. */
export function rowsOf(chunks: readonly Chunk[]): Chunk[][] {
  const rows: { y: number; size: number; chunks: Chunk[] }[] = []
  for (const chunk of [...chunks].sort((a, b) => b.size - a.size || a.y - b.y)) {
    const row = rows.find(row => {
      const tolerance = chunk.size < row.size * 0.85 ? 0.55 : 0.3
      return Math.abs(row.y - chunk.y) <= Math.min(row.size, row.size) * tolerance
    })
    if (row) row.chunks.push(chunk)
    else rows.push({ y: chunk.y, size: chunk.size, chunks: [chunk] })
  }
  rows.sort((a, b) => a.y - b.y)
  return rows.map(row => row.chunks.sort((a, b) => a.x0 - b.x0))
}

/** Neighbours of a row put together as far as they are not further apart than words are. */
export function segmentsOf(row: readonly Chunk[], apart = APART): Chunk[] {
  const segments: Chunk[] = []
  for (const chunk of row) {
    const last = segments.at(-1)
    const gap = last ? chunk.x0 - last.x1 : 0
    if (last && gap < apart * Math.max(last.size, chunk.size)) {
      const space = gap > SPACE * Math.min(last.size, chunk.size) ? ' ' : ''
      last.text += space + chunk.text
      last.x1 = Math.max(last.x1, chunk.x1)
      if (chunk.size > last.size) {
        last.size = chunk.size
        last.y = chunk.y
      }
    } else segments.push({ ...chunk })
  }
  return segments
}

/** A whole row as one chunk. */
export function joinRow(row: readonly Chunk[]): Chunk {
  return segmentsOf(row, Number.POSITIVE_INFINITY)[0]
}
