import { Link } from '@tanstack/react-router'
import { shortId } from '../../app/address.js'
import type { FoundSentence } from '../../client/types.gen.js'
import { Actors } from '../../pieces/actors.js'
import { CiteButton } from '../../pieces/cite.js'
import { Day } from '../../pieces/day.js'
import { Force } from '../../pieces/force.js'

/** Sentences with the words marked, their acts beside them, and the way to where they stand. */
export function Sentences({ sentences }: { sentences: readonly FoundSentence[] }) {
  return (
    <ol className="sentences">
      {sentences.map(sentence => {
        const { id, n, text, statement, acts } = sentence
        const place = { to: '/s/$id', params: { id: shortId(statement.id) }, hash: `s${n}` } as const
        return (
          <li key={id}>
            <div className="where">
              <Day day={statement.date} short />
              <span>
                <Actors ids={statement.issuers} most={3} none="issuer unknown" />
              </span>
            </div>
            <div>
              <blockquote dir="auto">
                <Link {...place}>{marked(sentence)}</Link>
              </blockquote>
              <p className="of">
                {statement.title ?? statement.label}{' '}
                <CiteButton
                  quote={text}
                  title={statement.title ?? statement.label}
                  date={statement.date}
                  address={`/s/${shortId(statement.id)}#s${n}`}
                />
              </p>
            </div>
            <ul className="acts">
              {acts.map(act => (
                <li key={act.id}>
                  <Force force={act.force} intensity={act.intensity} repeated={act.repeated} />
                  {act.targets.length > 0 && (
                    <>
                      {' '}
                      <span aria-hidden="true">→</span> <Actors ids={act.targets} most={3} />
                    </>
                  )}
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}

function marked({ text, marks }: FoundSentence) {
  const parts: React.ReactNode[] = []
  let at = 0
  for (const { start, end } of marks) {
    if (start < at) continue
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  return [...parts, text.slice(at)]
}
