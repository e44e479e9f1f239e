/** Which place an event's row means: it names one by its id, its name or an alias of it, in any language. */
import type { Place } from './record.js'

/** How the ids of places begin, so that a mistyped one is told from the free name of a place without a row. */
export const PLACE_PREFIX = 'place:'

export class Places {
  readonly #byName = new Map<string, Place>()

  constructor(places: readonly Place[]) {
    for (const place of places) this.#byName.set(place.id, place)
    // The usual names first: an alias or a name in another language never takes the name of another place.
    const named = (name: string, place: Place) => {
      const key = name.toLowerCase()
      if (!this.#byName.has(key)) this.#byName.set(key, place)
    }
    for (const place of places) named(place.name, place)
    for (const place of places) for (const name of Object.values(place.names).flat()) named(name, place)
  }

  /** The place that a cell means, or null where it has no row. */
  named(cell: string): Place | null {
    return this.#byName.get(cell) ?? this.#byName.get(cell.toLowerCase()) ?? null
  }
}
