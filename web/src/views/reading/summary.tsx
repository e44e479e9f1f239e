/** What a statement does and whether the record bears it out, before its text. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Verdict } from '../../../../src/check/verdict.js'
import { FORCE_ORDER, familyOf } from '../../../../src/export/families.js'
import { counted } from '../../../../src/export/labels.js'
import type { Act, Force } from '../../../../src/read/reading.js'
import { Actors } from '../../pieces/actors.js'
import { Outcome } from '../../pieces/outcome.js'
import { Failed, Loading } from '../../pieces/states.js'
import type { Model } from './model.js'
import { claimsQuery } from './queries.js'
import { useRoom } from './room.js'

/** The sharpest first: what the record contradicts, then what it bears out. */
const ORDER: Record<Verdict['outcome'], number> = { contradicted: 0, supported: 1, 'not-in-record': 2 }
/** Rows and claims that are named before the rest is counted. */
const MOST = 5

interface Props {
  model: Model
  id: string
  chosen: readonly string[]
  onForce: (force: string) => void
}

export function Summary({ model, id, chosen, onForce }: Props) {
  const { acts, sentences } = model.reading
  const deeds = useMemo(() => deedsOf(acts), [acts])
  const unread = sentences.filter(({ status }) => status === 'unread').length
  return (
    <section className="summary" aria-label="Summary">
      <div>
        <h2 className="caps">What it does</h2>
        {deeds.length === 0 && <p className="dim">No act was found in it.</p>}
        <ul className="deeds">
          {deeds.slice(0, MOST).map(({ actors, targets, forces }) => (
            <li key={`${actors} ${targets}`}>
              <p>
                {actors.length ? <Actors ids={actors} /> : <i className="dim">nobody named</i>}
                {targets.length > 0 && (
                  <span className="arrow" role="img" aria-label=" toward ">
                    →
                  </span>
                )}
                <Actors ids={targets} />
              </p>
              <p className="force-list">
                {forces.map(([force, count]) => (
                  <button
                    key={force}
                    type="button"
                    className={`f-${familyOf(force)}`}
                    aria-pressed={chosen.includes(force)}
                    onClick={() => onForce(force)}
                  >
                    <span className="force-word">{force}</span>
                    {count > 1 && <span className="count"> {count}</span>}
                  </button>
                ))}
              </p>
            </li>
          ))}
        </ul>
        <p className="summary-foot">
          {counted(acts.length, 'act')} in {counted(sentences.length, 'sentence')}
          {unread > 0 && `, of which ${unread} not read`}
          {deeds.length > MOST && `; ${deeds.length - MOST} more pairs of who and whom`}
        </p>
      </div>
      <Claims id={id} text={model.text} />
    </section>
  )
}

interface Deed {
  actors: string[]
  targets: string[]
  /** In the order of the families. */
  forces: [Force, number][]
  total: number
}

/** Who does what to whom: acts of the same doers toward the same ones stand together, the busiest first. */
function deedsOf(acts: readonly Act[]): Deed[] {
  const groups = Map.groupBy(acts, ({ actors, targets }) => `${actors.join()} ${targets.join()}`)
  const deeds = [...groups.values()].map(group => {
    const forces = FORCE_ORDER.flatMap(force => {
      const count = group.filter(act => act.force === force).length
      return count > 0 ? ([[force, count]] as [Force, number][]) : []
    })
    return { actors: group[0].actors, targets: group[0].targets, forces, total: group.length }
  })
  return deeds.sort((a, b) => b.total - a.total)
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
