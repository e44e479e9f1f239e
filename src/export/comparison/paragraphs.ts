import type { Pair } from '../../compare/comparison.js'
import type { Sentence } from '../../read/reading.js'
import { blocksOf } from '../blocks.js'
import type { Compared } from './format.js'
import { type Placed, placed } from './placed.js'

/** What stands together on the page. */
export interface Paragraph {
  heading: boolean
  items: Placed[]
  /** Nothing of it was there before, or nothing is there any more; null where some of it is in both. */
  whole: 'inserted' | 'deleted' | null
}

/** The placed pairs by the paragraphs of the later text; what is gone stands in the paragraphs it had, beside its neighbours. */
export function paragraphsOf({ a, b, comparison }: Compared): Paragraph[] {
  const [blockA, blockB] = [
    blockFinder(a.statement.text, a.reading.sentences),
    blockFinder(b.statement.text, b.reading.sentences),
  ]
  const paragraphs: (Paragraph & { a: number; b: number })[] = []
  for (const item of placed(comparison.pairs)) {
    const gone = item.left || !item.pair.b.length
    const own = gone ? blockA(item.pair.a[0]!.start) : blockB(item.pair.b[0]!.start)
    const last = paragraphs.at(-1)
    const together =
      last && (gone ? last.a === own.index : last.b === own.index || (last.b < 0 && partnerBlock(item.pair) === last.a))
    if (!together) paragraphs.push({ heading: own.heading, items: [], whole: null, a: -1, b: -1 })
    const paragraph = paragraphs.at(-1)!
    paragraph.items.push(item)
    if (!gone) paragraph.b = own.index
    if (gone) paragraph.a = own.index
    else if (item.pair.a.length && !item.pair.moved) paragraph.a = blockA(item.pair.a.at(-1)!.start).index
  }
  for (const paragraph of paragraphs) {
    const { items } = paragraph
    if (items.every(({ pair, left }) => left || !pair.b.length)) paragraph.whole = 'deleted'
    else if (items.every(({ pair, left }) => !left && (!pair.a.length || pair.moved))) paragraph.whole = 'inserted'
  }
  return paragraphs

  function partnerBlock(pair: Pair): number {
    return pair.a.length && !pair.moved ? blockA(pair.a[0]!.start).index : -2
  }
}

function blockFinder(text: string, sentences: readonly Sentence[]) {
  const blocks = new Map<number, { index: number; heading: boolean }>()
  blocksOf(text, sentences).forEach((block, index) => {
    for (const { sentence } of block.sentences) blocks.set(sentence.start, { index, heading: block.kind === 'heading' })
  })
  return (start: number) => blocks.get(start)!
}
