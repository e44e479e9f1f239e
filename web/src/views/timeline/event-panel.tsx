/** One event whole: what is known and disputed, which provisions it breached, and who said what of it in the days after. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answer } from '../../api/api.js'
import { getEventsId } from '../../client/sdk.gen.js'
import type { Dossier, EventWhole } from '../../client/types.gen.js'
import { Actors } from '../../pieces/actors.js'
import { CiteButton } from '../../pieces/cite.js'
import { Day, dayText } from '../../pieces/day.js'
import { Force } from '../../pieces/force.js'
import { Linked, verifiedText } from '../../pieces/source-row.js'
import { Answer } from '../../pieces/states.js'
import { eventTitle, fieldTitle, instrumentName } from '../../record/record.js'

const WITHIN = [3, 14, 60]

interface Props {
  id: string
  dossier: Dossier
  within: number
  onWithin: (days: number) => void
  onClose: () => void
}

export function EventPanel({ id, dossier, within, onWithin, onClose }: Props) {
  const query = useQuery({
    queryKey: ['event', id, within],
    queryFn: ({ signal }) => answer(getEventsId({ path: { id }, query: { within, limit: 100 }, signal })),
  })
  return (
    <aside className="event" aria-label="The event that was chosen">
      <Answer query={query} what="the event">
        {({ event, violations, acts }) => (
          <>
            <header>
              <h2>{eventTitle(event, dossier)}</h2>
              <button type="button" className="plain" onClick={onClose}>
                Close
              </button>
            </header>
            <p className="when">
              {event.precision === 'day' ? <Day day={event.from} /> : event.date}
              {event.time && `, ${event.time}`}
              {event.zone && <span className="dim"> {event.zone}</span>}
            </p>
            <dl className="facts">
              <Fact name="By">
                <Actors ids={event.actors} />
              </Fact>
              <Fact name="Named">{event.name}</Fact>
              <Fact name="Where">{event.place}</Fact>
              <Fact name="Outcome">{event.outcome}</Fact>
              {Object.entries(event.measures).map(([name, value]) => (
                <Fact key={name} name={fieldTitle(name)}>
                  {value.toLocaleString('en')} {dossier.attributes[name]}
                </Fact>
              ))}
              <Fact name="What">{event.summary}</Fact>
            </dl>
            {event.disputes.length > 0 && <Disputes disputes={event.disputes} />}
            <p className="source">
              <code>{event.id}</code> {verifiedText(event.verified)} <Linked text={event.source} />
            </p>
            <CiteButton title={`${eventTitle(event, dossier)} (${event.id})`} date={event.from} by={dossier.title} />

            <h3>What it breached</h3>
            {violations.violations.length === 0 ? (
              <p className="dim">No provision of the record that was in force forbids it.</p>
            ) : (
              <ul className="provisions">
                {violations.violations.map(({ provision, doubt }) => (
                  <li key={provision.id}>
                    <Link
                      to="/record"
                      search={{ dossier: dossier.id, part: 'resolutions', symbol: provision.instrument }}
                    >
                      {instrumentName({ id: provision.instrument, title: provision.instrument })}, paragraph{' '}
                      {provision.paragraph}
                    </Link>
                    {doubt && <em className="dim"> if its {doubt} is as recorded</em>}
                    <p>{provision.text}</p>
                    {provision.verified !== 'true' && <p className="dim">{verifiedText(provision.verified)}</p>}
                  </li>
                ))}
              </ul>
            )}

            <h3>Who said what of it</h3>
            <p className="within">
              within{' '}
              {WITHIN.map(days => (
                <button
                  key={days}
                  type="button"
                  className="plain"
                  aria-pressed={days === within}
                  onClick={() => onWithin(days)}
                >
                  {days}
                </button>
              ))}{' '}
              days
            </p>
            {acts.length === 0 ? (
              <p className="dim">No statement of the ledger speaks of it in these days.</p>
            ) : (
              <ul className="acts">
                {acts.map(act => (
                  <li key={act.id}>
                    <p>
                      <Actors ids={act.actors} none="nobody named" most={4} />{' '}
                      <Force force={act.force} intensity={act.intensity} />
                    </p>
                    <blockquote>
                      <Link to="/s/$id" params={{ id: act.statement.id }} search={{ act: act.n }}>
                        {act.within.text}
                      </Link>
                    </blockquote>
                    <p className="dim">{act.statement.date && dayText(act.statement.date)}</p>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Answer>
    </aside>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  if (children === '' || children === null) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Who says what, side by side, where sources differ. */
function Disputes({ disputes }: Pick<EventWhole['event'], 'disputes'>) {
  const fields = [...new Set(disputes.map(({ field }) => field))]
  return (
    <ul className="disputes">
      {fields.map(field => (
        <li key={field}>
          Sources differ on {fieldTitle(field)}:{' '}
          {disputes
            .filter(each => each.field === field)
            .map(({ value, by, used }) => `${value} (${by}${used ? ', used here' : ''})`)
            .join('; ')}
        </li>
      ))}
    </ul>
  )
}
