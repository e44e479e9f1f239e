/**
 * The one place that asks the API. `answer(getStatements({ query, signal }))` asks by the generated client, whose names and types
 * follow the OpenAPI document; `addressOf` makes an address for a link or a download.
 */
import { type Problem, ProblemError, unanswered } from './problem.js'

const BASE = '/api/v1'

export type Parameters = Record<string, string | number | boolean | undefined | readonly (string | number)[]>

/** The address of a resource. */
export function addressOf(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(parameters))
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined && each !== '') query.append(key, String(each))
  const text = query.toString()
  return `${BASE}${path}${text && '?'}${text}`
}

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

/**
 * A resource by its path, for what the generated client has no function for.
 *
 * @throws ProblemError
 */
export async function get<T>(path: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<T> {
  return answer<T>(sent(addressOf(path, parameters), { signal }))
}

/** @throws ProblemError */
export async function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const form = body instanceof FormData
  const headers: Record<string, string> = form ? {} : { 'content-type': 'application/json' }
  return answer<T>(sent(addressOf(path), { method: 'POST', body: form ? body : JSON.stringify(body), signal, headers }))
}

async function sent<T>(address: string, init: RequestInit): Promise<Result<T>> {
  try {
    const response = await fetch(address, { ...init, headers: { accept: 'application/json', ...init.headers } })
    const body = response.status === 204 ? null : await response.json().catch(() => null)
    return response.ok ? { data: body as T, response } : { error: body ?? {}, response }
  } catch (error) {
    return { error }
  }
}
