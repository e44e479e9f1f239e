/** JSON in few bytes, and lists of ids in one column. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'

export function pack(value: unknown): Uint8Array {
  return deflateRawSync(JSON.stringify(value), { level: 1 })
}

export function unpack<T>(bytes: Uint8Array): T {
  return JSON.parse(inflateRawSync(bytes).toString('utf8')) as T
}

/** `|A|B|`, so that one id can be looked for; no id has the bar. */
export function listOf(ids: readonly string[]): string {
  return ids.length === 0 ? '' : `|${ids.map(id => id.replaceAll('|', '/')).join('|')}|`
}

/** What `LIKE ? ESCAPE '!'` takes to find the id in a list of ids. */
export function havingId(id: string): string {
  return `%${listOf([id]).replace(/[!%_]/g, '!$&')}%`
}

export function idsIn(list: string): string[] {
  return list === '' ? [] : list.slice(1, -1).split('|')
}
