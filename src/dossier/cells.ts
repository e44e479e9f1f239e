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

/** Largest whole number of a cell: more of anything than any crisis has, and it fits the tables. */
const MOST = 1_000_000_000

/** What the cell should hold, or null where it holds it. References are looked up later, when all rows are known. */
export function faultOf(cell: string, column: Column): string | null {
  if (cell === '') return column.needed ? 'a value' : null
  switch (column.type) {
    case 'id':
      return /[\s;]/.test(cell) ? 'an id without spaces and semicolons' : null
    case 'symbol':
      return cell.includes(';') ? 'an id without semicolons' : null
    case 'days':
    case 'first-day':
    case 'last-day':
      return parseWrittenDate(cell) === null ? 'a date of the calendar, as 2022-05-25, 2022-05 or 2022' : null
    case 'time':
      return parseTime(cell) === null ? 'a time as 08:05 or 21:40' : null
    case 'zone':
      return isZone(cell) ? null : 'a time zone by its IANA name (Area/City)'
    case 'number':
      return numberFault(cell, column.least, column.most)
    case 'integer':
      return /^\d+$/.test(cell) && Number(cell) <= MOST ? null : 'a whole number, as 3'
    case 'verified':
      return cell === 'true' || cell === 'partly' || cell === 'false' ? null : 'one of true, partly, false'
    case 'one-of':
      return column.values.includes(cell) ? null : `one of ${column.values.join(', ')}`
    case 'ref':
    case 'refs':
    case 'list':
      return column.needed && listOf(cell).length === 0 ? 'a value' : null
    default:
      return null
  }
}

function numberFault(cell: string, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): string | null {
  if (!/^-?\d+(?:\.\d+)?$/.test(cell)) return 'a number, as 12 or 3.5'
  const number = Number(cell)
  return number >= least && number <= most ? null : `a number from ${least} to ${most}`
}
