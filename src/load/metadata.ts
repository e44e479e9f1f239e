import { type Finding, finding } from '../text/finding.js'
import { findDates, parseIso } from './dates.js'
import type { Declared } from './declared.js'
import type { Hints } from './extract.js'
import { agencyOf, findIssuers } from './find-issuers.js'
import { type Head, headOf, isDateLine, isTitle, titleIn } from './head.js'
import type { IssuerFinder } from './issuers.js'
import { kindOf } from './kind.js'

export interface Metadata {
  title: string | null
  date: string | null
  issuers: string[]
  kind: string | null
  findings: Finding[]
}

export interface Clues {
  text: string
  /** What was given by options or front matter; that is not looked for. */
  given: Declared
  hints: Hints
  /** File name and address, in which a date may stand. */
  names: readonly (string | null | undefined)[]
  actors: IssuerFinder | undefined
}

/** Title, date, issuers and kind: as given, else by the page's own fields, else by the text's beginning and end. */
export function metadataOf({ text, given, hints, names, actors }: Clues): Metadata {
  const findings: Finding[] = []
  const head = headOf(text)
  const title = given.title !== undefined ? given.title : (cleanTitle(hints) ?? titleIn(head))
  const date = given.date !== undefined ? { day: given.date, findings: [] } : dateOf(text, head, title, hints, names)
  findings.push(...date.findings)

  let issuers = given.issuers ?? []
  let kind = given.kind ?? null
  if (issuers.length === 0) {
    const found = actors ? findIssuers(title, head, text, actors) : null
    issuers = found?.ids ?? (actors ? issuersOfHints(hints, actors) : [])
    if (issuers.length === 0) findings.push(noIssuers(actors !== undefined))
    if (found?.by === 'dateline') findings.push(byDateline(found.ids))
  }
  if (given.kind === undefined) {
    kind = agencyOf(head) ?? kindFound(title, head, issuers)
  }
  return { title, date: date.day, issuers, kind, findings }
}

function kindFound(title: string | null, head: Head, issuers: readonly string[]): string | null {
  for (const line of [title, ...head.lines.map(line => line.text), head.body?.text.slice(0, 120)]) {
    const kind = line ? kindOf(line) : null
    if (kind) return kind === 'statement' && issuers.length > 1 ? 'joint-statement' : kind
  }
  return issuers.length > 1 ? 'joint-statement' : null
}

/** A page's title without the site's name: "Statement on the launch | Ministry of Foreign Affairs". */
function cleanTitle({ titles, issuers }: Hints): string | null {
  for (const title of titles) {
    let own = title
      .replace(/\s+/g, ' ')
      .trim()
      .split(/\s+[|»·]\s+/)[0]
    const dash = /^(.{8,}) [–—-] ([^–—]{2,80})$/.exec(own)
    if (dash && (SITE.test(dash[2]) || issuers.includes(dash[2]))) own = dash[1]
    if (isTitle(own)) return own
  }
  return null
}

const SITE = /\b(?:ministry|department|government|office|embassy|mission|news|press|website|portal)\b/i

interface FoundDay {
  day: string | null
  findings: Finding[]
}

function dateOf(text: string, head: Head, title: string | null, hints: Hints, names: Clues['names']): FoundDay {
  // 1. The page's own fields.
  for (const value of hints.dates) {
    const day = parseIso(value) ?? findDates(value).find(date => date.day !== null)?.day
    if (day) return { day, findings: [] }
  }

  // 2. Lines above the body, the dateline, the title; then the signature at the end.
  // "NORTHPORT, May 28, 2022 — The Government of ..."
  const datelined = /^[^.]{2,40},[^.]{3,60}?\s(?=(?:--|[–—-])\s)/.exec(head.body?.text ?? '')?.[0] ?? ''
  const tail = text
    .slice(-600)
    .split('\n')
    .filter(line => isDateLine(line.trim()))
  for (const line of [...head.lines.map(line => line.text), datelined, title ?? '', ...tail]) {
    const full = findDates(line).filter(date => date.day !== null)
    // "Adopted January 24, 2012; as amended January 27, 2015": this text is the amended one.
    const found = /\b(?:amended|revised|reaffirmed)\b/i.test(line) ? full.at(-1) : full[0]
    if (found) return { day: found.day, findings: [] }
  }

  // 3. The file's name or address.
  for (const name of names) {
    const parts = /(?<!\d)((?:1[89]|20)\d\d)[-/_]?([01]\d)[-/_]?([0-3]\d)(?!\d)/.exec(name ?? '')
    const day = parts && parseIso(`${parts[1]}-${parts[2]}-${parts[3]}`)
    if (day) {
      const message = `The text gives no date; ${day} is taken from the name ${JSON.stringify(name)}. Give --date where it is wrong.`
      return { day, findings: [finding('load/date-from-name', 'info', message, { actual: day })] }
    }
  }
  return { day: null, findings: [noDate(text)] }
}

function noDate(text: string): Finding {
  // The beginning is enough: the finding is about the statement's own date.
  const yearless = findDates(text.slice(0, 20_000)).find(date => date.day === null)
  if (!yearless) {
    return finding('load/no-date', 'warning', 'No date was found; give it with --date or in the front matter.')
  }
  const actual = text.slice(yearless.start, yearless.end)
  const message = `No date with a year was found, and ${JSON.stringify(actual)} names no year; give it with --date or in the front matter.`
  return finding('load/no-year', 'warning', message, {
    start: yearless.start,
    end: yearless.end,
    actual,
    expected: 'a date with a year',
  })
}

function issuersOfHints(hints: Hints, actors: IssuerFinder): string[] {
  for (const name of hints.issuers) {
    const ids = [...new Set(actors.find(name).map(found => found.id))]
    if (ids.length > 0) return ids
  }
  return []
}

function noIssuers(looked: boolean): Finding {
  const what = looked ? 'No issuer was found' : 'No issuer is given and no names are known to find it by'
  return finding('load/no-issuers', 'warning', `${what}; give --issuers or issuers in the front matter.`)
}

function byDateline(ids: readonly string[]): Finding {
  const message = `The issuer ${ids.join(', ')} is taken from the agency's dateline only; give --issuers where it is wrong.`
  return finding('load/issuers-from-dateline', 'info', message, { actual: ids.join(', ') })
}
