/** Statements side by side. */
import { z } from '@hono/zod-openapi'
import { compare } from '../../compare/compare.js'
import { pointsOf } from '../../compare/points.js'
import type { Read } from '../../export/comparison/format.js'
import { comparisonObject, pointsObject } from '../../export/comparison/json.js'
import { statementOf } from '../../export/statement.js'
import { bounded, textRead } from '../bringing.js'
import type { Desk } from '../desk.js'
import { keptOf } from '../kept.js'
import { type Resource, resource } from '../resource.js'
import { comparisonGiven } from '../shapes/asked.js'
import { comparison, points } from '../shapes/questions.js'

const answer = z.union([comparison, points]).openapi('ComparisonOrPoints')
const id = z.string().max(2000)

export const COMPARISON: readonly Resource[] = [
  resource({
    method: 'get',
    path: '/comparison',
    tag: 'compare',
    summary: 'What became of one statement in another; of three or more, who says what on each point',
    query: z.object({
      a: id.openapi({ description: 'The earlier statement.' }),
      b: id.openapi({ description: 'The later one.' }),
      c: z.array(id).max(10).optional().openapi({ description: 'Further ones: then points are given. Repeat it.' }),
    }),
    answer,
    of: 'ledger',
    async make({ desk, query }) {
      const reads: Read[] = []
      for (const name of [query.a, query.b, ...(query.c ?? [])]) reads.push(await readOf(desk, name))
      return compared(desk, reads)
    },
  }),
  resource({
    method: 'post',
    path: '/comparison',
    tag: 'compare',
    summary: 'The same of texts that are not kept, alone or beside statements that are',
    body: comparisonGiven,
    answer,
    async make({ desk, body }) {
      bounded(desk, ...body.statements.flatMap(given => ('text' in given ? [given.text] : [])))
      const reads: Read[] = []
      for (const given of body.statements) {
        if ('id' in given) reads.push(await readOf(desk, given.id))
        else {
          const { doc, reading } = await textRead(desk, given)
          reads.push({ statement: statementOf(doc), reading })
        }
      }
      return compared(desk, reads)
    },
  }),
]

/** A kept statement goes by its id in the ledger: labels may be shared. */
async function readOf(desk: Desk, name: string): Promise<Read> {
  const { row, doc, reading } = await keptOf(desk, name)
  return { statement: { ...statementOf(doc), id: row.id }, reading }
}

function compared({ families }: Desk, reads: Read[]): object {
  if (reads.length > 2)
    return pointsObject({ statements: reads, points: pointsOf(reads.map(({ reading }) => reading)) })
  const [a, b] = reads as [Read, Read]
  const side = ({ statement, reading }: Read) => ({ text: statement.text, reading })
  return comparisonObject({ a, b, comparison: compare(side(a), side(b), { families }) })
}
