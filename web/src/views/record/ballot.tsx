import type { Vote } from '../../client/types.gen.js'
import { useActorNames } from '../../pieces/actors.js'

const CASTS = [
  ['for', 'For'],
  ['against', 'Against'],
  ['abstained', 'Abstained'],
  ['absent', 'Absent'],
] as const

/** Who voted how, member by member, with the vetoes marked. */
export function Ballot({ vote }: { vote: Vote }) {
  const name = useActorNames()
  return (
    <div className="ballot">
      {CASTS.map(([cast, title]) => {
        const members = vote.votes.filter(each => each.vote === cast)
        if (members.length === 0) return null
        return (
          <section key={cast} aria-label={`${title}: ${members.length}`}>
            <h3>
              {title} <span className="n">{members.length}</span>
            </h3>
            <ul>
              {members.map(({ member }) => (
                <li key={member}>
                  {name(member)}
                  {vote.vetoes.includes(member) && <em> veto</em>}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {!vote.whole && <p className="dim">The record does not have the vote of every member.</p>}
    </div>
  )
}
