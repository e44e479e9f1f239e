import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { beforeEach, expect, test } from 'vitest'
import { PipeClosed } from '../../src/cli/failure.js'
import { fileOutput, streamOutput } from '../../src/cli/output.js'
import { InputError } from '../../src/text/errors.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-output-'))
})

test('a file appears when it is complete, and an earlier one stays until then', async () => {
  const file = join(folder, 'out.txt')
  writeFileSync(file, 'before')
  const output = await fileOutput(file)
  await output.write('after')
  expect(readFileSync(file, 'utf8')).toBe('before')
  await output.close()
  await output.abandon()
  expect(readFileSync(file, 'utf8')).toBe('after')
  expect(readdirSync(folder)).toEqual(['out.txt'])
})

test('what is abandoned leaves nothing behind', async () => {
  const output = await fileOutput(join(folder, 'out.txt'))
  await output.write('half')
  await output.abandon()
  expect(readdirSync(folder)).toEqual([])
})

test.each([
  ['none/out.txt', /^--output: .*none\/out\.txt cannot be written: its folder does not exist; make the folder first$/],
  ['', /^--output: .* is a folder; give a file's name$/],
])('a place that cannot be written to (%j) is one clear line', async (name, message) => {
  const refused = fileOutput(join(folder, name))
  await expect(refused).rejects.toThrow(message)
  await expect(refused).rejects.toBeInstanceOf(InputError)
})

test('a device is written to directly', async () => {
  const output = await fileOutput('/dev/null')
  await output.write('x')
  await output.close()
})

test('a full disk is said so', async () => {
  const output = await fileOutput('/dev/full')
  await expect(output.write('x'.repeat(100_000)).then(output.close)).rejects.toThrow('the disk is full')
  await output.abandon()
})

test('writing waits for a slow reader', async () => {
  const taken: string[] = []
  const slow = new Writable({
    highWaterMark: 1,
    write(chunk, _, done) {
      taken.push(String(chunk))
      setTimeout(done, 20)
    },
  })
  const output = streamOutput(slow)
  for (const text of ['a', 'b', 'c']) {
    await output.write(text)
    expect(slow.writableLength).toBe(0)
  }
  await output.close()
  expect(taken.join('')).toBe('abc')
})

test('a reader that has gone ends the writing', async () => {
  const gone = new Writable({
    write(_chunk, _, done) {
      done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
    },
  })
  const output = streamOutput(gone)
  await expect(output.write('x').then(() => output.write('y'))).rejects.toBeInstanceOf(PipeClosed)
})
