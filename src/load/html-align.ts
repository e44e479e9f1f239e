import { parseFragment } from 'parse5'
import type { TextNode } from './html-tree.js'

/**
 * For each code unit of a text node, the offset in the source of the character it is, or -1 where no character of the
 * source is the same (a normalised line end). The units of an entity all have the offset of its `&`, and `entity`
 * marks them.
 */
export interface Alignment {
  source: Int32Array
  entity: Uint8Array
}

const ENTITY = /&(?:#[xX][0-9a-fA-F]+|#[0-9]+|[A-Za-z][A-Za-z0-9]*);?/y

/** Aligns a text node with its stretch of the source. */
export function align(node: TextNode, html: string, decoded: Map<string, string>): Alignment {
  const { value } = node
  const source = new Int32Array(value.length).fill(-1)
  const entity = new Uint8Array(value.length)
  const location = node.sourceCodeLocation
  if (!location) return { source, entity }
  let i = location.startOffset
  let j = 0
  while (j < value.length && i < location.endOffset) {
    if (html[i] === '&') {
      const found = entityAt(html, i, decoded)
      if (found && value.startsWith(found.text, j)) {
        source.fill(i, j, j + found.text.length)
        entity.fill(1, j, j + found.text.length)
        j += found.text.length
        i += found.length
        continue
      }
    }
    if (html[i] === value[j]) {
      source[j++] = i++
    } else if (html[i] === '\r') {
      // The parser makes "\r\n" and "\r" a "\n".
      if (html[i + 1] !== '\n') j++
      i++
    } else if (html[i] === '\0') {
      i++
    } else if (html[i] === '<') {
      // Text that the parser moved together (misplaced in a table) has markup in between.
      const close = html.indexOf('>', i)
      if (close === -1) break
      i = close + 1
    } else {
      // Not understood: the rest of this node has no place.
      break
    }
  }
  return { source, entity }
}

function entityAt(html: string, at: number, decoded: Map<string, string>): { text: string; length: number } | null {
  ENTITY.lastIndex = at
  const raw = ENTITY.exec(html)?.[0]
  if (!raw) return null
  let text = decoded.get(raw)
  if (text === undefined) {
    const node = parseFragment(raw).childNodes[0]
    text = node && 'value' in node ? node.value : raw
    decoded.set(raw, text)
  }
  if (text === raw) return null
  // "&nbspfoo": only the beginning is an entity; what both ends share is ordinary text.
  let shared = 0
  while (shared < text.length - 1 && shared < raw.length - 2 && text.at(-1 - shared) === raw.at(-1 - shared)) shared++
  return { text: text.slice(0, text.length - shared), length: raw.length - shared }
}
