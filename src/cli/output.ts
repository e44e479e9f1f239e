import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { InputError } from '../text/errors.js'
import { PipeClosed } from './failure.js'
import type { OutputStream } from './terminal.js'

/** Where results go. Writing waits until the other side has taken them, so that no more than a few are held. */
export interface Output {
  /** @throws PipeClosed, InputError */
  write(result: string | Uint8Array): Promise<void>
  /** Makes the results final. */
  close(): Promise<void>
  /** Leaves nothing half written behind; after `close` there is nothing to do. */
  abandon(): Promise<void>
}

/** Standard output. */
export function streamOutput(stream: OutputStream): Output {
  const sink = writer(stream, error => {
    if (isClosed(error)) throw new PipeClosed()
    throw new InputError(
      `standard output: cannot be written: ${error.message}; free some space or choose another place`,
    )
  })
  return { write: sink.write, close: sink.flush, async abandon() {} }
}

/**
 * A file that appears when it is complete: what is written stands beside it under another name until then, and an
 * earlier file of that name stays as it is if anything goes wrong. Devices and pipes are written to directly.
 *
 * @throws InputError where the file cannot be made
 */
export async function fileOutput(file: string): Promise<Output> {
  const there = await stat(file).catch(() => null)
  if (there?.isDirectory()) throw new InputError(`--output: ${file} is a folder; give a file's name`)
  const direct = there !== null && !there.isFile()
  const partial = direct ? file : `${file}.${process.pid}.part`
  const stream = createWriteStream(partial, { flags: direct ? 'w' : 'wx' })
  const refuse = (error: NodeJS.ErrnoException): never => {
    if (isClosed(error)) throw new PipeClosed()
    throw new InputError(`--output: ${file} cannot be written: ${reason(error)}`)
  }
  await opened(stream).catch(refuse)
  const sink = writer(stream, refuse)
  let complete = false
  const end = async () => {
    stream.end()
    if (!stream.closed) await once(stream, 'close')
  }
  return {
    write: sink.write,
    async close() {
      await sink.flush()
      await end()
      if (!direct) await rename(partial, file).catch(refuse)
      complete = true
    },
    async abandon() {
      stream.destroy()
      if (!complete && !direct) await rm(partial, { force: true })
    },
  }
}

function writer(stream: OutputStream, refuse: (error: NodeJS.ErrnoException) => never) {
  let broken: NodeJS.ErrnoException | null = null
  let wake = () => {}
  stream.on('error', (error: NodeJS.ErrnoException) => {
    broken ??= error
    wake()
  })
  const settled = (begin: (done: () => void) => boolean) =>
    new Promise<void>(resolve => {
      wake = resolve
      if (broken || begin(resolve)) resolve()
    }).then(() => (broken ? refuse(broken) : undefined))
  return {
    write: (result: string | Uint8Array) =>
      settled(done => {
        const taken = stream.write(result)
        if (!taken) stream.once('drain', done)
        return taken
      }),
    flush: () =>
      settled(done => {
        stream.write('', () => done())
        return false
      }),
  }
}

async function opened(stream: WriteStream): Promise<void> {
  await once(stream, 'open')
}

function isClosed(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED'
}

function reason(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return 'its folder does not exist; make the folder first'
  if (error.code === 'EACCES' || error.code === 'EROFS') return 'you may not write there; choose another place'
  if (error.code === 'ENOSPC') return 'the disk is full; free some space'
  return `${error.message}; choose another place`
}
