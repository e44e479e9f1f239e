import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { isFurniture, isFurnitureText } from './html-skip.js'
import { attribute, type Element, elements, isElement, isText, parentOf, textLength, textUnder } from './html-tree.js'

/** Where in a page the statement stands. */
export interface Root {
  element: Element
  /** What is below it and no part of the statement. */
  skip(element: Element): boolean
}

/** Carries an element's number through the second parser. */
const MARK = 'data-demarche-n'
/** Elements whose own text is prose or a heading: the search for the root goes no deeper. */
const TEXT_BLOCK = /^(?:p|li|ul|ol|dl|dt|dd|h[1-6]|blockquote|pre|tr|td|th|table|tbody|a|b|i|em|strong|span)$/
const BLOCK = /^(?:div|section|article|p|ul|ol|dl|table|blockquote|h[1-6]|header|center|details|pre)$/
/** Beyond this a tree costs more memory and time than a statement's page ever needs. */
const MAX_ELEMENTS = 100_000

/**
 * The smallest element that holds everything which Readability takes for the article; where it finds none, the
 * page's `<article>`, `<main>` or `<body>`.
 */
export function findRoot(document: Tree.Document): Root | null {
  const all = elements(document)
  const body = all.find(element => element.tagName === 'body')
  if (!body) return null
  const kept = all.length > MAX_ELEMENTS ? null : readable(document, all)
  const inside = kept ? common(body, kept) : null
  const element = inside && hasText(inside) ? inside : landmark(all, body)
  const size = textLength(element).all
  return { element, skip: element => isOutside(element, kept, size) }
}

/** The elements that survive in Readability's article, or null where it finds none. */
function readable(document: Tree.Document, all: Element[]): Set<Element> | null {
  all.forEach((element, n) => {
    element.attrs.push({ name: MARK, value: String(n) })
  })
  try {
    const view = parseHTML(serialize(document))
    const reader = new Readability<unknown>(view.document, { charThreshold: 100, serializer: node => node })
    const content = reader.parse()?.content as {
      querySelectorAll(query: string): Iterable<{ getAttribute(name: string): string }>
    } | null
    if (!content) return null
    const kept = new Set<Element>()
    for (const node of content.querySelectorAll(`[${MARK}]`)) kept.add(all[Number(node.getAttribute(MARK))])
    return kept.size > 0 ? kept : null
  } catch {
    // Both libraries work by recursion and have gaps; a page that is too deep or too odd for them has its landmarks.
    return null
  } finally {
    for (const element of all) element.attrs.pop()
  }
}

/** Deepest container below `body` that holds all the text of the kept elements. */
function common(body: Element, kept: ReadonlySet<Element>): Element | null {
  const total = new Map<Element, number>()
  for (const element of kept) {
    const own = element.childNodes.filter(isText).reduce((sum, node) => sum + node.value.trim().length, 0)
    if (own === 0) continue
    for (let up: Element | null = element; up; up = parentOf(up)) total.set(up, (total.get(up) ?? 0) + own)
  }
  const whole = total.get(body) ?? 0
  if (whole === 0) return null
  let root = body
  for (;;) {
    const only = root.childNodes.find((node): node is Element => isElement(node) && total.get(node) === whole)
    if (!only || TEXT_BLOCK.test(only.tagName)) return root
    root = only
  }
}

function landmark(all: Element[], body: Element): Element {
  const articles = all.filter(element => element.tagName === 'article' && hasText(element))
  if (articles.length === 1) return articles[0]
  const main = all.find(element => element.tagName === 'main' || attribute(element, 'role') === 'main')
  return main && hasText(main) ? main : body
}

function hasText(element: Element): boolean {
  return textLength(element).all > 0
}

function isOutside(element: Element, kept: ReadonlySet<Element> | null, size: number): boolean {
  if (isFurniture(element)) {
    // A container that only happens to have such a name ("print-area") still holds the statement.
    return !(BLOCK.test(element.tagName) && kept?.has(element) && textLength(element).all > size / 2)
  }
  if (!BLOCK.test(element.tagName) || kept === null || kept.has(element)) {
    return BLOCK.test(element.tagName) && isFurnitureText(shortText(element))
  }
  // Readability left it out. Links to other pages and scraps go; prose, lists and tables of the statement stay.
  const { all, linked } = textLength(element)
  if (all === 0) return false
  if (linked / all > 0.5) return true
  const text = shortText(element)
  if (isFurnitureText(text)) return true
  if (/^(?:div|section|header|center|details)$/.test(element.tagName)) {
    const holdsKept = elements(element).some(inner => kept.has(inner))
    return !holdsKept && (linked / all > 0.25 || !/\p{L}[^.!?]{30,}[.!?:;]/u.test(textUnder(element)))
  }
  return false
}

/** The text of a small element; empty for one that is too long to be a label. */
function shortText(element: Element): string {
  return textLength(element).all > 700 ? '' : textUnder(element)
}
