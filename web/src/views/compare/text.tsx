/** The sentences in rows: the earlier and the later words, or both in one, and the notes beside them. */
import { memo, useEffect, useState } from 'react'
import { type Segment, segmentsOf, trimmedSegment } from '../../../../src/compare/segments.js'
import type { Compared } from '../../../../src/export/comparison/format.js'
import { counted } from '../../../../src/export/labels.js'
import { CiteButton } from '../../pieces/cite.js'
import { Notes } from './notes.js'
import { isChanged, type Part, type Row, rowLabel } from './rows.js'

interface Props {
  parts: readonly Part[]
  compared: Compared
  inline: boolean
}

export function Text({ parts, compared, inline }: Props) {
  return (
    <ol className={inline ? 'text inline' : 'text'}>
      {parts.map(part =>
        part.kind === 'row' ? (
          <RowItem key={part.row.id} row={part.row} compared={compared} />
        ) : (
          <Fold key={`fold-${part.rows[0]!.id}`} rows={part.rows} compared={compared} />
        ),
      )}
    </ol>
  )
}

/** Sentences that did not change, or that a filter leaves out, behind a word that brings them back. */
function Fold({ rows, compared }: { rows: Row[]; compared: Compared }) {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const unfold = () => rows.some(({ id }) => id === window.location.hash.slice(1)) && setOpen(true)
    unfold()
    window.addEventListener('hashchange', unfold)
    return () => window.removeEventListener('hashchange', unfold)
  }, [rows])
  const words = counted(rows.length, 'sentence') + (rows.some(isChanged) ? ' more' : ' the same')
  return (
    <>
      <li className="fold">
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? `Fold the ${words}` : words}
        </button>
      </li>
      {open && rows.map(row => <RowItem key={row.id} row={row} compared={compared} />)}
    </>
  )
}

const RowItem = memo(function RowItem({ row, compared }: { row: Row; compared: Compared }) {
  const { pair, left } = row
  const [before, after] = [compared.a.statement, compared.b.statement]
  const segments = segmentsOf(pair, before.text, after.text)
  const changed = isChanged(row)
  const label = rowLabel(row)
  const other = pair.moved ? (left ? row.id.replace('-left', '') : `${row.id}-left`) : null
  const [inA, inB] = [pair.a.length > 0 && (left || !pair.moved), !left && pair.b.length > 0]
  return (
    <li
      id={row.id}
      className={row.heading ? 'row heading' : 'row'}
      data-kind={pair.kind}
      data-left={left || undefined}
      data-changed={changed || undefined}
      tabIndex={changed ? -1 : undefined}
    >
      <p className="became">
        {label && (other ? <a href={`#${other}`}>{label}</a> : label)}
        {!label && changed && 'same words'}
      </p>
      <p className="a" lang={before.language} dir="auto">
        {inA && (
          <>
            <span className="hidden">Earlier: </span>
            {left ? <del>{words(segments)}</del> : <Redline segments={segments} without="inserted" />}
          </>
        )}
      </p>
      <p className="b" lang={after.language} dir="auto">
        {inB && (
          <>
            <span className="hidden">Later: </span>
            <Redline segments={segments} without="deleted" />
          </>
        )}
      </p>
      <p className="both" lang={after.language} dir="auto">
        {left ? <del>{words(segments)}</del> : <Redline segments={segments} />}
      </p>
      <div className="notes">
        {!left && <Notes row={row} compared={compared} />}
        {changed && !left && (
          <CiteButton
            quote={words(segments.filter(({ kind }) => (inB ? kind !== 'deleted' : kind !== 'inserted')))}
            title={(inB ? after.title : before.title) ?? (inB ? after.id : before.id)}
            date={inB ? after.date : before.date}
            address={`${window.location.pathname}${window.location.search}#${row.id}`}
          />
        )}
      </div>
    </li>
  )
})

function words(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join('')
}

/** Words with what came and went marked. The space around changed words stays outside: nobody underlines it. */
function Redline({ segments, without }: { segments: readonly Segment[]; without?: Segment['kind'] }) {
  return segments
    .filter(({ kind }) => kind !== without)
    .map((segment, i) => {
      if (segment.kind === 'same') return segment.text
      const { before, words: said, after } = trimmedSegment(segment)
      const Mark = segment.kind === 'deleted' ? 'del' : 'ins'
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: a redline never changes
        <span key={i}>
          {before}
          <Mark>{said}</Mark>
          {after}
        </span>
      )
    })
}
