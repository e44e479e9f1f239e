import type { VerdictRow } from '../../../src/check/verdict.js'

/** A row of the record as evidence: what it holds, whether it was verified, where sources differ, and the source itself. */
export function SourceRow({ row }: { row: VerdictRow }) {
  return (
    <div className="source-row">
      <p>{row.what}</p>
      {row.disputed.map(line => (
        <p key={line} className="disputed">
          Sources differ on {line}
        </p>
      ))}
      <p className="source">
        <code>{row.id}</code> <Linked text={row.source} />
        {row.verified !== 'true' && <em> {verifiedText(row.verified)}</em>}
      </p>
    </div>
  )
}

/** Whether a row was seen in its source; nothing where it was. */
export function verifiedText(verified: VerdictRow['verified']): string {
  return { true: '', partly: 'partly verified', false: 'not verified in its source' }[verified]
}

/** Words in which addresses of the web are links. Any other scheme stays words. */
export function Linked({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:)\]])/)
  return parts.map((part, i) =>
    i % 2 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same address may stand twice
      <a key={i} href={part} rel="noreferrer">
        {part.replace(/^https?:\/\/(?:www\.)?/, '')}
      </a>
    ) : (
      part
    ),
  )
}
