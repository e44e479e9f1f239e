/** Actors by the names that people use for them, in any language of the table. */
import type { Dossier } from './dossier.js'
import type { Actor } from './record.js'

/** Actors whose id, name or alias this is, without regard to case; several where a name is not unique, none where no one has it. */
export function actorsNamed(dossier: Dossier, name: string): Actor[] {
  const exact = dossier.actors.get(name)
  if (exact !== undefined) return [exact]
  const key = keyOf(name)
  if (key === '') return []
  return [...dossier.actors.values()].filter(
    actor => keyOf(actor.id) === key || Object.values(actor.names).some(names => names.some(own => keyOf(own) === key)),
  )
}

/** Every id, name and alias, for those who look for the nearest one. */
export function actorNames(dossier: Dossier): string[] {
  return [...dossier.actors.values()].flatMap(actor => [actor.id, ...Object.values(actor.names).flat()])
}

function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/\s+/g, ' ')
    .trim()
}
