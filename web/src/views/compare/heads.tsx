/** The heads of the two statements: what they are, and another in the place of either. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { inRow, useActorNames } from '../../pieces/actors.js'
import { Day, dayText } from '../../pieces/day.js'
import { Dialog } from '../../pieces/dialog.js'
import { previousQuery, rowQuery } from '../reading/queries.js'
import { StatementList } from './statement-list.js'

export function Heads({ a, b }: { a: string; b: string }) {
  const navigate = useNavigate({ from: '/compare' })
  const [asked, setAsked] = useState<'a' | 'b' | 'c' | null>(null)
  const previous = useQuery(previousQuery(b)).data?.statements[0]
  const issuers = useQuery(rowQuery(b)).data?.issuers ?? []
  // Where the same issuers have none before, the API gives one by some of them.
  const byAll = previous?.issuers.length === issuers.length && issuers.every(id => previous.issuers.includes(id))
  const what = { a: 'the earlier statement', b: 'the later statement', c: 'a third statement' }
  const choose = (id: string) => {
    const place = asked
    setAsked(null)
    void navigate({
      search: before => ({
        ...before,
        change: undefined,
        ...(place === 'c' ? { c: [id] } : place === 'a' ? { a: id } : { b: id }),
      }),
    })
  }
  return (
    <div className="heads">
      <Head id={a} part="Earlier">
        {previous && previous.id !== a && (
          <Link to="/compare" search={before => ({ ...before, a: previous.id, change: undefined })} className="plain">
            Take the previous one by {byAll ? 'the same issuers' : 'one of the issuers'}, {dayText(previous.date, true)}
          </Link>
        )}
        <button type="button" className="plain" onClick={() => setAsked('a')}>
          Choose another
        </button>
      </Head>
      <Head id={b} part="Later">
        <button type="button" className="plain" onClick={() => setAsked('b')}>
          Choose another
        </button>
        <Link to="/compare" search={before => ({ ...before, a: b, b: a, change: undefined })} className="plain">
          Swap
        </Link>
        <button type="button" className="plain" onClick={() => setAsked('c')}>
          Add a third
        </button>
      </Head>
      <Dialog title={`Choose ${what[asked ?? 'a']}`} open={asked !== null} onClose={() => setAsked(null)}>
        <StatementList
          without={[a, b]}
          choice={(row, name) => (
            <button type="button" onClick={() => choose(row.id)}>
              {name}
            </button>
          )}
        />
      </Dialog>
    </div>
  )
}

function Head({ id, part, children }: { id: string; part: string; children: React.ReactNode }) {
  const { data } = useQuery(rowQuery(id))
  const name = useActorNames()
  return (
    <section className="head" aria-label={part}>
      <p className="caps">
        {part}
        {data && (
          <>
            {' · '}
            <Day day={data.date} />
          </>
        )}
      </p>
      <h2>
        <Link to="/s/$id" params={{ id }}>
          {data ? (data.title ?? data.label) : '…'}
        </Link>
      </h2>
      <p className="dim">{data && inRow(data.issuers.map(name))}</p>
      <p className="tools">{children}</p>
    </section>
  )
}
