import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer } from '../../api/api.js'
import { postStatementsIdCorrections } from '../../client/sdk.gen.js'
import type { CorrectionGiven } from '../../client/types.gen.js'
import { keepSignature } from './signature.js'

/** Sends a correction; who made it and why are then remembered, and what is asked of the statement is asked anew. */
export function useCorrecting(id: string, onDone?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: CorrectionGiven) => answer(postStatementsIdCorrections({ path: { id }, body })),
    async onSuccess(_, { who, why }) {
      keepSignature({ who, why })
      await Promise.all(
        ['reading', 'claims', 'corrections', 'statement'].map(key =>
          queries.invalidateQueries({ queryKey: [key, id] }),
        ),
      )
      onDone?.()
    },
  })
}
