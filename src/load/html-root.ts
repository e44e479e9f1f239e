import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { isFurniture, isFurnitureText, isNamedFurniture } from './html-skip.js'
import {
  attribute,
  type Element,
  elements,
  isElement,
  isText,
  type Measure,
  measure,
  parentOf,
  type TextNode,
  textUnder,
} from './html-tree.js'

/** Where in a page the statement stands. */
export interface Root {
  element: Element
  /** What is below it and no part of the statement. */
  skip(element: Element): boolean
}

const XHTML = 'http://www.w3.org/1999/xhtml'
/** Carries a text node's number through the second parser. */
const MARK = 'demarche-'
const SHELL = { nodeName: 'data', tagName: 'data', namespaceURI: XHTML }
/** Elements whose text is not parsed as HTML. */
const RAW = /^(?:html|head|title|script|style|textarea|option|select|noscript|template|iframe|noframes|xmp|plaintext)$/
/** Elements whose own text is prose or a heading: the search for the root goes no deeper. */
const TEXT_BLOCK = /^(?:p|li|ul|ol|dl|dt|dd|h[1-6]|blockquote|pre|tr|td|th|table|tbody|a|b|i|em|strong|span)$/
const CONTAINER = /^(?:div|section|header|center|details)$/
const BLOCK = /^(?:div|section|article|p|ul|ol|dl|table|blockquote|h[1-6]|header|center|details|pre)$/
/** Beyond this the second tree costs more memory and time than a statement's page ever needs. */
const MAX_ELEMENTS = 30_000
const MAX_SOURCE = 2_000_000
/** The second parser and Readability work by recursion. */
const MAX_DEPTH = 400
/** Characters and elements of a label at most. */
const LABEL = { all: 600, elements: 100 }
const NOTHING: Measure = { all: 0, linked: 0, links: 0, elements: 0 }

/**
 * The smallest element that holds everything which Readability takes for the article; where it finds none, the
 * page's `<article>`, `<main>` or `<body>`.
 *
 * @param sourceLength length of the page, code units
 */
export function findRoot(document: Tree.Document, sourceLength: number): Root | null {
  const all = elements(document)
  const body = all.find(element => element.tagName === 'body')
  if (!body) return null
  const { of, depth } = measure(document)
  const isTooMuch = sourceLength > MAX_SOURCE || all.length > MAX_ELEMENTS || depth > MAX_DEPTH
  const kept = isTooMuch ? null : readable(document)
  const page = new Page(of, kept)
  const inside = kept && page.common(body)
  const element = inside && page.size(inside).all > 0 ? inside : page.landmark(all, body)
  return { element, skip: inner => page.isOutside(inner, page.size(element).all) }
}

/**
 * The text nodes that survive in Readability's article, or null where it finds none. It makes new paragraphs of old
 * elements, so it is the text that is followed: each text node goes through the second parser inside a `<data>`
 * element with its number, which Readability counts as part of the running text.
 */
function readable(document: Tree.Document): Set<TextNode> | null {
  const texts: TextNode[] = []
  const wrapped: { parent: Element; index: number; node: TextNode }[] = []
  for (const parent of elements(document)) {
    if (parent.namespaceURI !== XHTML || RAW.test(parent.tagName)) continue
    parent.childNodes.forEach((node, index) => {
      if (isText(node) && node.value.trim() !== '') wrapped.push({ parent, index, node })
    })
  }
  for (const { parent, index, node } of wrapped) {
    const attrs = [{ name: 'value', value: `${MARK}${texts.push(node) - 1}` }]
    parent.childNodes[index] = { ...SHELL, attrs, parentNode: parent, childNodes: [node] } as Element
  }
  try {
    const view = parseHTML(serialize(document))
    const reader = new Readability<unknown>(view.document, { charThreshold: 50, serializer: node => node })
    const content = reader.parse()?.content as ParentNode | null | undefined
    const kept = new Set<TextNode>()
    for (const node of content?.querySelectorAll(`data[value^="${MARK}"]`) ?? []) {
      kept.add(texts[Number((node.getAttribute('value') ?? '').slice(MARK.length))])
    }
    return kept.size > 0 ? kept : null
  } catch {
    // Both libraries have gaps; a page that is too odd for them has its landmarks.
    return null
  } finally {
    for (const { parent, index, node } of wrapped) parent.childNodes[index] = node
  }
}

class Page {
  /** Length of the text that Readability kept, by the element it stands below. */
  private readonly keptText = new Map<Element, number>()
  /** Elements with kept text of their own. */
  private readonly prose = new Set<Element>()

  constructor(
    private readonly of: ReadonlyMap<Element, Measure>,
    private readonly kept: ReadonlySet<TextNode> | null,
  ) {
    for (const node of kept ?? []) {
      const parent = parentOf(node)
      if (parent) this.prose.add(parent)
      for (let up = parent; up; up = parentOf(up)) {
        this.keptText.set(up, (this.keptText.get(up) ?? 0) + node.value.trim().length)
      }
    }
  }

  size(element: Element): Measure {
    return this.of.get(element) ?? NOTHING
  }

  /** Deepest container below `body` that holds all the text of the kept elements. */
  common(body: Element): Element | null {
    const whole = this.keptText.get(body) ?? 0
    if (whole === 0) return null
    let root = body
    for (;;) {
      const holds = (node: unknown) => this.keptText.get(node as Element) === whole
      const only = root.childNodes.find((node): node is Element => isElement(node) && holds(node))
      if (!only || TEXT_BLOCK.test(only.tagName) || isFurniture(only)) return root
      root = only
    }
  }

  landmark(all: readonly Element[], body: Element): Element {
    const articles = all.filter(element => element.tagName === 'article' && this.size(element).all > 0)
    if (articles.length === 1) return articles[0]
    const main = all.find(element => element.tagName === 'main' || attribute(element, 'role') === 'main')
    return main && this.size(main).all > 0 ? main : body
  }

  /** @param whole length of the root's text */
  isOutside(element: Element, whole: number): boolean {
    const { all, linked } = this.size(element)
    const isBlock = BLOCK.test(element.tagName)
    const isKept = this.kept === null || this.keptText.has(element)
    if (isFurniture(element)) return true
    // A form around the whole page, a container that happens to be called "print-area" still hold the statement.
    if (isNamedFurniture(element)) return !isKept || all <= whole / 2
    // Links side by side are a menu, whatever holds them: in old pages a cell of the table that lays the page out.
    if (/^(?:td|div|section|center|p)$/.test(element.tagName) && this.isMenu(element)) return true
    if (/^(?:ul|ol|div)$/.test(element.tagName) && linked > all * 0.9 && this.isUnderLabel(element)) return true
    if ((isBlock || element.tagName === 'a') && isFurnitureText(this.label(element))) return true
    if (!isBlock || isKept || all === 0) return false

    // Readability left it out. Links to other pages and scraps go; prose, lists and tables of the statement stay.
    if (linked / all > 0.5) return true
    if (!CONTAINER.test(element.tagName)) return false
    const siblings = parentOf(element)?.childNodes ?? []
    const amongProse = siblings.some(node => isElement(node) && this.prose.has(node))
    if (linked === 0 && amongProse) return false
    return linked / all > 0.25 || !/\p{L}[^.!?]{30,}[.!?:;]/u.test(textUnder(element))
  }

  private isMenu(element: Element): boolean {
    const { all, linked, links } = this.size(element)
    return links >= 3 && linked / Math.max(1, all) >= 0.8 && linked / links < 40
  }

  /** Whether "See also" or the like stands above it. */
  private isUnderLabel(element: Element): boolean {
    const siblings = parentOf(element)?.childNodes.filter(isElement) ?? []
    const before = siblings[siblings.indexOf(element) - 1]
    return before !== undefined && isFurnitureText(this.label(before))
  }

  /** The text of a small element; empty for one that is too much to be a label. */
  private label(element: Element): string {
    const size = this.size(element)
    return size.all > LABEL.all || size.elements > LABEL.elements ? '' : textUnder(element)
  }
}
