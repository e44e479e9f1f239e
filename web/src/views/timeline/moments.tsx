/** What happened in the span, in words and in the order of days: events to be looked at, votes, statements. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Dossier, Event, Instrument, Statement } from '../../client/types.gen.js'
import { Actors } from '../../pieces/actors.js'
import { Day } from '../../pieces/day.js'
import { InstrumentLink } from '../../record/instrument-link.js'
import { eventTitle, tallyText } from '../../record/record.js'

type Moment = { day: string; key: string } & (
  | { kind: 'event'; event: Event }
  | { kind: 'vote'; instrument: Instrument }
  | { kind: 'statement'; statement: Statement }
)

interface Props {
  dossier: Dossier
  events: readonly Event[]
  instruments: readonly Instrument[]
  statements: readonly Statement[]
  chosen: string | undefined
  onEvent: (id: string) => void
}

/** Rows shown at once. */
const PAGE = 60

export function Moments({ dossier, events, instruments, statements, chosen, onEvent }: Props) {
  const [shown, setShown] = useState(PAGE)
  const moments = inOrder(events, instruments, statements)
  return (
    <>
      <ol className="moments">
        {moments.slice(0, shown).map((moment, i) => (
          <li key={moment.key} data-chosen={moment.kind === 'event' && moment.event.id === chosen}>
            {moments[i - 1]?.day === moment.day ? <span className="same" /> : <Day day={moment.day} short />}
            <div>
              {moment.kind === 'event' && <EventWords event={moment.event} dossier={dossier} onEvent={onEvent} />}
              {moment.kind === 'vote' && <VoteWords instrument={moment.instrument} dossier={dossier} />}
              {moment.kind === 'statement' && <StatementWords statement={moment.statement} />}
            </div>
          </li>
        ))}
      </ol>
      {moments.length > shown && (
        <button type="button" className="plain more" onClick={() => setShown(shown + 4 * PAGE)}>
          {moments.length - shown} more
        </button>
      )}
    </>
  )
}

function EventWords({ event, dossier, onEvent }: { event: Event; dossier: Dossier; onEvent: (id: string) => void }) {
  return (
    <>
      <button type="button" className="word" onClick={() => onEvent(event.id)}>
        {eventTitle(event, dossier)}
      </button>
      {event.outcome === 'failure' && <span className="dim"> failed</span>}
      <p className="dim">{[event.name, event.place, event.summary].filter(Boolean).join('. ')}</p>
    </>
  )
}

function VoteWords({ instrument, dossier }: { instrument: Instrument; dossier: Dossier }) {
  return (
    <>
      <InstrumentLink dossier={dossier.id} instrument={instrument} />{' '}
      <span className="tally">
        {instrument.status.replaceAll('-', ' ')} {tallyText(instrument)}
      </span>
      <p className="dim">{instrument.title}</p>
    </>
  )
}

function StatementWords({ statement }: { statement: Statement }) {
  return (
    <>
      <Link to="/s/$id" params={{ id: statement.id }} className="said">
        {statement.title ?? 'Untitled statement'}
      </Link>
      <p className="dim">
        <Actors ids={statement.issuers} none="issuer unknown" /> · {statement.acts} acts
      </p>
    </>
  )
}

function inOrder(
  events: readonly Event[],
  instruments: readonly Instrument[],
  statements: readonly Statement[],
): Moment[] {
  const moments: Moment[] = [
    ...events.map(event => ({ kind: 'event' as const, day: event.from, key: event.id, event })),
    ...instruments.map(instrument => ({
      kind: 'vote' as const,
      day: instrument.from,
      key: `vote ${instrument.id}`,
      instrument,
    })),
    ...statements.flatMap(statement =>
      statement.date === null
        ? []
        : [{ kind: 'statement' as const, day: statement.date, key: statement.id, statement }],
    ),
  ]
  return moments.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
