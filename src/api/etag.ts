/** Entity tags (RFC 9110, 8.8.3): made of a digest, and held against what a client has. */
import { createHash } from 'node:crypto'

/** The tag of a content, or of a key that stands for one. */
export function etagOf(content: string | Uint8Array): string {
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
}

/** Whether the client has it already, by its `If-None-Match`. */
export function isHeld(etag: string, ifNoneMatch: string | null | undefined): boolean {
  if (ifNoneMatch == null) return false
  return ifNoneMatch.split(',').some(tag => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')
}

/** An answer as JSON that a client may hold on to by its tag. */
export function tagged(bytes: Uint8Array, etag: string): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': 'application/json', ...held(etag) },
  })
}

/** What a client gets that has it already. */
export function unchanged(etag: string): Response {
  return new Response(null, { status: 304, headers: held(etag) })
}

function held(etag: string): Record<string, string> {
  return { 'cache-control': 'no-cache', vary: 'accept', etag }
}
