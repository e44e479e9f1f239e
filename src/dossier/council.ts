/** Instruments by the names that people use for them, their votes, and who sat in a body on a day. */
import type { Dossier } from './dossier.js'
import type { Instrument, Membership, Vote } from './record.js'

/**
 * Instruments that a symbol, a number, a title or an alias names: `S/RES/2397 (2017)`, `S/RES/2397`, `2397`, `resolution
 * 2397`, `resolution 2397 (2017)`. Empty where none does; several where a name is not unique.
 */
export function instrumentsNamed(dossier: Dossier, name: string): Instrument[] {
  const exact = dossier.instruments.get(name)
  if (exact !== undefined) return [exact]
  const key = keyOf(name)
  if (key === '') return []
  const number = NUMBERED.exec(key)?.groups
  const year = number?.year ?? number?.of
  return [...dossier.instruments.values()].filter(instrument => {
    const own = keyOf(instrument.id)
    if (own === key || bare(own) === key || keyOf(instrument.title) === key) return true
    if (keyOf(instrument.draft) === key || instrument.aliases.some(alias => keyOf(alias) === key)) return true
    return (
      number !== undefined &&
      instrument.kind === 'resolution' &&
      instrument.number === Number(number.number) &&
      (year === undefined || instrument.date.startsWith(year))
    )
  })
}

/** A number, with or without the word "resolution" and what stands before it, and the year. */
const NUMBERED =
  /^(?:(?:[a-z.]+ ){0,4}(?:resolution|res\.|unscr) ?)?(?<number>\d{1,5})(?: ?\((?<year>\d{4})\)| of (?<of>\d{4}))?$/

function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** A symbol without the year that stands after it. */
function bare(key: string): string {
  return key.replace(/ ?\(\d{4}\)$/, '')
}

export interface VoteResult {
  instrument: Instrument
  /** By member as far as the record has them. */
  votes: readonly Vote[]
  /** Whether that is every member's vote. */
  whole: boolean
  for: number | null
  against: number | null
  abstained: number | null
  /** Permanent members that voted against. */
  vetoes: string[]
}

/** The vote on an instrument. */
export function voteOn(dossier: Dossier, instrument: Instrument): VoteResult {
  const votes = dossier.votes.get(instrument.id) ?? []
  const body = instrument.body || dossier.manifest.council || ''
  const seats = membersOn(dossier, body, instrument.days.from)
  const members = new Set(seats.filter(({ seat }) => seat !== 'presidency').map(({ actor }) => actor))
  const permanent = new Set(seats.filter(({ seat }) => seat === 'permanent').map(({ actor }) => actor))
  const stated = (instrument.for ?? 0) + (instrument.against ?? 0) + (instrument.abstained ?? 0)
  // Votes of some members only (those against, say) give no number of the others.
  const whole =
    votes.length > 0 &&
    votes.length >= ((body === dossier.manifest.council && dossier.manifest.quorum?.members) || members.size || stated)
  const tally = (cast: Vote['vote'], number: number | null) =>
    number ?? (whole ? votes.filter(vote => vote.vote === cast).length : null)
  return {
    instrument,
    votes,
    whole,
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
