/** Bodies of requests, bounded while they come in. */
import { Problem } from './problem.js'

/**
 * The body's bytes.
 *
 * @throws Problem beyond `most` bytes, whatever its headers said
 */
async function bytesIn(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () =>
    new Problem('too-large', `the body has more than ${most} bytes; send less at a time`, {}, { connection: 'close' })
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge()
  const chunks: Uint8Array[] = []
  let total = 0
  const reader = request.body?.getReader()
  for (;;) {
    const part = await reader?.read()
    if (part === undefined || part.done) break
    total += part.value.length
    if (total > most) {
      await reader!.cancel().catch(() => {})
      throw tooLarge()
    }
    chunks.push(part.value)
  }
  const bytes = new Uint8Array(total)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

/** The media type that the request gives its body, without parameters. */
export function mediaTypeOf(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
}

/** @throws Problem for another media type, for broken UTF-8 and broken JSON */
export async function jsonIn(request: Request, most: number, others: readonly string[] = []): Promise<unknown> {
  const type = mediaTypeOf(request)
  if (type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type)) {
    const taken = ['application/json', ...others].join(' or ')
    throw new Problem(
      'wrong-media-type',
      type === ''
        ? `Content-Type: is not given; send ${taken}`
        : `Content-Type: "${type}" is not taken here; send ${taken}`,
      {},
      { 'accept-post': ['application/json', ...others].join(', ') },
    )
  }
  const bytes = await bytesIn(request, most)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Problem('malformed', 'body: is not UTF-8; encode it so')
  }
  if (text.trim() === '') throw new Problem('malformed', 'body: is empty; send a JSON object')
  try {
    return JSON.parse(text)
  } catch (error) {
    const said = error instanceof Error ? error.message.split(/, "/)[0]! : String(error)
    throw new Problem('malformed', `body: is no JSON (${said.slice(0, 120)}); correct it`)
  }
}

/** A form's files and fields. @throws Problem */
export async function formIn(request: Request, most: number): Promise<FormData> {
  const bytes = await bytesIn(request, most)
  try {
    return await new Response(bytes, { headers: { 'content-type': request.headers.get('content-type')! } }).formData()
  } catch {
    throw new Problem(
      'malformed',
      'body: is no sound multipart/form-data; see that its boundary is the one of Content-Type',
    )
  }
}
