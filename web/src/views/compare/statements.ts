/** What the view asks of single statements. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { answer } from '../../api/api.js'
import { getStatementsIdPrevious } from '../../client/sdk.gen.js'
import type { Statement, Statements } from '../../client/types.gen.js'
import { rowQuery } from '../reading/queries.js'

export function useStatement(id: string): UseQueryResult<Statement> {
  return useQuery(rowQuery(id))
}

/** The statements before it by the same issuers, latest first. */
export function usePrevious(id: string, limit: number): UseQueryResult<Statements> {
  return useQuery({
    queryKey: ['previous', id, limit],
    queryFn: ({ signal }) => answer(getStatementsIdPrevious({ path: { id }, query: { limit }, signal })),
  })
}
