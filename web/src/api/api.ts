/**
 * How the API is asked: `answer(getStatements({ query, signal }))`, by the generated client, whose names and types follow the
 * OpenAPI document.
 */
import { type Problem, ProblemError, unanswered } from './problem.js'

interface Result<T> {
  data?: T
  error?: unknown
  response?: Response
}

/**
 * What a call of the generated client answers.
 *
 * @throws ProblemError
 */
export async function answer<T>(call: Promise<Result<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await call
  if (response?.ok && error === undefined) return data as NonNullable<T>
  if (response === undefined) throw error instanceof Error && error.name === 'AbortError' ? error : unanswered(error)
  throw new ProblemError({ ...saidIn(error, response), status: response.status })
}

/** What a refusal says of itself, where it says anything. */
function saidIn(error: unknown, { status, statusText }: Response): Omit<Problem, 'status'> {
  const said = typeof error === 'object' && error !== null ? (error as Partial<Problem>) : {}
  return { ...said, title: said.title ?? `The server answered ${status} ${statusText}`.trim() }
}
