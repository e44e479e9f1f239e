/**
 * Days in time zones. An event has a local day, and where its time is known an instant; the same instant may fall on
 * another day elsewhere. Zones are IANA names; their rules are those of the running platform (`Intl`).
 */
import { fromDayNumber, isoDay, toDayNumber } from '../text/calendar.js'
import { RENAMED_ZONES } from './zones.generated.js'

const formats = new Map<string, Intl.DateTimeFormat | null>()

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known !== undefined) return known
  let format: Intl.DateTimeFormat | null = null
  try {
    format = new Intl.DateTimeFormat('en-u-hc-h23', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
  } catch {
    // An unknown name: remembered as such.
  }
  formats.set(zone, format)
  return format
}

/**
 * Names that the platform lists, and those that it only knows (`data/zones.csv`), made when first asked for; to try a name
 * out takes a hundred times as long as to look it up.
 */
let listed: ReadonlySet<string> | undefined

/** Whether the platform knows a time zone of this name. */
export function isZone(zone: string): boolean {
  listed ??= new Set([...Intl.supportedValuesOf('timeZone'), ...RENAMED_ZONES])
  // Other names that have come to stand for others (links) are known, but not listed.
  return listed.has(zone) || formatOf(zone) !== null
}

interface Local {
  /** Days since 1970-01-01. */
  day: number
  /** Minutes since local midnight. */
  minute: number
}

function localOf(instant: number, zone: string): Local {
  const format = formatOf(zone) ?? formatOf('UTC')!
  const part = { year: 0, month: 0, day: 0, hour: 0, minute: 0 }
  for (const { type, value } of format.formatToParts(instant))
    if (type in part) part[type as keyof typeof part] = Number(value)
  return { day: toDayNumber(part), minute: part.hour * 60 + part.minute }
}

const MINUTE = 60_000
const DAY = 86_400_000

/** The instant, in milliseconds since 1970-01-01T00:00Z, of a local day and minute in a zone. */
export function instantOf(day: number, minute: number, zone: string): number {
  const asUtc = day * DAY + minute * MINUTE
  // The zone's offset at the instant sought, from a first guess with the offset at the same clock time in UTC.
  let instant = asUtc
  for (let round = 0; round < 2; round++) {
    const local = localOf(instant, zone)
    instant += asUtc - (local.day * DAY + local.minute * MINUTE)
  }
  return instant
}

/** The local day, as a day number, at an instant in a zone. */
export function dayIn(instant: number, zone: string): number {
  return localOf(instant, zone).day
}

/** `2022-05-25` of a day number. */
export function isoOf(day: number): string {
  return isoDay(fromDayNumber(day))
}
