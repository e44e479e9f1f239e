import { QueryClient } from '@tanstack/react-query'

/**
 * What was asked of the API is kept for five minutes and not asked again on every look: statements do not change, and what a
 * person corrects invalidates its own answers. A failure is shown at once, with a button to ask again.
 */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 5 * 60_000, retry: false, refetchOnWindowFocus: false } },
  })
}
