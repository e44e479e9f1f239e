import { Link } from '@tanstack/react-router'
import { familyOf } from '../../../../src/export/families.js'
import { counted } from '../../../../src/export/labels.js'
import type { Act, Reading, Sentence } from '../../../../src/read/reading.js'
import { shortId } from '../../app/address.js'
import type { Claim, Precedent, Precedents } from '../../client/types.gen.js'
import { Actors, inRow, useActorNames } from '../../pieces/actors.js'
import { dayText } from '../../pieces/day.js'
import { Force } from '../../pieces/force.js'
import { Outcome } from '../../pieces/outcome.js'
import { SourceRow } from '../../pieces/source-row.js'
import type { DraftRead } from './use-reader.js'

interface Props {
  read: DraftRead
  claims: readonly Claim[]
  /** Null while they are not there. */
  precedents: Precedents | null
}

/** Each sentence with its triggers marked, and beneath it its acts, claims and precedents. */
export function DraftSentences({ read: { text, reading }, claims, precedents }: Props) {
  return (
    <>
      <ol className="draft-sentences">
        {reading.sentences.map((sentence, n) => {
          const acts = reading.acts.filter(act => act.sentence === n)
          const own = claims.filter(({ start }) => start >= sentence.start && start < sentence.end)
          const before = precedents?.sentences.find(each => each.sentence.start === sentence.start)
          return (
            <li key={sentence.start} data-status={sentence.status}>
              <p className="words">
                <Marked text={text} sentence={sentence} acts={acts} />
              </p>
              {sentence.status === 'unread' && <p className="dim">unread: no act was found here</p>}
              {acts.length > 0 && <Acts acts={acts} />}
              {own.map(claim => (
                <details key={`${claim.start} ${claim.kind}`} className="claim">
                  <summary>
                    <Outcome outcome={claim.outcome} basis={claim.basis} /> <q>{text.slice(claim.start, claim.end)}</q>
                  </summary>
                  <p>{claim.because}</p>
                  {claim.rows.slice(0, 12).map(row => (
                    <SourceRow key={row.id} row={row} />
                  ))}
                </details>
              ))}
              {before && <Before precedent={before} />}
            </li>
          )
        })}
      </ol>
      {precedents && precedents.dropped.length > 0 && (
        <section className="dropped">
          <h2>Not in this draft</h2>
          <p className="dim">What the last statements of these issuers all said.</p>
          <ul>
            {precedents.dropped.map(({ phrase, missing }) => (
              <li key={phrase}>
                “{phrase}”{missing !== phrase && <span className="dim">: missing “{missing}”</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Marked({ text, sentence, acts }: { text: string; sentence: Sentence; acts: readonly Act[] }) {
  const parts: React.ReactNode[] = []
  let at = sentence.start
  for (const { trigger, force } of [...acts].sort((a, b) => a.trigger.start - b.trigger.start)) {
    if (trigger.start < at || trigger.end > sentence.end) continue
    parts.push(
      text.slice(at, trigger.start),
      <span key={trigger.start} className={`draft-trigger f-${familyOf(force)}`}>
        {text.slice(trigger.start, trigger.end)}
      </span>,
    )
    at = trigger.end
  }
  return [...parts, text.slice(at, sentence.end)]
}

function Acts({ acts }: { acts: Reading['acts'] }) {
  return (
    <ul className="acts">
      {acts.map(act => (
        <li key={`${act.trigger.start} ${act.force}`}>
          <Force force={act.force} intensity={act.intensity} repeated={act.repeated} />{' '}
          <Actors ids={act.actors} most={4} none="nobody named" />
          {act.targets.length > 0 && (
            <>
              {' '}
              <span aria-hidden="true">→</span> <Actors ids={act.targets} most={4} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

const STANDING = {
  said: 'said before in these words',
  reworded: 'said before in other words',
  adopted: 'said before, but not by these issuers',
  new: 'new: nobody in the ledger has said this',
}

/** How often and since when it was said, by whom, and the closest wording. */
function Before({ precedent: { standing, all, closest } }: { precedent: Precedent }) {
  const name = useActorNames()
  const [nearest] = closest
  return (
    <p className="before">
      {STANDING[standing]}
      {all.statements > 0 &&
        `, in ${counted(all.statements, 'statement')}${all.first ? ` since ${dayText(all.first)}` : ''}, by ${inRow(
          all.issuers.map(({ id }) => name(id)),
          4,
        )}`}
      {nearest && standing !== 'said' && (
        <>
          . Closest:{' '}
          <Link to="/s/$id" params={{ id: shortId(nearest.statement) }}>
            “{nearest.text}”
          </Link>
          {nearest.date && <span className="dim"> {dayText(nearest.date)}</span>}
        </>
      )}
    </p>
  )
}
