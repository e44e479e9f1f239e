/** Search across everything: what was said, and what the record holds. */
import './search.css'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { FAMILIES } from '../../../../src/export/families.js'
import { topicLabel } from '../../../../src/export/labels.js'
import { answer } from '../../api/api.js'
import { getSearch, getVocabulary } from '../../client/sdk.gen.js'
import type { FoundSentence } from '../../client/types.gen.js'
import { useActorNames } from '../../pieces/actors.js'
import { Choices } from '../../pieces/choices.js'
import { CiteButton } from '../../pieces/cite.js'
import { DayField } from '../../pieces/day-field.js'
import { DownloadMenu } from '../../pieces/download.js'
import { Answer, Empty } from '../../pieces/states.js'
import { ViewHead } from '../../pieces/view-head.js'
import type { SearchSearch } from './address.js'
import { FoundInRecord } from './found-in-record.js'
import { Sentences } from './sentences.js'

/** Sentences that are asked for at a time, and milliseconds without a key before they are. */
const PAGE = 40
const PAUSE = 250

export function SearchView() {
  const search = useSearch({ from: '/search' })
  const navigate = useNavigate({ from: '/search' })
  const set = (change: SearchSearch) =>
    void navigate({ search: before => ({ ...before, ...change }), replace: true, resetScroll: false })
  const { q = '', force, topic, issuer, target, from, to } = search
  const asked = q.trim() !== '' || Boolean(force ?? topic ?? issuer ?? target)
  const query = useInfiniteQuery({
    queryKey: ['search', search],
    queryFn: ({ signal, pageParam }) =>
      answer(
        getSearch({
          query: {
            q: q.trim() === '' ? undefined : q,
            force,
            topic,
            issuer,
            target,
            from,
            to,
            limit: PAGE,
            cursor: pageParam,
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled: asked,
  })
  const sentences = query.data?.pages.flatMap(page => page.sentences) ?? []
  return (
    <div className="page search">
      <ViewHead
        title="Search"
        tools={
          <>
            <CiteButton title={`Search for “${q}”, Demarche`} />
            <DownloadMenu name="search" csv={() => csvOf(sentences)} json={() => sentences} />
          </>
        }
      />
      <Words q={q} onChange={words => set({ q: words || undefined })} />
      <Filters search={search} set={set} />
      {asked ? (
        <>
          <FoundInRecord q={q} />
          <section aria-label="What was said">
            <Answer query={query} what="what was found" lines={9}>
              {() =>
                sentences.length === 0 ? (
                  <Empty title="Nobody said this">
                    No sentence of the ledger holds all of these words and passes the filters. Fewer words find more; a
                    word may end in * for any ending.
                  </Empty>
                ) : (
                  <>
                    <Sentences sentences={sentences} />
                    {query.hasNextPage && (
                      <button
                        type="button"
                        className="button"
                        disabled={query.isFetchingNextPage}
                        onClick={() => void query.fetchNextPage()}
                      >
                        {query.isFetchingNextPage ? 'Loading …' : 'Earlier sentences'}
                      </button>
                    )}
                  </>
                )
              }
            </Answer>
          </section>
        </>
      ) : (
        <Empty title="Search what was said and what the record holds">
          Words that a sentence must all have; “a phrase” in quotation marks; beginn* for any ending; −word for what
          must be absent. Filters work without words, too.
        </Empty>
      )}
    </div>
  )
}

/** The field, which has the cursor when the view opens. It asks when the person pauses. */
function Words({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const [typed, setTyped] = useState(q)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => setTyped(q), [q])
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    if (typed === q) return
    const timer = setTimeout(() => onChange(typed), PAUSE)
    return () => clearTimeout(timer)
  })
  return (
    <search className="search-field">
      <form
        onSubmit={event => {
          event.preventDefault()
          onChange(typed)
        }}
      >
        <label className="hidden" htmlFor="search-words">
          Words to search for
        </label>
        <input
          id="search-words"
          ref={field}
          type="search"
          value={typed}
          placeholder="Words, or “a phrase”"
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setTyped(target.value)}
        />
      </form>
    </search>
  )
}

function Filters({ search, set }: { search: SearchSearch; set: (change: SearchSearch) => void }) {
  const name = useActorNames()
  const { data } = useQuery({
    queryKey: ['vocabulary'],
    queryFn: ({ signal }) => answer(getVocabulary({ signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const by = [...(search.issuer ?? []).map(id => ['issuer', id]), ...(search.target ?? []).map(id => ['target', id])]
  return (
    <details className="search-filters" open={Boolean(search.force ?? search.topic ?? search.from ?? search.to)}>
      <summary className="plain">Filters</summary>
      <Choices
        name="Force"
        chosen={search.force ?? []}
        choices={FAMILIES.flatMap(family =>
          family.forces.map(force => ({
            id: force,
            name: <span className={`f-${family.id} force-word`}>{force}</span>,
          })),
        )}
        onChange={chosen => set({ force: chosen })}
      />
      <Choices
        name="Topic"
        chosen={search.topic ?? []}
        choices={(data?.topics ?? []).map(({ id }) => ({ id, name: topicLabel(id) }))}
        onChange={chosen => set({ topic: chosen })}
      />
      {by.length > 0 && (
        <Choices
          name="Who"
          chosen={by.map(([, id]) => id)}
          choices={by.map(([kind, id]) => ({ id, name: `${kind === 'issuer' ? 'by' : 'at'} ${name(id)}` }))}
          onChange={chosen =>
            set({
              issuer: search.issuer?.filter(id => chosen.includes(id)),
              target: search.target?.filter(id => chosen.includes(id)),
            })
          }
        />
      )}
      <div className="search-days">
        <DayField name="From" value={search.from} onChange={from => set({ from })} />
        <DayField name="To" last value={search.to} onChange={to => set({ to })} />
      </div>
    </details>
  )
}

function csvOf(sentences: readonly FoundSentence[]) {
  return [
    ['date', 'issuers', 'statement', 'sentence', 'text', 'acts'],
    ...sentences.map(({ statement, id, text, acts }) => [
      statement.date,
      statement.issuers.join(' '),
      statement.title,
      id,
      text,
      acts.map(({ force }) => force).join(' '),
    ]),
  ]
}
