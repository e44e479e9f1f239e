import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import type { Lineage } from '../../client/types.gen.js'
import { readingQuery } from '../reading/queries.js'

type Use = Lineage['uses'][number]

/** The words of a use, leading to their sentence in the statement. Which sentence that is, is asked when one goes there. */
export function WordsLink({ use: { statement, span, text }, children }: { use: Use; children?: React.ReactNode }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const go = async (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    const reading = await queries.fetchQuery(readingQuery(statement)).catch(() => null)
    const n = reading?.sentences.findIndex(({ end }) => span.start < end) ?? -1
    void navigate({ to: '/s/$id', params: { id: statement }, hash: n < 0 ? undefined : `s${n}` })
  }
  return (
    <Link to="/s/$id" params={{ id: statement }} onClick={go}>
      {children ?? `“${text.replace(/\s+/g, ' ')}”`}
    </Link>
  )
}
