/** Problem documents (RFC 9457): what went wrong, in one line that names the value and the remedy. */
import { DataError, DemarcheError, InputError, UsageError } from '../text/errors.js'

/** What can go wrong: the last part of a problem's `type`, its title and its status. */
const PROBLEMS = {
  malformed: ['The request is malformed', 400],
  'wrong-parameter': ['A parameter is wrong', 400],
  'not-found': ['There is no such thing', 404],
  'wrong-method': ['The method is not allowed here', 405],
  'not-acceptable': ['The answer does not come in that form', 406],
  'too-large': ['The body is too large', 413],
  'wrong-media-type': ['The body has a form that is not taken here', 415],
  unreadable: ['The statement cannot be read', 422],
  'wrong-content': ['The content does not fit', 422],
  unexpected: ['The program has a fault', 500],
  unavailable: ['The ledger does not answer', 503],
  busy: ['Too many are here already', 503],
} as const satisfies Record<string, readonly [string, number]>
export type ProblemKind = keyof typeof PROBLEMS

export interface ProblemDocument {
  type: string
  title: string
  status: number
  detail: string
  /** More of it, by place. */
  errors?: { where: string; message: string }[]
}

/** An error that is answered as it is. */
export class Problem extends Error {
  override name = 'Problem'
  constructor(
    readonly kind: ProblemKind,
    detail: string,
    readonly more: Partial<Pick<ProblemDocument, 'errors'>> & { results?: unknown } = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(detail)
  }
}

export function problemResponse({ kind, message, more, headers }: Problem): Response {
  const [title, status] = PROBLEMS[kind]
  const document: ProblemDocument = { type: `urn:demarche:problem:${kind}`, title, status, detail: message, ...more }
  return new Response(JSON.stringify(document), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  })
}

/** The problem that an error is; null for one that nobody expected. */
export function problemOf(error: unknown, method = 'GET'): Problem | null {
  if (error instanceof Problem) return error
  if (!(error instanceof DemarcheError)) return null
  const detail = inWordsOfTheApi(error.message)
  if (error instanceof UsageError) return new Problem(method === 'POST' ? 'wrong-content' : 'wrong-parameter', detail)
  if (error instanceof InputError) return new Problem('unreadable', detail)
  return new Problem(error instanceof DataError ? 'unexpected' : 'unreadable', detail)
}

/** Messages of the lower rooms name options of the command line; here they are parameters of the same name. */
export function inWordsOfTheApi(message: string): string {
  return message
    .replaceAll(/(?<![\w-])--after\b/g, 'cursor')
    .replaceAll(/(?<![\w-])--([a-z][a-z-]*)/g, (_, name: string) => name.replaceAll('-', '_'))
    .replaceAll(/\s+/g, ' ')
    .trim()
}
