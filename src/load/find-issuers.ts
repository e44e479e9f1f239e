import type { Head } from './head.js'
import type { ActorName, IssuerFinder } from './issuers.js'

export interface FoundIssuers {
  ids: string[]
  /** What told them: the statement's own naming, its first sentence, the office above it, or the agency's dateline. */
  by: 'title' | 'subject' | 'office' | 'dateline'
}

/** The dateline of a news agency: "Northport, May 28 (NNA) -- ", with the year or an era's year perhaps. */
const DATELINE =
  /^(\p{Lu}[\p{L} .'’-]{1,40}?),\s+[^()]{3,24}(?:\(\d{4}\)\s*)?\(([A-Z][A-Za-z]{1,12})\)\s*(?:--|[-–—])+\s*/u

const TEXT =
  '(?:statement|communiqu[eé]|declaration|remarks|read-?out|message|note|press release|announcement|conclusions)s?'

/** "Joint Statement by", "a statement was released by", "Declaration of"; what follows are the issuers. */
const NAMED = new RegExp(
  `\\b${TEXT}(?!\\p{L})(?:\\s+(?:was|were|is|are|as|has|been|jointly|today|issued|released|adopted|made|delivered|agreed|published))*\\s+(?:by|of|from|between|attributable\\s+to)\\b`,
  'giu',
)

/** "We, the Foreign Ministers of", "The Governments of", "the Leaders of". */
const SELVES = /^\s*(?:we,?\s|on behalf of\b)/iu

/** A title about somebody else's statement, or a body that does not introduce the text. */
const ABOUT = /\b(?:on|to|regarding|concerning|about|against|with|over|after|rejects?|condemns?|response|reply)\b/iu
const INTRODUCES = /\bfollowing\b|\btext of\b|^the below\b|\battributable to\b/iu

/** Words that may stand between the names of a list of issuers, besides capitalised ones (titles and persons). */
const LINK =
  /^(?:the|of|and|for|as|well|&|s|both|foreign|affairs|ministers?|ministry|ministries|leaders?|governments?|states?|heads?|delegations?|representatives?|presidents?|spokes(?:man|men|woman|women|persons?|people)|secretar(?:y|ies)|department|office|vice|deputy|first|general|an?|de|von|van|al|bin|da|el)$/
/** Words that end such a list even in a title, where they may be capitalised. */
const STOP = /^(?:on|with|against|regarding|concerning|about|following|to|at|in|over|after|amid|under|who|which|that)$/

/** The verbs of a statement's first sentence whose subject issues it: a closed list of what issuers do in public. */
const PERFORMS =
  /^(?:[a-z]+ly |also |again |today |hereby |once |have |has |are |is |had |will )*(?:condemn|welcom|express|reaffirm|affirm|announc|congratulat|call|urg|reiterat|underscor|underlin|stress|emphasi[sz]e|commend|support|deplor|denounc|regret|reject|agre|note|recogni[sz]e|recall|commit|declar|state|met|meet|held|conven|issued|join|share|stand|extend|offer|mourn|applaud|celebrat|honou?r|remain|demand|warn|protest|strongly|deeply|gravely|decid|resol|look|thank|salut|convey|concern|appall|alarm|shock|sadden|pleased|proud|grateful|unit|determin|conduct|impos|designat|spoke|discuss|gave|made|vot|tak|took|releas|publish|report|propos|adopt|approv|sent|believ|consider|want|wish|acknowledg|mark)\w*/iu

/** Words of a line that names an office rather than speaks. */
const OFFICE =
  /\b(?:ministry|office|department|embassy|mission|government|secretariat|cabinet|chancellery|presidency|council|commission|press service|spokes(?:man|woman|person)|white paper|house|palace|administration|federal|foreign)\b/iu

/**
 * Who issues a statement, by what its title and its beginning say, in the order of the text. Empty where nothing says
 * it. A state that is only talked about is no issuer, so each way in asks for more than a name.
 */
export function findIssuers(title: string | null, head: Head, text: string, actors: IssuerFinder): FoundIssuers | null {
  const lines = [...(title === null ? [] : [title]), ...head.lines.map(line => line.text)]
  const body = head.body ? firstBlock(text.slice(head.body.start, head.body.start + 1200)) : ''

  // 1. A body alone on a line, whose resolution follows: "The Security Council,".
  const alone = head.lines
    .map(line => line.text)
    .find(line => /^the .{3,60},$/iu.test(line) && leading(line, actors).length > 0)
  if (alone) return { ids: leading(alone, actors), by: 'subject' }

  // 2. The text names itself: "Joint Statement by A, B and C", "A–B Joint Statement", "We, the Ministers of A and B".
  for (const line of [...lines, body]) {
    const named = namedBy(line, line === body && !INTRODUCES.test(body.slice(0, 120)), actors)
    if (named.length > 0) return { ids: named, by: 'title' }
  }

  const office = head.lines.filter(line => line.text !== title).flatMap(line => officeIn(line.text, actors))
  const dateline = DATELINE.exec(body)
  const sentence = dateline ? body.slice(dateline[0].length) : body

  // 3. The subject of the first sentence, where it does what issuers do and no office above says otherwise.
  const subject = subjectOf(sentence, actors)
  const contradicted = office.length > 0 && !office.some(id => subject.includes(id))
  if (subject.length > 0 && !dateline && !contradicted) return { ids: subject, by: 'subject' }

  // 4. The office above the text: "Ministry of Foreign Affairs of A".
  if (office.length > 0) return { ids: [...new Set(office)], by: 'office' }

  // 5. The title, where it begins with an office's name; a headline about others does so seldom enough.
  const titled = title === null ? [] : officeIn(title, actors).slice(0, 1)
  if (titled.length > 0) return { ids: titled, by: 'office' }

  // 6. A state's agency reports under its own name, or from its own capital.
  if (dateline) {
    const agency = ids(actors.find(dateline[2]))
    const place = ids(actors.find(dateline[1]))
    const found = agency.length > 0 ? agency : place
    if (found.length > 0) return { ids: found, by: 'dateline' }
  }
  return null
}

/** Name of the agency in a dateline, lower case, or null. */
export function agencyOf(head: Head): string | null {
  return DATELINE.exec(head.body?.text.slice(0, 200) ?? '')?.[2].toLowerCase() ?? null
}

/** Whose office a line names: "Ministry of Foreign Affairs of A", "A's Presidency"; what else it names is its topic. */
function officeIn(line: string, actors: IssuerFinder): string[] {
  if (line.length > 120 || !OFFICE.test(line)) return []
  const owners = actors.find(line).filter(name => {
    const before = line.slice(0, name.start)
    return isLink(before) && /(?:^|\b(?:of|for)|[,|(]|\s[–-])\s*(?:the\s+)?$/iu.test(before)
  })
  return ids(owners.slice(0, 1))
}

/** @param prose whether the line is ordinary text, which may speak of other statements than itself */
function namedBy(line: string, prose: boolean, actors: IssuerFinder): string[] {
  if (SELVES.test(line)) {
    const own = leading(
      line.replace(SELVES, match => ' '.repeat(match.length)),
      actors,
    )
    if (own.length > 0) return own
  }
  if (prose) {
    const behalf = /\bon behalf of\b/iu.exec(line.slice(0, 400))
    return behalf ? leading(line.slice(behalf.index + behalf[0].length), actors) : []
  }
  for (const match of line.matchAll(NAMED)) {
    if (ABOUT.test(line.slice(0, match.index))) break
    const after = match.index + match[0].length
    const list = leading(line.slice(after, after + 900), actors)
    if (list.length > 0) return list
  }
  // "A–B Joint Statement", "A Ministers' Statement on": the names stand before the word, with nothing but titles between.
  const word = new RegExp(`\\b${TEXT}(?!\\p{L})`, 'iu').exec(line.slice(0, 160))
  if (word && line.length < 300) {
    const names = run(actors.find(line), line)
    const last = names.at(-1)
    if (last && last.end <= word.index && isLink(line.slice(last.end, word.index).replace(/^['’]s?/, '')))
      return ids(names)
  }
  return []
}

function subjectOf(text: string, actors: IssuerFinder): string[] {
  // "Today, A and B", "On Friday, May 28, A and B"
  const sentence = text.replace(/^(?:[Tt]oday|On [^,]{3,24}(?:,\s+\p{Lu}?[^,\p{Lu}]{2,12}){0,2}),\s+/u, '')
  const names = run(actors.find(sentence), sentence)
  const last = names.at(-1)
  if (!last || /^['’]s?\b/.test(sentence.slice(last.end))) return []
  // The rest of the subject: brackets, a title, a person, "government".
  const rest = sentence
    .slice(last.end)
    .replace(/^(?:\s*\([^)]{1,20}\)|[\s,)]+|\p{Lu}[\p{L}.'-]*|governments?\b|delegation\b|side\b)*/u, '')
  return PERFORMS.test(rest) ? ids(names) : []
}

function leading(line: string, actors: IssuerFinder): string[] {
  return ids(run(actors.find(line), line))
}

/** The names that a text begins with: only articles, titles, persons and "and" stand before and between them. */
function run(names: readonly ActorName[], text: string): ActorName[] {
  const kept: ActorName[] = []
  let end = 0
  for (const name of names) {
    const between = text.slice(end, name.start)
    if (!isLink(between)) break
    // "Mr. Doe (A), Council meeting": the state in brackets ends the person, and another name is another matter.
    const bracketed = kept.at(-1)
    const closes = bracketed && text[bracketed.start - 1] === '(' && bracketed.id !== kept.at(-2)?.id
    if (closes && !/\band\b|[&(]/u.test(between)) break
    kept.push(name)
    end = name.end
  }
  return kept
}

function isLink(between: string): boolean {
  // A full stop after a whole word ends a sentence; one after "Mr" or "U.S" does not.
  if (/[!?;]|\p{Ll}{3}\.\s+\p{Lu}|\n\s*\n/u.test(between) || /^['’]s?\s/.test(between)) return false
  if (between.length > 160) return false
  const words = between.replace(/\bon behalf of\b/giu, '').match(/[\p{L}\p{N}&.]+/gu) ?? []
  return words.every(word => {
    const lower = word.toLowerCase()
    return LINK.test(lower) || (/^\p{Lu}/u.test(word) && !STOP.test(lower)) || /^\.+$/.test(word)
  })
}

function ids(names: readonly ActorName[]): string[] {
  return [...new Set(names.map(name => name.id))]
}

/** Text up to the first blank line or line end that ends a sentence. */
function firstBlock(text: string): string {
  return /^[\s\S]*?(?=\n\s*\n|(?<=[.!?:])\s*\n|$(?![\s\S]))/.exec(text)?.[0] ?? text
}
