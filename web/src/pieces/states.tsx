/** What stands where an answer will stand, does not stand, or could not be had. */
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { ProblemError } from '../api/problem.js'

/** Lines of text to come. Nothing shows for the first instants, so that a quick answer does not flicker. */
export function Loading({ what = 'the page', lines = 5 }: { what?: string; lines?: number }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="state loading" role="status">
      <span className="hidden">Loading {what}</span>
      {late && (
        <div className="ghost" aria-hidden="true">
          {Array.from({ length: lines }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
            <span key={i} />
          ))}
        </div>
      )}
    </div>
  )
}

/** Nothing is here, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state empty">
      <h2>{title}</h2>
      {children && <div className="state-words">{children}</div>}
    </div>
  )
}

interface FailedProps {
  error: unknown
  retry?: () => void
  /** Whether nothing else stands on the page: the title is then its heading. */
  whole?: boolean
}

/** What went wrong, in the API's own words, and a button to try again. */
export function Failed({ error, retry, whole }: FailedProps) {
  const problem = error instanceof ProblemError ? error.problem : null
  const message = error instanceof Error ? error.message : String(error)
  const Heading = whole ? 'h1' : 'h2'
  return (
    <div className="state failed" role="alert">
      <Heading>{problem?.title ?? 'This could not be shown'}</Heading>
      <p className="state-words">{problem ? problem.detail : message}</p>
      {problem !== null && problem.status > 0 && (
        <p className="state-code">
          {problem.status}
          {problem.instance && ` · ${problem.instance}`}
        </p>
      )}
      {retry && (
        <button type="button" className="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  )
}

interface AnswerProps<T> {
  query: UseQueryResult<T>
  /** What is awaited, for those who hear the page: "the statement". */
  what: string
  lines?: number
  /** Whether the answer is the whole page, its heading included. */
  whole?: boolean
  children: (data: T) => ReactNode
}

/** The answer to a question where it is there, and else the state that it is in. */
export function Answer<T>({ query, what, lines, whole, children }: AnswerProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} whole={whole} />
  return <Loading what={what} lines={lines} />
}
