/** Where an issuer went from one wording to another, in words. */
import { Link } from '@tanstack/react-router'
import type { Lineage } from '../../client/types.gen.js'
import { useActorNames } from '../../pieces/actors.js'
import { Day } from '../../pieces/day.js'
import type { Switch } from './lanes.js'
import { ShapeKey } from './shape.js'
import { WordsLink } from './words-link.js'

interface Props {
  switches: readonly Switch[]
  /** All of them: their order gives the numbers. */
  all: Lineage['switches']
  titles: ReadonlyMap<string, string>
  order: ReadonlyMap<string, number>
}

export function Switches({ switches, all, titles, order }: Props) {
  const name = useActorNames()
  return (
    <section className="switches">
      <h2>Switches</h2>
      {switches.length === 0 ? (
        <p className="dim">Nobody has gone from one of its wordings to another.</p>
      ) : (
        <ol>
          {switches.map(change => {
            const { issuer, from, to, before, after } = change
            const number = all.indexOf(change) + 1
            return (
              <li key={number} value={number}>
                <p>
                  <b>{name(issuer)}</b> moved from <ShapeKey index={order.get(from) ?? 99} /> <i>{titles.get(from)}</i>{' '}
                  to <ShapeKey index={order.get(to) ?? 99} /> <i>{titles.get(to)}</i> on <Day day={after.date} />.
                </p>
                <p className="words">
                  <WordsLink use={before} />{' '}
                  <span className="dim">
                    (<Day day={before.date} short />)
                  </span>{' '}
                  <span aria-hidden="true">⇒</span>
                  <span className="hidden">then</span> <WordsLink use={after} />
                </p>
                <p>
                  <Link to="/compare" search={{ a: before.statement, b: after.statement }} className="plain">
                    Compare the two statements
                  </Link>
                </p>
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}
