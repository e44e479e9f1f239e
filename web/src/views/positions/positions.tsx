import './positions.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { topicLabel } from '../../../../src/export/labels.js'
import { answer } from '../../api/api.js'
import { useMedia } from '../../app/media.js'
import { getPositions } from '../../client/sdk.gen.js'
import type { Cell, Positions } from '../../client/types.gen.js'
import { useActorNames } from '../../pieces/actors.js'
import { Choices } from '../../pieces/choices.js'
import { CiteButton } from '../../pieces/cite.js'
import { DownloadMenu, type Rows } from '../../pieces/download.js'
import { Answer, Empty } from '../../pieces/states.js'
import { ViewHead } from '../../pieces/view-head.js'
import { Acts } from './acts.js'
import type { PositionsSearch } from './address.js'
import { Grid } from './grid.js'
import { CellList } from './list.js'
import { type Line, matrixOf } from './matrix.js'
import { CellTable } from './table.js'

/** Rows of a question, and questions at most: more cells than that nobody looks at. */
const [PAGE, PAGES] = [1000, 5]
/** Actors and topics that stand without being asked for. */
const [ACTORS, TOPICS] = [14, 11]

/** Who stands where: actors by topics, with strength as shade. */
export function PositionsView() {
  const { since } = useSearch({ from: '/positions' })
  const query = useQuery({
    queryKey: ['positions', since],
    queryFn: async ({ signal }) => {
      const cells: Cell[] = []
      let cursor: string | undefined
      let partial = true
      for (let page = 0; page < PAGES; page++) {
        const found: Positions = await answer(
          getPositions({
            query: { from: since === undefined ? undefined : String(since), limit: PAGE, cursor },
            signal,
          }),
        )
        cells.push(...found.cells)
        partial = found.next !== null
        if (found.next === null) break
        cursor = found.next
      }
      return { ...matrixOf(cells), partial }
    },
  })
  const cells = query.data && [...query.data.cells.values()]
  return (
    <div className="page positions">
      <ViewHead
        title="Positions"
        lead={`Who has said what on which topic, and how strongly. A cell opens the acts behind it.${
          query.data?.partial
            ? ` Only the first ${(PAGE * PAGES).toLocaleString('en')} cells are here; a later year leaves fewer.`
            : ''
        }`}
        tools={
          cells && (
            <>
              <CiteButton title="Positions of actors by topics" />
              <DownloadMenu name="positions" csv={() => tableOf(cells)} json={() => cells} />
            </>
          )
        }
      />
      <Answer query={query} what="positions" lines={12}>
        {matrix => <Body matrix={matrix} />}
      </Answer>
    </div>
  )
}

function Body({ matrix }: { matrix: ReturnType<typeof matrixOf> }) {
  const search = useSearch({ from: '/positions' })
  const { actor = [], topic = [], since, by = 'strongest', all, cell } = search
  const navigate = useNavigate({ from: '/positions' })
  const narrow = useMedia('(max-width: 46rem)')
  const [asTable, setAsTable] = useState(false)
  const set = (to: Partial<PositionsSearch>) =>
    void navigate({ search: before => ({ ...before, ...to }), replace: true, resetScroll: false })
  const open = (id: string) => void navigate({ search: before => ({ ...before, cell: id }), resetScroll: false })

  const actors = useMemo(
    () => chosen(matrix.actors, actor, all ? Number.POSITIVE_INFINITY : ACTORS),
    [matrix, actor, all],
  )
  const topics = useMemo(
    () => chosen(matrix.topics, topic, all ? Number.POSITIVE_INFINITY : TOPICS),
    [matrix, topic, all],
  )
  if (matrix.cells.size === 0)
    return since === undefined ? (
      <Empty title="No statement with an act is there yet">
        Add statements, and their acts stand here by actor and topic.
      </Empty>
    ) : (
      <>
        <Filters matrix={matrix} search={search} set={set} narrow={narrow} />
        <Empty title={`Nothing since ${since}`}>An earlier year finds more.</Empty>
      </>
    )

  // On a phone one actor at a time; with one chosen there is one line to show anywhere.
  const single = actors.length === 1 ? actors[0]! : narrow && topic.length !== 1 ? actors[0]! : null
  const shown = [...matrix.cells.values()].filter(
    each => actors.some(({ id }) => id === each.actor) && topics.some(({ id }) => id === each.topic),
  )
  const title = by === 'latest' ? 'Shade: the latest act’s strength' : 'Shade: the strongest act’s strength'
  return (
    <>
      <Filters matrix={matrix} search={search} set={set} narrow={narrow} />
      <figure className="chart">
        <figcaption>
          <span className="chart-title">{title}</span>
          <span className="chart-note">
            in the colour of its family; the number and the line are acts by year
            {matrix.years && `, ${matrix.years.first} to ${matrix.years.last}`}
          </span>
          <button type="button" className="plain" onClick={() => set({ by: by === 'latest' ? undefined : 'latest' })}>
            {by === 'latest' ? 'Shade by the strongest' : 'Shade by the latest'}
          </button>
          <button type="button" className="plain" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'As a chart' : 'As a table'}
          </button>
        </figcaption>
        {asTable ? (
          <CellTable cells={shown} open={open} />
        ) : single ? (
          <CellList
            matrix={matrix}
            line={single}
            of="actor"
            others={matrix.topics.filter(({ id }) => !topic.length || topic.includes(id))}
            by={by}
            open={open}
          />
        ) : topics.length === 1 ? (
          <CellList
            matrix={matrix}
            line={topics[0]!}
            of="topic"
            others={matrix.actors.filter(({ id }) => !actor.length || actor.includes(id))}
            by={by}
            open={open}
          />
        ) : (
          <Grid matrix={matrix} actors={actors} topics={topics} by={by} open={open} />
        )}
      </figure>
      {!asTable &&
        !single &&
        (actors.length < matrix.actors.length || topics.length < matrix.topics.length) &&
        actor.length + topic.length === 0 && (
          <p className="rest">
            <button type="button" className="plain" onClick={() => set({ all: 'yes' })}>
              All {matrix.actors.length} actors and {matrix.topics.length} topics
            </button>
          </p>
        )}
      {all && (
        <p className="rest">
          <button type="button" className="plain" onClick={() => set({ all: undefined })}>
            Only those with most acts
          </button>
        </p>
      )}
      <Acts cell={cell} since={since} onClose={() => set({ cell: undefined })} />
    </>
  )
}

interface FilterProps {
  matrix: ReturnType<typeof matrixOf>
  search: PositionsSearch
  set: (to: Partial<PositionsSearch>) => void
  narrow: boolean
}

function Filters({ matrix, search: { actor = [], topic = [], since }, set, narrow }: FilterProps) {
  const name = useActorNames()
  const [more, setMore] = useState(false)
  const actors = more ? matrix.actors : chosenFirst(matrix.actors, actor, 10)
  const topics = more ? matrix.topics : chosenFirst(matrix.topics, topic, 10)
  const years = useYears(matrix.years)
  return (
    <div className="filters">
      {narrow ? (
        <label className="field">
          <span>Actor</span>
          <select
            value={actor[0] ?? matrix.actors[0]?.id ?? ''}
            onChange={event => set({ actor: [event.target.value] })}
          >
            {matrix.actors.map(({ id, acts }) => (
              <option key={id} value={id}>
                {name(id)} ({acts})
              </option>
            ))}
          </select>
        </label>
      ) : (
        <Choices
          name="Actors"
          choices={actors.map(({ id, acts }) => ({ id, name: name(id), count: acts }))}
          chosen={actor}
          onChange={ids => set({ actor: ids })}
        />
      )}
      <Choices
        name="Topics"
        choices={topics.map(({ id, acts }) => ({ id, name: topicLabel(id), count: acts }))}
        chosen={topic}
        onChange={ids => set({ topic: ids })}
      />
      <p className="tools">
        {(matrix.actors.length > 10 || matrix.topics.length > 10) && (
          <button type="button" className="plain" aria-expanded={more} onClick={() => setMore(!more)}>
            {more ? 'Fewer choices' : 'More choices'}
          </button>
        )}
        <label className="since">
          Since{' '}
          <select
            value={since ?? ''}
            onChange={event => set({ since: event.target.value === '' ? undefined : Number(event.target.value) })}
          >
            <option value="">the beginning</option>
            {[...new Set([...(since === undefined ? [] : [since]), ...years])].map(year => (
              <option key={year}>{year}</option>
            ))}
          </select>
        </label>
      </p>
    </div>
  )
}

/** Years to begin with, the latest first. Those that a choice left out stay. */
function useYears(years: { first: number; last: number } | null): number[] {
  const [widest, setWidest] = useState(years)
  if (years && (!widest || years.first < widest.first || years.last > widest.last))
    setWidest({
      first: Math.min(years.first, widest?.first ?? years.first),
      last: Math.max(years.last, widest?.last ?? years.last),
    })
  if (!widest) return []
  return Array.from({ length: widest.last - widest.first + 1 }, (_, i) => widest.last - i)
}

function chosen(lines: readonly Line[], ids: readonly string[], most: number): Line[] {
  if (ids.length === 0) return lines.slice(0, most)
  const known = lines.filter(({ id }) => ids.includes(id))
  // One that has no acts since the year that was asked for stays, empty.
  return [...known, ...ids.filter(id => !known.some(line => line.id === id)).map(id => ({ id, acts: 0 }))]
}

function chosenFirst(lines: readonly Line[], ids: readonly string[], most: number): Line[] {
  const first = lines.slice(0, most)
  return [...first, ...chosen(lines, ids, 0).filter(({ id }) => !first.some(line => line.id === id))]
}

function tableOf(cells: readonly Cell[]): Rows {
  const act = ({ force, intensity, date, statement }: Cell['latest']) => [force, intensity, date, statement]
  return [
    [
      'actor',
      'topic',
      'acts',
      'trend',
      ...['latest', 'strongest'].flatMap(what => [
        `${what} force`,
        `${what} intensity`,
        `${what} date`,
        `${what} statement`,
      ]),
      'years',
    ],
    ...cells.map(cell => [
      cell.actor,
      cell.topic,
      cell.acts,
      cell.trend,
      ...act(cell.latest),
      ...act(cell.strongest[0] ?? cell.latest),
      cell.years.map(({ year, acts }) => `${year}: ${acts}`).join('; '),
    ]),
  ]
}
