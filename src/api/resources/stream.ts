/** Server-sent events (the WHATWG's HTML standard, section 9.2): progress of what is brought, new statements, and that the ledger changed. */
import { z } from '@hono/zod-openapi'
import { ledgerRevision } from '../../ledger/revision.js'
import type { Announcement } from '../announcements.js'
import type { Desk } from '../desk.js'
import { Problem } from '../problem.js'
import { type Resource, resource } from '../resource.js'

/** Milliseconds between two looks at what other programs did to the ledger, and looks after which silence is broken. */
const LOOK = 2000
const LOOKS = 7
/** Those who listen at once, and events that wait for one who does not take them. */
const [MOST, WAITING] = [200, 500]

export const STREAM: readonly Resource[] = [
  resource({
    method: 'get',
    path: '/stream',
    tag: 'program',
    summary: 'Server-sent events: `progress`, `statement`, `ledger`, `trouble`',
    description:
      '`progress`: how far the work on an input is (of one request with `?job=`). `statement`: one came in, changed or was removed. `ledger`: what it holds changed, by whomever; ask again. `trouble`: the ledger does not answer. A comment comes every quarter of a minute.',
    query: z.object({ job: z.string().max(100).optional() }),
    answer: z.string(),
    media: 'text/event-stream',
    make({ desk, query, request }) {
      if (desk.announcements.listening >= MOST)
        throw new Problem('busy', `${MOST} programs listen already; ask again later`, {}, { 'retry-after': '60' })
      return new Response(streamFor(desk, query.job, request), {
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
      })
    },
  }),
]

function streamFor(desk: Desk, job: string | undefined, request: Request): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const ended = new AbortController()
  let end = () => {}
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (text: string) => {
          if (ended.signal.aborted) return
          // Who does not take what is sent is let go, and comes back by itself.
          if ((controller.desiredSize ?? 0) <= 0) return end()
          controller.enqueue(encoder.encode(text))
        }
        const stop = desk.announcements.listen(announcement => {
          if (wanted(announcement, job)) send(lineOf(announcement))
        })
        end = () => {
          if (ended.signal.aborted) return
          ended.abort()
          stop()
          try {
            controller.close()
          } catch {
            // It is closed already by the one who listened.
          }
        }
        request.signal.addEventListener('abort', end, { once: true })
        if (request.signal.aborted) return end()
        send('retry: 3000\n: here\n\n')
        // The request is held on to: its signal is only told of the client's going while it lives.
        void watch(desk, send, ended.signal).finally(() => request.signal.removeEventListener('abort', end))
      },
      cancel: () => end(),
    },
    { highWaterMark: WAITING },
  )
}

function wanted({ event, data }: Announcement, job: string | undefined): boolean {
  return event !== 'progress' || job === undefined || data.job === job
}

function lineOf({ event, data }: Announcement): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}

/** Looks at the ledger until nobody listens any more. */
async function watch(desk: Desk, send: (text: string) => void, ended: AbortSignal): Promise<void> {
  let known: string | null = null
  let well = true
  for (let looks = 1; !ended.aborted; looks++) {
    try {
      const revision = await ledgerRevision(desk.ledger.database)
      if (known !== null && (revision !== known || !well)) send(lineOf({ event: 'ledger', data: { revision } }))
      known = revision
      well = true
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      if (well) send(lineOf({ event: 'trouble', data: { detail } }))
      well = false
      known ??= ''
    }
    if (looks % LOOKS === 0) send(': still here\n\n')
    await desk.clock.sleep(LOOK, ended)
  }
}
