/** The statements of the ledger, newest first. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { counted, topicLabel } from '../../../../src/export/labels.js'
import { answer } from '../../api/api.js'
import { shortId } from '../../app/address.js'
import { getStatements, getStats } from '../../client/sdk.gen.js'
import type { Statement } from '../../client/types.gen.js'
import { Actors, useActorNames } from '../../pieces/actors.js'
import { Choices } from '../../pieces/choices.js'
import { CiteButton } from '../../pieces/cite.js'
import { Day } from '../../pieces/day.js'
import { DayField } from '../../pieces/day-field.js'
import { DownloadMenu } from '../../pieces/download.js'
import { Answer, Empty } from '../../pieces/states.js'
import { ViewHead } from '../../pieces/view-head.js'
import type { StatementsSearch } from './address.js'
import './statements.css'

/** Statements that are asked for at a time, and issuers that the filter offers. */
const PAGE = 40
const OFFERED = 14

export function StatementsView() {
  const search = useSearch({ from: '/' })
  const navigate = useNavigate({ from: '/' })
  const change = (next: Partial<StatementsSearch>) =>
    void navigate({ search: before => ({ ...before, ...next }), replace: true, resetScroll: false })
  const query = useInfiniteQuery({
    queryKey: ['statements', search],
    queryFn: ({ signal, pageParam }) =>
      answer(
        getStatements({
          query: {
            issuer: search.issuer,
            kind: search.kind,
            from: search.from,
            to: search.to,
            limit: PAGE,
            cursor: pageParam,
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.next ?? undefined,
    placeholderData: before => before,
  })
  const rows = query.data?.pages.flatMap(page => page.statements) ?? []
  const filtered = Boolean(search.issuer || search.kind || search.from || search.to)
  return (
    <div className="page statements">
      <ViewHead
        title="Statements"
        lead="What governments said, newest first. Open one to see what each sentence does, and whether the record bears it out."
        tools={
          <>
            <CiteButton title="Statements, Demarche" />
            <DownloadMenu name="statements" csv={() => tableOf(rows)} json={() => rows} />
          </>
        }
      />
      <div className="statements-filters">
        <IssuerChoices chosen={search.issuer ?? []} onChange={issuer => change({ issuer })} />
        <div className="statements-days">
          <DayField name="From" value={search.from} onChange={from => change({ from })} />
          <DayField name="To" last value={search.to} onChange={to => change({ to })} />
        </div>
      </div>
      <Answer query={query} what="the statements" lines={9}>
        {() =>
          rows.length === 0 ? (
            <Nothing filtered={filtered} />
          ) : (
            <>
              <Years rows={rows} />
              {query.hasNextPage && (
                <button
                  type="button"
                  className="button"
                  disabled={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {query.isFetchingNextPage ? 'Loading …' : 'Earlier statements'}
                </button>
              )}
            </>
          )
        }
      </Answer>
    </div>
  )
}

function IssuerChoices({ chosen, onChange }: { chosen: readonly string[]; onChange: (issuers: string[]) => void }) {
  const name = useActorNames()
  const { data } = useQuery({ queryKey: ['stats'], queryFn: ({ signal }) => answer(getStats({ signal })) })
  const offered = data?.issuers.slice(0, OFFERED) ?? []
  const missing = chosen.filter(id => !offered.some(({ issuer }) => issuer === id))
  const choices = [
    ...offered.map(({ issuer, statements }) => ({ id: issuer, name: name(issuer), count: statements })),
    ...missing.map(id => ({ id, name: name(id) })),
  ]
  return <Choices name="Issuer" choices={choices} chosen={chosen} onChange={onChange} />
}

function Years({ rows }: { rows: readonly Statement[] }) {
  const years = Map.groupBy(rows, ({ date }) => date?.slice(0, 4) ?? 'Undated')
  return [...years].map(([year, all]) => (
    <section key={year} className="year" aria-labelledby={`y${year}`}>
      <h2 id={`y${year}`}>{year}</h2>
      <ol>
        {all.map(row => (
          <li key={row.id}>
            <p className="entry-day">
              <Day day={row.date} short />
            </p>
            <div>
              <h3>
                <Link to="/s/$id" params={{ id: shortId(row.id) }} dir="auto">
                  {row.title ?? row.label}
                </Link>
              </h3>
              <p className="entry-by">
                <Actors ids={row.issuers} none="issuer unknown" />
                {row.kind && <span>{topicLabel(row.kind)}</span>}
                <span>{counted(row.acts, 'act')}</span>
                {!row.latest && <span>replaced by a later version</span>}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  ))
}

function Nothing({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <Empty title="No statement fits">
      <p>
        Release one of the filters, or see <Link to="/">all statements</Link>.
      </p>
    </Empty>
  ) : (
    <Empty title="The ledger is empty">
      <p>
        <Link to="/add">Add a statement</Link>: paste its text, drop a file or give its address.
      </p>
    </Empty>
  )
}

function tableOf(rows: readonly Statement[]) {
  return [
    ['id', 'date', 'issuers', 'title', 'kind', 'language', 'sentences', 'acts', 'url'],
    ...rows.map(row => [
      row.id,
      row.date,
      row.issuers.join('; '),
      row.title,
      row.kind,
      row.language,
      row.sentences,
      row.acts,
      row.url,
    ]),
  ]
}
