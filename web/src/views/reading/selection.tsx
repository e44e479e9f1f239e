import { type RefObject, useEffect, useState } from 'react'
import type { Span } from '../../../../src/text/span.js'
import { CiteButton } from '../../pieces/cite.js'
import { useRoom } from './room.js'

/** What can be done with words that are selected in the text: cite them, or make them an act. */
export function SelectionTools({ article }: { article: RefObject<HTMLElement | null> }) {
  const { text, cite, path, correct } = useRoom()
  const [chosen, setChosen] = useState<{ span: Span; sentence: string | null } | null>(null)
  useEffect(() => {
    const onChange = () => setChosen(selectedIn(article.current))
    document.addEventListener('selectionchange', onChange)
    return () => document.removeEventListener('selectionchange', onChange)
  }, [article])
  if (!chosen) return null
  const { span, sentence } = chosen
  return (
    <div className="selection-tools" role="toolbar" aria-label="Selected words">
      <q>{shortened(text.slice(span.start, span.end))}</q>
      {/* Pressing a button would take the selection away before the click. */}
      <span className="tools" onPointerDown={event => event.preventDefault()}>
        <button type="button" className="plain" onClick={() => correct({ words: span })}>
          Add an act
        </button>
        <CiteButton
          {...cite}
          name="Cite these words"
          quote={text.slice(span.start, span.end)}
          address={sentence ? `${path}#${sentence}` : path}
        />
      </span>
    </div>
  )
}

/** The selected words as a place of the text, and the sentence in which they begin; null where nothing of the text is selected. */
function selectedIn(article: HTMLElement | null): { span: Span; sentence: string | null } | null {
  const selection = window.getSelection()
  if (!article || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const start = placeOf(range.startContainer, range.startOffset)
  const end = placeOf(range.endContainer, range.endOffset)
  if (start === null || end === null || end <= start || !article.contains(range.commonAncestorContainer)) return null
  return { span: { start, end }, sentence: range.startContainer.parentElement?.closest('[data-s]')?.id ?? null }
}

function placeOf(node: Node, offset: number): number | null {
  const piece = node.parentElement?.closest<HTMLElement>('[data-at]')
  return node.nodeType === Node.TEXT_NODE && piece ? Number(piece.dataset.at) + offset : null
}

function shortened(words: string): string {
  return words.length > 60 ? `${words.slice(0, 28)} … ${words.slice(-28)}` : words
}
