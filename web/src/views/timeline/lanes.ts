/** What stands on the lines of the timeline: bars of what is counted by class, and marks. */
import type { Dossier, Event, Instrument, Statement } from '../../client/types.gen.js'
import { classTitle, eventTitle, instrumentName, kindTitle, tallyText } from '../../record/record.js'
import { dayNumber, type Span } from './axis.js'

/** A class and its shade: 0 is ink, higher ones are lighter, the last three are hatched. */
export interface Shade {
  id: string
  title: string
  shade: number
  count: number
}

export interface Mark extends Span {
  id: string
  title: string
  /** Drawn hollow: a draft that was not adopted, a launch that failed. */
  hollow: boolean
}

export interface Lane {
  id: string
  title: string
  marks: Mark[]
}

export interface Lines {
  /** The kind whose events are counted in bars, and its title; null where the record has none with classes. */
  counted: { id: string; title: string } | null
  shades: Shade[]
  /** Events of the counted kind. */
  bars: Event[]
  lanes: Lane[]
}

/** Tones and hatchings that can be told apart beside one another. */
const SHADES = 8
/** Kinds with a line of their own. */
const KINDS = 3

export function linesOf(
  dossier: Dossier,
  events: readonly Event[],
  instruments: readonly Instrument[],
  statements: readonly Statement[],
): Lines {
  const kinds = tallied(events.map(({ kind }) => [kind, 1]))
  const counted = dossier.kinds.find(({ id, classed }) => classed && kinds.has(id)) ?? null
  const bars = events.filter(({ kind }) => kind === counted?.id)
  const classes = [...tallied(bars.map(event => [event.class, event.count]))].sort((a, b) => b[1] - a[1])
  const shades = classes.slice(0, classes.length > SHADES ? SHADES - 1 : SHADES).map(([id, count], shade) => ({
    id,
    title: id === '' ? 'of no class' : classTitle(id, dossier),
    shade,
    count,
  }))
  if (classes.length > SHADES) {
    const rest = classes.slice(SHADES - 1)
    shades.push({
      id: '*',
      title: 'other classes',
      shade: SHADES - 1,
      count: rest.reduce((n, [, count]) => n + count, 0),
    })
  }

  const others = [...kinds].filter(([id]) => id !== counted?.id).sort((a, b) => b[1] - a[1])
  const own = others.slice(0, KINDS).map(([id]) => id)
  const lanes: Lane[] = own.map(id => ({
    id,
    title: capital(kindTitle(id, dossier)),
    marks: events.filter(event => event.kind === id).map(event => eventMark(event, dossier)),
  }))
  const rest = events.filter(({ kind }) => kind !== counted?.id && !own.includes(kind))
  if (rest.length > 0) lanes.push({ id: 'other', title: 'Other events', marks: rest.map(e => eventMark(e, dossier)) })
  const voted = instruments.filter(instrument => instrument.for !== null)
  if (voted.length > 0) lanes.push({ id: 'votes', title: 'Votes', marks: voted.map(voteMark) })
  const dated = statements.flatMap(({ id, date, title }) =>
    date === null
      ? []
      : [{ id, title: title ?? 'A statement', from: dayNumber(date), to: dayNumber(date), hollow: false }],
  )
  lanes.push({ id: 'statements', title: 'Statements', marks: dated })
  return { counted, shades, bars, lanes }
}

function eventMark(event: Event, dossier: Dossier): Mark {
  return {
    id: event.id,
    title: `${event.date} ${eventTitle(event, dossier)}`,
    from: dayNumber(event.from),
    to: dayNumber(event.to),
    hollow: event.outcome === 'failure',
  }
}

function voteMark(instrument: Instrument): Mark {
  const day = dayNumber(instrument.from)
  return {
    id: instrument.id,
    title: `${instrument.date} ${instrumentName(instrument)} ${instrument.status}, ${tallyText(instrument)}`,
    from: day,
    to: day,
    hollow: instrument.status !== 'adopted',
  }
}

function tallied(pairs: readonly (readonly [string, number])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [key, n] of pairs) counts.set(key, (counts.get(key) ?? 0) + n)
  return counts
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The shade that an event of a class is drawn in. */
export function shadeOf(shades: readonly Shade[], id: string): number {
  return (shades.find(shade => shade.id === id) ?? shades.at(-1))?.shade ?? 0
}
