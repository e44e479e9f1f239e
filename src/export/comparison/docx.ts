/**
 * A Word document of the later statement with tracked changes against the earlier one: accepting all gives the later
 * text, rejecting all the earlier one. Plain WordprocessingML (ECMA-376, part 1, 17.13.5) in a zip without clocks, so that
 * the same comparison gives the same bytes.
 */
import { strToU8, zipSync } from 'fflate'
import { type Segment, segmentsOf } from '../../compare/segments.js'
import type { Span } from '../../text/span.js'
import { escapeHtml } from '../markup.js'
import type { Compared, ComparisonFormat, ComparisonOptions } from './format.js'
import { type Paragraph, paragraphsOf } from './paragraphs.js'
import type { Placed } from './placed.js'
import { nameOf } from './summary.js'

export const docx: ComparisonFormat = {
  name: 'docx',
  description: 'a Word document with tracked changes',
  extensions: ['.docx'],
  binary: true,
  write,
  writePoints: null,
}

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
/** Zip knows no time before 1980 and no zone; every entry has this one. */
const EPOCH = new Date(1980, 0, 1)

function write(compared: Compared, options: ComparisonOptions): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': coreXml(compared, options),
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': STYLES,
    'word/document.xml': documentXml(compared, options),
  }
  const entries = Object.entries(files).map(([name, xml]) => [name, strToU8(HEAD + xml)] as const)
  return zipSync(Object.fromEntries(entries), { mtime: EPOCH, level: 6 })
}

function coreXml({ a, b }: Compared, { author, at }: ComparisonOptions): string {
  const time = `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified>`
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeHtml(nameOf(b))}</dc:title><dc:description>${escapeHtml(`Compared with ${nameOf(a)}`)}</dc:description><dc:creator>${escapeHtml(author)}</dc:creator>${time}</cp:coreProperties>`
}

const STYLES = `<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style></w:styles>`

function documentXml(compared: Compared, { author, at }: ComparisonOptions): string {
  let revisions = 0
  const mark = () => `w:id="${++revisions}" w:author="${escapeHtml(author)}" w:date="${escapeHtml(at)}"`
  const run = ({ kind, text }: Segment) => {
    if (kind === 'deleted')
      return `<w:del ${mark()}><w:r><w:delText xml:space="preserve">${escapeHtml(text)}</w:delText></w:r></w:del>`
    const plain = `<w:r><w:t xml:space="preserve">${escapeHtml(text)}</w:t></w:r>`
    return kind === 'same' ? plain : `<w:ins ${mark()}>${plain}</w:ins>`
  }
  const paragraph = (item: Paragraph) => {
    const style = item.heading ? '<w:pStyle w:val="Heading2"/>' : ''
    const tracked =
      item.whole === null ? '' : `<w:rPr><w:${item.whole === 'inserted' ? 'ins' : 'del'} ${mark()}/></w:rPr>`
    const properties = style || tracked ? `<w:pPr>${style}${tracked}</w:pPr>` : ''
    return `<w:p>${properties}${spaced(item, compared).map(run).join('')}</w:p>`
  }
  const body = paragraphsOf(compared).map(paragraph).join('')
  return `<w:document xmlns:w="${MAIN}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`
}

/** The segments of a paragraph with a space between two sentences, tracked as what it parts. */
function spaced({ items }: Paragraph, compared: Compared): Segment[] {
  const seen = { inserted: false, deleted: false }
  return items.flatMap(item => {
    const segments = trackedOf(item, compared)
    const kinds = [...new Set(segments.map(({ kind }) => kind))]
    const only = kinds.length === 1 ? kinds[0]! : 'same'
    // A space stands before it in a text where something of that text stands before it in the paragraph.
    const inLater = only !== 'deleted' && seen.inserted && isSpaced(compared.b.statement.text, item.pair.b[0])
    const inEarlier = only !== 'inserted' && seen.deleted && isSpaced(compared.a.statement.text, item.pair.a[0])
    if (only !== 'deleted') seen.inserted = true
    if (only !== 'inserted') seen.deleted = true
    const kind = inLater && inEarlier ? 'same' : inLater ? 'inserted' : inEarlier ? 'deleted' : null
    return kind ? [{ kind, text: ' ' } as const, ...segments] : segments
  })
}

/** Some scripts set no space between sentences. */
function isSpaced(text: string, sentence: Span | undefined): boolean {
  return sentence !== undefined && /\s/.test(text.slice(sentence.start - 1, sentence.start))
}

/** What moved is tracked as taken out at the one place and put in at the other. */
function trackedOf({ pair, left }: Placed, { a, b }: Compared): Segment[] {
  const [textA, textB] = [a.statement.text, b.statement.text]
  if (!pair.moved) return segmentsOf(pair, textA, textB)
  return left ? segmentsOf({ ...pair, b: [] }, textA, textB) : segmentsOf({ ...pair, a: [] }, textA, textB)
}
