/** Statements to choose from: the newest, narrowed by words of title, issuer or day. */
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { answer } from '../../api/api.js'
import { getStatements } from '../../client/sdk.gen.js'
import type { Statement } from '../../client/types.gen.js'
import { inRow, useActorNames } from '../../pieces/actors.js'
import { Day } from '../../pieces/day.js'
import { Answer, Empty } from '../../pieces/states.js'

/** Statements that are looked through, and of those shown at once. */
const [LOOKED, SHOWN] = [500, 30]

interface Props {
  /** Left out: they are chosen already. */
  without: readonly string[]
  /** What stands for a statement: a link or a button around its name. */
  choice: (row: Statement, name: ReactNode) => ReactNode
}

export function StatementList({ without, choice }: Props) {
  const query = useQuery({
    queryKey: ['statements', 'newest', LOOKED],
    queryFn: ({ signal }) => answer(getStatements({ query: { limit: LOOKED }, signal })),
  })
  const [words, setWords] = useState('')
  const [shown, setShown] = useState(SHOWN)
  const wanted = useDeferredValue(words)
  return (
    <div className="statement-list">
      <label className="field">
        <span>Words of its title, who issued it, or its day</span>
        <input type="search" value={words} onChange={event => setWords(event.target.value)} />
      </label>
      <Answer query={query} what="statements" lines={8}>
        {({ statements, next }) => (
          <Found
            rows={statements.filter(({ id }) => !without.includes(id))}
            words={wanted}
            most={shown}
            more={() => setShown(shown + 3 * SHOWN)}
            choice={choice}
            rest={next !== null}
          />
        )}
      </Answer>
    </div>
  )
}

interface FoundProps extends Pick<Props, 'choice'> {
  rows: readonly Statement[]
  words: string
  most: number
  more: () => void
  /** Whether the ledger holds more than was looked through. */
  rest: boolean
}

function Found({ rows, words, most, more, choice, rest }: FoundProps) {
  const name = useActorNames()
  const found = useMemo(() => {
    const parts = words.toLowerCase().split(/\s+/).filter(Boolean)
    return rows.filter(row => {
      const text =
        `${row.title ?? row.label} ${row.date ?? ''} ${row.issuers.map(name).join(' ')} ${row.issuers.join(' ')}`.toLowerCase()
      return parts.every(part => text.includes(part))
    })
  }, [rows, words, name])
  if (rows.length === 0)
    return <Empty title="There is nothing to choose from yet">Add statements first; two are enough.</Empty>
  if (found.length === 0)
    return <Empty title={`No statement has “${words}”`}>Fewer words, or only the year, find more.</Empty>
  return (
    <>
      <ul className="rows">
        {found.slice(0, most).map(row => (
          <li key={row.id}>{choice(row, <StatementName row={row} />)}</li>
        ))}
      </ul>
      {found.length > most && (
        <button type="button" className="plain" onClick={more}>
          Show more of {found.length}
        </button>
      )}
      {rest && <p className="dim">These are the newest {LOOKED}; any other is opened by its own page.</p>}
    </>
  )
}

/** Day, title and issuers of a statement. */
export function StatementName({ row }: { row: Pick<Statement, 'title' | 'date' | 'issuers'> & { label?: string } }) {
  const name = useActorNames()
  return (
    <span className="statement-name">
      <Day day={row.date} short />
      <span>
        <span className="words">{row.title ?? row.label ?? 'Without a title'}</span>{' '}
        <span className="dim">{inRow(row.issuers.map(name), 4)}</span>
      </span>
    </span>
  )
}
