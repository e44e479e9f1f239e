/** The cells of one actor by topic, or of one topic by actor, one below the other. */
import { counted, topicLabel } from '../../../../src/export/labels.js'
import { useActorNames } from '../../pieces/actors.js'
import { Day } from '../../pieces/day.js'
import { Force } from '../../pieces/force.js'
import { Empty } from '../../pieces/states.js'
import { type By, lookOf, Trend } from './cell.js'
import { type Line, type Matrix, standing } from './matrix.js'
import { Sparkline } from './sparkline.js'

interface Props {
  matrix: Matrix
  /** The actor or the topic that all cells share. */
  line: Line
  of: 'actor' | 'topic'
  /** What they differ in, in order. */
  others: readonly Line[]
  by: By
  open: (cell: string) => void
}

export function CellList({ matrix, line, of, others, by, open }: Props) {
  const name = useActorNames()
  const rows = others.flatMap(({ id }) => {
    const cell = matrix.cells.get(of === 'actor' ? `${line.id}:${id}` : `${id}:${line.id}`)
    return cell ? [{ id, cell }] : []
  })
  const title = of === 'actor' ? name(line.id) : topicLabel(line.id)
  if (rows.length === 0)
    return <Empty title={`Nothing of ${title}`}>Another choice of topics, actors or years finds more.</Empty>
  return (
    <section className="cells" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {rows.map(({ id, cell }) => {
          const act = standing(cell, by)
          return (
            <li key={id}>
              <button type="button" onClick={() => open(cell.id)}>
                <span {...lookOf(cell, by)} />
                <span className="of">{of === 'actor' ? topicLabel(id) : name(id)}</span>
                <Force force={act.force} intensity={act.intensity} />
                <span className="when dim">
                  <Day day={act.date ?? null} short />
                </span>
                <span className="figures">
                  {counted(cell.acts, 'act')} <Trend trend={cell.trend} />
                </span>
                {matrix.years && <Sparkline years={cell.years} {...matrix.years} width={96} height={18} />}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
