/** An answer that is none: the API's problem document (RFC 9457), or what stands in for it where nothing answered. */
export interface Problem {
  type?: string
  title: string
  status: number
  detail?: string
  instance?: string
}

export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** The problem that a refusal says, in its own words where it has any. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const said = (await response.json().catch(() => null)) as Partial<Problem> | null
  return new ProblemError({
    ...said,
    title: said?.title ?? `The server answered ${response.status} ${response.statusText}`.trim(),
    status: response.status,
  })
}

/** The problem where no answer came at all. */
export function unanswered(error: unknown): ProblemError {
  return new ProblemError({
    title: 'The server does not answer',
    status: 0,
    detail: `Is it still running? Start it again with demarche serve, then try once more. (${error instanceof Error ? error.message : String(error)})`,
  })
}
