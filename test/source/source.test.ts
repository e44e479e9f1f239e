import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bring, expand, fetchSource, isFailure } from '../../src/source/source.js'
import { InputError } from '../../src/text/errors.js'

let folder: string
const put = async (name: string, content: string | Uint8Array = 'Arland condemns the launch.') => {
  const path = join(folder, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, content)
  return path
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demarche-source-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const all = async (...inputs: string[]) => {
  const items: string[] = []
  for await (const item of expand(inputs)) items.push(item)
  return items
}
const failure = async (item: string, options = {}) => {
  const error = await fetchSource(item, options).then(
    () => null,
    reason => reason,
  )
  expect(error).toBeInstanceOf(InputError)
  expect(error.message).not.toContain('\n')
  return error.message as string
}

describe('expand', () => {
  it('gives the statements of a folder, sorted, those of its folders too', async () => {
    for (const name of [
      'b.txt',
      'a/z.html',
      'a/y.PDF',
      'a/.hidden/x.txt',
      '.dot.txt',
      'c.docx',
      'README.md',
      'notes.md',
      'x.jsonl',
      'B.txt',
      'node_modules/n.txt',
    ]) {
      await put(join('tree', name))
    }
    const tree = join(folder, 'tree')
    const names = ['B.txt', 'a/y.PDF', 'a/z.html', 'b.txt', 'c.docx', 'notes.md']
    expect(await all(tree)).toEqual(names.map(name => join(tree, name)))
  })

  it('keeps the order of the inputs, and what cannot be expanded', async () => {
    const file = await put('single.txt')
    await mkdir(join(folder, 'empty'), { recursive: true })
    const inputs = [
      '-',
      file,
      'https://example.org/statement',
      join(folder, 'missing.txt'),
      join(folder, 'empty'),
      'no-*.such',
    ]
    expect(await all(...inputs)).toEqual(inputs)
  })

  it('gives what a pattern matches', async () => {
    for (const name of ['p/1.txt', 'p/2.txt', 'p/q/3.txt', 'p/4.md']) await put(name)
    const at = (...names: string[]) => names.map(name => join(folder, name))
    expect(await all(join(folder, 'p/*.txt'))).toEqual(at('p/1.txt', 'p/2.txt'))
    expect(await all(join(folder, 'p/**/*.{txt,md}'))).toEqual(at('p/1.txt', 'p/2.txt', 'p/4.md', 'p/q/3.txt'))
  })

  it('takes a file whose name looks like a pattern as that file', async () => {
    const file = await put('odd[1].txt')
    expect(await all(file)).toEqual([file])
  })

  it('follows links to files, and not in circles', async () => {
    await put('ring/a.txt')
    await symlink(join(folder, 'ring'), join(folder, 'ring/back'))
    await symlink(join(folder, 'ring/a.txt'), join(folder, 'ring/b.txt'))
    expect(await all(join(folder, 'ring'))).toEqual([join(folder, 'ring/a.txt'), join(folder, 'ring/b.txt')])
  })

  it('begins before it has seen everything', async () => {
    for (let n = 0; n < 300; n++) await put(`many/${n % 30}/${n}.txt`, '')
    const items = expand([join(folder, 'many'), join(folder, 'missing')])
    expect((await items.next()).value).toBe(join(folder, 'many/0/0.txt'))
    await items.return(undefined)
    expect((await all(join(folder, 'many'))).length).toBe(300)
  })
})

describe('fetchSource', () => {
  it('reads a file', async () => {
    const file = await put('one.txt')
    const source = await fetchSource(file, { now: () => new Date('2022-05-28T00:00:00Z') })
    expect(source).toMatchObject({ name: file, url: null, retrievedAt: '2022-05-28T00:00:00.000Z' })
    expect(new TextDecoder().decode(source.bytes)).toBe('Arland condemns the launch.')
  })

  it('reads standard input', async () => {
    async function* stdin() {
      yield new TextEncoder().encode('Arland ')
      yield 'condemns.'
    }
    const source = await fetchSource('-', { stdin: stdin() })
    expect(source).toMatchObject({ name: null, url: null })
    expect(new TextDecoder().decode(source.bytes)).toBe('Arland condemns.')
  })

  it('fetches an address only where it may', async () => {
    const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<p>Arland</p>'))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/statement`
    expect(await failure(url)).toMatch(/private address/)
    expect(await fetchSource(url, { allowPrivate: true })).toMatchObject({ url, name: null, mediaType: 'text/html' })
    server.close()
  })

  it('says in one line why an input cannot be brought', async () => {
    await mkdir(join(folder, 'void'), { recursive: true })
    const file = await put('void.txt')
    expect(await failure(join(folder, 'nothing.txt'))).toMatch(/nothing\.txt: no such file or folder; check the name/)
    expect(await failure(join(file, 'below'))).toMatch(/no such file/)
    expect(await failure(join(folder, 'void'))).toMatch(/the folder holds no statement; put .*\.pdf/)
    expect(await failure(join(folder, '*.nothing'))).toMatch(/no file matches this pattern/)
    expect(await failure('ftp://example.org/a')).toMatch(/scheme ftp:/)
    expect(await failure('')).toMatch(/input is empty/)
    expect(await failure('a\0b')).toMatch(/no file name/)
    expect(await failure(`${'x'.repeat(5000)}.txt`)).toMatch(/too long/)
    expect(await failure(join(folder, 'tree'))).toMatch(/is a folder/)
  })

  it('does not read 100 MB', async () => {
    const file = await put('large.txt')
    await truncate(file, 100_000_001)
    const before = process.memoryUsage().rss
    expect(await failure(file)).toMatch(/has 100 MB, more than the 100 MB that are read/)
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
    expect(await failure(await put('small.txt', 'x'.repeat(11)), { maxBytes: 10 })).toMatch(
      /11 bytes, more than the 10 bytes/,
    )
    async function* endless() {
      for (;;) yield new Uint8Array(100_000)
    }
    expect(await failure('-', { stdin: endless(), maxBytes: 1_000_000 })).toMatch(
      /standard input: has more than the 1 MB/,
    )
  })

  it('reads a named pipe, and no further than the limit', async context => {
    const pipe = join(folder, 'pipe')
    try {
      execFileSync('mkfifo', [pipe])
    } catch {
      return context.skip()
    }
    const [source] = await Promise.all([fetchSource(pipe), writeFile(pipe, 'Arland')])
    expect(source.bytes.length).toBe(6)
    expect(await failure('/dev/zero', { maxBytes: 1_000_000 })).toMatch(/has more than/)
  })

  it('says that a file may not be read', async context => {
    const file = await put('secret.txt')
    await chmod(file, 0)
    // The superuser may read everything.
    if (process.getuid?.() === 0) return context.skip()
    expect(await failure(file)).toMatch(/permission denied/)
  })
})

describe('bring', () => {
  it('goes on after a failure', async () => {
    const seen: string[] = []
    await put('some/a.txt')
    await put('some/b.txt', 'x'.repeat(100))
    await put('some/c.txt')
    for await (const result of bring(join(folder, 'some'), { maxBytes: 50 })) {
      seen.push(isFailure(result) ? `failed ${result.input}` : String(result.name))
    }
    expect(seen.map(name => name.replace(`${folder}/`, ''))).toEqual(['some/a.txt', 'failed some/b.txt', 'some/c.txt'])
  })

  it('gives a failure for an input that is nothing', async () => {
    for await (const result of bring(join(folder, 'nothing'))) expect(isFailure(result)).toBe(true)
  })
})
