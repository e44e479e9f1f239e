/** What the view asks of single statements. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { StatementRow } from '../../../../src/ledger/ledger.js'
import { get, type ReadingAnswer, type StatementsAnswer } from '../../api/api.js'

export function useStatement(id: string): UseQueryResult<StatementRow> {
  return useQuery({
    queryKey: ['statements', 'one', id],
    queryFn: ({ signal }) => get<StatementRow>(`/statements/${encodeURIComponent(id)}`, {}, signal),
  })
}

/** The statements before it by the same issuers, latest first. */
export function usePrevious(id: string, limit: number, enabled = true): UseQueryResult<StatementsAnswer> {
  return useQuery({
    queryKey: ['statements', 'previous', id, limit],
    enabled,
    queryFn: ({ signal }) => get<StatementsAnswer>(`/statements/${encodeURIComponent(id)}/previous`, { limit }, signal),
  })
}

export function readingOf(id: string, signal?: AbortSignal): Promise<ReadingAnswer> {
  return get<ReadingAnswer>(`/statements/${encodeURIComponent(id)}/reading`, {}, signal)
}
