/** Names of those who act. They come from the API: the code names nobody. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { actorLabel } from '../../../src/export/labels.js'
import { get } from '../api/api.js'

interface ActorsAnswer {
  actors: { id: string; name: string | null }[]
}

const actorsQuery = queryOptions({
  queryKey: ['actors'],
  queryFn: ({ signal }) => get<ActorsAnswer>('/actors', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
})

/** All actors that the server knows by name; none while they are not there. */
export function useActorList(): ActorsAnswer['actors'] {
  return useQuery(actorsQuery).data?.actors ?? []
}

/** A function from an actor's id to the name; the id itself while names are not there. */
export function useActorNames(): (id: string) => string {
  const { data } = useQuery(actorsQuery)
  return useMemo(() => {
    const names = new Map(data?.actors?.map(({ id, name }) => [id, name]))
    return (id: string) => names.get(id) ?? actorLabel(id)
  }, [data])
}

interface Props {
  ids: readonly string[]
  /** How many are named before the rest is counted. */
  most?: number
  /** What stands where there is nobody. */
  none?: string
}

/** Actors in a row: `A, B and C`. */
export function Actors({ ids, most = 6, none = '' }: Props) {
  const name = useActorNames()
  if (ids.length === 0) return none
  return <span className="actors">{inRow(ids.map(name), most)}</span>
}

/** `A`, `A and B`, `A, B and 4 more`. */
export function inRow(names: readonly string[], most = 6): string {
  const named = names.length > most ? names.slice(0, most - 1) : names
  const rest = names.length - named.length
  const all = rest > 0 ? [...named, `${rest} more`] : named
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}
