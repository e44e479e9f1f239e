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
  const { byKey, byNumber } = indexOf(dossier)
  const named = byKey.get(key) ?? []
  const number = NUMBERED.exec(key)?.groups
  if (number === undefined) return [...named]
  const year = number.year ?? number.of
  const numbered = (byNumber.get(Number(number.number)) ?? []).filter(
    ({ date }) => year === undefined || date.startsWith(year),
  )
  if (named.length === 0) return numbered
  const both = new Set([...named, ...numbered])
  return [...dossier.instruments.values()].filter(instrument => both.has(instrument))
}

interface Index {
  byKey: ReadonlyMap<string, readonly Instrument[]>
  /** Resolutions. */
  byNumber: ReadonlyMap<number, readonly Instrument[]>
}

const indices = new WeakMap<Dossier['instruments'], Index>()

/** The instruments by every name of theirs, in the dossier's order; made when a dossier is first asked. */
function indexOf({ instruments }: Dossier): Index {
  const known = indices.get(instruments)
  if (known !== undefined) return known
  const byKey = new Map<string, Instrument[]>()
  const byNumber = new Map<number, Instrument[]>()
  const add = <K>(map: Map<K, Instrument[]>, key: K, instrument: Instrument) => {
    const list = map.get(key)
    if (list === undefined) map.set(key, [instrument])
    else list.push(instrument)
  }
  for (const instrument of instruments.values()) {
    const { id, title, draft, aliases, kind, number } = instrument
    const keys = new Set([id, title, draft, ...aliases].map(keyOf)).add(bare(keyOf(id)))
    for (const key of keys) add(byKey, key, instrument)
    if (kind === 'resolution' && number !== null) add(byNumber, number, instrument)
  }
  const index = { byKey, byNumber }
  indices.set(instruments, index)
  return index
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
  /** Permanent members whose vote against stopped what had the votes in favour that an adoption needs. */
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
  const inFavour = tally('for', instrument.for)
  const needed = body === dossier.manifest.council ? (dossier.manifest.quorum?.needed ?? 0) : 0
  // Too few votes in favour: it failed by itself.
  const stopped = inFavour === null || inFavour >= needed
  return {
    instrument,
    votes,
    whole,
    for: inFavour,
    against: tally('against', instrument.against),
    abstained: tally('abstained', instrument.abstained),
    vetoes: votes
      .filter(vote => stopped && vote.vote === 'against' && permanent.has(vote.member))
      .map(vote => vote.member),
  }
}

/** Seats held in a body on a day. */
export function membersOn(dossier: Dossier, body: string, day: number): Membership[] {
  return dossier.memberships.filter(
    seat => seat.body === body && seat.from <= day && (seat.to === null || seat.to >= day),
  )
}
