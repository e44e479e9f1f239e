import { parse } from 'parse5'
import { InputError } from '../text/errors.js'
import { decode } from './charset.js'
import { type Extract, moveToText } from './extract.js'
import { hintsOf } from './html-hints.js'
import { findRoot } from './html-root.js'
import { htmlText } from './html-text.js'

/** Code units; a tree with source places takes some thirty times as much memory. */
const MAX_LENGTH = 10_000_000

/**
 * A web page: the statement's own text without what stands around it. Origin runs index the decoded page (without a
 * byte order mark); within a run text and source are the same, except that an entity is a run of its own which
 * begins at its `&`.
 */
export async function readHtml(bytes: Uint8Array, label: string, charset: string | null): Promise<Extract> {
  const decoded = await decode(bytes, charset, true)
  const html = decoded.text
  if (html.length > MAX_LENGTH) {
    throw new InputError(
      `${label}: is a page of ${Math.round(html.length / 1e6)} million characters; save only the statement's text`,
    )
  }
  const document = parse(html, { sourceCodeLocationInfo: true })
  const root = findRoot(document, html.length)
  const { text, origin } = root ? htmlText(root.element, html, root.skip) : { text: '', origin: [] }
  const findings = moveToText(decoded.findings, origin)
  return { text, origin, charset: decoded.charset, hints: hintsOf(document), findings }
}
