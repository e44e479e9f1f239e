import type { Act, Reading } from '../read/reading.js'
import type { Span } from '../text/span.js'
import type { Format } from './format.js'
import type { StatementRecord } from './statement.js'

/** Characters of the text that a quotation shows before and after it. */
const AROUND = 32

/** Names for what the Web Annotation vocabulary has no word for. */
const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    demarche: 'urn:demarche:terms:',
    Statement: 'demarche:Statement',
    Act: 'demarche:Act',
    title: 'demarche:title',
    date: 'demarche:date',
    issuers: { '@id': 'demarche:issuers', '@container': '@set' },
    kind: 'demarche:kind',
    text: 'demarche:text',
    force: 'demarche:force',
    intensity: 'demarche:intensity',
    repeated: 'demarche:repeated',
    actors: { '@id': 'demarche:actors', '@container': '@set' },
    targets: { '@id': 'demarche:targets', '@container': '@set' },
    topics: { '@id': 'demarche:topics', '@container': '@set' },
    content: 'demarche:content',
    condition: 'demarche:condition',
    sentence: 'demarche:sentence',
    rule: 'demarche:rule',
    refs: { '@id': 'demarche:refs', '@container': '@set' },
    conduct: 'demarche:conduct',
    version: 'demarche:version',
  },
] as const

/**
 * The acts as one page of Web Annotations (W3C Recommendation of 23 February 2017). The target of each is its trigger;
 * content and condition stand in the body with selectors of their own. Positions here count Unicode code points, as
 * section 4.2.5 of that standard demands, and not the UTF-16 code units of the other formats; the two differ only
 * after a character outside the Basic Multilingual Plane.
 */
export const jsonld: Format = {
  name: 'jsonld',
  description: 'W3C Web Annotations, for one input',
  extension: '.jsonld',
  many: false,
  explains: false,
  head: '',
  between: '',
  write: (statement, reading) => `${JSON.stringify(pageOf(statement, reading), null, 2)}\n`,
}

function pageOf(statement: StatementRecord, reading: Reading) {
  const base = `urn:demarche:statement:${encodeURIComponent(statement.id.toWellFormed())}`
  const source = statement.url ?? base
  const points = codePoints(statement.text)
  const select = (span: Span) => ({
    type: 'SpecificResource',
    source,
    selector: selectors(statement.text, span, points),
  })
  return {
    '@context': CONTEXT,
    id: `${base}:acts`,
    type: 'AnnotationPage',
    startIndex: 0,
    partOf: {
      id: `${base}:annotations`,
      type: 'AnnotationCollection',
      label: statement.title ?? statement.id,
      total: reading.acts.length,
    },
    'demarche:statement': { ...statementObject(statement), id: source },
    items: reading.acts.map((act, i) => ({
      id: `${base}:act:${i + 1}`,
      type: 'Annotation',
      motivation: 'classifying',
      generator: { id: 'urn:demarche:reader', type: 'Software', name: 'Demarche', version: reading.reader },
      target: select(act.trigger),
      body: [{ type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value: act.force }, bodyOf(act, select)],
    })),
  }
}

function statementObject({ title, date, issuers, kind, language, text }: StatementRecord) {
  return { type: 'Statement', format: 'text/plain', language, title, date, issuers, kind, text }
}

function bodyOf(act: Act, select: (span: Span) => unknown) {
  const { force, intensity, repeated, actors, targets, topics, sentence, rule, refs, conduct } = act
  return {
    type: 'Act',
    purpose: 'classifying',
    ...{ force, intensity, repeated, actors, targets, topics },
    content: select(act.content),
    condition: act.condition && select(act.condition),
    ...{ sentence, rule, refs, conduct },
  }
}

function selectors(text: string, { start, end }: Span, points: (at: number) => number) {
  return [
    { type: 'TextPositionSelector', start: points(start), end: points(end) },
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: Array.from(text.slice(Math.max(0, start - 2 * AROUND), start))
        .slice(-AROUND)
        .join('')
        .toWellFormed(),
      suffix: Array.from(text.slice(end, end + 2 * AROUND))
        .slice(0, AROUND)
        .join('')
        .toWellFormed(),
    },
  ]
}

/** Turns an offset in UTF-16 code units into one in code points. */
function codePoints(text: string): (at: number) => number {
  const pairs: number[] = []
  for (let i = 0; i + 1 < text.length; i++) if (text.codePointAt(i)! > 0xffff) pairs.push(i++)
  if (!pairs.length) return at => at
  return at => {
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[middle] < at) low = middle + 1
      else high = middle
    }
    return at - low
  }
}
