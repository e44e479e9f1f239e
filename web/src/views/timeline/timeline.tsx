/** Launches by class, tests, exercises, meetings, votes and statements over one axis; a span taken there filters all beneath. */
import './timeline.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { answer } from '../../api/api.js'
import { getStatements } from '../../client/sdk.gen.js'
import type { Dossier, Event, Instrument, Statement } from '../../client/types.gen.js'
import { CiteButton } from '../../pieces/cite.js'
import { dayText } from '../../pieces/day.js'
import { DayField } from '../../pieces/day-field.js'
import { DownloadMenu } from '../../pieces/download.js'
import { Answer, Empty } from '../../pieces/states.js'
import { ViewHead } from '../../pieces/view-head.js'
import { dossierIn, useDossiers, useEvents, useInstruments } from '../../record/record.js'
import type { TimelineSearch } from './address.js'
import { dayNumber, dayOf, moved, type Span, zoomed } from './axis.js'
import { TimelineChart } from './chart.js'
import { EventPanel } from './event-panel.js'
import { linesOf } from './lanes.js'
import { Moments } from './moments.js'

export function TimelineView() {
  const search = useSearch({ from: '/timeline' })
  const dossiers = useDossiers()
  return (
    <div className="page timeline">
      {!dossiers.data && <ViewHead title="Timeline" />}
      <Answer query={dossiers} what="the records">
        {all => {
          const dossier = dossierIn(all, search.dossier)
          return dossier ? (
            <OfDossier key={dossier.id} dossier={dossier} all={all} search={search} />
          ) : (
            <>
              <ViewHead title="Timeline" />
              <Empty title="The desk has no record">Open it with a dossier to see events here.</Empty>
            </>
          )
        }}
      </Answer>
    </div>
  )
}

function OfDossier({ dossier, all, search }: { dossier: Dossier; all: Dossier[]; search: TimelineSearch }) {
  const navigate = useNavigate({ from: '/timeline' })
  const events = useEvents(dossier.id)
  const instruments = useInstruments(dossier.id)
  const set = (change: TimelineSearch) => void navigate({ search: before => ({ ...before, ...change }), replace: true })
  return (
    <>
      {!(events.data && instruments.data) && <ViewHead title="Timeline" lead={dossier.title} />}
      <Answer query={events} what="the events" lines={8}>
        {happened => (
          <Answer query={instruments} what="the votes" lines={8}>
            {voted => (
              <Timeline dossier={dossier} all={all} search={search} set={set} events={happened} instruments={voted} />
            )}
          </Answer>
        )}
      </Answer>
    </>
  )
}

interface TimelineProps {
  dossier: Dossier
  all: Dossier[]
  search: TimelineSearch
  set: (change: TimelineSearch) => void
  events: Event[]
  instruments: Instrument[]
}

/** Statements that one timeline draws. */
const STATEMENTS = 200

function Timeline({ dossier, all, search, set, events, instruments }: TimelineProps) {
  const whole = useMemo(() => wholeOf(events, instruments), [events, instruments])
  const span: Span = {
    from: search.from ? dayNumber(search.from) : whole.from,
    to: search.to ? dayNumber(search.to) : whole.to,
  }
  const { data: found } = useQuery({
    queryKey: ['statements', 'timeline', span.from, span.to],
    queryFn: ({ signal }) =>
      answer(getStatements({ query: { from: dayOf(span.from), to: dayOf(span.to), limit: STATEMENTS }, signal })),
    placeholderData: before => before,
  })
  const statements = useMemo(() => found?.statements ?? [], [found])
  const lines = useMemo(
    () => linesOf(dossier, events, instruments, statements),
    [dossier, events, instruments, statements],
  )
  const [within, setWithin] = useState(14)
  const chart = useRef<HTMLDivElement>(null)
  const take = ({ from: first, to: last }: Span) => {
    const to = { from: Math.min(first, last), to: Math.max(first, last) }
    set(isWhole(to, whole) ? { from: undefined, to: undefined } : { from: dayOf(to.from), to: dayOf(to.to) })
  }

  const inSpan = (from: string, to = from) => dayNumber(to) >= span.from && dayNumber(from) <= span.to
  const there = {
    events: events.filter(({ from, to }) => inSpan(from, to)),
    instruments: instruments.filter(each => each.for !== null && inSpan(each.from)),
    statements: statements.filter(({ date }) => date !== null && inSpan(date)),
  }
  const spanText = `${dayText(dayOf(span.from))} to ${dayText(dayOf(span.to))}`
  return (
    <>
      <ViewHead
        title="Timeline"
        lead={`${dossier.title}, beside what was said.`}
        tools={
          <>
            <CiteButton title={`Timeline, ${spanText}`} by={dossier.title} />
            <DownloadMenu
              name={`timeline-${dossier.id}-${dayOf(span.from)}-${dayOf(span.to)}`}
              csv={() => csvOf(there)}
              json={() => there}
              chart={() => chart.current?.querySelector('svg') ?? null}
            />
          </>
        }
      />
      {all.length > 1 && (
        <fieldset className="choices">
          <legend>Record</legend>
          {all.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              aria-pressed={id === dossier.id}
              onClick={() => set({ dossier: id, from: undefined, to: undefined, event: undefined })}
            >
              {title}
            </button>
          ))}
        </fieldset>
      )}
      <div className="span-tools">
        <DayField
          name="From"
          value={dayOf(span.from)}
          onChange={day => day && take({ ...span, from: dayNumber(day) })}
        />
        <DayField
          name="To"
          last
          value={dayOf(span.to)}
          onChange={day => day && take({ ...span, to: dayNumber(day) })}
        />
        <div className="moves">
          <Move name="Earlier" onClick={() => take(moved(span, whole, -0.5))} off={span.from <= whole.from} />
          <Move name="Later" onClick={() => take(moved(span, whole, 0.5))} off={span.to >= whole.to} />
          <Move name="Closer" onClick={() => take(zoomed(span, whole, 0.5))} off={span.to - span.from <= 14} />
          <Move name="Wider" onClick={() => take(zoomed(span, whole, 2))} off={isWhole(span, whole)} />
          <Move name="All" onClick={() => take(whole)} off={isWhole(span, whole)} />
        </div>
      </div>
      <figure className="timeline-figure" ref={chart} aria-label={`Events, votes and statements, ${spanText}`}>
        <figcaption>
          {lines.counted && (
            <ul className="shades" aria-label={`Classes of ${lines.counted.title}, by shade`}>
              {lines.shades.map(({ id, title, shade, count }) => (
                <li key={id}>
                  <i className={`shade-${shade}`} aria-hidden="true" /> {title} <span className="count">{count}</span>
                </li>
              ))}
            </ul>
          )}
          <p className="dim hint">Drag over the lines to take a span. Every event stands in words beneath.</p>
        </figcaption>
        <TimelineChart
          lines={lines}
          span={span}
          chosen={search.event}
          onSpan={take}
          onEvent={event => set({ event })}
        />
      </figure>
      <div className="beneath" data-split={search.event !== undefined}>
        <section aria-label="In this span">
          <p className="summary" aria-live="polite">
            {summaryOf(there, lines.counted?.id, dossier)}
          </p>
          <Moments
            key={spanText}
            dossier={dossier}
            {...there}
            chosen={search.event}
            onEvent={event => set({ event })}
          />
        </section>
        {search.event !== undefined && (
          <EventPanel
            id={search.event}
            dossier={dossier}
            within={within}
            onWithin={setWithin}
            onClose={() => set({ event: undefined })}
          />
        )}
      </div>
    </>
  )
}

function Move({ name, onClick, off }: { name: string; onClick: () => void; off: boolean }) {
  return (
    <button type="button" className="plain" onClick={onClick} disabled={off}>
      {name}
    </button>
  )
}

function isWhole(span: Span, whole: Span): boolean {
  return span.from <= whole.from && span.to >= whole.to
}

/** From the first to the last day that the record holds anything of. */
function wholeOf(events: readonly Event[], instruments: readonly Instrument[]): Span {
  const days = [...events, ...instruments].flatMap(({ from, to }) => [dayNumber(from), dayNumber(to)])
  if (days.length === 0) return { from: dayNumber('2000-01-01'), to: dayNumber('2030-12-31') }
  return { from: Math.min(...days), to: Math.max(...days) }
}

interface There {
  events: Event[]
  instruments: Instrument[]
  statements: Statement[]
}

/** `27 missiles on 18 days, 3 other events, 2 votes, 12 statements`. */
function summaryOf({ events, instruments, statements }: There, counted: string | undefined, dossier: Dossier): string {
  const bars = events.filter(({ kind }) => kind === counted)
  const kind = dossier.kinds.find(({ id }) => id === counted)
  const number = bars.reduce((n, { count }) => n + count, 0)
  const days = new Set(bars.map(({ from }) => from)).size
  const parts = [
    number > 0 && kind ? `${plural(number, kind.counts || kind.title)} on ${plural(days, 'day')}` : '',
    events.length > bars.length ? plural(events.length - bars.length, bars.length > 0 ? 'other event' : 'event') : '',
    instruments.length > 0 ? plural(instruments.length, 'vote') : '',
    statements.length > 0
      ? `${statements.length >= STATEMENTS ? 'the latest ' : ''}${plural(statements.length, 'statement')}`
      : '',
  ].filter(Boolean)
  return parts.length === 0 ? 'Nothing in the record and no statement in this span.' : `${parts.join(', ')}.`
}

function plural(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${n === 1 ? noun : `${noun}s`}`
}

function csvOf({ events, instruments, statements }: There) {
  return [
    ['date', 'kind', 'id', 'what', 'who', 'source'],
    ...events.map(e => [
      e.date,
      e.kind,
      e.id,
      [e.class, e.name, e.place, e.summary].filter(Boolean).join('; '),
      e.actors.join(' '),
      e.source,
    ]),
    ...instruments.map(i => [
      i.date,
      'vote',
      i.id,
      `${i.status} ${i.for}:${i.against}:${i.abstained}`,
      i.body,
      i.source,
    ]),
    ...statements.map(s => [s.date, 'statement', s.id, s.title, s.issuers.join(' '), s.url]),
  ]
}
