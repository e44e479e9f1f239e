/** Two statements: the sentences side by side or as one redline, and what each change means in the margin. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import type { Compared } from '../../../../src/export/comparison/format.js'
import { actSummary, changeLabel, sentenceSummary } from '../../../../src/export/comparison/summary.js'
import type { Reading } from '../../../../src/read/reading.js'
import { answer } from '../../api/api.js'
import { getComparison } from '../../client/sdk.gen.js'
import type { Comparison } from '../../client/types.gen.js'
import { Choices } from '../../pieces/choices.js'
import { CiteButton } from '../../pieces/cite.js'
import { countsOf } from '../../pieces/counts.js'
import { dayText } from '../../pieces/day.js'
import { Answer, Empty } from '../../pieces/states.js'
import { ViewHead } from '../../pieces/view-head.js'
import { readingQuery } from '../reading/queries.js'
import { CHANGES, type Change } from './address.js'
import { Heads } from './heads.js'
import { changesOf, folded, inParts, isChanged, type Part, type Row, rowsOf } from './rows.js'
import { Take } from './take.js'
import { Text } from './text.js'
import { useStops } from './use-stops.js'

export function Two({ a, b }: { a: string; b: string }) {
  const queries = useQueryClient()
  const query = useQuery({
    queryKey: ['comparison', a, b],
    queryFn: async ({ signal }): Promise<Compared> => {
      const [comparison, before, after] = await Promise.all([
        answer(getComparison({ query: { a, b }, signal })) as Promise<Comparison>,
        queries.fetchQuery(readingQuery(a)),
        queries.fetchQuery(readingQuery(b)),
      ])
      // The client's types are the contract's; those of the program say the same more narrowly.
      return {
        a: { statement: before.statement, reading: before as unknown as Reading },
        b: { statement: after.statement, reading: after as unknown as Reading },
        comparison,
      }
    },
  })
  return (
    <>
      <ViewHead
        title="Compare"
        lead={query.data && <Summary compared={query.data} />}
        tools={query.data && <Tools compared={query.data} a={a} b={b} />}
      />
      <Heads a={a} b={b} />
      <Answer query={query} what="the comparison" lines={12}>
        {compared => <Body compared={compared} />}
      </Answer>
    </>
  )
}

function Summary({ compared: { a, b, comparison } }: { compared: Compared }) {
  if (a.statement.text === b.statement.text && comparison.acts.length === 0)
    return 'The two texts are the same, word for word.'
  const say = (text: string) => text[0]!.toUpperCase() + text.slice(1)
  return `${say(sentenceSummary(comparison))}. ${say(actSummary(comparison))}.`
}

function Tools({ compared, a, b }: { compared: Compared; a: string; b: string }) {
  const [before, after] = [compared.a.statement, compared.b.statement]
  return (
    <>
      <CiteButton
        title={`${after.title ?? after.id} compared with ${before.title ?? before.id}, ${dayText(before.date)}`}
        date={after.date}
        address={`/compare?a=${a}&b=${b}`}
      />
      <Take compared={compared} />
    </>
  )
}

function Body({ compared }: { compared: Compared }) {
  const { view, change = [] } = useSearch({ from: '/compare' })
  const navigate = useNavigate({ from: '/compare' })
  const { a, b, comparison } = compared
  const rows = useMemo(() => rowsOf(comparison, a.reading, b.reading), [comparison, a, b])
  const parts = useMemo(() => partsOf(rows, change), [rows, change])
  const counts = useMemo(() => countsOf(rows.flatMap(changesOf)), [rows])
  const stops = useStops()
  useHash(rows)
  const set = (to: { view?: 'inline'; change?: Change[] }) =>
    void navigate({ search: before => ({ ...before, ...to }), replace: true, resetScroll: false })
  if (rows.length === 0) return <Empty title="Neither of the two has any sentence" />
  return (
    <>
      <div className="bar">
        <fieldset className="choices look">
          <legend>Show</legend>
          <button type="button" aria-pressed={view !== 'inline'} onClick={() => set({ view: undefined })}>
            side by side
          </button>
          <button type="button" aria-pressed={view === 'inline'} onClick={() => set({ view: 'inline' })}>
            inline
          </button>
        </fieldset>
        {counts.size > 0 && (
          <Choices
            name="Only"
            choices={CHANGES.filter(each => counts.has(each)).map(id => ({
              id,
              name: id === 'formula' ? 'formula switched' : changeLabel(id),
              count: counts.get(id)!,
            }))}
            chosen={change}
            onChange={chosen => set({ change: chosen as Change[] })}
          />
        )}
        {rows.some(isChanged) && (
          <p className="stops">
            <button type="button" className="plain" aria-keyshortcuts="p" onClick={() => stops(-1)}>
              Previous
            </button>{' '}
            <button type="button" className="plain" aria-keyshortcuts="n" onClick={() => stops(1)}>
              Next change
            </button>
          </p>
        )}
      </div>
      <Text parts={parts} compared={compared} inline={view === 'inline'} />
    </>
  )
}

/** Rows to be shown; with a filter the others fold between them. */
function partsOf(rows: readonly Row[], wanted: readonly Change[]): Part[] {
  if (wanted.length === 0) return folded(rows)
  return inParts(rows, row => changesOf(row).some(change => wanted.includes(change)))
}

/** A link to a row leads there once the rows stand. */
function useHash(rows: readonly Row[]): void {
  useEffect(() => {
    const id = window.location.hash.slice(1)
    if (rows.some(row => row.id === id)) document.getElementById(id)?.scrollIntoView({ block: 'center' })
  }, [rows])
}
