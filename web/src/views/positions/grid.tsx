/** Actors by topics. One stop for the tabulator; the arrows go from cell to cell. */
import { type KeyboardEvent, useState } from 'react'
import { topicLabel } from '../../../../src/export/labels.js'
import { useActorNames } from '../../pieces/actors.js'
import { type By, lookOf, Trend, whenWords } from './cell.js'
import { type Line, type Matrix, standing } from './matrix.js'
import { Sparkline } from './sparkline.js'

interface Props {
  matrix: Matrix
  actors: readonly Line[]
  topics: readonly Line[]
  by: By
  open: (cell: string) => void
}

const STEPS: Record<string, [number, number]> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
}

export function Grid({ matrix, actors, topics, by, open }: Props) {
  const name = useActorNames()
  const has = (row: number, column: number) => matrix.cells.has(`${actors[row]?.id}:${topics[column]?.id}`)
  const [stop, setStop] = useState<[number, number] | null>(null)
  const stands = stop !== null && has(...stop) ? stop : firstOf(actors, topics, has)
  const onKey = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = STEPS[event.key]
    const at = (event.target as HTMLElement).closest<HTMLElement>('[data-at]')?.dataset.at?.split(' ').map(Number)
    if (!step || !at) return
    event.preventDefault()
    let [row, column] = [at[0]! + step[0], at[1]! + step[1]]
    while (row >= 0 && column >= 0 && row < actors.length && column < topics.length && !has(row, column)) {
      row += step[0]
      column += step[1]
    }
    event.currentTarget.querySelector<HTMLElement>(`[data-at="${row} ${column}"]`)?.focus()
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="table matrix" tabIndex={0} aria-label="Positions, actors by topics">
      <table onKeyDown={onKey}>
        <caption className="hidden">
          Actors by topics. The arrow keys go from cell to cell; Enter opens the acts behind one.
        </caption>
        <thead>
          <tr>
            <td />
            {topics.map(({ id }) => (
              <th key={id} scope="col">
                {topicLabel(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {actors.map(({ id: actor, acts }, row) => (
            <tr key={actor}>
              <th scope="row">
                {name(actor)} <span className="count">{acts}</span>
              </th>
              {topics.map(({ id: topic }, column) => {
                const cell = matrix.cells.get(`${actor}:${topic}`)
                if (!cell)
                  return (
                    <td key={topic} className="none">
                      <span className="hidden">nothing</span>
                    </td>
                  )
                return (
                  <td key={topic}>
                    <button
                      type="button"
                      {...lookOf(cell, by)}
                      data-at={`${row} ${column}`}
                      tabIndex={stands?.[0] === row && stands[1] === column ? 0 : -1}
                      onFocus={() => setStop([row, column])}
                      onClick={() => open(cell.id)}
                    >
                      <span className="word">{standing(cell, by).force}</span>
                      <Trend trend={cell.trend} />
                      {matrix.years && <Sparkline years={cell.years} {...matrix.years} width={34} />}
                      <span className="figures">
                        {cell.acts}
                        <span className="hidden"> {whenWords(cell)}</span>
                      </span>
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function firstOf(
  actors: readonly Line[],
  topics: readonly Line[],
  has: (row: number, column: number) => boolean,
): [number, number] | null {
  for (let row = 0; row < actors.length; row++)
    for (let column = 0; column < topics.length; column++) if (has(row, column)) return [row, column]
  return null
}
