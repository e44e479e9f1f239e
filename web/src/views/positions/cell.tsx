/** A cell as it stands in the matrix and in the list. */

import { familyOf } from '../../../../src/export/families.js'
import type { Cell } from '../../client/types.gen.js'
import { shadeOf, standing } from './matrix.js'

/** A trend by its sign and in words. */
const TRENDS = {
  stronger: { sign: '↗', words: 'stronger than the year before' },
  weaker: { sign: '↘', words: 'weaker than the year before' },
  'as strong': { sign: '→', words: 'as strong as the year before' },
  changed: { sign: '~', words: 'of another kind than the year before' },
} as const

export type By = 'strongest' | 'latest'

/** The class and the shade of a cell. */
export function lookOf(cell: Cell, by: By): { className: string; 'data-shade': number } {
  const act = standing(cell, by)
  return { className: `shade f-${familyOf(act.force)}`, 'data-shade': shadeOf(act) }
}

export function Trend({ trend }: { trend: Cell['trend'] }) {
  if (trend === null) return null
  const { sign, words } = TRENDS[trend]
  return (
    <span className="trend" title={words}>
      <span aria-hidden="true">{sign}</span>
      <span className="hidden">{words}</span>
    </span>
  )
}

/** The rest of a cell's number in words: `acts, 2006 to 2023`. */
export function whenWords({ acts, years }: Cell): string {
  const [first, last] = [years[0]?.year, years.at(-1)?.year]
  const when = first === undefined ? '' : first === last ? `, in ${first}` : `, ${first} to ${last}`
  return `${acts === 1 ? 'act' : 'acts'}${when}`
}
