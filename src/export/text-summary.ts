import type { Reading } from '../read/reading.js'
import type { Finding } from '../text/finding.js'
import { columns } from './columns.js'
import { familyOf } from './families.js'
import type { FormatOptions, Role, Style } from './format.js'
import { actorsLabel, counted } from './labels.js'
import type { StatementRecord } from './statement.js'
import { byActor, byStatus } from './tally.js'
import { shorten, wrapText } from './wrap.js'

/** Most columns that the names in the summary take before they are shortened. */
const NAMES = 28

const ROLE_OF: Record<Finding['severity'], Role> = { error: 'error', warning: 'warning', info: 'label' }

/** What was found amiss, one finding after the other, with the words concerned. */
export function findingLines(statement: StatementRecord, reading: Reading, options: FormatOptions): string[] {
  const { width, style } = options
  const lines = reading.findings.flatMap(finding => {
    const words =
      finding.start !== null && finding.end !== null
        ? ` “${shorten(statement.text.slice(finding.start, finding.end), 40)}”`
        : ''
    const label = `${finding.severity}: `
    const body = wrapText(`${finding.message}${words} [${finding.rule}]`, Math.min(width, 104) - label.length)
    const dressed = style(ROLE_OF[finding.severity], label)
    return body.map((line, i) => (i ? ' '.repeat(label.length) : dressed) + line)
  })
  return lines.length ? [...lines, ''] : []
}

/** Who did what how often, and how many sentences there are of each status. */
export function summaryLines(statement: StatementRecord, reading: Reading, options: FormatOptions): string[] {
  const { width, style } = options
  const rows = byActor(reading).map(row => ({
    name: shorten(row.actors.length ? actorsLabel(row.actors, statement) : '(no actor)', NAMES),
    total: String(row.total),
    forces: row.forces,
  }))
  const names = Math.max(0, ...rows.map(row => columns(row.name)))
  const totals = Math.max(0, ...rows.map(row => row.total.length))
  const indent = 2 + names + 2 + totals + 2
  const table = rows.flatMap(({ name, total, forces }) => {
    const head = `  ${style('strong', name)}${' '.repeat(names - columns(name))}  ${total.padStart(totals)}  `
    const items = forces.map(({ force, count }) => ({
      plain: `${force} ${count}`,
      dressed: `${style(familyOf(force), force)} ${count}`,
    }))
    return fill(items, Math.max(16, width - indent), style).map((line, i) => (i ? ' '.repeat(indent) : head) + line)
  })
  return [
    style('label', '─'.repeat(Math.min(width, 104))),
    ...(rows.length ? [`${style('title', counted(reading.acts.length, 'act'))} by actor and force`, ...table] : []),
    ...(rows.length ? [] : [style('title', 'no acts')]),
    ...statusLines(reading, width, style),
  ]
}

function statusLines(reading: Reading, width: number, style: Style): string[] {
  const total = counted(reading.sentences.length, 'sentence')
  const counts = byStatus(reading).map(({ status, count }) => {
    const plain = `${count} ${status}`
    return { plain, dressed: status === 'unread' ? style('warning', plain) : plain }
  })
  return fill([{ plain: total, dressed: style('title', total) }, ...counts], width, style)
}

/** Items side by side with dots between them, as many on a line as fit. */
export function fill(items: readonly { plain: string; dressed: string }[], room: number, style: Style): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const { plain, dressed } of items) {
    if (used && used + 3 + columns(plain) > room) {
      lines.push(line)
      line = ''
      used = 0
    }
    line += (used ? style('label', ' · ') : '') + dressed
    used += (used ? 3 : 0) + columns(plain)
  }
  return [...lines, line]
}
