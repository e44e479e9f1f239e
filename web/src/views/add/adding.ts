/** Bringing statements: each is a request of its own, one after the other, so that each shows what becomes of it. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { answer } from '../../api/api.js'
import { type Options, postStatements } from '../../client/sdk.gen.js'
import type { AddedResult, PostStatementsData, StatementGiven } from '../../client/types.gen.js'

/** What a person says of a statement better than its text does. */
export interface Said {
  title?: string
  date?: string
  issuers?: string[]
}

export type Brought = { text: string } | { url: string } | { file: File }

type Step = 'waiting' | 'sending' | 'fetching' | 'loading' | 'reading' | 'keeping' | 'done' | 'failed'

export interface Item extends Partial<Pick<AddedResult, 'outcome' | 'statement' | 'found'>> {
  key: string
  name: string
  step: Step
  messages?: string[]
  error?: unknown
  again: () => void
}

interface Job {
  key: string
  brought: Brought
  said: Said
}

let count = 0

/** The items that were brought, newest first, and how to bring more. */
export function useAdding(): [readonly Item[], (brought: Brought, said?: Said) => void] {
  const [items, setItems] = useState<readonly Item[]>([])
  const waiting = useRef<Job[]>([])
  const working = useRef(false)
  const queries = useQueryClient()
  const change = useCallback(
    (key: string, next: Partial<Item>) =>
      setItems(before => before.map(item => (item.key === key ? { ...item, ...next } : item))),
    [],
  )
  // What is told late, after the answer itself, changes nothing any more.
  const progress = useCallback(
    (key: string, step: Step) =>
      setItems(before =>
        before.map(item =>
          item.key === key && item.step !== 'done' && item.step !== 'failed' ? { ...item, step } : item,
        ),
      ),
    [],
  )
  useProgress(progress)

  const work = useCallback(async () => {
    if (working.current) return
    working.current = true
    for (let job = waiting.current.shift(); job; job = waiting.current.shift()) {
      change(job.key, { step: 'sending', error: undefined })
      try {
        const { results } = await answer(postStatements({ query: { job: job.key }, ...bodyOf(job) }))
        const { outcome, statement, found, findings, message } = results[0]
        const messages = [...(message ? [message] : []), ...findings.map(finding => finding.message)]
        change(job.key, { step: outcome === 'failed' ? 'failed' : 'done', outcome, statement, found, messages })
      } catch (error) {
        change(job.key, { step: 'failed', error })
      }
    }
    working.current = false
    for (const key of ['statements', 'stats']) void queries.invalidateQueries({ queryKey: [key] })
  }, [change, queries])

  const bring = useCallback(
    (brought: Brought, said: Said = {}) => {
      const key = `add-${Date.now().toString(36)}-${count++}`
      const again = () => {
        waiting.current.push({ key, brought, said })
        void work()
      }
      setItems(before => [{ key, name: nameOf(brought), step: 'waiting', again }, ...before])
      again()
    },
    [work],
  )
  return [items, bring]
}

/** What the server tells of the work while it goes on. Where it tells nothing, the answers come all the same. */
function useProgress(onStep: (key: string, step: Step) => void): void {
  useEffect(() => {
    const stream = new EventSource('/api/v1/stream')
    stream.addEventListener('progress', event => {
      const { job, step } = JSON.parse((event as MessageEvent<string>).data) as { job: string | null; step: Step }
      if (job !== null && step !== 'done' && step !== 'failed') onStep(job, step)
    })
    return () => stream.close()
  }, [onStep])
}

function bodyOf({ brought, said }: Job): Options<PostStatementsData> {
  if (!('file' in brought)) return { body: { ...brought, ...said } }
  const form = new FormData()
  form.append('file', brought.file)
  // The client would write it as JSON, and the type of a form is the browser's to say.
  return { body: form as StatementGiven, bodySerializer: null, headers: { 'Content-Type': null } }
}

function nameOf(brought: Brought): string {
  if ('url' in brought) return brought.url
  if ('file' in brought) return brought.file.name
  return brought.text.trim().slice(0, 80).replace(/\s+/g, ' ')
}
