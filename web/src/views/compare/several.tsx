/** Three statements and more: who says what on each point. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { topicLabel } from '../../../../src/export/labels.js'
import { answer } from '../../api/api.js'
import { useMedia } from '../../app/media.js'
import { getComparison } from '../../client/sdk.gen.js'
import type { Points } from '../../client/types.gen.js'
import { Choices } from '../../pieces/choices.js'
import { CiteButton } from '../../pieces/cite.js'
import { countsOf } from '../../pieces/counts.js'
import { Dialog } from '../../pieces/dialog.js'
import { DownloadMenu, type Rows } from '../../pieces/download.js'
import { Answer, Empty } from '../../pieces/states.js'
import { ViewHead } from '../../pieces/view-head.js'
import { comparing } from './address.js'
import { letter } from './letter.js'
import { PointList, PointTable } from './points.js'
import { StatementList, StatementName } from './statement-list.js'

type Point = Points['points'][number]

export function Several({ ids }: { ids: readonly string[] }) {
  const [a, b, ...c] = ids
  const query = useQuery({
    queryKey: ['comparison', ...ids],
    queryFn: ({ signal }) => answer(getComparison({ query: { a: a!, b: b!, c }, signal })) as Promise<Points>,
  })
  return (
    <>
      <ViewHead
        title="Compare"
        lead={`${ids.length} statements: who says what on each point.`}
        tools={
          query.data && (
            <>
              <CiteButton
                title={`${ids.length} statements compared: ${query.data.statements.map(({ title, id }) => title ?? id).join('; ')}`}
              />
              <DownloadMenu name="points" csv={() => tableOf(query.data)} json={() => query.data} />
            </>
          )
        }
      />
      <Answer query={query} what="the comparison" lines={12}>
        {compared => (
          <>
            <Chosen ids={ids} statements={compared.statements} />
            <AllPoints {...compared} />
          </>
        )}
      </Answer>
    </>
  )
}

function Chosen({ ids, statements }: { ids: readonly string[]; statements: Points['statements'] }) {
  const navigate = useNavigate({ from: '/compare' })
  const [adding, setAdding] = useState(false)
  return (
    <div className="several-heads">
      <ol>
        {statements.map((statement, i) => (
          <li key={ids[i]}>
            <b>{letter(i)}</b>
            <Link to="/s/$id" params={{ id: ids[i]! }}>
              <StatementName row={{ ...statement, label: statement.id }} />
            </Link>
            <span className="tools">
              {i > 0 && (
                <Link to="/compare" search={{ a: ids[i - 1], b: ids[i] }} className="plain">
                  Redline against {letter(i - 1)}
                </Link>
              )}
              <Link
                to="/compare"
                search={before => ({ ...before, ...comparing(ids.filter((_, k) => k !== i)) })}
                className="plain"
              >
                Take out<span className="hidden"> {statement.title}</span>
              </Link>
            </span>
          </li>
        ))}
      </ol>
      <button type="button" className="plain" onClick={() => setAdding(true)}>
        Add another
      </button>
      <Dialog title="Choose another statement" open={adding} onClose={() => setAdding(false)}>
        <StatementList
          without={ids}
          choice={(row, name) => (
            <button
              type="button"
              onClick={() => {
                setAdding(false)
                void navigate({ search: before => ({ ...before, ...comparing([...ids, row.id]) }) })
              }}
            >
              {name}
            </button>
          )}
        />
      </Dialog>
    </div>
  )
}

function AllPoints({ statements, points }: Pick<Points, 'statements' | 'points'>) {
  const { topic = [] } = useSearch({ from: '/compare' })
  const navigate = useNavigate({ from: '/compare' })
  const narrow = useMedia('(max-width: 52rem)')
  if (points.length === 0)
    return <Empty title="None of them has an act">So there is no point to compare them on.</Empty>
  const counts = countsOf(points.map(point => point.topic))
  const shown = topic.length ? points.filter(point => topic.includes(point.topic)) : points
  return (
    <>
      <Choices
        name="Topic"
        choices={[...counts].map(([id, count]) => ({ id, name: topicLabel(id), count }))}
        chosen={topic}
        onChange={chosen =>
          void navigate({
            search: before => ({ ...before, topic: chosen }),
            replace: true,
            resetScroll: false,
          })
        }
      />
      {shown.length === 0 ? (
        <Empty title="No point on these topics">Release one to see more.</Empty>
      ) : narrow ? (
        <PointList points={shown} />
      ) : (
        <PointTable statements={statements} points={shown} />
      )}
    </>
  )
}

function tableOf({ statements, points }: Points): Rows {
  return [
    ['topic', 'toward', 'statement', 'title', 'date', 'force', 'intensity', 'actors', 'words'],
    ...points.flatMap(({ topic, target, acts }: Point) =>
      acts.flatMap((own, i) =>
        own.map(({ force, intensity, actors, trigger, content }) => {
          const { id, title, date } = statements[i]!
          return [topic, target, id, title, date, force, intensity, actors.join(' '), `${trigger} ${content}`]
        }),
      ),
    ),
  ]
}
