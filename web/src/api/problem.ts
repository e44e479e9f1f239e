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

/** The problem where no answer came at all. */
export function unanswered(error: unknown): ProblemError {
  return new ProblemError({
    title: 'The server does not answer',
    status: 0,
    detail: `Start it again with demarche serve, then try once more. (${error instanceof Error ? error.message : 'no connection'})`,
  })
}
