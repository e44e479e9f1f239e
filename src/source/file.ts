import { open } from 'node:fs/promises'
import { InputError } from '../text/errors.js'

/** Bytes of a file or of standard input at most, where nothing else is said. */
export const MAX_BYTES = 100_000_000

/**
 * Reads a whole file (or a named pipe).
 *
 * @throws InputError in one line: missing, forbidden, a folder, too large
 */
export async function readFile(path: string, maxBytes = MAX_BYTES): Promise<Uint8Array> {
  let handle: Awaited<ReturnType<typeof open>> | undefined
  try {
    handle = await open(path, 'r')
    const stat = await handle.stat()
    if (stat.isDirectory()) throw new InputError(`${path}: is a folder, not a file`)
    if (stat.size > maxBytes) throw tooLarge(path, stat.size, maxBytes)
    // A pipe has no size, and a file may grow while it is read: the limit is held on the way.
    return await readAll(handle.createReadStream({ autoClose: false }), path, maxBytes)
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(path, error)
  } finally {
    await handle?.close()
  }
}

/** Reads a stream of bytes to its end, and no further than the limit. */
export async function readAll(
  stream: AsyncIterable<Uint8Array | string>,
  label: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    total += bytes.length
    if (total > maxBytes) throw tooLarge(label, null, maxBytes)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/** What a failed system call means to the user. */
export function unreadable(path: string, error: unknown): InputError {
  const code = (error as { code?: string }).code
  if (code === 'ENOENT' || code === 'ENOTDIR') return new InputError(`${path}: no such file or folder; check the name`)
  if (code === 'EACCES' || code === 'EPERM') return new InputError(`${path}: permission denied; make it readable`)
  if (code === 'EMFILE' || code === 'ENFILE')
    return new InputError(`${path}: too many open files; raise the limit (ulimit -n)`)
  if (code === 'ELOOP') return new InputError(`${path}: is a link that leads back to itself`)
  if (code === 'ENAMETOOLONG') return new InputError(`${path.slice(0, 80)}...: the name is too long for a file`)
  return new InputError(`${path}: cannot be read (${code ?? (error as Error).message})`)
}

function tooLarge(label: string, bytes: number | null, maxBytes: number): InputError {
  const has = bytes === null ? 'has more than' : `has ${megabytes(bytes)}, more than`
  return new InputError(`${label}: ${has} the ${megabytes(maxBytes)} that are read; give the statement alone`)
}

function megabytes(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.round(bytes / 1_000_000)} MB` : `${bytes} bytes`
}
