import { queryOptions } from '@tanstack/react-query'
import { answer } from '../../api/api.js'
import { getFormulasFamilies } from '../../client/sdk.gen.js'

/** The families of wordings that the record follows. */
export const familiesQuery = queryOptions({
  queryKey: ['formulas', 'families'],
  queryFn: ({ signal }) => answer(getFormulasFamilies({ signal })),
})
