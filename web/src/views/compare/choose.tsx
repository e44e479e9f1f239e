/** Before there are two: choose one statement, then the other, or the one before it with one click. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { dayText } from '../../pieces/day.js'
import { Answer } from '../../pieces/states.js'
import { ViewHead } from '../../pieces/view-head.js'
import { previousQuery, rowQuery } from '../reading/queries.js'
import { StatementList, StatementName } from './statement-list.js'

export function Choose({ id }: { id: string | undefined }) {
  return id === undefined ? <ChooseFirst /> : <ChooseSecond id={id} />
}

function ChooseFirst() {
  return (
    <>
      <ViewHead
        title="Compare"
        lead="Two statements side by side: which words changed, and what the change means. Of three or more, who says what on each point. Choose the first."
      />
      <StatementList
        without={[]}
        choice={(row, name) => (
          <Link to="/compare" search={{ b: row.id }}>
            {name}
          </Link>
        )}
      />
    </>
  )
}

function ChooseSecond({ id }: { id: string }) {
  const statement = useQuery(rowQuery(id))
  return (
    <>
      <ViewHead title="Compare" lead="With which other statement?" />
      <Answer query={statement} what="the statement" lines={2}>
        {row => (
          <div className="chosen">
            <StatementName row={row} />
            <Link to="/compare" search={{}} className="plain">
              Choose another
            </Link>
          </div>
        )}
      </Answer>
      <Before id={id} />
      <h2>Any other</h2>
      <StatementList
        without={[id]}
        choice={(row, name) => (
          <Link to="/compare" search={inTime(row, statement.data ?? { id, date: null })}>
            {name}
          </Link>
        )}
      />
    </>
  )
}

/** The statements before it by the same issuers; the latest of them is what most want. */
function Before({ id }: { id: string }) {
  const query = useQuery(previousQuery(id, 5))
  return (
    <section className="before">
      <h2>Before it, by the same issuers or one of them</h2>
      <Answer query={query} what="earlier statements" lines={3}>
        {({ statements }) => {
          const [last, ...rest] = statements
          if (!last) return <p className="dim">There is none in the ledger.</p>
          return (
            <>
              <p>
                <Link to="/compare" search={{ a: last.id, b: id }} className="button" data-main="true">
                  Compare with the previous one, {dayText(last.date)}
                </Link>
              </p>
              <ul className="rows">
                {[last, ...rest].map(row => (
                  <li key={row.id}>
                    <Link to="/compare" search={{ a: row.id, b: id }}>
                      <StatementName row={row} />
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </Answer>
    </section>
  )
}

interface Dated {
  id: string
  date: string | null
}

/** The earlier one first; where days are the same or unknown, the one that was chosen first is the later. */
export function inTime(one: Dated, other: Dated): { a: string; b: string } {
  const later = one.date !== null && other.date !== null && one.date > other.date
  return later ? { a: other.id, b: one.id } : { a: one.id, b: other.id }
}
