import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { topicLabel } from '../../../../src/export/labels.js'
import { shortId } from '../../app/address.js'
import type { GetStatementsIdReadingResponse } from '../../client/types.gen.js'
import { Actors, inRow, useActorNames } from '../../pieces/actors.js'
import { CiteButton } from '../../pieces/cite.js'
import { Day } from '../../pieces/day.js'
import { DownloadMenu } from '../../pieces/download.js'
import { previousQuery } from './queries.js'

const History = lazy(() => import('./history.js').then(({ History: component }) => ({ default: component })))

interface Props {
  id: string
  statement: GetStatementsIdReadingResponse['statement']
  data: GetStatementsIdReadingResponse
}

/** Title, day and issuers as a newspaper would set them, and what can be done with the statement. */
export function Head({ id, statement, data }: Props) {
  const { kind, date, issuers, url } = statement
  const title = statement.title ?? statement.id
  const name = useActorNames()
  const [history, setHistory] = useState(false)
  const { data: previous } = useQuery(previousQuery(id))
  const before = previous?.statements[0]
  return (
    <header className="reading-head">
      <title>{`${title} · Demarche`}</title>
      {kind && <p className="caps">{topicLabel(kind)}</p>}
      <h1 dir="auto">{title}</h1>
      <div className="reading-line">
        <p className="byline">
          <Day day={date} />
          {issuers.length > 0 && <Actors ids={issuers} most={8} />}
          {url && /^https?:/.test(url) && (
            <a href={url} rel="noreferrer">
              {new URL(url).host.replace(/^www\./, '')}
            </a>
          )}
        </p>
        <div className="tools">
          {before && (
            <Link to="/compare" search={{ a: shortId(before.id), b: shortId(id) }} className="plain link">
              Compare with the one before
            </Link>
          )}
          <button type="button" className="plain" onClick={() => setHistory(true)}>
            Corrections
          </button>
          <CiteButton title={title} date={date} by={inRow(issuers.map(name))} address={`/s/${shortId(id)}`} />
          <DownloadMenu name={statement.id} json={() => data} csv={() => actRows(data)} />
        </div>
      </div>
      {history && (
        <Suspense>
          <History id={id} text={statement.text} onClose={() => setHistory(false)} />
        </Suspense>
      )}
    </header>
  )
}

function actRows({ acts, statement: { text } }: GetStatementsIdReadingResponse) {
  const words = (span: { start: number; end: number } | null) => (span ? text.slice(span.start, span.end) : '')
  return [
    [
      'act',
      'sentence',
      'force',
      'intensity',
      'repeated',
      'actors',
      'targets',
      'topics',
      'trigger',
      'content',
      'condition',
    ],
    ...acts.map((act, n) => [
      n,
      act.sentence,
      act.force,
      act.intensity,
      act.repeated ? 'yes' : 'no',
      act.actors.join('; '),
      act.targets.join('; '),
      act.topics.join('; '),
      words(act.trigger),
      words(act.content),
      words(act.condition),
    ]),
  ]
}
