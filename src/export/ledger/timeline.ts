/** Events and votes of the record and acts of the ledger in one sequence. */
import type { Dossier } from '../../dossier/dossier.js'
import type { EventQuery } from '../../dossier/selection.js'
import { selectEvents } from '../../dossier/selection.js'
import { isoOf } from '../../dossier/zones.js'
import type { ActRow } from '../../ledger/ledger.js'
import type { Answer } from '../answer.js'
import { LIST } from '../csv-row.js'
import { actorLabel, strengthDots } from '../labels.js'
import { noteLines, standingOf } from '../record-labels.js'
import { type TableColumn, tableLines } from '../table.js'
import { shorten } from '../wrap.js'
import { nextLines, type Paged } from './page.js'

export interface Moment {
  id: string
  /** ISO day; of an event whose day is not known, the first that it may be. */
  date: string
  kind: 'event' | 'vote' | 'act'
  /** Actor ids. */
  who: string[]
  /** In a few words: the class of an event, the outcome of a vote, the force of an act. */
  what: string
  text: string
  /** Where it can be looked up. */
  source: string
  /** What to know before relying on it; empty for acts, which are words that can be read. */
  standing: string
}

const COLUMNS: readonly TableColumn[] = [
  { title: 'date', role: 'strong', least: 10 },
  { title: 'kind', least: 5 },
  { title: 'who', least: 8 },
  { title: 'what', least: 12 },
  { title: 'words', least: 24 },
  { title: 'standing', role: 'refusal', least: 10, yields: 2 },
  { title: 'id', role: 'label', least: 16, yields: 1 },
]
const NAMED = 4
const ORDER = { event: 0, vote: 1, act: 2 }

/** Events that answer the query, in order of day. */
export function eventMoments(dossier: Dossier, query: EventQuery): Moment[] {
  const { rows, possible } = selectEvents(dossier, query)
  return [...rows, ...possible].map(i => {
    const event = dossier.events.at(i)
    return {
      id: event.id,
      date: isoOf(event.days.from),
      kind: 'event',
      who: event.actors,
      what: [event.kind, event.class].filter(Boolean).join(', '),
      text: [event.name, event.place, event.summary].filter(Boolean).join('; '),
      source: event.source,
      standing: standingOf(event, dossier.disputedEvents.get(i) ?? [], possible.includes(i) ? ['may belong here'] : []),
    }
  })
}

/** Votes on instruments between two days (numbers since 1970-01-01, inclusive). */
export function voteMoments(dossier: Dossier, from: number, to: number, actors: readonly string[] | null): Moment[] {
  return [...dossier.instruments.values()].flatMap(instrument => {
    const { days, body } = instrument
    const votes = dossier.votes.get(instrument.id) ?? []
    const counted = instrument.for !== null || votes.length > 0
    if (!counted || days.from < from || days.from > to) return []
    if (actors && !votes.some(({ member }) => actors.includes(member)) && !actors.includes(body)) return []
    const by = (cast: string) => votes.filter(({ vote }) => vote === cast).map(({ member }) => member)
    const named = (['against', 'abstained', 'absent'] as const).flatMap(cast =>
      by(cast).length ? [`${cast}: ${by(cast).join(', ')}`] : [],
    )
    const number = (of: number | null, cast: string) => String(of ?? by(cast).length)
    return [
      {
        id: `vote:${instrument.id}`,
        date: isoOf(days.from),
        kind: 'vote' as const,
        who: [body],
        what: [
          number(instrument.for, 'for'),
          number(instrument.against, 'against'),
          number(instrument.abstained, 'abstained'),
        ].join('-'),
        text: [`${instrument.id} ${instrument.status}`.trim(), ...named, instrument.title].filter(Boolean).join('; '),
        source: instrument.source,
        standing: standingOf(instrument),
      },
    ]
  })
}

export function actMoment({ id, act, sentence }: ActRow): Moment {
  return {
    id,
    date: sentence.statement.date!,
    kind: 'act',
    who: act.actors,
    what: `${act.force} ${strengthDots(act.intensity)}${act.targets.length ? ` → ${act.targets.map(actorLabel).join(', ')}` : ''}`,
    text: sentence.text.replace(/\s+/g, ' '),
    source: sentence.statement.url ?? sentence.statement.label,
    standing: '',
  }
}

/** In order of day; within one, events, then votes, then acts. */
export function inSequence(moments: readonly Moment[]): Moment[] {
  return [...moments].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || ORDER[a.kind] - ORDER[b.kind])
}

export function timelineAnswer(page: Paged<Moment>, notes: readonly string[]): Answer {
  return {
    lines: options =>
      page.total === 0
        ? [
            'nothing of the record and no act of the ledger answers this',
            ...noteLines(notes, options.width, options.style),
          ]
        : [
            ...tableLines(
              COLUMNS,
              page.rows.map(({ id, date, kind, who, what, text, standing }) => ({
                cells: [
                  date,
                  kind,
                  [
                    ...who.slice(0, NAMED).map(actorLabel),
                    ...(who.length > NAMED ? [`${who.length - NAMED} more`] : []),
                  ].join(', '),
                  what,
                  shorten(text, 200),
                  standing,
                  id,
                ],
              })),
              options,
            ),
            '',
            ...noteLines([...nextLines(page), ...notes], options.width, options.style),
          ],
    csv: [
      ['id', 'date', 'kind', 'who', 'what', 'text', 'standing', 'source'],
      ...page.rows.map(({ id, date, kind, who, what, text, standing, source }) => [
        id,
        date,
        kind,
        who.join(LIST),
        what,
        text,
        standing,
        source,
      ]),
    ],
    json: { schema: 'demarche.timeline/1', total: page.total, moments: page.rows, next: page.next, notes },
  }
}
