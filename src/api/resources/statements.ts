/** Statements: the list, one of them, its text, its versions, the one before. */
import { z } from '@hono/zod-openapi'
import { statementFilters as filtersIn } from '../../ask/filters.js'
import { listAnswer } from '../../export/ledger-lists.js'
import type { StatementRow } from '../../ledger/ledger.js'
import { keptOf, rowOf } from '../kept.js'
import { knowing, pageOf, pages, statementFilters } from '../queries.js'
import { type Resource, resource } from '../resource.js'
import { statement, statements } from '../shapes/ledger.js'

export const byId = z.object({
  id: z
    .string()
    .min(1)
    .max(2000)
    .openapi({ description: 'Its id, the first 6 digits or more, its label or its address.' }),
})

export const STATEMENTS: readonly Resource[] = [
  resource({
    method: 'get',
    path: '/statements',
    tag: 'statements',
    summary: 'Statements, latest first',
    query: z.object({ ...statementFilters, ...pages() }),
    answer: statements,
    rows: 'statements',
    of: 'ledger',
    async make({ desk, query }) {
      const page = pageOf(query)
      return listAnswer(await desk.ledger.list(await filtersIn(query, knowing(desk)), page), page).json
    },
  }),
  resource({
    method: 'get',
    path: '/statements/{id}',
    tag: 'statements',
    summary: 'What is kept of a statement besides its text',
    params: byId,
    answer: statement,
    of: 'ledger',
    make: ({ desk, params }) => rowOf(desk, params.id),
  }),
  resource({
    method: 'get',
    path: '/statements/{id}/text',
    tag: 'statements',
    summary: 'Its text, character for character',
    params: byId,
    answer: z.string(),
    media: 'text/plain',
    async make({ desk, params }) {
      const { doc } = await keptOf(desk, params.id)
      return new Response(doc.text, {
        headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache', vary: 'accept' },
      })
    },
  }),
  resource({
    method: 'get',
    path: '/statements/{id}/versions',
    tag: 'statements',
    summary: 'All versions of it that stood at its address, latest first',
    params: byId,
    answer: statements,
    rows: 'statements',
    of: 'ledger',
    async make({ desk, params }) {
      const rows: StatementRow[] = []
      for (let at: StatementRow | null = await rowOf(desk, params.id); at !== null; ) {
        const { id, previous }: StatementRow = at
        if (rows.some(known => known.id === id)) break
        rows.push(at)
        at = previous === null ? null : await desk.ledger.row(previous)
      }
      return { schema: 'demarche.statements/1', statements: rows, next: null }
    },
  }),
  resource({
    method: 'get',
    path: '/statements/{id}/previous',
    tag: 'statements',
    summary: 'The statements before it by the same issuers, latest first',
    description:
      'By exactly the same issuers; where none is earlier, by at least one of them. The first is what a comparison wants.',
    params: byId,
    query: z.object({ limit: pages(5).limit }),
    answer: statements,
    of: 'ledger',
    async make({ desk, params, query }) {
      const row = await rowOf(desk, params.id)
      const { issuers, date } = row
      const rows: StatementRow[] = []
      const some: StatementRow[] = []
      if (issuers.length > 0) {
        let after: string | null = row.id
        for (let looked = 0; looked < LOOKED && rows.length < query.limit; looked += PAGE) {
          const page: StatementRow[] = await desk.ledger.list(
            { issuers, ...(date !== null && { to: date }) },
            { limit: PAGE, after },
          )
          for (const one of page) (sameIssuers(one, row) ? rows : some).push(one)
          if (page.length < PAGE) break
          after = page.at(-1)!.id
        }
      }
      const shown = (rows.length ? rows : some).slice(0, query.limit)
      return { schema: 'demarche.statements/1', statements: shown, next: null }
    },
  }),
]

/** Statements looked through for those of the same issuers. */
const [PAGE, LOOKED] = [200, 2000]

function sameIssuers(a: StatementRow, b: StatementRow): boolean {
  return a.issuers.length === b.issuers.length && a.issuers.every(id => b.issuers.includes(id))
}
