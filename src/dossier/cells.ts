/** Whether a cell holds what its column asks; what it should hold otherwise. */
import { parseTime, parseWrittenDate } from './dates.js'
import type { Column } from './schema.js'
import { isZone } from './zones.js'

/** The items of a cell of several values. */
export function listOf(cell: string): string[] {
  if (cell === '') return []
  if (!cell.includes(';')) return [cell]
  return cell
    .split(';')
    .map(item => item.trim())
    .filter(item => item !== '')
}

/** What the cell should hold, or null where it holds it. References are looked up later, when all rows are known. */
export function faultOf(cell: string, column: Column): string | null {
  if (cell === '') return column.needed ? 'a value' : null
  switch (column.type) {
    case 'id':
      return /\s/.test(cell) ? 'an id without spaces' : null
    case 'days':
    case 'first-day':
    case 'last-day':
      return parseWrittenDate(cell) === null ? 'a date of the calendar, as 2022-05-25, 2022-05 or 2022' : null
    case 'time':
      return parseTime(cell) === null ? 'a time as 08:05 or 21:40' : null
    case 'zone':
      return isZone(cell) ? null : 'a time zone by its IANA name, such as Asia/Seoul'
    case 'number':
      return /^-?\d+(?:\.\d+)?$/.test(cell) ? null : 'a number, as 12 or 3.5'
    case 'integer':
      return /^\d+$/.test(cell) ? null : 'a whole number, as 3'
    case 'verified':
      return cell === 'true' || cell === 'partly' || cell === 'false' ? null : 'one of true, partly, false'
    case 'one-of':
      return column.values.includes(cell) ? null : `one of ${column.values.join(', ')}`
    default:
      return null
  }
}
