import { Link } from '@tanstack/react-router'
import type { Dossier, Event, Instrument } from '../../client/types.gen.js'
import { InstrumentLink } from '../../record/instrument-link.js'
import { eventTitle, useDossiers, useEvents, useInstruments } from '../../record/record.js'

/** Instruments and events that one search shows. */
const SHOWN = 6

/** Resolutions and events of the record whose names hold all the words. */
export function FoundInRecord({ q }: { q: string }) {
  const { data: dossiers = [] } = useDossiers()
  const words = q
    .toLowerCase()
    .replaceAll(/["“”*]/g, ' ')
    .split(/\s+/)
    .filter(word => word !== '' && !/^[-−]/.test(word))
  if (words.length === 0) return null
  return dossiers.map(dossier => <OfDossier key={dossier.id} dossier={dossier} words={words} />)
}

function OfDossier({ dossier, words }: { dossier: Dossier; words: readonly string[] }) {
  const { data: events = [] } = useEvents(dossier.id)
  const { data: instruments = [] } = useInstruments(dossier.id)
  const found = instruments.filter(each => holds(namesOf(each), words))
  const happened = events.filter(each => holds(wordsOf(each, dossier), words)).reverse()
  if (found.length + happened.length === 0) return null
  return (
    <section className="in-record" aria-label={`In the record: ${dossier.title}`}>
      <h2 className="caps">In the record · {dossier.title}</h2>
      <ul>
        {found.slice(0, SHOWN).map(instrument => (
          <li key={instrument.id}>
            <InstrumentLink dossier={dossier.id} instrument={instrument} />{' '}
            <span className="dim">
              {instrument.date}, {instrument.title}
            </span>
          </li>
        ))}
        {happened.slice(0, SHOWN).map(event => (
          <li key={event.id}>
            <Link to="/timeline" search={{ dossier: dossier.id, event: event.id }}>
              {eventTitle(event, dossier)}
            </Link>{' '}
            <span className="dim">{[event.date, event.name, event.place].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
      {(found.length > SHOWN || happened.length > SHOWN) && (
        <p className="dim">
          and {Math.max(0, found.length - SHOWN) + Math.max(0, happened.length - SHOWN)} more in{' '}
          <Link to="/record" search={{ dossier: dossier.id }}>
            the record
          </Link>
        </p>
      )}
    </section>
  )
}

function namesOf({ id, title, aliases, date }: Instrument): string {
  return [id, title, ...aliases, date].join(' ')
}

function wordsOf(event: Event, dossier: Dossier): string {
  return [event.date, eventTitle(event, dossier), event.class, event.name, event.place, ...event.marks].join(' ')
}

function holds(text: string, words: readonly string[]): boolean {
  const folded = text.toLowerCase()
  return words.every(word => folded.includes(word))
}
