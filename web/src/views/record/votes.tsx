import { useQueries } from '@tanstack/react-query'
import { answer } from '../../api/api.js'
import { getVotesSymbol } from '../../client/sdk.gen.js'
import type { Instrument, Vote, Votes } from '../../client/types.gen.js'
import { useActorNames } from '../../pieces/actors.js'
import { CiteButton } from '../../pieces/cite.js'
import { mostFirst } from '../../pieces/counts.js'
import { DownloadMenu } from '../../pieces/download.js'
import { Answer, Empty, Failed, Loading } from '../../pieces/states.js'
import { InstrumentLink } from '../../record/instrument-link.js'
import { tallyText, useInstruments } from '../../record/record.js'
import type { PartProps } from './record.js'

/** Members by votes: who cast which on what. */
export function VotesPart({ dossier }: PartProps) {
  const query = useInstruments(dossier.id)
  return (
    <Answer query={query} what="the votes" lines={12}>
      {instruments => {
        const voted = instruments.filter(({ votes }) => votes > 0)
        if (voted.length === 0) return <Empty title="The record holds no votes by member" />
        return <Matrix voted={voted} dossier={dossier.id} title={dossier.title} />
      }}
    </Answer>
  )
}

const SIGNS: Record<Vote['votes'][number]['vote'], string> = {
  for: '+',
  against: '−',
  abstained: '○',
  absent: 'a',
}

function Matrix({ voted, dossier, title }: { voted: readonly Instrument[]; dossier: string; title: string }) {
  const name = useActorNames()
  const ordered = [...voted].sort((a, b) => (a.from < b.from ? 1 : -1))
  const answers = useQueries({
    queries: ordered.map(({ id }) => ({
      queryKey: ['vote', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => answer(getVotesSymbol({ path: { symbol: id }, signal })),
    })),
  })
  const failed = answers.find(({ isError }) => isError)
  if (failed) return <Failed error={failed.error} retry={() => answers.forEach(each => void each.refetch())} />
  if (answers.some(({ data }) => data === undefined)) return <Loading what="the votes" lines={12} />
  const votes = answers.map(({ data }, i) => voteOf(data!, ordered[i], dossier))
  const members = membersOf(votes)
  return (
    <section aria-label="Votes">
      <div className="part-head">
        <p>
          + for, − against, ○ abstained, a absent; empty: not a member. A bold − is a veto. Members by how many of the
          votes they took part in.
        </p>
        <div className="tools">
          <CiteButton title={`Votes by member: ${title}`} />
          <DownloadMenu
            name={`votes-${dossier}`}
            csv={() => [
              ['instrument', 'date', 'status', 'member', 'vote', 'verified', 'source'],
              ...votes.flatMap(vote =>
                vote.votes.map(v => [vote.instrument, vote.date, vote.status, v.member, v.vote, v.verified, v.source]),
              ),
            ]}
            json={() => votes}
          />
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="table matrix" tabIndex={0} aria-label="Votes by member">
        <table>
          <caption className="hidden">Votes by member</caption>
          <thead>
            <tr>
              <th scope="col">Member</th>
              {ordered.map(instrument => (
                <th key={instrument.id} scope="col">
                  <InstrumentLink dossier={dossier} instrument={instrument} />
                  <span className="dim">{instrument.date.slice(0, 4)}</span>
                  <span className="dim">{tallyText(instrument)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {members.map(member => (
              <tr key={member}>
                <th scope="row">{name(member)}</th>
                {votes.map(vote => {
                  const cast = vote.votes.find(each => each.member === member)?.vote
                  const veto = vote.vetoes.includes(member)
                  return (
                    <td key={vote.instrument} data-vote={cast} data-veto={veto}>
                      {cast && (
                        <>
                          <span aria-hidden="true">{SIGNS[cast]}</span>
                          <span className="hidden">{veto ? 'veto' : cast}</span>
                        </>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function voteOf({ votes }: Votes, { id }: Instrument, dossier: string): Vote {
  return votes.find(vote => vote.dossier === dossier && vote.instrument === id) ?? votes[0]
}

/** Those who took part most often come first. */
function membersOf(votes: readonly Vote[]): string[] {
  const members = votes.flatMap(({ votes: casts }) => casts.map(({ member }) => member))
  return mostFirst(members.sort((a, b) => a.localeCompare(b))).map(([member]) => member)
}
