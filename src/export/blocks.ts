import type { Sentence } from '../read/reading.js'
import type { Span } from '../text/span.js'

/** A sentence with what stands before it in the text and belongs to no sentence (a bullet, a number), trimmed. */
export interface BlockSentence {
  index: number
  sentence: Sentence
  lead: Span
}

/** Sentences that stand together on the page: a paragraph, or a heading of its own. */
export interface Block {
  kind: 'heading' | 'paragraph'
  sentences: BlockSentence[]
}

/**
 * The sentences by paragraphs. A blank line always parts two; a single line end does where the text is not hard-wrapped
 * (no sentence runs over a line end), since there each paragraph is one line.
 */
export function blocksOf(text: string, sentences: readonly Sentence[]): Block[] {
  const wrapped = sentences.some(({ start, end }) => /\S[ \t]*\r?\n[ \t]*\S/.test(text.slice(start, end)))
  const parts = wrapped ? /\n[ \t\r]*\n/ : /[\n\u2028\u2029]/
  const blocks: Block[] = []
  let end = 0
  sentences.forEach((sentence, index) => {
    const gap = text.slice(end, sentence.start)
    const lead = trimmed(text, { start: end, end: Math.max(end, sentence.start) })
    const kind = sentence.status === 'heading' ? 'heading' : 'paragraph'
    const last = blocks.at(-1)
    if (!last || kind !== last.kind || parts.test(gap)) blocks.push({ kind, sentences: [{ index, sentence, lead }] })
    else last.sentences.push({ index, sentence, lead })
    end = Math.max(end, sentence.end)
  })
  return blocks
}

/** What stands after the last sentence, trimmed: empty where nothing does. */
export function tailOf(text: string, sentences: readonly Sentence[]): Span {
  return trimmed(text, { start: Math.max(0, ...sentences.map(sentence => sentence.end)), end: text.length })
}

function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && /\s/.test(text[start])) start++
  while (end > start && /\s/.test(text[end - 1])) end--
  return { start, end }
}
