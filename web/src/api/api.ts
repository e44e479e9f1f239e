/** The one place that asks the API. Answers have the shapes of `demarche ... --format json`. */

import type { Verdict } from '../../../src/check/verdict.js'
import type { StatementRecord } from '../../../src/export/statement.js'
import type { CorrectionMade } from '../../../src/ledger/corrections.js'
import type { StatementRow } from '../../../src/ledger/ledger.js'
import type { Reading } from '../../../src/read/reading.js'
import { problemOf, unanswered } from './problem.js'

const BASE = '/api/v1'

export type Parameters = Record<string, string | number | boolean | undefined | readonly (string | number)[]>

/** The address of a resource, for a link or a download. */
export function addressOf(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(parameters))
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined && each !== '') query.append(key, String(each))
  const text = query.toString()
  return `${BASE}${path}${text && '?'}${text}`
}

/** @throws ProblemError */
export async function get<T>(path: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<T> {
  return send<T>(addressOf(path, parameters), { signal })
}

/** @throws ProblemError */
export async function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const form = body instanceof FormData
  return send<T>(addressOf(path), {
    method: 'POST',
    body: form ? body : JSON.stringify(body),
    signal,
    ...(!form && { headers: { 'content-type': 'application/json' } }),
  })
}

async function send<T>(address: string, init: RequestInit): Promise<T> {
  let response: Response
  try {
    response = await fetch(address, { ...init, headers: { accept: 'application/json', ...init.headers } })
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw unanswered(error)
  }
  if (!response.ok) throw await problemOf(response)
  return (response.status === 204 ? undefined : await response.json()) as T
}

export interface StatementsAnswer {
  statements: StatementRow[]
  next: string | null
}
export interface ReadingAnswer extends Reading {
  statement: StatementRecord
}
export interface ClaimsAnswer {
  claims: Verdict[]
}
export interface CorrectionsAnswer {
  corrections: CorrectionMade[]
}
export interface ActorsAnswer {
  actors: { id: string; name: string }[]
}
