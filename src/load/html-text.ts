import type { OriginRun } from '../text/doc.js'
import { type Alignment, align } from './html-align.js'
import { attribute, type Element, isElement, isText, type Node, type Parent, parentOf, walk } from './html-tree.js'

/** Blocks that stand apart from their neighbours by a blank line. */
const APART = new Set(
  (
    'p div section article main header blockquote pre ul ol dl table h1 h2 h3 h4 h5 h6 hr address details summary ' +
    'fieldset center body caption'
  ).split(' '),
)
/** Blocks that are always left out and still part their neighbours. */
const LEFT_OUT = /^(?:nav|aside|footer|form|figure|dialog|video|iframe)$/
/** Blocks that stand on lines of their own. */
const OWN_LINE = new Set('li dt dd tr thead tbody tfoot'.split(' '))

/** A gap that is owed before the next character: nothing, a space, a tab, one line end, or a blank line. */
type Gap = '' | ' ' | '\t' | '\n' | '\n\n'

export interface HtmlText {
  text: string
  origin: OriginRun[]
}

/**
 * The text below some nodes, block by block: a blank line between blocks, a line for each list item and each row, a
 * tab between cells as browsers copy them, `<br>` a line end, runs of white space one space. Nothing else is put in.
 *
 * @param skip whether an element and what is below it are left out
 */
export function htmlText(top: Parent, html: string, skip: (element: Element) => boolean): HtmlText {
  const writer = new Writer(html)
  let preformatted = 0
  walk(
    top,
    (node: Node) => {
      if (isText(node)) writer.text(node.value, align(node, html, writer.entities), preformatted > 0)
      if (!isElement(node)) return false
      if (skip(node)) {
        // What is left out still parts its neighbours.
        if (APART.has(node.tagName) || LEFT_OUT.test(node.tagName)) writer.owe('\n\n')
        return false
      }
      if (node.tagName === 'br') writer.lineBreak()
      else writer.owe(gapOf(node))
      if (node.tagName === 'pre') preformatted++
      return true
    },
    element => {
      if (element.tagName === 'pre') preformatted--
      if (element.tagName === 'td' || element.tagName === 'th') writer.owe('\t')
      else if (element.tagName !== 'br') writer.owe(gapOf(element, true))
    },
  )
  return { text: writer.out.join(''), origin: writer.origin }
}

function gapOf(element: Element, leaving = false): Gap {
  const { tagName } = element
  const parent = parentOf(element)
  if (parent?.tagName === 'li' && IN_ITEM.test(tagName)) {
    // An item's first paragraph begins on the item's own line; a list within follows without a blank line.
    const first = parent.childNodes.find(node => isElement(node) || (isText(node) && node.value.trim() !== ''))
    return leaving || first === element || tagName === 'ul' || tagName === 'ol' ? '\n' : '\n\n'
  }
  if (APART.has(tagName)) return '\n\n'
  if (OWN_LINE.has(tagName)) return '\n'
  return /(?:^|;)\s*display\s*:\s*block/i.test(attribute(element, 'style') ?? '') ? '\n\n' : ''
}

const IN_ITEM = /^(?:p|div|ul|ol)$/

class Writer {
  readonly out: string[] = []
  readonly origin: OriginRun[] = []
  readonly entities = new Map<string, string>()
  private length = 0
  private gap: Gap = ''
  /** Offset in the source of the character that the owed space is, or -1. */
  private gapSource = -1
  private breaks = 0
  /** White space of preformatted text that is owed. */
  private kept: { unit: string; source: number }[] = []

  constructor(private readonly html: string) {}

  owe(gap: Gap): void {
    // White space at the edge of a block is not the block's.
    if (rank(gap) > 1) this.kept = []
    if (rank(gap) > rank(this.gap)) {
      this.gap = gap
      this.gapSource = -1
    }
  }

  lineBreak(): void {
    this.breaks++
    this.owe(this.breaks > 1 ? '\n\n' : '\n')
  }

  text(value: string, alignment: Alignment, preformatted: boolean): void {
    for (let j = 0; j < value.length; j++) {
      const unit = value[j]
      if (/[ \t\n\f\r]/.test(unit)) {
        const source = alignment.source[j]
        if (preformatted) {
          this.kept.push({ unit, source })
        } else if (this.gap === '' && source >= 0 && this.html[source] === ' ') {
          this.gap = ' '
          this.gapSource = source
        } else this.owe(' ')
        continue
      }
      this.settle()
      const source = alignment.source[j]
      if (source < 0) this.put(unit, null, false)
      else if (alignment.entity[j] === 1) {
        let end = j + 1
        while (end < value.length && alignment.entity[end] === 1 && alignment.source[end] === source) end++
        this.put(value.slice(j, end), source, true)
        j = end - 1
      } else this.put(unit, source, false)
    }
  }

  /** Writes the gap that is owed; none at the beginning. */
  private settle(): void {
    if (this.gap !== '' && this.length > 0) {
      if (this.gap === ' ' && this.gapSource >= 0) this.put(' ', this.gapSource, false)
      else this.put(this.gap, null, false)
    } else if (this.length > 0)
      for (const { unit, source } of this.kept)
        this.put(unit, source < 0 || this.html[source] !== unit ? null : source, false)
    this.gap = ''
    this.gapSource = -1
    this.breaks = 0
    this.kept = []
  }

  private put(text: string, source: number | null, alone: boolean): void {
    const start = this.length
    this.out.push(text)
    this.length += text.length
    if (source === null) return
    const last = this.origin.at(-1)
    const continues =
      !alone &&
      last &&
      !this.lastAlone &&
      last.end === start &&
      last.source !== null &&
      last.source + (last.end - last.start) === source
    if (continues) last.end = this.length
    else this.origin.push({ start, end: this.length, source, page: null })
    this.lastAlone = alone
  }

  /** Whether the last run is an entity, which nothing continues. */
  private lastAlone = false
}

function rank(gap: Gap): number {
  return gap === '\n\n' ? 4 : gap === '\n' ? 3 : gap === '\t' ? 2 : gap === ' ' ? 1 : 0
}
