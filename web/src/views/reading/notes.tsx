/** What stands in the margin: who does what to whom how strongly, and what the record says of a claim. */
import { familyOf } from '../../../../src/export/families.js'
import { counted, topicLabel } from '../../../../src/export/labels.js'
import type { Act } from '../../../../src/read/reading.js'
import { Actors } from '../../pieces/actors.js'
import { CiteButton } from '../../pieces/cite.js'
import { Force } from '../../pieces/force.js'
import { Outcome } from '../../pieces/outcome.js'
import { Linked, SourceRow } from '../../pieces/source-row.js'
import type { NumberedAct, NumberedClaim } from './model.js'
import { useRoom } from './room.js'

/** Rows of the record that an act names before the rest is counted. */
const REFS = 4

export function ActNote({ act, n, open }: NumberedAct & { open: boolean }) {
  const { text, choose, correct, cite, path } = useRoom()
  const condition = act.condition && text.slice(act.condition.start, act.condition.end)
  return (
    <li id={`n${n}`} data-act={n} className={`note f-${familyOf(act.force)}`} data-open={open}>
      <button
        type="button"
        className="note-head"
        aria-expanded={open}
        onClick={() => choose({ act: open ? undefined : n })}
      >
        <Force force={act.force} intensity={act.intensity} repeated={act.repeated} />{' '}
        <span className="note-who">
          {act.actors.length ? <Actors ids={act.actors} /> : <i>nobody named</i>}
          {act.targets.length > 0 && (
            <>
              <span className="arrow" role="img" aria-label=" toward ">
                →
              </span>
              <Actors ids={act.targets} />
            </>
          )}
        </span>
        {condition && <span className="note-if">on condition: {condition}</span>}
      </button>
      {open && (
        <div className="note-more">
          <p>
            <span className="dim">About</span> {act.topics.map(topicLabel).join(', ')}
          </p>
          {act.conduct && (
            <p>
              <span className="dim">Conduct</span> {topicLabel(act.conduct)}
            </p>
          )}
          {act.refs.length > 0 && (
            <p>
              <span className="dim">Speaks of</span> <code>{act.refs.slice(0, REFS).join(', ')}</code>
              {act.refs.length > REFS && ` and ${act.refs.length - REFS} more`}
            </p>
          )}
          <p>
            <span className="dim">{act.rule.startsWith('correction/') ? 'Corrected' : 'Found by'}</span>{' '}
            <code>{act.rule}</code>
          </p>
          <div className="tools">
            <button type="button" className="plain" onClick={() => correct({ act: n })}>
              Correct
            </button>
            <CiteButton {...cite} quote={wordsOf(act, text)} address={`${path}?act=${n}`} />
          </div>
        </div>
      )}
    </li>
  )
}

/** From its trigger to what is done, whichever stands first. */
function wordsOf({ trigger, content }: Act, text: string): string {
  return text.slice(Math.min(trigger.start, content.start), Math.max(trigger.end, content.end))
}

export function ClaimNote({ claim, n, open }: NumberedClaim & { open: boolean }) {
  const { text, choose, cite, path } = useRoom()
  const words = text.slice(claim.start, claim.end)
  return (
    <li id={`c${n}`} data-claim={n} className="note claim" data-open={open}>
      <button
        type="button"
        className="note-head"
        aria-expanded={open}
        onClick={() => choose({ claim: open ? undefined : n })}
      >
        <Outcome outcome={claim.outcome} basis={claim.basis} />
        <span className="note-kind">{claim.kind}</span>
      </button>
      {open && (
        <div className="note-more">
          <q>{words}</q>
          <p>
            <Linked text={sentence(claim.because)} />
          </p>
          <p className="dim">For the opposite: {claim.opposite}.</p>
          {claim.rows.length > 0 && (
            <details>
              <summary>{counted(claim.rows.length, 'row')} of the record</summary>
              {claim.rows.map((row, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row may be seen twice
                <SourceRow key={i} row={row} />
              ))}
            </details>
          )}
          <div className="tools">
            <CiteButton {...cite} quote={words} address={`${path}?claim=${n}`} />
          </div>
        </div>
      )}
    </li>
  )
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
}
