import type { DefaultTreeAdapterTypes as Tree } from 'parse5'

export type Element = Tree.Element
export type TextNode = Tree.TextNode
export type Parent = Tree.ParentNode
export type Node = Tree.ChildNode

export function isElement(node: Tree.Node): node is Element {
  return 'tagName' in node
}

export function isText(node: Tree.Node): node is TextNode {
  return node.nodeName === '#text'
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find(attr => attr.name === name)?.value ?? null
}

export function parentOf(node: Node): Element | null {
  const parent = node.parentNode
  return parent && isElement(parent) ? parent : null
}

/**
 * The nodes below one, in document order, itself not included. `enter` may answer `false` to pass over what is
 * below a node; `leave` comes after it. No recursion: pages nest deeper than the stack reaches.
 */
export function walk(
  top: Parent,
  enter: (node: Node) => boolean | undefined,
  leave?: (element: Element) => void,
): void {
  const stack: { node: Node; done: boolean }[] = []
  const push = (parent: Parent) => {
    for (let i = parent.childNodes.length - 1; i >= 0; i--) stack.push({ node: parent.childNodes[i], done: false })
  }
  push(top)
  while (stack.length > 0) {
    const item = stack.at(-1) as { node: Node; done: boolean }
    if (item.done) {
      stack.pop()
      leave?.(item.node as Element)
      continue
    }
    item.done = true
    const below = enter(item.node) !== false
    if (!isElement(item.node)) stack.pop()
    else if (below) push(item.node)
  }
}

/** All elements below a node, in document order. */
export function elements(top: Parent): Element[] {
  const all: Element[] = []
  walk(top, node => {
    if (isElement(node)) all.push(node)
    return true
  })
  return all
}

/** What is below an element, counted. */
export interface Measure {
  /** Characters of text, white space aside. */
  all: number
  /** Those of them within links. */
  linked: number
  links: number
  elements: number
}

/** Measures every element below a node in one pass; scripts and styles have no text. */
export function measure(top: Parent): { of: Map<Element, Measure>; depth: number } {
  const of = new Map<Element, Measure>()
  const open: Measure[] = []
  let links = 0
  let depth = 0
  walk(
    top,
    node => {
      if (isElement(node)) {
        const own = { all: 0, linked: 0, links: 0, elements: 0 }
        of.set(node, own)
        open.push(own)
        depth = Math.max(depth, open.length)
        if (node.tagName === 'a') links++
        return node.tagName !== 'script' && node.tagName !== 'style'
      }
      const here = open.at(-1)
      if (here && isText(node)) {
        const size = node.value.replace(/\s+/g, '').length
        here.all += size
        if (links > 0) here.linked += size
      }
      return true
    },
    element => {
      const own = open.pop() as Measure
      const outer = open.at(-1)
      if (element.tagName === 'a') links--
      if (!outer) return
      outer.all += own.all
      outer.linked += own.linked
      outer.links += own.links + (element.tagName === 'a' ? 1 : 0)
      outer.elements += own.elements + 1
    },
  )
  return { of, depth }
}

/** The text below a node on one line. */
export function textUnder(top: Parent): string {
  const parts: string[] = []
  walk(top, node => {
    if (isText(node)) parts.push(node.value)
    return !(isElement(node) && (node.tagName === 'script' || node.tagName === 'style'))
  })
  return parts.join('').replace(/\s+/g, ' ').trim()
}
