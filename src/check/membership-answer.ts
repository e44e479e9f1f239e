/** What the record of seats says to a claim that somebody sits in a body. */
import { membersOn } from '../dossier/council.js'
import type { Days, Membership } from '../dossier/record.js'
import { isoOf } from '../dossier/zones.js'
import { fromDayNumber } from '../text/calendar.js'
import { contradicted, daysInWords, row, supported, together, undecided } from './evidence.js'
import { nameOf } from './names.js'
import type { Scene } from './scene.js'
import { beginningOf } from './since.js'
import type { Sitting } from './sitting.js'
import type { Decision, VerdictRow } from './verdict.js'

export function decideSitting(scene: Scene, sitting: Sitting): Decision {
  const { dossier } = scene
  const { members, body, seat } = sitting
  const query = {
    members,
    body,
    seat,
    phase: sitting.phase,
    days: sitting.dates.map(date => [
      date.from === null ? null : isoOf(date.from),
      date.to === null ? null : isoOf(date.to),
    ]),
  }
  if (body === null) return undecided('the record does not hold the members of this body', query)
  if (members.length === 0) return undecided('the words do not say who it is', query)
  const unknown = members.filter(id => !dossier.actors.has(id))
  if (unknown.length > 0) return undecided(`the record does not know ${unknown.join(', ')}`, query)
  if (seat === 'presidency' && !dossier.memberships.some(m => m.body === body && m.seat === seat))
    return undecided(`the record does not hold who presides over ${nameOf(scene, body)}`, query)
  const group = dossier.actors.get(body)
  if (group !== undefined && group.members.length > 0) return ofGroup(scene, sitting, query)
  if (!dossier.memberships.some(m => m.body === body))
    return undecided(`the record does not hold the members of ${nameOf(scene, body)}`, query)
  const periods = periodsOf(scene, sitting)
  if (periods === null)
    return undecided("the statement's date is not known, so the day is not known either; give it with --date", query)
  const verdicts = members.flatMap(member => periods.map(days => decideOne(scene, sitting, member, days)))
  return { ...negate(together(verdicts), sitting), query }
}

/** "is not a member": the other way round. */
function negate(decision: Decision, { negated }: Sitting): Decision {
  if (!negated || decision.outcome === 'not-in-record') return decision
  return { ...decision, outcome: decision.outcome === 'supported' ? 'contradicted' : 'supported' }
}

function ofGroup(scene: Scene, sitting: Sitting, query: Record<string, unknown>): Decision {
  const group = scene.dossier.actors.get(sitting.body!)!
  if (sitting.dates.length > 0 || sitting.since !== null || sitting.phase !== 'sits')
    return undecided(`the record lists the members of ${group.name}, but not since when`, query, [
      row(scene.dossier, group, group.id, group.name),
    ])
  const rows = [row(scene.dossier, group, group.id, `${group.name}: ${group.members.join(', ')}`)]
  const missing = sitting.members.filter(id => !group.members.includes(id))
  const names = (ids: readonly string[]) => ids.map(id => nameOf(scene, id)).join(', ')
  if (missing.length > 0)
    return negate(
      contradicted(
        `the record's list of ${group.name} does not have ${names(missing)}`,
        query,
        rows,
        `a list that has ${names(missing)}`,
      ),
      sitting,
    )
  return negate(
    supported(
      `the record's list of ${group.name} has ${names(sitting.members)}`,
      query,
      rows,
      `a list without ${names(sitting.members)}`,
    ),
    sitting,
  )
}

function periodsOf(scene: Scene, { dates, since, seat }: Sitting): Days[] | null {
  const periods = dates.flatMap(date =>
    date.from === null ? [] : [{ from: date.from, to: date.to ?? scene.today ?? date.from }],
  )
  if (periods.length < dates.length) return null
  const begun = since === null ? null : beginningOf(scene, since)
  if (begun !== null) periods.push(begun)
  if (periods.length > 0) return periods
  if (scene.today === null)
    return seat === 'permanent' ? [{ from: Number.MAX_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER }] : null
  return [{ from: scene.today, to: scene.today }]
}

function decideOne(scene: Scene, sitting: Sitting, member: string, days: Days): Decision {
  const { dossier } = scene
  const { seat, since } = sitting
  const body = sitting.body!
  const name = nameOf(scene, member)
  const title = nameOf(scene, body)
  const on = days.from === Number.MAX_SAFE_INTEGER ? 'any day' : daysInWords(days)
  const isSeat = (m: Membership) => (seat === 'any' ? m.seat !== 'presidency' : m.seat === seat)
  const own = dossier.memberships.filter(
    m => m.body === body && m.actor === member && m.seat !== (seat === 'presidency' ? '' : 'presidency'),
  )
  const overlaps = (m: Membership) => m.from <= days.to && (m.to ?? Number.MAX_SAFE_INTEGER) >= days.from
  const rows = own.filter(m => (seat === 'presidency' ? overlaps(m) : true)).map(m => seatRow(scene, m))
  const result = (
    outcome: Decision['outcome'],
    because: string,
    opposite: string,
    more: VerdictRow[] = [],
  ): Decision => ({ outcome, query: {}, rows: [...rows, ...more], because, opposite })
  const begins = sitting.phase === 'joined' || since !== null
  const fits = own.find(m => {
    if (!isSeat(m) || !overlaps(m)) return false
    if (begins && (m.from < days.from || m.from > days.to) && (sitting.dates.length > 0 || since !== null)) return false
    if (sitting.phase === 'left') return m.to !== null && m.to >= days.from && m.to <= days.to
    if (sitting.years !== null && m.to !== null && Math.round((m.to - m.from) / 365) !== sitting.years) return false
    return true
  })
  if (fits !== undefined) {
    const until = fits.to === null ? 'on' : `to ${isoOf(fits.to)}`
    return result(
      'supported',
      `the record has ${name} in ${title} (${fits.seat}) from ${isoOf(fits.from)} ${until}`,
      `no such row for ${on}`,
    )
  }
  const holders = membersOn(dossier, body, days.from)
  if (seat === 'presidency') {
    const other = holders.find(m => m.seat === 'presidency')
    const sameMonth = fromDayNumber(days.from).month === fromDayNumber(days.to).month
    if (other !== undefined && sameMonth && days.to - days.from < 32)
      return result(
        'contradicted',
        `the record has ${nameOf(scene, other.actor)} in the presidency of ${title} on ${on}`,
        `a row for ${name}`,
        [seatRow(scene, other)],
      )
    return undecided(`the record does not say who presided over ${title} on ${on}`, {}, rows)
  }
  const known = own.find(overlaps)
  if (known !== undefined && (seat === 'permanent' || seat === 'elected') && known.seat !== seat)
    return result(
      'contradicted',
      `the record has ${name} in ${title} as ${known.seat}, not ${seat}`,
      `a row for ${name} as ${seat}`,
    )
  // Who is not in the record did not sit there only if the record has every seat of that time.
  const size = body === dossier.manifest.council ? (dossier.manifest.quorum?.members ?? 0) : 0
  const complete =
    size > 0 &&
    [days.from, days.to].every(day => membersOn(dossier, body, day).filter(m => m.seat !== 'presidency').length >= size)
  if (known === undefined && complete)
    return result(
      'contradicted',
      `the record has all ${size} members of ${title} for ${on}, and ${name} is not among them`,
      `a row for ${name} on ${on}`,
    )
  if (known !== undefined)
    return result(
      'contradicted',
      `the record has ${name} in ${title} from ${isoOf(known.from)}${known.to === null ? '' : ` to ${isoOf(known.to)}`}`,
      `a row for ${name} that ${sitting.phase === 'left' ? 'ends' : 'begins'} in ${on}`,
    )
  return undecided(
    `the record of the members of ${title} is not complete for ${on}, and has no row for ${name}`,
    {},
    rows,
  )
}

function seatRow({ dossier }: Scene, m: Membership): VerdictRow {
  return row(
    dossier,
    m,
    `membership:${m.id}`,
    `${m.actor}, ${m.seat} in ${m.body}, ${isoOf(m.from)} to ${m.to === null ? 'now' : isoOf(m.to)}`,
  )
}
