/** Days as people write them. Months are written out, so that no reader takes a day for a month. */

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** `28 May 2022`; `undated` for null. `short` takes three letters of the month. */
export function dayText(day: string | null, short = false): string {
  const parts = day === null ? null : /^(\d{4})-(\d\d)-(\d\d)/.exec(day)
  if (!parts) return day ?? 'undated'
  const month = MONTHS[Number(parts[2]) - 1]
  return `${Number(parts[3])} ${short && month.length > 4 ? month.slice(0, 3) : month} ${parts[1]}`
}

export function Day({ day, short }: { day: string | null; short?: boolean }) {
  return day === null ? <span className="dim">undated</span> : <time dateTime={day}>{dayText(day, short)}</time>
}
