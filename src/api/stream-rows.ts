/** A list as a stream of rows, one JSON object a line, page after page: memory holds one page, and a reader that goes away ends it. */

import { cursorOf } from './cursor.js'
import { Problem, problemOf } from './problem.js'
import type { Asked, Resource } from './resource.js'

/** Rows taken at a time. */
const PAGE = 500

export async function streamOf(one: Resource, asked: Asked): Promise<Response> {
  const rows = rowsOf(one, asked)
  // What is wrong with the question is said with a status: the first row is made before the answer begins.
  const first = await rows.next()
  const encoder = new TextEncoder()
  let pending: IteratorResult<string> | null = first
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        let chunk = ''
        while (chunk.length < 65_536) {
          const next: IteratorResult<string> = pending ?? (await rows.next())
          pending = null
          if (next.done) {
            if (chunk) controller.enqueue(encoder.encode(chunk))
            controller.close()
            return
          }
          chunk += next.value
        }
        controller.enqueue(encoder.encode(chunk))
      } catch (error) {
        // The status is out already: a broken stream says that the list is not whole.
        controller.error(problemOf(error) ?? new Problem('unexpected', 'the list broke off'))
      }
    },
    async cancel() {
      await rows.return(undefined)
    },
  })
  return new Response(stream, {
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store', vary: 'accept' },
  })
}

async function* rowsOf(one: Resource, asked: Asked): AsyncGenerator<string, undefined> {
  const most = asked.url.searchParams.has('limit') ? (asked.query as { limit: number }).limit : Number.POSITIVE_INFINITY
  let cursor: string | null = (asked.query as { cursor?: string }).cursor ?? null
  let given = 0
  while (given < most && !asked.request.signal.aborted) {
    const limit = Math.min(one.page ?? PAGE, most - given)
    const query = { ...asked.query, limit, ...(cursor !== null && { cursor }) }
    const made = (await one.make({ ...asked, query } as never)) as Record<string, unknown>
    for (const row of rowsIn(made, one.rows!)) {
      yield `${JSON.stringify(row)}\n`
      given++
    }
    if (typeof made.next !== 'string') return
    cursor = cursorOf(made.next)
  }
}

/** Rows of the answer, or of each of its dossiers, with the dossier's id. */
function rowsIn(made: Record<string, unknown>, field: string): object[] {
  if (Array.isArray(made[field])) return made[field]
  const parts = (made.dossiers ?? []) as ({ dossier: string } & Record<string, object[]>)[]
  return parts.flatMap(part => (part[field] ?? []).map(row => ({ dossier: part.dossier, ...row })))
}
