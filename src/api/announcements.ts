/** What is told to those who listen (`GET /stream`): statements that came in, how far the work on some is, that the ledger changed. */
export type Announcement =
  | { event: 'progress'; data: Progress }
  | { event: 'statement'; data: { outcome: 'new' | 'changed' | 'removed'; id: string; statement: object | null } }
  | { event: 'ledger'; data: { revision: string } }
  | { event: 'trouble'; data: { detail: string } }

export interface Progress {
  /** As the request named it by `job`; null where it did not. */
  job: string | null
  input: string
  step: 'fetching' | 'loading' | 'reading' | 'keeping' | 'done' | 'failed'
  /** Inputs of the request that are done, and all of them. */
  done: number
  total: number
}

export class Announcements {
  readonly #listeners = new Set<(announcement: Announcement) => void>()

  tell(announcement: Announcement): void {
    for (const listener of this.#listeners) listener(announcement)
  }

  /** Returns what ends it. */
  listen(listener: (announcement: Announcement) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get listening(): number {
    return this.#listeners.size
  }
}
