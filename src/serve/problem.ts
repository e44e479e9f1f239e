/** Refusals of the server itself, as problem documents (RFC 9457). */
import { STATUS_CODES } from 'node:http'

/** What a refusal says: the detail is one line that names the value and the remedy. */
export interface Problem {
  status: number
  detail: string
  /** Headers that belong to it: `retry-after`, `allow`. */
  headers?: Record<string, string>
}

export const PROBLEM_TYPE = 'application/problem+json'

/** @param request id under which the log has the request */
export function problemText({ status, detail }: Problem, request: string | null): string {
  const title = STATUS_CODES[status] ?? 'Error'
  return JSON.stringify({ type: 'about:blank', title, status, detail, ...(request === null ? {} : { request }) })
}

export function tooMany(detail: string, seconds: number): Problem {
  return { status: 429, detail, headers: { 'retry-after': String(Math.max(1, Math.ceil(seconds))) } }
}

export function busy(detail: string, seconds = 1): Problem {
  return { status: 503, detail, headers: { 'retry-after': String(seconds) } }
}
