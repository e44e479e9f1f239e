/** Typed access to a data file that collects every problem instead of stopping at the first. */

/** One list entry (a mapping) of a YAML file. */
export class Entry {
  constructor(
    private readonly fields: Record<string, unknown>,
    private readonly place: string,
    private readonly say: (problem: string) => void,
  ) {}

  problem(text: string): void {
    this.say(`${this.place}: ${text}`)
  }

  text(field: string): string {
    const value = this.fields[field]
    if (typeof value === 'string' && value.trim() !== '') return value
    this.problem(`${field} is missing; give it as text`)
    return ''
  }

  /** A look-up key: lower case. */
  word(field: string): string {
    const value = this.text(field)
    if (value !== value.toLowerCase()) this.problem(`${field} "${value}" has capitals; write it in lower case`)
    return value
  }

  texts(field: string): string[] {
    const value = this.fields[field] ?? []
    if (Array.isArray(value) && value.every(item => typeof item === 'string')) return value
    this.problem(`${field} is no list of texts; write [a, b]`)
    return []
  }

  words(field: string): string[] {
    return this.texts(field).map(text => text.toLowerCase())
  }

  number(field: string, otherwise?: number): number {
    const value = this.fields[field] ?? otherwise
    if (typeof value === 'number' && Number.isFinite(value)) return value
    this.problem(`${field} is no number; give one`)
    return 0
  }

  flag(field: string): boolean {
    const value = this.fields[field] ?? false
    if (typeof value !== 'boolean') this.problem(`${field} is neither true nor false; choose one`)
    return value === true
  }

  optional(field: string): string | null {
    return this.fields[field] === null || this.fields[field] === undefined ? null : this.text(field)
  }

  choice<T extends string, D extends T | null>(field: string, values: readonly T[], otherwise: D): T | D {
    const value = this.fields[field]
    if (value === undefined && otherwise === null) return otherwise
    if (values.includes(value as T)) return value as T
    this.problem(`${field} is ${String(value)}; use one of ${values.join(', ')}`)
    return otherwise
  }
}

/** One YAML file. */
class DataFile {
  constructor(
    private readonly content: Record<string, unknown>,
    private readonly say: (problem: string) => void,
  ) {}

  problem(text: string): void {
    this.say(text)
  }

  /** A list of entries; each must carry an `example` unless the list is exempt. */
  list(key: string, examples = true): Entry[] {
    const value = this.content[key]
    if (!Array.isArray(value) || value.length === 0) {
      this.say(`${key} is missing or empty; give a list`)
      return []
    }
    return value.map((fields, i) => {
      const known = typeof fields === 'object' && fields !== null ? (fields as Record<string, unknown>) : {}
      const entry = new Entry(known, `${key} ${String(known.id ?? known.name ?? known.word ?? i + 1)}`, this.say)
      if (examples) entry.text('example')
      return entry
    })
  }

  /** `{ words: [...], example: ... }`, without duplicates. */
  group(key: string): string[] {
    const value = this.content[key]
    const entry = new Entry((value ?? {}) as Record<string, unknown>, key, this.say)
    const words = entry.words('words')
    if (words.length === 0) entry.problem('words are missing; give a list')
    entry.text('example')
    this.unique(key, words)
    return words
  }

  /** `{ values: { word: number }, example: ... }`. */
  values(key: string): Record<string, number> {
    const value = (this.content[key] ?? {}) as { values?: Record<string, unknown>; example?: unknown }
    const entry = new Entry(value as Record<string, unknown>, key, this.say)
    entry.text('example')
    const values = value.values ?? {}
    for (const [word, number] of Object.entries(values))
      if (typeof number !== 'number') entry.problem(`${word} is no number; give one`)
    return values as Record<string, number>
  }

  strings(key: string): string[] {
    return new Entry(this.content, key, this.say).words(key)
  }

  single(key: string): string {
    return new Entry(this.content, key, this.say).text(key)
  }

  unique(what: string, words: string[]): void {
    const seen = new Set<string>()
    for (const word of words) {
      if (seen.has(word)) this.say(`${what}: "${word}" stands twice; keep one`)
      seen.add(word)
    }
  }

  /** Every number from 1 to `last` once. */
  complete(what: string, numbers: number[], last: number): void {
    for (let n = 1; n <= last; n++)
      if (numbers.filter(number => number === n).length !== 1) this.say(`${what}: number ${n} must stand once`)
  }
}

export class Reporter {
  readonly problems: string[] = []

  constructor(
    private readonly files: Record<string, string>,
    private readonly folder: string,
    private readonly parse: (text: string) => unknown,
  ) {}

  problem(file: string, text: string): void {
    this.problems.push(`data/lexicon/${this.folder}${file}: ${text}`)
  }

  file(name: string): DataFile {
    const say = (text: string) => this.problem(name, text)
    const text = this.files[this.folder + name]
    let content: unknown = {}
    if (text === undefined) say('missing; restore it from the repository')
    else {
      try {
        content = this.parse(text)
      } catch (error) {
        say(`no valid YAML (${(error as Error).message.split('\n')[0]}); mend it`)
      }
    }
    return new DataFile(
      typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : {},
      say,
    )
  }
}
