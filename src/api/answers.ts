/** Answers that were made, kept as bytes while what they were made of stands. */

interface Kept {
  bytes: Uint8Array
  etag: string
}

/** The most recently asked for, up to so many bytes. */
export class Answers {
  readonly #kept = new Map<string, Kept>()
  #bytes = 0
  constructor(readonly most: number) {}

  get(key: string): Kept | undefined {
    const found = this.#kept.get(key)
    if (found !== undefined) {
      this.#kept.delete(key)
      this.#kept.set(key, found)
    }
    return found
  }

  put(key: string, kept: Kept): void {
    this.#drop(key)
    if (kept.bytes.length > this.most / 4) return
    this.#kept.set(key, kept)
    this.#bytes += kept.bytes.length + key.length
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.most) break
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    const old = this.#kept.get(key)
    if (old === undefined) return
    this.#kept.delete(key)
    this.#bytes -= old.bytes.length + key.length
  }
}
