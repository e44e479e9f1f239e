/** Positions, lineage, formulas, the timeline, precedents of a statement, counts. */
import { z } from '@hono/zod-openapi'
import { formulasIn, lineageIn } from '../../ask/phrases.js'
import { positionIn, positionsIn } from '../../ask/positions.js'
import { precedentsOf } from '../../ask/precedents.js'
import { daysIn } from '../../ask/terms.js'
import { timelineIn } from '../../ask/timeline.js'
import { statsAnswer } from '../../export/ledger-lists.js'
import { keptOf } from '../kept.js'
import { Problem } from '../problem.js'
import { days, knowing, pageOf, pages, WHOLE, whole, words } from '../queries.js'
import { type Resource, resource } from '../resource.js'
import { stats } from '../shapes/ledger.js'
import { formulas, lineage, position, positions, precedents, timeline } from '../shapes/questions.js'
import { byId } from './statements.js'

const cell = { topic: words('One topic: `missile-launch`.'), actor: words('One actor: a code or a name.'), ...days }

const closest = {
  last: whole(2, 100).default(3).openapi({
    description: 'Earlier statements that must all have a phrase for its absence to be reported.',
  }),
  closest: whole(1, 100).default(1).openapi({ description: 'Earlier sentences for each.' }),
}

export const QUESTIONS: readonly Resource[] = [
  resource({
    method: 'get',
    path: '/statements/{id}/precedents',
    tag: 'statements',
    summary: 'What was said before of what it says, and what is missing that was always said',
    params: byId,
    query: z.object({ ...closest, ...pages(200) }),
    answer: precedents,
    rows: 'sentences',
    page: WHOLE,
    of: 'ledger',
    async make({ desk, params, query }) {
      const { doc, reading } = await keptOf(desk, params.id)
      const wanted = { doc, reading, most: query.closest, last: query.last }
      return (await precedentsOf(desk.ledger.database, wanted, pageOf(query))).json
    },
  }),
  resource({
    method: 'get',
    path: '/positions',
    tag: 'questions',
    summary: 'Who stands where: actors by topics, with the latest and the strongest act, the number and the trend',
    query: z.object({ ...cell, ...pages() }),
    answer: positions,
    rows: 'cells',
    page: WHOLE,
    of: 'ledger',
    make: async ({ desk, query }) => (await positionsIn(desk.ledger, knowing(desk), query, pageOf(query))).json,
  }),
  resource({
    method: 'get',
    path: '/positions/{cell}',
    tag: 'questions',
    summary: 'The acts behind a cell, latest first',
    params: z.object({ cell: z.string().max(300).openapi({ description: 'Actor and topic: `ARL:missile-launch`.' }) }),
    query: z.object({ ...days, ...pages() }),
    answer: position,
    rows: 'acts',
    of: 'ledger',
    make: async ({ desk, params, query }) =>
      (await positionIn(desk.ledger, knowing(desk), params.cell, query, pageOf(query))).json,
  }),
  resource({
    method: 'get',
    path: '/lineage',
    tag: 'questions',
    summary: 'Every use of a formula and its variants, by issuer, first and last, and where an issuer changed',
    query: z.object({
      phrase: words('Words of a phrase.'),
      family: words('The id of a family of formulas of a dossier, as /formulas/families lists them.'),
      ...pages(100),
    }),
    answer: lineage,
    rows: 'uses',
    page: WHOLE,
    of: 'ledger',
    async make({ desk, query }) {
      const { phrase, family } = query
      if ((phrase === undefined) === (family === undefined))
        throw new Problem('wrong-parameter', 'phrase, family: give one of the two')
      if (family !== undefined && !desk.families.some(({ id }) => id === family))
        throw new Problem(
          'not-found',
          `family: "${family}" is no family of the record; known: ${desk.families.map(({ id }) => id).join(', ') || 'none'}`,
        )
      const families = family === undefined ? [] : desk.families
      return (await lineageIn(desk.ledger.database, families, (phrase ?? family)!, pageOf(query))).json
    },
  }),
  resource({
    method: 'get',
    path: '/formulas',
    tag: 'questions',
    summary: 'Phrases that recur in the ledger',
    query: z.object({
      least: whole(2, 255).default(5).openapi({ description: 'Statements that must have the phrase.' }),
      voices: whole(1, 1000).default(2).openapi({ description: 'Voices that must have it.' }),
      language: z.string().max(20).default('en'),
      ...days,
      ...pages(),
    }),
    answer: formulas,
    rows: 'formulas',
    page: WHOLE,
    of: 'ledger',
    async make({ desk, query }) {
      const { least, voices, language } = query
      const asked = { least, voices, language, ...daysIn(query) }
      return (await formulasIn(desk.ledger.database, asked, pageOf(query))).json
    },
  }),
  resource({
    method: 'get',
    path: '/timeline',
    tag: 'questions',
    summary: 'Events and votes of the record and acts of the ledger in one sequence, earliest first',
    query: z.object({
      ...cell,
      only: words('Some of event, vote, act, with commas between them.'),
      ...pages(100),
    }),
    answer: timeline,
    rows: 'moments',
    page: WHOLE,
    of: 'ledger',
    async make({ desk, query }) {
      const sources = { database: desk.ledger.database, dossiers: desk.dossiers, knowing: knowing(desk) }
      return (await timelineIn(sources, query, pageOf(query))).json
    },
  }),
  resource({
    method: 'get',
    path: '/stats',
    tag: 'program',
    summary: 'What the ledger holds',
    answer: stats,
    of: 'ledger',
    // Where the ledger is, is nobody's business who asks from elsewhere.
    make: async ({ desk }) => statsAnswer(await desk.ledger.stats(), desk.ledger.database.dialect.name).json,
  }),
]
