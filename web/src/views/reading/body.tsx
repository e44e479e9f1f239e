import { memo, useMemo } from 'react'
import type { Block, BlockSentence } from '../../../../src/export/blocks.js'
import type { Mention } from '../../../../src/read/reading.js'
import { Force } from '../../pieces/force.js'
import { Outcome } from '../../pieces/outcome.js'
import type { Model, NumberedAct, NumberedClaim } from './model.js'
import { ActNote, ClaimNote } from './notes.js'
import { Words } from './words.js'

interface Props {
  model: Model
  claims: ReadonlyMap<number, NumberedClaim[]>
  /** Acts that the filters leave; null for all. */
  left: ReadonlySet<number> | null
  /** The act and the claim that are open. */
  act: number | undefined
  claim: number | undefined
  /** Whether notes stand below their sentences, folded. */
  narrow: boolean
  /** Whether names, dates and the like are marked. */
  named: boolean
}

const NONE: never[] = []
/** Characters, about, that are laid out at a time while the window moves; a text below `SHORT` is laid out at once. */
const CHUNK = 500
const SHORT = 20_000

/** The statement, paragraph by paragraph. Only what is near the window is laid out by the browser. */
export function Body({ model, claims, left, act, claim, narrow, named }: Props) {
  const { text, tail } = model
  const chunks = useMemo(() => chunksOf(model.blocks, model.text.length < SHORT ? SHORT : CHUNK), [model])
  const setBlock = ({ kind, sentences }: Block) => {
    const first = sentences[0].index
    const inside = sentences.map(item => {
      const acts = model.acts.get(item.index) ?? NONE
      const said = claims.get(item.index) ?? NONE
      return (
        <OneSentence
          key={item.index}
          text={text}
          item={item}
          acts={acts}
          claims={said}
          mentions={named ? (model.mentions.get(item.index) ?? NONE) : NONE}
          left={left}
          open={acts.some(({ n }) => n === act) ? act : undefined}
          openClaim={said.some(({ n }) => n === claim) ? claim : undefined}
          narrow={narrow}
        />
      )
    })
    return kind === 'heading' ? (
      <h2 key={first} className="para">
        {inside}
      </h2>
    ) : (
      <div key={first} className="para">
        <a className="para-no" href={`#s${first}`} aria-label={`sentence ${first + 1}`}>
          {first + 1}
        </a>
        {inside}
      </div>
    )
  }
  return (
    <>
      {chunks.map(blocks => (
        <div key={blocks[0].sentences[0].index} className="chunk">
          {blocks.map(setBlock)}
        </div>
      ))}
      {tail.start < tail.end && (
        <div className="chunk">
          <div className="para furniture">{text.slice(tail.start, tail.end)}</div>
        </div>
      )}
    </>
  )
}

function chunksOf(blocks: readonly Block[], most: number): Block[][] {
  const chunks: Block[][] = []
  let size = most
  for (const block of blocks) {
    if (size >= most) {
      chunks.push([])
      size = 0
    }
    chunks.at(-1)!.push(block)
    size += block.sentences.at(-1)!.sentence.end - block.sentences[0].sentence.start
  }
  return chunks
}

interface SentenceProps {
  text: string
  item: BlockSentence
  acts: readonly NumberedAct[]
  claims: readonly NumberedClaim[]
  mentions: readonly Mention[]
  left: ReadonlySet<number> | null
  open: number | undefined
  openClaim: number | undefined
  narrow: boolean
}

const OneSentence = memo(function OneSentence(props: SentenceProps) {
  const { text, item, claims, mentions, left, open, openClaim, narrow } = props
  const { index, sentence, lead } = item
  const acts = left === null ? props.acts : props.acts.filter(({ n }) => left.has(n))
  const shown = left === null ? claims : NONE
  const unread = sentence.status === 'unread' || sentence.status === 'fragment'
  const notes = (acts.length > 0 || shown.length > 0 || unread) && (
    <ul className="notes" aria-label={`Notes on sentence ${index + 1}`}>
      {acts.map(each => (
        <ActNote key={each.n} {...each} open={each.n === open} />
      ))}
      {shown.map(each => (
        <ClaimNote key={each.n} {...each} open={each.n === openClaim} />
      ))}
      {unread && <li className="note unread-note">{sentence.status === 'unread' ? 'not read' : 'fragment'}</li>}
    </ul>
  )
  const faint = left !== null && acts.length === 0
  return (
    <>
      {!narrow && notes}
      <span className={`s ${sentence.status}`} id={`s${index}`} data-s={index} data-faint={faint || undefined}>
        {lead.start < lead.end && (
          <span className="lead-in" data-at={lead.start}>
            {text.slice(lead.start, lead.end)}
          </span>
        )}
        {lead.start < lead.end && ' '}
        <Words text={text} sentence={sentence} acts={acts} claims={shown} mentions={mentions} />
      </span>{' '}
      {narrow && notes && (
        <details className="fold-notes" open={open !== undefined || openClaim !== undefined || undefined}>
          <summary>
            {acts.map(({ act, n }) => (
              <Force key={n} force={act.force} intensity={act.intensity} />
            ))}
            {shown.map(({ claim, n }) => (
              <Outcome key={n} outcome={claim.outcome} />
            ))}
            {unread && <span className="dim">not read</span>}
          </summary>
          {notes}
        </details>
      )}
    </>
  )
})
