import { Link } from '@tanstack/react-router'
import type { Dossier, Event } from '../../client/types.gen.js'
import { Actors } from '../../pieces/actors.js'
import { Choices } from '../../pieces/choices.js'
import { CiteButton } from '../../pieces/cite.js'
import { mostFirst } from '../../pieces/counts.js'
import { DayField } from '../../pieces/day-field.js'
import { DownloadMenu } from '../../pieces/download.js'
import { Answer, Empty } from '../../pieces/states.js'
import { type Column, Table } from '../../pieces/table.js'
import { classTitle, fieldTitle, kindTitle, useEvents } from '../../record/record.js'
import type { RecordSearch } from './address.js'
import type { PartProps } from './record.js'

/** Every event of the record as a row, filtered and sorted in the address. */
export function EventsPart({ dossier, search, set }: PartProps) {
  const query = useEvents(dossier.id)
  return (
    <Answer query={query} what="the events" lines={12}>
      {events => {
        const shown = events.filter(event => passes(event, search))
        return (
          <section aria-label="Events">
            <Filters dossier={dossier} events={events} search={search} set={set} />
            <div className="part-head">
              <p aria-live="polite">
                {shown.length.toLocaleString('en')} of {events.length.toLocaleString('en')} events
                {completeText(dossier, search)}
              </p>
              <div className="tools">
                <CiteButton title={`Events: ${dossier.title}`} />
                <DownloadMenu name={`events-${dossier.id}`} csv={() => csvOf(shown, dossier)} json={() => shown} />
              </div>
            </div>
            {shown.length === 0 ? (
              <Empty title="No event is like this">
                <button type="button" className="plain" onClick={() => set(NO_FILTERS)}>
                  Show all events
                </button>
              </Empty>
            ) : (
              <Table
                caption={`Events of ${dossier.title}`}
                columns={columnsOf(dossier)}
                rows={shown}
                rowKey={({ id }) => id}
                order={search.order ?? '-date'}
                onOrder={order => set({ order })}
              />
            )}
          </section>
        )
      }}
    </Answer>
  )
}

const NO_FILTERS: RecordSearch = { kind: undefined, class: undefined, from: undefined, to: undefined }

function passes({ kind, class: own, from, to }: Event, search: RecordSearch): boolean {
  return (
    (search.kind === undefined || search.kind.includes(kind)) &&
    (search.class === undefined || search.class.includes(own)) &&
    (search.from === undefined || to >= search.from) &&
    (search.to === undefined || from <= search.to)
  )
}

function Filters({ dossier, events, search, set }: PartProps & { events: readonly Event[] }) {
  const kinds = mostFirst(events.map(({ kind }) => kind))
  const classes = mostFirst(
    events.filter(event => event.class !== '' && passes(event, { kind: search.kind })).map(event => event.class),
  )
  return (
    <div className="filters">
      <Choices
        name="Kind"
        chosen={search.kind ?? []}
        choices={kinds.map(([id, count]) => ({ id, name: kindTitle(id, dossier), count }))}
        onChange={kind => set({ kind })}
      />
      {classes.length > 1 && (
        <Choices
          name="Class"
          chosen={search.class ?? []}
          choices={classes.map(([id, count]) => ({ id, name: classTitle(id, dossier), count }))}
          onChange={chosen => set({ class: chosen })}
        />
      )}
      <div className="days">
        <DayField name="From" value={search.from} onChange={from => set({ from })} />
        <DayField name="To" last value={search.to} onChange={to => set({ to })} />
      </div>
    </div>
  )
}

/** How far the record is complete for the kind that is looked at. */
function completeText({ complete }: Dossier, { kind }: RecordSearch): string {
  if (kind?.length !== 1) return ''
  const own = complete.filter(each => each.kind === kind[0])
  if (own.length === 0) return '; the record is not known to be complete for them'
  return `; complete from ${own.map(({ from, to }) => `${from} to ${to}`).join(' and from ')}`
}

function columnsOf(dossier: Dossier): Column<Event>[] {
  return [
    {
      id: 'date',
      name: 'Date',
      key: ({ date }) => date,
      cell: ({ id, date }) => (
        <Link to="/timeline" search={{ dossier: dossier.id, event: id }} className="date">
          {date}
        </Link>
      ),
      head: true,
    },
    { id: 'kind', name: 'Kind', key: ({ kind }) => kindTitle(kind, dossier) },
    { id: 'class', name: 'Class', key: event => (event.class === '' ? '' : classTitle(event.class, dossier)) },
    { id: 'count', name: 'Number', key: ({ count }) => count, number: true },
    { id: 'name', name: 'Name', key: ({ name }) => name },
    {
      id: 'who',
      name: 'Who',
      key: ({ actors }) => actors.join(' '),
      cell: ({ actors }) => <Actors ids={actors} most={3} />,
    },
    { id: 'place', name: 'Place', key: ({ place }) => place },
    { id: 'outcome', name: 'Outcome', key: ({ outcome }) => outcome },
    ...Object.entries(dossier.attributes).map(([id, unit]) => ({
      id,
      name: `${fieldTitle(id)}${unit && !id.startsWith(unit) ? `, ${unit}` : ''}`,
      key: ({ measures }: Event) => measures[id] ?? null,
      cell: ({ measures }: Event) => measures[id]?.toLocaleString('en') ?? '',
      number: true,
    })),
    {
      id: 'standing',
      name: 'Sources',
      key: ({ disputes, verified }) =>
        disputes.length > 0 ? 'differ' : { true: '', partly: 'partly verified', false: 'not verified' }[verified],
    },
  ]
}

function csvOf(events: readonly Event[], dossier: Dossier) {
  const measures = Object.keys(dossier.attributes)
  return [
    [
      'id',
      'kind',
      'date',
      'end',
      'class',
      'count',
      'name',
      'actors',
      'place',
      'outcome',
      ...measures,
      'verified',
      'source',
    ],
    ...events.map(e => [
      e.id,
      e.kind,
      e.date,
      e.end,
      e.class,
      e.count,
      e.name,
      e.actors.join(' '),
      e.place,
      e.outcome,
      ...measures.map(id => e.measures[id]),
      e.verified,
      e.source,
    ]),
  ]
}
