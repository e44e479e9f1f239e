/** Instruments by the names that people use for them, their votes, and who sat in a body on a day. */
import type { Dossier } from './dossier.js'
import type { Instrument, Membership, Vote } from './record.js'

/**
 * Instruments that a symbol, a number or an alias names: `S/RES/2397 (2017)`, `S/RES/2397`, `2397`, `resolution 2397`. Empty
 * where none does; several where a name is not unique.
 */
export function instrumentsNamed(dossier: Dossier, name: string): Instrument[] {
  const exact = dossier.instruments.get(name)
  if (exact !== undefined) return [exact]
  const key = keyOf(name)
  const number = /^(?:(?:unscr|un ?sc(?: resolution)?|resolution|res\.?|s\/res\/) ?)?(\d{1,5})(?: ?\(\d{4}\))?$/.exec(
    key,
  )
  const found = [...dossier.instruments.values()].filter(
    instrument =>
      keyOf(instrument.id) === key ||
      keyOf(instrument.draft) === key ||
      instrument.aliases.some(alias => keyOf(alias) === key) ||
      (number !== null && instrument.kind === 'resolution' && instrument.number === Number(number[1])),
  )
  return found
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim()
}

export interface VoteResult {
  instrument: Instrument
  /** By member where the record has them, else empty. */
  votes: readonly Vote[]
  for: number | null
  against: number | null
  abstained: number | null
  /** Permanent members that voted against. */
  vetoes: string[]
}

/** The vote on an instrument. */
export function voteOn(dossier: Dossier, instrument: Instrument): VoteResult {
  const votes = dossier.votes.get(instrument.id) ?? []
  const tally = (cast: Vote['vote'], stated: number | null) =>
    stated ?? (votes.length > 0 ? votes.filter(vote => vote.vote === cast).length : null)
  const permanent = new Set(
    membersOn(dossier, instrument.body || dossier.manifest.council || '', instrument.days.from)
      .filter(({ seat }) => seat === 'permanent')
      .map(({ actor }) => actor),
  )
  return {
    instrument,
    votes,
    for: tally('for', instrument.for),
    against: tally('against', instrument.against),
    abstained: tally('abstained', instrument.abstained),
    vetoes: votes.filter(vote => vote.vote === 'against' && permanent.has(vote.member)).map(vote => vote.member),
  }
}

/** Seats held in a body on a day. */
export function membersOn(dossier: Dossier, body: string, day: number): Membership[] {
  return dossier.memberships.filter(
    seat => seat.body === body && seat.from <= day && (seat.to === null || seat.to >= day),
  )
}
