import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { type Hints, noHints } from './extract.js'
import { attribute, type Element, elements, isText, textUnder } from './html-tree.js'

const TITLE_META = /^(?:og:title|twitter:title|dc\.title|dcterms\.title|citation_title|headline)$/i
const DATE_META =
  /^(?:article:published_time|og:published_time|datepublished|dc\.date(?:\.issued|\.created)?|dcterms\.(?:date|issued|created)|date|pubdate|publishdate|publish_date|publication_date|sailthru\.date|parsely-pub-date|citation_publication_date)$/i
const ISSUER_META =
  /^(?:og:site_name|dc\.publisher|dcterms\.publisher|publisher|dc\.creator|author|article:author|application-name)$/i

/** What a page says of itself: JSON-LD, `<meta>`, its first heading and its title, dates by their markup. */
export function hintsOf(document: Tree.Document): Hints {
  const hints = noHints()
  const all = elements(document)
  const named = (tag: string) => all.filter(element => element.tagName === tag)

  for (const script of named('script')) {
    if (/^application\/ld\+json/i.test(attribute(script, 'type') ?? '')) linkedData(rawText(script), hints)
  }
  const metas = named('meta').map(meta => ({
    name: (attribute(meta, 'property') ?? attribute(meta, 'name') ?? attribute(meta, 'itemprop') ?? '').trim(),
    content: (attribute(meta, 'content') ?? '').trim(),
  }))
  const contents = (pattern: RegExp) =>
    metas.filter(meta => pattern.test(meta.name) && meta.content !== '').map(meta => meta.content)

  const headings = named('h1')
    .map(textUnder)
    .filter(text => text.length >= 8)
  hints.titles.push(...contents(TITLE_META))
  const names = named('title').slice(0, 1).map(textUnder)
  // The main heading is the title in full and without the site's name, unless it is the site's name itself.
  const heading = headings.find(text => [...hints.titles, ...names].some(title => title.includes(text)))
  if (heading) hints.titles.unshift(heading)
  hints.titles.push(...headings, ...names)
  hints.dates.push(...contents(DATE_META), ...visibleDates(all))
  hints.issuers.push(...contents(ISSUER_META))
  const language = attribute(named('html')[0] ?? ({ attrs: [] } as unknown as Element), 'lang')
  const code = /^([a-z]{2,3})(?:-|$)/i.exec(language ?? '')?.[1]
  if (code) hints.languages.push(code.toLowerCase())
  return hints
}

/** Dates of `<time>` and of elements named after publication, before the first that is a list of other pages. */
function visibleDates(all: readonly Element[]): string[] {
  const dates: string[] = []
  for (const element of all) {
    if (dates.length >= 4) break
    if (element.tagName === 'time') dates.push(attribute(element, 'datetime') || textUnder(element))
    else if (
      isDateName(attribute(element, 'class')) ||
      isDateName(attribute(element, 'itemprop')) ||
      isDateName(attribute(element, 'id'))
    ) {
      const text = textUnder(element)
      if (text.length > 0 && text.length < 80) dates.push(text)
    }
  }
  return dates
}

function isDateName(name: string | null): boolean {
  return (
    name !== null &&
    /(?:^|[\s_-])(?:date|pub-?date|published|datepublished|posted-on|post-date|dateline)(?:$|[\s_-])/i.test(name)
  )
}

const ARTICLE = /Article|Posting|Report|WebPage|Statement|CreativeWork|Legislation/

function linkedData(json: string, hints: Hints): void {
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch {
    return
  }
  const queue: unknown[] = [data]
  // Counted: the data is foreign and may be large; a loop cannot occur in JSON.
  for (let seen = 0; queue.length > 0 && seen < 500; seen++) {
    const value = queue.shift()
    if (Array.isArray(value)) queue.push(...value.slice(0, 100))
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
    const item = value as Record<string, unknown>
    if (item['@graph']) queue.push(item['@graph'])
    if (!ARTICLE.test(String(item['@type'] ?? ''))) continue
    for (const key of ['headline', 'name']) if (typeof item[key] === 'string') hints.titles.push(item[key])
    if (typeof item.datePublished === 'string') hints.dates.push(item.datePublished)
    for (const key of ['publisher', 'author', 'sourceOrganization']) {
      for (const who of [item[key]].flat()) {
        const name = typeof who === 'string' ? who : (who as { name?: unknown } | null)?.name
        if (typeof name === 'string') hints.issuers.push(name)
      }
    }
  }
}

function rawText(element: Element): string {
  return element.childNodes
    .filter(isText)
    .map(node => node.value)
    .join('')
}
