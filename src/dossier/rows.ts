/** From a sound row to the record that it holds. */
import { listOf } from './cells.js'
import { parseWrittenDate } from './dates.js'
import { cellOf, type RawRow } from './raw-row.js'
import type {
  Actor,
  Completeness,
  Dispute,
  DossierRecord,
  Instrument,
  Membership,
  Modality,
  Place,
  Provision,
  Term,
  Verified,
  Vote,
  VoteCast,
} from './record.js'

function base(raw: RawRow): DossierRecord {
  return {
    id: cellOf(raw, 'id'),
    source: cellOf(raw, 'source'),
    verified: cellOf(raw, 'verified') as Verified,
    note: cellOf(raw, 'note'),
    file: raw.file,
    row: raw.row,
  }
}

const firstDay = (raw: RawRow, column: string) => parseWrittenDate(cellOf(raw, column))?.days.from ?? null
const lastDay = (raw: RawRow, column: string) => parseWrittenDate(cellOf(raw, column))?.days.to ?? null
const number = (raw: RawRow, column: string) => (cellOf(raw, column) === '' ? null : Number(cellOf(raw, column)))

/** Names by language code of a row with the columns `name`, `aliases`, `name_xx`, `aliases_xx`. */
function namesOf(raw: RawRow): Record<string, string[]> {
  const names: Record<string, string[]> = {}
  for (const column of raw.columns.keys()) {
    const match = /^(name|aliases)(?:_([a-z]{2}))?$/.exec(column)
    if (match === null) continue
    const language = match[2] ?? 'en'
    const cell = cellOf(raw, column)
    names[language] = [
      ...(names[language] ?? []),
      ...(match[1] === 'name' ? (cell === '' ? [] : [cell]) : listOf(cell)),
    ]
  }
  return names
}

export function placeOf(raw: RawRow): Place {
  return {
    ...base(raw),
    name: cellOf(raw, 'name'),
    names: namesOf(raw),
    lat: Number(cellOf(raw, 'lat')),
    lon: Number(cellOf(raw, 'lon')),
    precision: cellOf(raw, 'precision') as Place['precision'],
  }
}

export function actorOf(raw: RawRow): Actor {
  return {
    ...base(raw),
    kind: cellOf(raw, 'kind'),
    name: cellOf(raw, 'name'),
    names: namesOf(raw),
    role: cellOf(raw, 'role'),
    of: cellOf(raw, 'of') || null,
    from: firstDay(raw, 'from'),
    to: lastDay(raw, 'to'),
    zone: cellOf(raw, 'zone') || null,
    members: listOf(cellOf(raw, 'members')),
  }
}

export function instrumentOf(raw: RawRow): Instrument {
  const date = cellOf(raw, 'date')
  return {
    ...base(raw),
    kind: cellOf(raw, 'kind'),
    number: number(raw, 'number'),
    title: cellOf(raw, 'title'),
    date,
    days: parseWrittenDate(date)?.days ?? { from: 0, to: 0 },
    aliases: listOf(cellOf(raw, 'aliases')),
    body: cellOf(raw, 'body'),
    meeting: cellOf(raw, 'meeting'),
    draft: cellOf(raw, 'draft'),
    status: cellOf(raw, 'status'),
    for: number(raw, 'for'),
    against: number(raw, 'against'),
    abstained: number(raw, 'abstained'),
    chapterVii: cellOf(raw, 'chapter_vii'),
    topics: listOf(cellOf(raw, 'topics')),
    respondsTo: listOf(cellOf(raw, 'responds_to')),
    until: lastDay(raw, 'until'),
    summary: cellOf(raw, 'summary'),
  }
}

export function provisionOf(raw: RawRow): Provision {
  return {
    ...base(raw),
    instrument: cellOf(raw, 'instrument'),
    paragraph: cellOf(raw, 'paragraph'),
    bearers: listOf(cellOf(raw, 'bearer')),
    modality: cellOf(raw, 'modality') as Modality,
    verb: cellOf(raw, 'verb'),
    binding: cellOf(raw, 'binding'),
    activities: listOf(cellOf(raw, 'activity')),
    from: firstDay(raw, 'from') ?? 0,
    to: lastDay(raw, 'to'),
    endedBy: cellOf(raw, 'ended_by'),
    text: cellOf(raw, 'text'),
    verifiedBy: cellOf(raw, 'verified_by'),
  }
}

/** Votes have no id of their own. */
export function voteId(raw: RawRow): string {
  return `${cellOf(raw, 'instrument')}#${cellOf(raw, 'member')}`
}

export function voteOf(raw: RawRow): Vote {
  return {
    ...base(raw),
    id: voteId(raw),
    instrument: cellOf(raw, 'instrument'),
    member: cellOf(raw, 'member'),
    vote: cellOf(raw, 'vote') as VoteCast,
  }
}

/** Seats have no id of their own. */
export function seatId(raw: RawRow): string {
  return `${cellOf(raw, 'body')}#${cellOf(raw, 'actor')}#${cellOf(raw, 'from')}`
}

export function membershipOf(raw: RawRow): Membership {
  return {
    ...base(raw),
    id: seatId(raw),
    body: cellOf(raw, 'body'),
    actor: cellOf(raw, 'actor'),
    seat: cellOf(raw, 'seat') as Membership['seat'],
    from: firstDay(raw, 'from') ?? 0,
    to: lastDay(raw, 'to'),
  }
}

export function completenessOf(raw: RawRow): Completeness {
  return {
    ...base(raw),
    kind: cellOf(raw, 'kind'),
    classes: listOf(cellOf(raw, 'classes')),
    from: firstDay(raw, 'from') ?? 0,
    to: lastDay(raw, 'to') ?? 0,
    basis: cellOf(raw, 'basis'),
  }
}

export function disputeOf(raw: RawRow): Dispute {
  const record = cellOf(raw, 'record')
  const by = cellOf(raw, 'by')
  return {
    ...base(raw),
    id: `${record}#${cellOf(raw, 'field')}#${by}`,
    record,
    field: cellOf(raw, 'field'),
    value: cellOf(raw, 'value'),
    by,
    used: cellOf(raw, 'used') === 'yes',
  }
}

export function termOf(raw: RawRow): Term {
  return { ...base(raw), preferred: cellOf(raw, 'preferred'), avoid: listOf(cellOf(raw, 'avoid')) }
}
