/** The reading room: a statement with its acts marked, and beside each sentence what it does and whether the record bears it out. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import {
  lazy,
  type MouseEvent,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Verdict } from '../../../../src/check/verdict.js'
import type { Reading } from '../../../../src/read/reading.js'
import { shortId } from '../../app/address.js'
import { useMedia } from '../../app/media.js'
import type { GetStatementsIdReadingResponse } from '../../client/types.gen.js'
import { inRow, useActorNames } from '../../pieces/actors.js'
import { Answer } from '../../pieces/states.js'
import type { ReadingSearch } from './address.js'
import { Body } from './body.js'
import { Head } from './head.js'
import { useLights } from './lights.js'
import { actsLeft, claimsBySentence, modelOf } from './model.js'
import { claimsQuery, readingQuery } from './queries.js'
import { Rail } from './rail.js'
import { type Beginning, type Room, RoomContext } from './room.js'
import { SelectionTools } from './selection.js'
import { Summary } from './summary.js'
import './reading.css'

const Correct = lazy(() => import('./correct.js').then(({ Correct: component }) => ({ default: component })))

/** Below it notes stand under their sentences. */
const NARROW = '(max-width: 63.99rem)'

export function ReadingView() {
  const { id } = useParams({ from: '/s/$id' })
  const query = useQuery(readingQuery(id))
  return (
    <div className="page reading">
      <Answer query={query} what="the statement" lines={12} whole>
        {data => <ReadingRoom key={id} id={id} data={data} />}
      </Answer>
    </div>
  )
}

function ReadingRoom({ id, data }: { id: string; data: GetStatementsIdReadingResponse }) {
  const search = useSearch({ from: '/s/$id' })
  const navigate = useNavigate({ from: '/s/$id' })
  const { statement } = data
  // The client's types are the contract's; those of the program say the same more narrowly.
  const model = useMemo(() => modelOf(statement.text, data as Reading), [statement.text, data])
  const { data: claimsData } = useQuery(claimsQuery(id))
  const claims = useMemo(() => claimsBySentence((claimsData?.claims ?? []) as Verdict[]), [claimsData])
  const left = useMemo(() => actsLeft(model.reading.acts, search), [model, search])
  const narrow = useMedia(NARROW)
  const [named, setNamed] = useState(false)
  const [correcting, setCorrecting] = useState<Beginning | null>(null)
  const name = useActorNames()
  const article = useRef<HTMLElement>(null)
  useLights(article, search)
  useArrival(article, search)

  const change = useCallback(
    (next: Partial<ReadingSearch>) =>
      void navigate({ search: before => ({ ...before, ...next }), replace: true, resetScroll: false }),
    [navigate],
  )
  const room = useMemo<Room>(
    () => ({
      text: statement.text,
      path: `/s/${shortId(id)}`,
      cite: { title: statement.title ?? statement.id, date: statement.date, by: inRow(statement.issuers.map(name)) },
      choose: ({ act, claim }) => change({ act, claim }),
      correct: setCorrecting,
      acts: model.reading.acts,
    }),
    [statement, id, name, change, model],
  )
  const onForce = (force: string) => {
    const chosen = search.force ?? []
    change({ force: chosen.includes(force) ? undefined : [force] })
    article.current?.scrollIntoView({ block: 'start' })
  }
  /** Triggers and signs are links to their permalink; a plain click opens them here. */
  const onClick = (event: MouseEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.trigger, a.claim-sign')
    if (!link || !window.getSelection()?.isCollapsed) return
    event.preventDefault()
    const params = new URLSearchParams(link.search)
    change({ act: numberIn(params, 'act'), claim: numberIn(params, 'claim') })
  }
  return (
    <RoomContext value={room}>
      <Head id={id} statement={statement} data={data} />
      <Summary model={model} id={id} chosen={search.force ?? []} onForce={onForce} />
      {data.findings.length > 0 && (
        <ul className="findings">
          {data.findings.map(({ message, rule, start }) => (
            <li key={`${rule} ${start}`}>{message}</li>
          ))}
        </ul>
      )}
      <div className="room">
        <aside aria-label="What is shown">
          <details className="rail-fold" open={!narrow || undefined}>
            <summary>Show only some acts{left && ` (${left.size} of ${model.reading.acts.length})`}</summary>
            <Rail
              acts={model.reading.acts}
              search={search}
              onSearch={change}
              left={left}
              named={named}
              onNamed={setNamed}
            />
          </details>
        </aside>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are clicked, by keys too */}
        <article
          ref={article}
          className="body"
          lang={statement.language}
          dir="auto"
          aria-label="Text"
          onClick={onClick}
        >
          <Body
            model={model}
            claims={claims}
            left={left}
            act={search.act}
            claim={search.claim}
            narrow={narrow}
            named={named}
          />
        </article>
      </div>
      <SelectionTools article={article} />
      {correcting && (
        <Suspense>
          <Correct id={id} model={model} beginning={correcting} onClose={() => setCorrecting(null)} />
        </Suspense>
      )}
    </RoomContext>
  )
}

function numberIn(params: URLSearchParams, key: string): number | undefined {
  const value = params.get(key)
  return value === null ? undefined : Number(value)
}

/** What the address means is brought into view once, when the text is there. */
function useArrival(article: { current: HTMLElement | null }, { act, claim }: ReadingSearch): void {
  const arrived = useRef(false)
  useLayoutEffect(() => {
    if (arrived.current) return
    const { hash } = window.location
    const meant = act === undefined ? (claim === undefined ? null : `c${claim}`) : `t${act}`
    const target = document.getElementById(hash ? decodeURIComponent(hash.slice(1)) : (meant ?? ''))
    if (claim !== undefined && !target) return
    arrived.current = true
    if (target && article.current?.contains(target)) target.scrollIntoView({ block: hash ? 'start' : 'center' })
  })
  useEffect(() => {
    const onHash = () => document.getElementById(window.location.hash.slice(1))?.scrollIntoView()
    window.addEventListener('hashchange', onHash)
    return () => window.removeEventListener('hashchange', onHash)
  }, [])
}
