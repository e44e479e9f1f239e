import { latin1 } from './media.js'

/**
 * Whether the members of a zip archive come to more than `limit` bytes. What the archive says of their sizes may be
 * a lie, so they are unpacked and counted, and forgotten chunk by chunk. What is damaged counts as nothing: whoever
 * opens it will say so.
 */
export async function unpacksBeyond(bytes: Uint8Array, limit: number): Promise<boolean> {
  let total = 0
  for (const member of membersOf(bytes)) {
    total += member.deflated ? await inflatedSize(member.data, limit - total) : member.data.length
    if (total > limit) return true
  }
  return false
}

interface Member {
  data: Uint8Array
  deflated: boolean
}

/** Members by the archive's directory, which stands at its end (APPNOTE 4.3.12). */
function* membersOf(bytes: Uint8Array): Generator<Member> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tail = Math.max(0, bytes.length - 65_557)
  const end = latin1(bytes, tail).lastIndexOf('PK\x05\x06')
  if (end === -1 || tail + end + 22 > bytes.length) return
  let at = view.getUint32(tail + end + 16, true)
  while (at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    const local = view.getUint32(at + 42, true)
    if (local + 30 <= bytes.length) {
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      const data = bytes.subarray(start, start + view.getUint32(at + 20, true))
      yield { data, deflated: view.getUint16(at + 10, true) === 8 }
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}

async function inflatedSize(data: Uint8Array, limit: number): Promise<number> {
  const stream = new Blob([data as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.getReader()
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return size
      size += value.length
      if (size > limit) {
        await reader.cancel()
        return size
      }
    }
  } catch {
    return size
  }
}
