import { Link } from '@tanstack/react-router'
import { geoGraticule, geoMercator, geoPath } from 'd3-geo'
import { useCallback, useMemo, useRef } from 'react'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import worldAddress from 'world-atlas/countries-50m.json?url'
import type { Event } from '../../client/types.gen.js'
import { ChartFrame } from '../../pieces/chart.js'
import { Choices } from '../../pieces/choices.js'
import { CiteButton } from '../../pieces/cite.js'
import { DownloadMenu } from '../../pieces/download.js'
import { Answer, Empty } from '../../pieces/states.js'
import { type Column, Table } from '../../pieces/table.js'
import { kindTitle, useEvents } from '../../record/record.js'
import type { PartProps } from './record.js'

interface Place {
  name: string
  lat: number
  lon: number
  events: number
  count: number
  first: string
  last: string
}

/** Where the events of the record happened: a circle a place, its area the number. */
export function MapPart({ dossier, search, set }: PartProps) {
  const query = useEvents(dossier.id)
  const chart = useRef<HTMLDivElement>(null)
  return (
    <Answer query={query} what="the map" lines={12}>
      {events => {
        const located = events.filter(({ lat, lon }) => lat !== null && lon !== null)
        if (located.length === 0) return <Empty title="No event of this record has a place on the map" />
        const kinds = [...new Set(located.map(({ kind }) => kind))]
        // What is counted by class is what a map is looked at for; the rest is a press away.
        const first = dossier.kinds.find(({ id, classed }) => classed && kinds.includes(id))?.id
        const shown = search.kind ?? (first ? [first] : kinds)
        const chosen = located.filter(({ kind }) => shown.includes(kind))
        return (
          <section aria-label="Map">
            {kinds.length > 1 && (
              <div className="filters">
                <Choices
                  name="Kind"
                  chosen={shown}
                  choices={kinds.map(id => ({
                    id,
                    name: kindTitle(id, dossier),
                    count: located.filter(({ kind }) => kind === id).length,
                  }))}
                  onChange={kind => set({ kind: kind.length > 0 ? kind : kinds })}
                />
              </div>
            )}
            <div className="part-head">
              <p>
                {chosen.length.toLocaleString('en')} of {events.length.toLocaleString('en')} events have a position:
                that of the site, not of the pad.
              </p>
              <div className="tools">
                <CiteButton title={`Map: ${dossier.title}`} />
                <DownloadMenu
                  name={`map-${dossier.id}`}
                  csv={() => [
                    ['place', 'lat', 'lon', 'events', 'number', 'first', 'last'],
                    ...placesOf(chosen).map(p => [p.name, p.lat, p.lon, p.events, p.count, p.first, p.last]),
                  ]}
                  json={() => placesOf(chosen)}
                  chart={() => chart.current?.querySelector('svg') ?? null}
                />
              </div>
            </div>
            <Drawn key={shown.join()} events={chosen} dossier={dossier.id} title={dossier.title} chart={chart} />
          </section>
        )
      }}
    </Answer>
  )
}

interface DrawnProps {
  events: readonly Event[]
  dossier: string
  title: string
  chart: React.RefObject<HTMLDivElement | null>
}

function Drawn({ events, dossier, title, chart }: DrawnProps) {
  const places = useMemo(() => placesOf(events), [events])
  const draw = useCallback((width: number) => mapOf(places, width), [places])
  return (
    <ChartFrame
      chart={chart}
      title={`Places of ${title}`}
      note="The area of a circle is the number of events there."
      draw={draw}
      table={
        <Table
          caption="Places"
          columns={columnsOf(dossier)}
          rows={places}
          rowKey={({ name }) => name}
          order="-events"
        />
      }
    />
  )
}

function columnsOf(dossier: string): Column<Place>[] {
  return [
    { id: 'name', name: 'Place', key: ({ name }) => name, head: true },
    { id: 'events', name: 'Events', key: ({ events }) => events, number: true },
    { id: 'count', name: 'Number', key: ({ count }) => count, number: true },
    {
      id: 'first',
      name: 'First',
      key: ({ first }) => first,
      cell: ({ first }) => (
        <Link to="/timeline" search={{ dossier, from: first, to: first }}>
          {first}
        </Link>
      ),
    },
    {
      id: 'last',
      name: 'Last',
      key: ({ last }) => last,
      cell: ({ last }) => (
        <Link to="/timeline" search={{ dossier, from: last, to: last }}>
          {last}
        </Link>
      ),
    },
    { id: 'lat', name: 'Latitude', key: ({ lat }) => Number(lat.toFixed(3)), number: true },
    { id: 'lon', name: 'Longitude', key: ({ lon }) => Number(lon.toFixed(3)), number: true },
  ]
}

function placesOf(events: readonly Event[]): Place[] {
  const places = new Map<string, Place>()
  for (const { place, lat, lon, count, from, to } of events) {
    if (lat === null || lon === null) continue
    const key = `${lat.toFixed(2)} ${lon.toFixed(2)}`
    const before = places.get(key)
    if (before === undefined) places.set(key, { name: place, lat, lon, events: 1, count, first: from, last: to })
    else {
      before.events++
      before.count += count
      if (from < before.first) before.first = from
      if (to > before.last) before.last = to
    }
  }
  return [...places.values()].sort((a, b) => b.events - a.events)
}

const SVG = 'http://www.w3.org/2000/svg'
/** Names written beside their circles, where there is room. */
const NAMED = 14

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>

/** The outlines of the countries, a file of their own, because no script has to be made of them. */
async function outlines(): Promise<World> {
  const answer = await fetch(worldAddress)
  if (!answer.ok) throw new Error(`the outlines of the countries did not come (status ${answer.status}); try again`)
  return answer.json()
}

async function mapOf(places: readonly Place[], width: number): Promise<SVGSVGElement> {
  const world = await outlines()
  const height = Math.round(Math.min(620, Math.max(380, width * 0.72)))
  const svg = element('svg', { width, height, viewBox: `0 0 ${width} ${height}`, class: 'map' })
  const projection = geoMercator().fitExtent(
    [
      [width * 0.16, height * 0.14],
      [width * 0.84, height * 0.86],
    ],
    { type: 'MultiPoint', coordinates: around(places) },
  )
  projection.clipExtent([
    [0, 0],
    [width, height],
  ])
  const path = geoPath(projection)
  const drawn = (shape: Parameters<typeof path>[0], name: string) => {
    const d = path(shape)
    if (d) svg.append(element('path', { d, class: name }))
  }
  drawn(geoGraticule().step([5, 5])(), 'graticule')
  drawn(feature(world, world.objects.land), 'land')
  drawn(mesh(world, world.objects.land as never), 'coast')
  drawn(
    mesh(world, world.objects.countries as never, (a, b) => a !== b),
    'borders',
  )
  const most = Math.max(...places.map(({ events }) => events))
  const boxes: { x: number; y: number; w: number }[] = []
  const circles = document.createDocumentFragment()
  const names = document.createDocumentFragment()
  places.forEach(({ name, lat, lon, events }, i) => {
    const [x, y] = projection([lon, lat]) ?? [0, 0]
    const r = 2.5 + Math.sqrt(events / most) * Math.min(22, width / 26)
    const circle = element('circle', { cx: x, cy: y, r, class: 'place' })
    circle.append(titled(`${name}: ${events} ${events === 1 ? 'event' : 'events'}`))
    circles.append(circle)
    const box = { x: x + r + 4, y, w: name.length * 6.2 }
    const free = boxes.every(b => Math.abs(b.y - box.y) > 14 || b.x > box.x + box.w || box.x > b.x + b.w)
    if (i >= NAMED || !free || box.x + box.w > width) return
    boxes.push(box)
    const text = element('text', { x: box.x, y: y + 4, class: 'name' })
    text.textContent = name
    names.append(text)
  })
  svg.append(circles, names)
  return svg
}

/** The places, and for a small region a frame of at least three degrees around them. */
function around(places: readonly Place[]): [number, number][] {
  const [lats, lons] = [places.map(({ lat }) => lat), places.map(({ lon }) => lon)]
  const middle = [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2]
  return [
    ...places.map(({ lon, lat }): [number, number] => [lon, lat]),
    [middle[0] - 1.5, middle[1] - 1.5],
    [middle[0] + 1.5, middle[1] + 1.5],
  ]
}

function element<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, string | number>,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}

function titled(text: string): SVGTitleElement {
  const title = element('title', {})
  title.textContent = text
  return title
}
