/** The record: events, resolutions with what they ask, obligations in force on a day, votes by member, and where things happened. */
import './record.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { Dossier } from '../../client/types.gen.js'
import { Answer, Empty, Loading } from '../../pieces/states.js'
import { ViewHead } from '../../pieces/view-head.js'
import { dossierIn, useDossiers } from '../../record/record.js'
import { RECORD_PARTS, type RecordPart, type RecordSearch } from './address.js'
import { EventsPart } from './events.js'
import { ObligationsPart } from './obligations.js'
import { ResolutionsPart } from './resolutions.js'
import { VotesPart } from './votes.js'

const MapPart = lazy(async () => ({ default: (await import('./map.js')).MapPart }))

const NAMES: Record<RecordPart, string> = {
  events: 'Events',
  resolutions: 'Resolutions',
  obligations: 'Obligations on a day',
  votes: 'Votes',
  map: 'Map',
}

/** What each part is handed: the record, the address, and the way to change it. */
export interface PartProps {
  dossier: Dossier
  search: RecordSearch
  set: (change: RecordSearch) => void
}

export function RecordView() {
  const search = useSearch({ from: '/record' })
  const navigate = useNavigate({ from: '/record' })
  const dossiers = useDossiers()
  const part = search.part ?? 'events'
  const set = (change: RecordSearch) => void navigate({ search: before => ({ ...before, ...change }), replace: true })
  return (
    <div className="page record">
      {!dossiers.data && <ViewHead title="Record" />}
      <Answer query={dossiers} what="the records">
        {all => {
          const dossier = dossierIn(all, search.dossier)
          if (!dossier)
            return (
              <>
                <ViewHead title="Record" />
                <Empty title="The desk has no record">Open it with a dossier to see its events here.</Empty>
              </>
            )
          const props = { dossier, search, set }
          return (
            <>
              <ViewHead title="Record" lead={dossier.title} />
              {all.length > 1 && (
                <nav className="parts" aria-label="Records">
                  {all.map(({ id, title }) => (
                    <Link
                      key={id}
                      to="/record"
                      search={{ dossier: id, part: search.part }}
                      aria-current={id === dossier.id ? 'true' : undefined}
                    >
                      {title}
                    </Link>
                  ))}
                </nav>
              )}
              <nav className="parts main" aria-label="Parts of the record">
                {RECORD_PARTS.map(each => (
                  <Link
                    key={each}
                    to="/record"
                    search={{ dossier: search.dossier, part: each }}
                    aria-current={each === part ? 'page' : undefined}
                  >
                    {NAMES[each]}
                  </Link>
                ))}
              </nav>
              {part === 'events' && <EventsPart {...props} />}
              {part === 'resolutions' && <ResolutionsPart {...props} />}
              {part === 'obligations' && <ObligationsPart {...props} />}
              {part === 'votes' && <VotesPart {...props} />}
              {part === 'map' && (
                <Suspense fallback={<Loading what="the map" />}>
                  <MapPart {...props} />
                </Suspense>
              )}
            </>
          )
        }}
      </Answer>
    </div>
  )
}
