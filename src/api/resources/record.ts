/** The record: events, instruments, votes, obligations, what an event breaches and who spoke of it. */
import { z } from '@hono/zod-openapi'
import { eventsAsked, OUTCOMES } from '../../ask/events.js'
import { eventsNamed, obligationsIn } from '../../ask/provisions.js'
import { dayIn, instrumentsIn } from '../../ask/terms.js'
import { COUNT_BY } from '../../dossier/tabulate.js'
import { isoOf } from '../../dossier/zones.js'
import { actsAnswer } from '../../export/ledger-hits.js'
import { eventsAnswer } from '../../export/record-events.js'
import { instrumentAnswer, voteAnswer } from '../../export/record-instruments.js'
import { violationsAnswer } from '../../export/record-provisions.js'
import { UsageError } from '../../text/errors.js'
import { inWordsOfTheApi, Problem } from '../problem.js'
import { days, pages, whole, words } from '../queries.js'
import { type Resource, resource } from '../resource.js'
import { events, eventWhole, instruments, obligations, resolution, violations, vote } from '../shapes/record.js'

const symbol = z.object({
  symbol: z
    .string()
    .max(300)
    .openapi({ description: 'Its symbol, number or name: `2397`, `S/RES/2397 (2017)`, `S/2022/431`.' }),
})
const byEvent = z.object({
  id: z.string().max(300).openapi({ description: 'The id of an event, with or without its prefix.' }),
})

export const RECORD: readonly Resource[] = [
  resource({
    method: 'get',
    path: '/events',
    tag: 'record',
    summary: 'Events of the record, or their counts, and how far the record is complete for what was asked',
    query: z.object({
      kind: words('Kind of event: `launch`.'),
      class: words('Class of what was launched, narrower ones included: `ICBM`.'),
      ...days,
      actor: words('Who did it or took part: an id, or a name in any language.'),
      mark: words('A tag of the event.'),
      outcome: z.enum(OUTCOMES as [string, ...string[]]).optional(),
      place: words('Part of the name of the place.'),
      count_by: z.enum(COUNT_BY).optional().openapi({ description: 'Counts in place of rows.' }),
    }),
    answer: events,
    rows: 'events',
    of: 'record',
    make({ desk, query }) {
      const { count_by: countBy = null, ...wanted } = query
      return eventsAnswer(eventsAsked(desk.dossiers, wanted), { countBy, chart: false }).json
    },
  }),
  resource({
    method: 'get',
    path: '/events/{id}',
    tag: 'record',
    summary: 'An event, what it breaches, and who said what of it within some days after',
    params: byEvent,
    query: z.object({
      within: whole(0, 3660)
        .default(14)
        .openapi({ description: 'Days after the event within which acts are looked for.' }),
      limit: pages(200).limit,
    }),
    answer: eventWhole,
    of: 'ledger',
    async make({ desk, params, query }) {
      const [asked] = found(() => eventsNamed(desk.dossiers, params.id))
      if (asked === undefined)
        throw new Problem('not-found', `${params.id}: is no event of the record; /api/v1/events lists them`)
      const { dossier, rows } = asked
      const i = rows[0]!
      const event = dossier.events.at(i)
      const one = eventsAnswer([{ dossier, query: { days: event.days } }], { countBy: null, chart: false }).json as {
        dossiers: { events: { id: string }[] }[]
      }
      // A day before: where the speaker is, it may still be the day before.
      const window = { from: isoOf(event.days.from - 1), to: isoOf(event.days.to + query.within) }
      const page = { limit: query.limit, after: null }
      const acts = await desk.ledger.acts('', { refs: [event.id], ...window }, page)
      return {
        schema: 'demarche.event/1',
        dossier: dossier.manifest.id,
        event: one.dossiers[0]!.events.find(({ id }) => id === event.id),
        violations: (violationsAnswer([{ dossier, rows: [i] }]).json as { events: unknown[] }).events[0],
        within: window,
        acts: actsAnswer(acts, page).json.acts,
      }
    },
  }),
  resource({
    method: 'get',
    path: '/events/{id}/violations',
    tag: 'record',
    summary: 'The provisions in force that an event breaches, and why',
    params: z.object({ id: z.string().max(300).openapi({ description: 'An event, or a date: all events of it.' }) }),
    answer: violations,
    rows: 'events',
    of: 'record',
    make: ({ desk, params }) => violationsAnswer(found(() => eventsNamed(desk.dossiers, params.id))).json,
  }),
  resource({
    method: 'get',
    path: '/instruments',
    tag: 'record',
    summary: 'Resolutions, drafts, presidential statements and agreements',
    answer: instruments,
    rows: 'instruments',
    of: 'record',
    make: ({ desk }) => ({
      schema: 'demarche.instruments/1',
      instruments: desk.dossiers.flatMap(dossier =>
        [...dossier.instruments.values()].map(({ days: own, ...row }) => ({
          dossier: dossier.manifest.id,
          ...row,
          from: isoOf(own.from),
          to: isoOf(own.to),
          until: row.until === null ? null : isoOf(row.until),
          provisions: dossier.provisions.filter(({ instrument }) => instrument === row.id).length,
          votes: dossier.votes.get(row.id)?.length ?? 0,
        })),
      ),
    }),
  }),
  resource({
    method: 'get',
    path: '/instruments/{symbol}',
    tag: 'record',
    summary: 'An instrument whole: its row, the vote, what its paragraphs ask and what ended them',
    params: symbol,
    answer: resolution,
    of: 'record',
    make: ({ desk, params }) => instrumentAnswer(found(() => instrumentsIn(desk.dossiers, params.symbol))).json,
  }),
  resource({
    method: 'get',
    path: '/votes/{symbol}',
    tag: 'record',
    summary: 'Who voted how on a resolution or draft',
    params: symbol,
    answer: vote,
    of: 'record',
    make: ({ desk, params }) => voteAnswer(found(() => instrumentsIn(desk.dossiers, params.symbol))).json,
  }),
  resource({
    method: 'get',
    path: '/obligations',
    tag: 'record',
    summary: 'What binds whom on a day, paragraph by paragraph',
    query: z.object({
      on: z.string().max(40).openapi({ description: 'The day: `2022-05-25`.' }),
      activity: words('What they forbid or ask for.'),
      bearer: words('Whom they bind: an id, or a name in any language.'),
    }),
    answer: obligations,
    rows: 'provisions',
    of: 'record',
    make({ desk, query }) {
      dayIn(query.on, 'on')
      return obligationsIn(desk.dossiers, query).json
    },
  }),
]

/** What a path names; what nothing is known by is not found. */
function found<T>(look: () => T): T {
  try {
    return look()
  } catch (error) {
    if (error instanceof UsageError) throw new Problem('not-found', inWordsOfTheApi(error.message))
    throw error
  }
}
