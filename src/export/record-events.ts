/** Events of the record as an answer: rows or counts, how far the record is complete for what was asked, and what is open. */
import { coverageOf } from '../dossier/completeness.js'
import { parseWrittenDate } from '../dossier/dates.js'
import type { Dossier } from '../dossier/dossier.js'
import type { Days, DossierEvent } from '../dossier/record.js'
import { type EventQuery, type Selection, selectEvents, tallyOf } from '../dossier/selection.js'
import { type CountBy, type CountRow, countsBy, recordSpan, seriesOf } from '../dossier/tabulate.js'
import { isoOf } from '../dossier/zones.js'
import type { Answer, AnswerOptions } from './answer.js'
import { chartLines } from './event-chart.js'
import { counted } from './labels.js'
import { daysLabel, disputeLines, noteLines, sourceLine, standingOf } from './record-labels.js'
import { type TableColumn, tableLines } from './table.js'

/** A first or last day that lies beyond every record. */
export const FIRST_DAY = parseWrittenDate('0001')!.days.from
export const LAST_DAY = parseWrittenDate('9999')!.days.to

export interface EventsAsked {
  dossier: Dossier
  query: EventQuery
}

export interface EventsView {
  countBy: CountBy | null
  chart: boolean
}

interface Part extends EventsAsked {
  selection: Selection
  notes: string[]
}

export function eventsAnswer(asked: readonly EventsAsked[], { countBy, chart }: EventsView): Answer {
  const parts = asked.map(({ dossier, query }): Part => {
    const selection = selectEvents(dossier, query)
    return { dossier, query, selection, notes: notesOf(dossier, query, selection) }
  })
  const filled = parts.filter(({ selection }) => selection.rows.length + selection.possible.length > 0)
  return {
    lines: options => [
      ...(filled.length === 0 ? ['no event of the record answers this'] : []),
      ...parts.flatMap(part => partLines(part, countBy, chart, parts.length > 1, options)),
    ],
    csv: countBy === null ? eventCells(parts) : countCells(parts, countBy),
    json: {
      schema: 'demarche.events/1',
      dossiers: parts.map(part => partJson(part, countBy)),
    },
  }
}

function partLines(
  part: Part,
  countBy: CountBy | null,
  chart: boolean,
  several: boolean,
  options: AnswerOptions,
): string[] {
  const { dossier, selection, notes } = part
  const { style, width } = options
  const empty = selection.rows.length + selection.possible.length === 0
  const head = several ? [style('title', dossier.manifest.title)] : []
  const body = empty
    ? []
    : chart
      ? chartLines(seriesOf(dossier, selection, countBy === 'year' ? 'year' : 'month'), options)
      : countBy === null
        ? rowLines(part, options)
        : countLines(countsBy(dossier, selection, countBy), countBy, dossier, options)
  return [...head, ...body, ...(empty ? [] : ['']), ...noteLines(notes, width, style), ...(several ? [''] : [])]
}

const COLUMNS: readonly TableColumn[] = [
  { title: 'date', role: 'strong', least: 10 },
  { title: 'time', least: 5 },
  { title: 'what', least: 12 },
  { title: 'n', align: 'right', least: 2 },
  { title: 'name', least: 12 },
  { title: 'place', least: 10, yields: 3 },
  { title: 'outcome', least: 7, yields: 2 },
  { title: 'standing', role: 'refusal', least: 10 },
  { title: 'id', role: 'label', least: 24, yields: 1 },
]

function rowLines({ dossier, selection }: Part, options: AnswerOptions): string[] {
  const rows = inOrder(selection).map(i => {
    const event = dossier.events.at(i)
    const disputes = dossier.disputedEvents.get(i) ?? []
    return {
      cells: [
        event.end ? `${event.date} to ${event.end}` : event.date,
        event.time,
        dossier.manifest.classes.has(event.class)
          ? event.class
          : (dossier.manifest.kinds.get(event.kind)?.title ?? event.kind),
        `${event.bound === 'at-least' ? '≥' : event.bound === 'about' ? '~' : ''}${event.count}`,
        event.name || event.summary,
        event.place,
        event.outcome,
        standingOf(event, disputes, openness(selection, i)),
        event.id,
      ],
      below: options.sources ? [...disputeLines(disputes), ...(event.note ? [event.note] : []), sourceLine(event)] : [],
    }
  })
  return tableLines(COLUMNS, rows, options)
}

function countLines(counts: readonly CountRow[], by: CountBy, dossier: Dossier, options: AnswerOptions): string[] {
  const { manifest } = dossier
  const label = (key: string) =>
    by === 'class'
      ? key || 'no class'
      : by === 'kind'
        ? key
        : by === 'month' && key.length < 7
          ? `${key}, month not known`
          : key
  const title = (key: string) =>
    by === 'class'
      ? (manifest.classes.get(key)?.title ?? '')
      : by === 'kind'
        ? (manifest.kinds.get(key)?.title ?? '')
        : ''
  const figure = (number: number) => (number === 0 ? '' : String(number))
  const columns: TableColumn[] = [
    { title: by, role: 'strong' },
    { title: '', least: 12 },
    { title: 'events', align: 'right' },
    { title: 'count', align: 'right', role: 'strong' },
    { title: 'days', align: 'right' },
    { title: 'of these disputed', align: 'right' },
    { title: 'possibly more', align: 'right' },
  ]
  const sum = (of: (row: CountRow) => number) => counts.reduce((total, row) => total + of(row), 0)
  const cells = (row: CountRow) => [
    label(row.key),
    title(row.key),
    String(row.events),
    String(row.count),
    String(row.days),
    figure(row.contested),
    figure(row.possible),
  ]
  const total = by === 'class' || by === 'kind' ? '' : String(sum(row => row.days))
  return tableLines(
    columns,
    [
      ...counts.map(row => ({ cells: cells(row) })),
      {
        cells: [
          'total',
          '',
          String(sum(r => r.events)),
          String(sum(r => r.count)),
          total,
          figure(sum(r => r.contested)),
          figure(sum(r => r.possible)),
        ],
        role: 'label' as const,
      },
    ],
    options,
  )
}

function inOrder({ rows, possible }: Selection): number[] {
  return [...rows, ...possible].sort((a, b) => a - b)
}

function openness({ contested, possible }: Selection, i: number): string[] {
  if (contested.has(i)) return ['counted by some only']
  return possible.includes(i) ? ['may belong here'] : []
}

/** What the figures come to, for which days the record is complete, and which rows are open. */
function notesOf(dossier: Dossier, query: EventQuery, selection: Selection): string[] {
  const { events } = dossier
  const tally = tallyOf(dossier, selection)
  const notes: string[] = []
  const all = inOrder(selection)
  if (all.length > 0) {
    const unit = unitOf(dossier, all)
    notes.push(
      `${counted(tally.rows, 'event')}${unit ? `, ${counted(tally.used, unit)}` : ''} on ${counted(tally.days, 'day')}${
        tally.least === tally.used && tally.most === tally.used
          ? ''
          : `; at least ${tally.least}${Number.isFinite(tally.most) ? `, at most ${tally.most}` : ', with no upper bound'} by what sources leave open`
      }`,
    )
  }
  notes.push(...completenessOf(dossier, query, all).map(({ text }) => text))
  const open = all.filter(i => events.cellAt(i, 'verified') !== 'true')
  if (open.length > 0) notes.push(`not seen in their source, or in part only: ${listed(open.map(i => events.idAt(i)))}`)
  const disputed = all.filter(i => dossier.disputedEvents.get(i)?.some(({ used }) => !used))
  if (disputed.length > 0)
    notes.push(`sources differ on: ${listed(disputed.map(i => events.idAt(i)))} (--sources shows how)`)
  return notes
}

const LISTED = 6

function listed(ids: readonly string[]): string {
  const rest = ids.length - LISTED
  return `${ids.slice(0, LISTED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

function unitOf(dossier: Dossier, rows: readonly number[]): string {
  const units = new Set(
    rows.map(i => dossier.manifest.kinds.get(dossier.events.kinds[dossier.events.kind[i]!]!)?.counts ?? ''),
  )
  return units.size === 1 ? [...units][0]! : ''
}

interface Completeness {
  kind: string
  complete: boolean
  gaps: Days[]
  text: string
}

/** For each kind that was asked for, or that answers where none was, how far its record is complete over the days asked for. */
function completenessOf(dossier: Dossier, query: EventQuery, rows: readonly number[]): Completeness[] {
  const { events, manifest } = dossier
  const kinds = query.kinds ?? [...new Set(rows.map(i => events.kinds[events.kind[i]!]!))]
  return kinds.map(kind => {
    const span = recordSpan(dossier, [kind])
    const first = parseWrittenDate(span?.from ?? '')?.days.from ?? FIRST_DAY
    const last = parseWrittenDate(span?.to ?? '')?.days.to ?? LAST_DAY
    const asked = query.days ?? { from: FIRST_DAY, to: LAST_DAY }
    const days = {
      from: asked.from === FIRST_DAY ? Math.min(first, asked.to) : asked.from,
      to: asked.to === LAST_DAY ? Math.max(last, asked.from) : asked.to,
    }
    const { complete, gaps, rows: covering } = coverageOf(dossier, kind, query.classes ?? [], days)
    const what = `${manifest.kinds.get(kind)?.title ?? kind}${query.classes ? ` (${query.classes.join(', ')})` : ''}`
    const basis = covering.map(row => `${row.id}${row.verified === 'true' ? '' : ` (${standingOf(row)})`}`).join(', ')
    const text = complete
      ? `the record of '${what}' is complete for ${daysLabel(days)} (${basis})`
      : gaps.length === 1 && gaps[0]!.from === days.from && gaps[0]!.to === days.to
        ? `the record of '${what}' is not known to be complete for ${daysLabel(days)}: there may be more`
        : `the record of '${what}' is not complete for ${gaps.map(daysLabel).join(', ')}: there may be more; complete otherwise (${basis})`
    return { kind, complete, gaps, text }
  })
}

const CELLS = [
  'id',
  'kind',
  'class',
  'date',
  'end',
  'time',
  'zone',
  'actors',
  'count',
  'count_bound',
  'name',
  'place',
  'lat',
  'lon',
  'outcome',
  'marks',
  'responds_to',
  'summary',
  'note',
]

function eventCells(parts: readonly Part[]): string[][] {
  const measures = [...new Set(parts.flatMap(({ dossier }) => Object.keys(dossier.manifest.attributes)))]
  const rows = parts.flatMap(({ dossier, selection }) =>
    inOrder(selection).map(i => {
      const cell = (column: string) => dossier.events.cellAt(i, column)
      const event = dossier.events.at(i)
      const disputes = dossier.disputedEvents.get(i) ?? []
      // What an empty cell stands for, and what may come from the row of the place.
      const told: Record<string, string> = {
        zone: dossier.events.zoneAt(i),
        count: String(dossier.events.count[i]),
        place: event.place,
        lat: String(event.lat ?? ''),
        lon: String(event.lon ?? ''),
      }
      return [
        dossier.manifest.id,
        ...CELLS.map(column => told[column] ?? cell(column)),
        ...measures.map(cell),
        cell('verified'),
        standingOf(event, disputes, openness(selection, i)),
        disputeLines(disputes).join(' | '),
        cell('source'),
      ]
    }),
  )
  return [['dossier', ...CELLS, ...measures, 'verified', 'standing', 'disputes', 'source'], ...rows]
}

function countCells(parts: readonly Part[], by: CountBy): string[][] {
  const rows = parts.flatMap(({ dossier, selection }) =>
    countsBy(dossier, selection, by).map(row => [
      dossier.manifest.id,
      ...[row.key, row.events, row.count, row.days, row.contested, row.possible].map(String),
    ]),
  )
  return [['dossier', by, 'events', 'count', 'days', 'disputed', 'possible'], ...rows]
}

function partJson({ dossier, query, selection, notes }: Part, countBy: CountBy | null): Record<string, unknown> {
  const all = inOrder(selection)
  const tally = tallyOf(dossier, selection)
  const days = query.days && {
    from: query.days.from === FIRST_DAY ? null : isoOf(query.days.from),
    to: query.days.to === LAST_DAY ? null : isoOf(query.days.to),
  }
  return {
    dossier: dossier.manifest.id,
    query: { ...query, ...(days && { days }) },
    // Infinity, where a count is a floor, is no number of JSON: null stands for "no upper bound".
    tally: { ...tally, most: Number.isFinite(tally.most) ? tally.most : null },
    completeness: completenessOf(dossier, query, all).map(({ kind, complete, gaps }) => ({
      kind,
      complete,
      gaps: gaps.map(({ from, to }) => ({ from: isoOf(from), to: isoOf(to) })),
    })),
    ...(countBy === null
      ? { events: all.map(i => eventJson(dossier, selection, i)) }
      : { by: countBy, counts: countsBy(dossier, selection, countBy) }),
    notes,
  }
}

function eventJson(dossier: Dossier, selection: Selection, i: number): Record<string, unknown> {
  const { days, site, ...event }: DossierEvent = dossier.events.at(i)
  const place = dossier.places.get(site)
  return {
    ...event,
    site: place
      ? {
          id: place.id,
          name: place.name,
          names: place.names,
          lat: place.lat,
          lon: place.lon,
          precision: place.precision,
          verified: place.verified,
          source: place.source,
        }
      : null,
    from: isoOf(days.from),
    to: isoOf(days.to),
    standing: selection.contested.has(i) ? 'contested' : selection.possible.includes(i) ? 'possible' : 'recorded',
    disputes: (dossier.disputedEvents.get(i) ?? []).map(({ field, value, by, used, source }) => ({
      field,
      value,
      by,
      used,
      source,
    })),
  }
}
