/** Points by statements: a table where there is room, one point after another where there is not. */
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { topicLabel } from '../../../../src/export/labels.js'
import type { Points } from '../../client/types.gen.js'
import { useActorNames } from '../../pieces/actors.js'
import { Day } from '../../pieces/day.js'
import { Force } from '../../pieces/force.js'
import { statementsIn } from './address.js'
import { letter } from './letter.js'

type Props = Pick<Points, 'statements' | 'points'>
type PointAct = Points['points'][number]['acts'][number][number]

export function PointTable({ statements, points }: Props) {
  const name = useActorNames()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="table points" tabIndex={0} aria-label="Who says what on each point">
      <table>
        <caption className="hidden">Who says what on each point</caption>
        <thead>
          <tr>
            <th scope="col">Point</th>
            {statements.map((statement, i) => (
              <th key={letter(i)} scope="col">
                <b>{letter(i)}</b> <Day day={statement.date} short />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map(({ topic, target, acts }) => (
            <tr key={`${topic} ${target}`}>
              <th scope="row">
                {topicLabel(topic)}
                {target !== null && <span className="dim"> → {name(target)}</span>}
              </th>
              {acts.map((own, i) => (
                <td key={letter(i)}>
                  <Said acts={own} statement={i} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function PointList({ points }: Pick<Props, 'points'>) {
  const name = useActorNames()
  return (
    <ul className="point-list">
      {points.map(({ topic, target, acts }) => (
        <li key={`${topic} ${target}`}>
          <h2>
            {topicLabel(topic)}
            {target !== null && <span className="dim"> → {name(target)}</span>}
          </h2>
          <dl>
            {acts.map((own, i) => (
              <div key={letter(i)}>
                <dt>{letter(i)}</dt>
                <dd>
                  <Said acts={own} statement={i} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

/** What a statement says on a point: the strongest, and the rest when asked for. */
function Said({ acts, statement }: { acts: readonly PointAct[]; statement: number }) {
  const [all, setAll] = useState(false)
  const id = statementsIn(useSearch({ from: '/compare' }))[statement]!
  if (acts.length === 0) return <span className="dim">nothing</span>
  return (
    <>
      <ul className="said">
        {(all ? acts : acts.slice(0, 1)).map(({ act, force, intensity, trigger, content }) => (
          <li key={act}>
            <Force force={force} intensity={intensity} />{' '}
            <Link to="/s/$id" params={{ id }} search={{ act }} className="words">
              <b>{trigger}</b> {shortened(content)}
            </Link>
          </li>
        ))}
      </ul>
      {acts.length > 1 && (
        <button type="button" className="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'only the strongest' : `and ${acts.length - 1} more`}
        </button>
      )}
    </>
  )
}

/** Words of an act, cut at a word where there are too many for a cell. */
function shortened(text: string, most = 140): string {
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))} …`
}
