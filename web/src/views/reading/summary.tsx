/** What a statement does and whether the record bears it out, before its text. */
import { useQuery } from '@tanstack/react-query'
import type { Verdict } from '../../../../src/check/verdict.js'
import { familyOf } from '../../../../src/export/families.js'
import { counted } from '../../../../src/export/labels.js'
import { byForce } from '../../../../src/export/tally.js'
import { Actors } from '../../pieces/actors.js'
import { Outcome } from '../../pieces/outcome.js'
import { Failed, Loading } from '../../pieces/states.js'
import type { Model } from './model.js'
import { claimsQuery } from './queries.js'
import { useRoom } from './room.js'

/** The sharpest first: what the record contradicts, then what it bears out. */
const ORDER: Record<Verdict['outcome'], number> = { contradicted: 0, supported: 1, 'not-in-record': 2 }
/** Claims that are named before the rest is counted. */
const MOST = 6

interface Props {
  model: Model
  id: string
  chosen: readonly string[]
  onForce: (force: string) => void
}

export function Summary({ model, id, chosen, onForce }: Props) {
  const rows = byForce(model.reading)
  const unread = model.reading.sentences.filter(({ status }) => status === 'unread').length
  return (
    <section className="summary" aria-label="Summary">
      <div>
        <h2 className="caps">What it does</h2>
        {rows.length === 0 && <p className="dim">No act was found in it.</p>}
        <ul className="forces">
          {rows.map(({ force, count, actors, targets }) => (
            <li key={force}>
              <button
                type="button"
                className={`f-${familyOf(force)}`}
                aria-pressed={chosen.includes(force)}
                onClick={() => onForce(force)}
              >
                <span className="n">{count}</span>
                <span className="force-word">{force}</span>
                <span className="who">
                  <Actors ids={actors} most={4} />
                  {targets.length > 0 && <span className="arrow"> → </span>}
                  <Actors ids={targets} most={4} />
                </span>
              </button>
            </li>
          ))}
        </ul>
        <p className="summary-foot">
          {counted(model.reading.acts.length, 'act')} in {counted(model.reading.sentences.length, 'sentence')}
          {unread > 0 ? `, of which ${unread} not read` : ''}
        </p>
      </div>
      <Claims id={id} text={model.text} />
    </section>
  )
}

function Claims({ id, text }: { id: string; text: string }) {
  const query = useQuery(claimsQuery(id))
  const { choose } = useRoom()
  const claims = (query.data?.claims ?? []) as Verdict[]
  const sorted = claims
    .map((claim, n) => ({ claim, n }))
    .sort((a, b) => ORDER[a.claim.outcome] - ORDER[b.claim.outcome])
  return (
    <div>
      <h2 className="caps">What the record says</h2>
      {query.isPending && <Loading what="the claims" lines={3} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && claims.length === 0 && <p className="dim">It makes no claim that the record could decide.</p>}
      <ul className="claims">
        {sorted.slice(0, MOST).map(({ claim, n }) => (
          <li key={n}>
            <button type="button" onClick={() => choose({ claim: n })}>
              <Outcome outcome={claim.outcome} basis={claim.basis} />
              <q>{text.slice(claim.start, claim.end)}</q>
            </button>
          </li>
        ))}
      </ul>
      {sorted.length > MOST && (
        <p className="summary-foot">and {counted(sorted.length - MOST, 'more claim')} in the text</p>
      )}
    </div>
  )
}
