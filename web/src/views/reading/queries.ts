/** What the reading room asks. */
import { queryOptions } from '@tanstack/react-query'
import { answer } from '../../api/api.js'
import {
  getStatementsId,
  getStatementsIdClaims,
  getStatementsIdPrevious,
  getStatementsIdReading,
} from '../../client/sdk.gen.js'

export const readingQuery = (id: string) =>
  queryOptions({
    queryKey: ['reading', id],
    queryFn: ({ signal }) => answer(getStatementsIdReading({ path: { id }, signal })),
  })

export const rowQuery = (id: string) =>
  queryOptions({
    queryKey: ['statement', id],
    queryFn: ({ signal }) => answer(getStatementsId({ path: { id }, signal })),
  })

export const claimsQuery = (id: string) =>
  queryOptions({
    queryKey: ['claims', id],
    queryFn: ({ signal }) => answer(getStatementsIdClaims({ path: { id }, signal })),
  })

/** The statements before it by the same issuers, latest first. */
export const previousQuery = (id: string, limit = 1) =>
  queryOptions({
    queryKey: ['previous', id, limit],
    queryFn: ({ signal }) => answer(getStatementsIdPrevious({ path: { id }, query: { limit }, signal })),
  })
