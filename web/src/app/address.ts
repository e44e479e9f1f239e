/** Every view's state stands in its address. Values are plain words; a key that stands several times is a list. */

export type Search = Record<string, string | string[]>

/** `?force=urge&force=demand&q=talks` to `{ force: ['urge', 'demand'], q: 'talks' }`. */
export function parseSearch(text: string): Search {
  const search: Search = {}
  for (const [key, value] of new URLSearchParams(text)) {
    const before = search[key]
    search[key] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return search
}

/** The other way round; what is empty or undefined is left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search))
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined && each !== null && each !== '' && each !== false) params.append(key, String(each))
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/')
  return text === '' ? '' : `?${text}`
}

/** The values of a key, none where it is absent. */
export function many(search: Record<string, unknown>, key: string): string[] {
  const value = search[key]
  return value === undefined || value === '' ? [] : list(value).map(String)
}

/** The values of a key, or undefined where there are none: they then stand in no address. */
export function several(search: Record<string, unknown>, key: string): string[] | undefined {
  const values = many(search, key)
  return values.length > 0 ? values : undefined
}

/** The value of a key, or undefined. */
export function one(search: Record<string, unknown>, key: string): string | undefined {
  return many(search, key)[0]
}

/** A whole number from `least` on, or undefined for anything else. */
export function whole(search: Record<string, unknown>, key: string, least = 0): number | undefined {
  const value = Number(one(search, key) ?? Number.NaN)
  return Number.isInteger(value) && value >= least ? value : undefined
}

/** An ISO day, or undefined for anything else. */
export function day(search: Record<string, unknown>, key: string): string | undefined {
  const text = one(search, key)
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined
}

/** The first digits of an id, as addresses have it. */
export function shortId(id: string): string {
  return /^[0-9a-f]{64}$/.test(id) ? id.slice(0, 16) : id
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}
