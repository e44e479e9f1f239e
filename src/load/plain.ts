import { decode } from './charset.js'
import { type Declared, declaredBy } from './declared.js'
import { type Extract, moveToText, noHints } from './extract.js'
import { frontMatter } from './front-matter.js'
import type { IssuerFinder } from './issuers.js'

/**
 * Plain text and Markdown. The text is what follows the front matter, character for character, or the whole file;
 * only a byte order mark is dropped. Markdown stays as it is written: its marks are characters of the statement.
 */
export async function readPlain(
  bytes: Uint8Array,
  label: string,
  charset: string | null,
  actors: IssuerFinder | undefined,
): Promise<{ extract: Extract; declared: Declared }> {
  const decoded = await decode(bytes, charset, false)
  const front = frontMatter(decoded.text, label)
  const declared = front ? declaredBy(front.fields, label, actors) : {}
  const source = front?.bodyStart ?? 0
  const text = decoded.text.slice(source)
  const origin = text === '' ? [] : [{ start: 0, end: text.length, source, page: null }]
  const findings = moveToText(decoded.findings, origin)
  return { extract: { text, origin, charset: decoded.charset, hints: noHints(), findings }, declared }
}
