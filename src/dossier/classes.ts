/** The order of classes: which class lies within which wider ones. */
import type { ClassEntry } from './manifest.js'

export class ClassOrder {
  /** The class itself and all wider ones, by class. */
  readonly #wider = new Map<string, Set<string>>()
  readonly #entries: ReadonlyMap<string, ClassEntry>

  constructor(entries: ReadonlyMap<string, ClassEntry>) {
    this.#entries = entries
    for (const id of entries.keys()) {
      const wider = new Set<string>()
      const open = [id]
      // A cycle ends here, because no class is entered twice.
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (wider.has(next)) continue
        wider.add(next)
        open.push(...(entries.get(next)?.within ?? []))
      }
      this.#wider.set(id, wider)
    }
  }

  /** The class that a dispute's value names, which may say more than the class: `ICBM (as claimed)`. It need not be known. */
  namedBy(value: string): string {
    return this.#entries.has(value) ? value : value.split(/[\s(,;]/)[0]!
  }

  /** Whether what is of class `narrow` is of class `wide`. */
  isWithin(narrow: string, wide: string): boolean {
    return this.#wider.get(narrow)?.has(wide) ?? false
  }

  /** Whether what is recorded as of class `recorded` may turn out to be of class `asked`: it is unspecified, and they share a wider class. */
  mayBe(recorded: string, asked: string): boolean {
    if (this.isWithin(recorded, asked)) return true
    const entry = this.#entries.get(recorded)
    return entry?.unspecified === true && entry.within.some(wider => this.isWithin(asked, wider))
  }
}
