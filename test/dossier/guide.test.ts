/** The worked example of docs/DOSSIER.md, built and run as it stands there. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { run } from '../../src/cli/program.js'
import type { OutputStream } from '../../src/cli/terminal.js'
import { TABLES } from '../../src/dossier/schema.js'

const GUIDE = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'DOSSIER.md'), 'utf8')

async function demarche(args: string[]): Promise<string> {
  let text = ''
  const stream = () =>
    new Writable({
      write(chunk, _, done) {
        text += chunk
        done()
      },
    }) as OutputStream
  await run(args, { stdout: stream(), stderr: stream(), env: {} })
  return text
}

test('a newcomer who follows the guide has a sound dossier that answers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-guide-'))
  const files = [...GUIDE.matchAll(/^```(?:yaml|csv) (\S+)\n([\s\S]*?)^```$/gm)]
  expect(files.length).toBeGreaterThanOrEqual(6)
  for (const [, name, content] of files) {
    mkdirSync(dirname(join(folder, name!)), { recursive: true })
    writeFileSync(join(folder, name!), content!)
  }
  const session = /^```console\n([\s\S]*?)^```$/m.exec(GUIDE)![1]!
  const commands = session.split(/^\$ /m).filter(Boolean)
  expect(commands).toHaveLength(3)
  for (const command of commands) {
    const [line, ...shown] = command.trimEnd().split('\n')
    const args = line!.split(' ').slice(1)
    const out = await demarche(args.map(arg => (arg === 'my-crisis' ? join(folder, arg) : arg)))
    // The guide may leave out lines, not change them.
    let at = 0
    for (const expected of shown) {
      const found = out.indexOf(expected, at)
      expect(found, `${line}: "${expected}" in\n${out}`).toBeGreaterThanOrEqual(0)
      at = found + expected.length
    }
  }
})

test('the guide names every column of every table', () => {
  for (const [table, columns] of Object.entries(TABLES)) {
    const start = GUIDE.indexOf(`**${table}.csv** \``)
    expect(start, table).toBeGreaterThanOrEqual(0)
    const next = GUIDE.indexOf('\n**', start + 1)
    const listed = GUIDE.slice(start, next < 0 ? undefined : next)
    const missing = Object.keys(columns).filter(column => column !== 'note' && !listed.includes(column))
    expect(missing, table).toEqual([])
  }
})
