/** Cursors: the id of a page's last row, so written that nobody reads anything into it. */
import { Problem } from './problem.js'

const PREFIX = 'c1.'

export function cursorOf(id: string): string {
  const bytes = new TextEncoder().encode(PREFIX + id)
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

export function idOfCursor(cursor: string): string {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), char => char.charCodeAt(0))
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (text.startsWith(PREFIX)) return text.slice(PREFIX.length)
  } catch {
    // Not what `cursorOf` makes.
  }
  throw new Problem(
    'wrong-parameter',
    `cursor: "${cursor.slice(0, 80)}" is no cursor of this API; give the "next" of the page before as it stands`,
  )
}
