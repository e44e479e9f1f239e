/** Sentences and acts by their words and by what they are. */
import { z } from '@hono/zod-openapi'
import { actFilters as filtersIn } from '../../ask/filters.js'
import { actsAnswer, hitsAnswer } from '../../export/ledger-hits.js'
import type { Filters } from '../../ledger/ledger.js'
import type { Desk } from '../desk.js'
import { Problem } from '../problem.js'
import { actFilters, knowing, pageOf, pages, words } from '../queries.js'
import { type Resource, resource } from '../resource.js'
import { acts, search } from '../shapes/ledger.js'

const query = z.object({
  q: words(
    'Words that a sentence must all have, in any order; `"a phrase"`; a beginning*; -word for what must be absent.',
  ),
  ...actFilters,
  ...pages(),
})

export const SEARCH: readonly Resource[] = [
  resource({
    method: 'get',
    path: '/search',
    tag: 'search',
    summary: 'Sentences that hold the words and pass the filters, the words marked and the acts beside them',
    query,
    answer: search,
    rows: 'sentences',
    of: 'ledger',
    async make({ desk, query: asked }) {
      const page = pageOf(asked)
      return hitsAnswer(await desk.ledger.search(asked.q ?? '', await filtersOf(desk, asked), page), page).json
    },
  }),
  resource({
    method: 'get',
    path: '/acts',
    tag: 'search',
    summary: 'Acts whose sentence holds the words and that pass the filters',
    query,
    answer: acts,
    rows: 'acts',
    of: 'ledger',
    async make({ desk, query: asked }) {
      const page = pageOf(asked)
      return actsAnswer(await desk.ledger.acts(asked.q ?? '', await filtersOf(desk, asked), page), page).json
    },
  }),
]

async function filtersOf(desk: Desk, asked: z.output<typeof query>): Promise<Filters> {
  const filters = await filtersIn(asked, knowing(desk))
  if ((asked.q ?? '').trim() === '' && Object.keys(filters).length === 0)
    throw new Problem('wrong-parameter', 'q: asks for nothing; give words or a filter, or ask for /api/v1/statements')
  return filters
}
