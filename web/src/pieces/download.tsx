import { Menu } from './menu.js'

type Cell = string | number | boolean | null | undefined

/** A table as it is downloaded: its first row names the columns. */
export type Rows = readonly (readonly Cell[])[]

interface Props {
  /** Base name of the files, without extension: `positions-2022`. */
  name: string
  /** Asked for when it is wanted. */
  csv?: () => Rows
  json?: () => unknown
  /** Other files that the view can make of it. */
  files?: readonly { name: string; ending: string; type: string; make: () => Promise<string | Uint8Array> }[]
  /** The chart that stands on the page, for SVG and PNG. */
  chart?: () => SVGSVGElement | null
}

/** Takes what the view shows home: as CSV, JSON, and a chart as SVG or PNG. */
export function DownloadMenu({ name, csv, json, files = [], chart }: Props) {
  const svg = async () => (await import('./chart-image.js')).svgText(chart?.() ?? null)
  const png = async () => (await import('./chart-image.js')).pngBlob(chart?.() ?? null)
  return (
    <Menu name="Download">
      {csv && (
        <button type="button" onClick={() => save(`${name}.csv`, csvText(csv()), 'text/csv;charset=utf-8')}>
          CSV
        </button>
      )}
      {json && (
        <button
          type="button"
          onClick={() => save(`${name}.json`, `${JSON.stringify(json(), null, 2)}\n`, 'application/json')}
        >
          JSON
        </button>
      )}
      {files.map(file => (
        <button
          key={file.ending}
          type="button"
          onClick={async () => save(`${name}.${file.ending}`, await file.make(), file.type)}
        >
          {file.name}
        </button>
      ))}
      {chart && (
        <>
          <button type="button" onClick={async () => save(`${name}.svg`, await svg(), 'image/svg+xml')}>
            SVG
          </button>
          <button type="button" onClick={async () => save(`${name}.png`, await png(), 'image/png')}>
            PNG
          </button>
        </>
      )}
    </Menu>
  )
}

/** RFC 4180. What a spreadsheet would take for a formula is kept a word by an apostrophe. */
export function csvText(rows: Rows): string {
  return `\uFEFF${rows.map(row => row.map(cellText).join(',')).join('\r\n')}\r\n`
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function save(name: string, content: string | Blob | Uint8Array, type: string): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name.replace(/[^\p{L}\p{N}._-]+/gu, '-')
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
