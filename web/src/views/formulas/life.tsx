/** The life of a formula: who used it in which words, and where somebody went from one wording to another. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { counted } from '../../../../src/export/labels.js'
import { answer } from '../../api/api.js'
import { getLineage } from '../../client/sdk.gen.js'
import type { Lineage } from '../../client/types.gen.js'
import { Choices } from '../../pieces/choices.js'
import { CiteButton } from '../../pieces/cite.js'
import { dayText } from '../../pieces/day.js'
import { DownloadMenu, type Rows } from '../../pieces/download.js'
import { Answer, Empty } from '../../pieces/states.js'
import { ViewHead } from '../../pieces/view-head.js'
import type { FormulasSearch } from './address.js'
import { Chart } from './chart.js'
import { Chosen } from './chosen.js'
import { familiesQuery } from './queries.js'
import { ShapeKey } from './shape.js'
import { Switches } from './switches.js'
import { UseTable } from './uses.js'

/** Uses of a page, and pages at most. */
const [PAGE, PAGES] = [1000, 5]
/** Lanes that stand without being asked for. */
export const LANES = 14

type Props = { family: string; phrase?: undefined } | { phrase: string; family?: undefined }

export function Life({ family, phrase }: Props) {
  const svg = useRef<SVGSVGElement>(null)
  const query = useQuery({
    queryKey: ['lineage', family ?? null, phrase ?? null],
    queryFn: async ({ signal }) => {
      const first = await answer(getLineage({ query: { family, phrase, limit: PAGE }, signal }))
      let { next } = first
      const uses = [...first.uses]
      for (let page = 1; next !== null && page < PAGES; page++) {
        const more: Lineage = await answer(getLineage({ query: { family, phrase, limit: PAGE, cursor: next }, signal }))
        uses.push(...more.uses)
        next = more.next
      }
      return { ...first, uses, next }
    },
  })
  const title = query.data?.what ?? (phrase === undefined ? 'A formula' : `“${phrase}”`)
  return (
    <>
      <p className="back">
        <Link to="/formulas">All formulas</Link>
      </p>
      <ViewHead
        title={quoted(title)}
        lead={query.data && query.data.total > 0 && <Summary data={query.data} />}
        tools={
          query.data && (
            <>
              <CiteButton title={`Uses of ${quoted(title)}`} />
              <DownloadMenu
                name={`formula-${family ?? phrase}`}
                csv={() => tableOf(query.data)}
                json={() => query.data}
                chart={() => svg.current}
              />
            </>
          )
        }
      />
      <Answer query={query} what="its uses" lines={10}>
        {data => <Body data={data} family={family} chart={svg} />}
      </Answer>
    </>
  )
}

/** The answer's own quotation marks, as printers set them. */
function quoted(what: string): string {
  return what.replace(/^"(.*)"$/s, '“$1”')
}

function Summary({ data: { total, uses, variants, issuers, switches } }: { data: Lineage }) {
  const statements = new Set(uses.map(({ statement }) => statement)).size
  const [first, last] = [uses.find(({ date }) => date)?.date, uses.findLast(({ date }) => date)?.date]
  const when = first ? `, ${dayText(first)}${last && last !== first ? ` to ${dayText(last)}` : ''}` : ''
  const wordings = counted(variants.length, 'wording')
  const turns = switches.length === 1 ? '1 switch' : `${switches.length || 'no'} switches`
  return `${counted(total, 'use')} in ${counted(statements, 'statement')} by ${counted(issuers.length, 'issuer')}${when}: ${wordings}, ${turns}.`
}

interface BodyProps {
  data: Lineage
  family: string | undefined
  chart: React.RefObject<SVGSVGElement | null>
}

function Body({ data, family, chart }: BodyProps) {
  const search = useSearch({ strict: false }) as FormulasSearch
  const { variant = [], use, all } = search
  const navigate = useNavigate()
  const families = useQuery({ ...familiesQuery, enabled: family !== undefined })
  const source = families.data?.families.find(({ id }) => id === family)?.source
  const [asTable, setAsTable] = useState(false)
  const set = (to: FormulasSearch) => {
    const how = { search: { ...search, ...to }, replace: true, resetScroll: false }
    void navigate(
      family === undefined ? { to: '/formulas', ...how } : { to: '/formulas/$family', params: { family }, ...how },
    )
  }
  const titles = useMemo(
    () => new Map(data.variants.map(each => [each.variant, each.title ?? `“${each.variant}”`])),
    [data],
  )
  const order = useMemo(() => new Map(data.variants.map((each, i) => [each.variant, i])), [data])
  const shown = useMemo(() => {
    if (variant.length === 0) return data
    const wanted = (id: string) => variant.includes(id)
    return {
      ...data,
      uses: data.uses.filter(each => wanted(each.variant)),
      switches: data.switches.filter(({ from, to }) => wanted(from) || wanted(to)),
    }
  }, [data, variant])
  if (data.total === 0)
    return (
      <Empty title="Nobody in the ledger has said it yet">
        {family === undefined
          ? 'Fewer words find more; so do more statements.'
          : 'None of its wordings stands in a statement of the ledger.'}
      </Empty>
    )
  const some = data.issuers.length > LANES
  return (
    <>
      <Choices
        name="Wording"
        choices={data.variants.map(({ variant: id, uses }, i) => ({
          id,
          name: (
            <>
              <ShapeKey index={i} /> {titles.get(id)}
            </>
          ),
          count: uses,
        }))}
        chosen={variant}
        onChange={ids => set({ variant: ids })}
      />
      <figure className="chart">
        <figcaption>
          <span className="chart-title">Uses by issuer over time</span>
          <span className="chart-note">
            a mark is a statement, its shape the wording; a number marks a switch, told below
          </span>
          {some && (
            <button type="button" className="plain" onClick={() => set({ all: all ? undefined : 'yes' })}>
              {all ? 'Only the most frequent' : `All ${data.issuers.length} issuers`}
            </button>
          )}
          <button type="button" className="plain" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'As a chart' : 'As a table'}
          </button>
        </figcaption>
        {asTable ? (
          <UseTable uses={shown.uses} titles={titles} order={order} />
        ) : shown.uses.length === 0 ? (
          <Empty title="None of these wordings">Release one to see more.</Empty>
        ) : (
          <Chart
            ref={chart}
            data={shown}
            most={all ? Number.POSITIVE_INFINITY : LANES}
            titles={titles}
            order={order}
            chosen={use}
            choose={id => set({ use: id })}
          />
        )}
      </figure>
      <Chosen use={use} data={data} titles={titles} order={order} onClose={() => set({ use: undefined })} />
      <Switches switches={shown.switches} all={data.switches} titles={titles} order={order} />
      {source && <p className="family-source dim">Why these wordings are told apart: {source}</p>}
      {data.next !== null && (
        <p className="dim">
          Shown are the first {data.uses.length} uses of {data.total}.
        </p>
      )}
    </>
  )
}

function tableOf({ uses }: Lineage): Rows {
  return [
    ['date', 'issuers', 'variant', 'words', 'statement', 'title', 'start', 'end'],
    ...uses.map(({ date, issuers, variant, text, statement, title, span }) => [
      date,
      issuers.join(' '),
      variant,
      text,
      statement,
      title,
      span.start,
      span.end,
    ]),
  ]
}
