/** Names of those who act. They come from the API: the code names nobody. */
import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { actorLabel } from '../../../src/export/labels.js'
import { answer } from '../api/api.js'
import { getActors } from '../client/sdk.gen.js'
import type { Actor } from '../client/types.gen.js'

/** As many as the API gives at a time: those who issued statements first, then those of the record and the lexicon. */
const MOST = 1000

interface Names {
  list: readonly Actor[]
  nameOf(id: string): string
}

const NamesContext = createContext<Names>({ list: [], nameOf: actorLabel })

/** Asks for the names once, for all that stand inside. */
export function ActorNames({ children }: { children: ReactNode }) {
  const { data } = useQuery({
    queryKey: ['actors'],
    queryFn: ({ signal }) => answer(getActors({ query: { limit: MOST }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const names = useMemo<Names>(() => {
    const list = data?.actors ?? []
    const known = new Map(list.map(({ id, name }) => [id, name]))
    return { list, nameOf: id => known.get(id) ?? actorLabel(id) }
  }, [data])
  return <NamesContext value={names}>{children}</NamesContext>
}

/** All actors that the server knows by name; none while they are not there. */
export function useActorList(): readonly Actor[] {
  return useContext(NamesContext).list
}

/** A function from an actor's id to the name; the id itself while names are not there. */
export function useActorNames(): (id: string) => string {
  return useContext(NamesContext).nameOf
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
