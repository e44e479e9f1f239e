import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeEach, expect, test } from 'vitest'
import { demarche } from './demarche.js'

const STATEMENT = `---
id: sund-1
title: Statement of Sund and Norvia
date: 2031-03-04
issuers: [OTHER:sund, OTHER:norvia]
language: en
---
We strongly condemn the attack of 3 March. We urge all parties to show restraint.
`
const KOREAN =
  '우리는 이번 공격을 강력히 규탄한다. 우리는 모든 당사자가 자제할 것을 촉구한다. 대화는 계속되어야 한다.\n'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-cli-'))
})

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

test('text is what comes without a format, plain in a pipe and coloured in a terminal', async () => {
  const path = file('a.txt', STATEMENT)
  const piped = await demarche(['read', path])
  expect(piped).toMatchObject({ code: 0, err: '' })
  expect(piped.out).toMatch(/^Statement of Sund and Norvia\n2031-03-04 · Sund, Norvia · /)
  expect(piped.out).toContain('▎ condemn     ●●○')
  const shown = await demarche(['read', path], { terminal: 60 })
  expect(shown.out).toContain('\u001b[')
  for (const args of [
    ['read', path, '--no-color'],
    ['read', path],
  ])
    expect((await demarche(args, { terminal: 80, env: args.length > 2 ? {} : { NO_COLOR: '1' } })).out).toBe(piped.out)
  expect((await demarche(['read', path, '--color'])).out).toContain('\u001b[')
})

test('json for one input, ndjson for several, in their order', async () => {
  const [a, b] = [file('a.txt', STATEMENT), file('b.txt', STATEMENT.replace('sund-1', 'sund-2'))]
  const one = JSON.parse((await demarche(['read', a, '--format', 'json'])).out)
  expect(one.schema).toBe('demarche.reading/1')
  expect(one.statement.text).toBe(STATEMENT.slice(STATEMENT.indexOf('We strongly')))
  const several = await demarche(['read', b, a, '--format', 'ndjson'])
  expect(
    several.out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line).statement.id),
  ).toEqual(['sund-2', 'sund-1'])
  const refused = await demarche(['read', folder, '--format', 'json'])
  expect(refused).toEqual({
    code: 2,
    out: '',
    err: 'demarche: --format json: holds one statement, and there are several inputs; use --format ndjson\n',
  })
})

test('csv has its head once', async () => {
  file('a.txt', STATEMENT)
  file('b.txt', STATEMENT)
  const { out } = await demarche(['read', folder, '--format', 'csv'])
  expect(parse(out, { columns: true })).toHaveLength(4)
})

test('options say better than the text what it is', async () => {
  const path = file('a.txt', STATEMENT)
  const args = [
    '--issuers',
    'OTHER:veska, OTHER:arland',
    '--date',
    '2030-01-02',
    '--title',
    'Other',
    '--format',
    'json',
  ]
  const { statement } = JSON.parse((await demarche(['read', path, ...args])).out)
  expect(statement).toMatchObject({ issuers: ['OTHER:veska', 'OTHER:arland'], date: '2030-01-02', title: 'Other' })
})

test('one bad input does not stop the rest', async () => {
  const [a, empty, b] = [file('a.txt', STATEMENT), file('e.txt', ''), file('b.txt', STATEMENT)]
  const { code, out, err } = await demarche(['read', a, empty, join(folder, 'missing.txt'), b, '--format', 'ndjson'])
  expect(code).toBe(1)
  expect(out.trim().split('\n')).toHaveLength(2)
  expect(err.trim().split('\n')).toEqual([
    expect.stringMatching(/^demarche: .*e\.txt: is empty; /),
    expect.stringMatching(/^demarche: .*missing\.txt: no such file/),
  ])
})

test('a language that the reader does not know has a code of its own, unless something failed', async () => {
  const path = file('k.txt', KOREAN)
  const { code, out, err } = await demarche(['read', path, '--format', 'json'])
  expect(code).toBe(3)
  expect(JSON.parse(out).findings.map((finding: { rule: string }) => finding.rule)).toContain('language/unsupported')
  expect(err).toMatch(/^demarche: .*k\.txt: .*language.*\n$/)
  expect((await demarche(['read', path, join(folder, 'missing.txt')])).code).toBe(1)
})

test('explanations are given where there is room for them', async () => {
  const path = file('a.txt', STATEMENT)
  const { acts } = JSON.parse((await demarche(['read', path, '--explain', '--format', 'json'])).out)
  expect(acts[0].explanation.length).toBeGreaterThan(0)
  expect((await demarche(['read', path, '--explain', '--format', 'csv'])).code).toBe(2)
})

test.each([
  [['reed'], "unknown command 'reed'; did you mean read?; see demarche --help"],
  [['read'], "missing required argument 'input'; see demarche read --help"],
  [['read', 'x', '--fromat', 'csv'], "unknown option '--fromat'; did you mean --format?; see demarche read --help"],
  [['read', 'x', '--format', 'xml'], /^--format: "xml" is no format; choose one of text, json, /],
  [['read', 'x', '--date', '2030-02-30'], /^--date: "2030-02-30" is no date; /],
  [['read', 'x', '--language', 'English!'], /^--language: "English!" is no language code; /],
  [['read', 'x', '--issuers', ' , '], /^--issuers: names nobody; /],
  [['read', 'x', '--width', '12'], '--width: "12" is no whole number from 40 to 1000; give one'],
  [['read', 'x', '--jobs', '0'], '--jobs: "0" is no whole number from 1 to 256; give one'],
])('wrong usage is one line and code 2: %j', async (args, message) => {
  const { code, out, err } = await demarche(args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(/^demarche: [^\n]+\n$/)
  expect(err.slice('demarche: '.length, -1)).toMatch(message)
})

test('a wrong option of a statement is wrong usage too', async () => {
  const { code, err } = await demarche(['read', file('a.txt', STATEMENT), '--issuers', 'not an id'])
  expect(code).toBe(2)
  expect(err).toMatch(/^demarche: --issuers: unknown issuer "not"; /)
})

test('version and help are no errors; without a command the help is shown as one', async () => {
  expect(await demarche(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  expect(await demarche(['--help'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('read [options] <input...>'),
  })
  expect(await demarche(['read', '--help'])).toMatchObject({ code: 0, out: expect.stringContaining('--allow-private') })
  expect(await demarche([])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage: demarche') })
})

test('the name of the file to write says the format', async () => {
  const path = file('a.txt', STATEMENT)
  const target = join(folder, 'out.HTML')
  expect(await demarche(['read', path, '--output', target], { terminal: 80 })).toEqual({ code: 0, out: '', err: '' })
  expect(readFileSync(target, 'utf8')).toMatch(/^<!doctype html>/)
  await demarche(['read', path, '-o', join(folder, 'out.csv'), '-f', 'ndjson'])
  expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toMatch(/^\{/)
  await demarche(['read', path, '-o', join(folder, 'out')], { terminal: 80 })
  expect(readFileSync(join(folder, 'out'), 'utf8')).toMatch(/^Statement of Sund/)
})

test('many inputs are read by workers, in order, and the bad ones named', async () => {
  const many = join(folder, 'many')
  mkdirSync(many)
  for (let i = 100; i < 180; i++)
    writeFileSync(join(many, `${i}.txt`), i === 133 ? '' : STATEMENT.replace('sund-1', `sund-${i}`))
  const target = join(folder, 'all.ndjson')
  const { code, out, err } = await demarche(['read', many, '--jobs', '2', '--output', target])
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^demarche: .*133\.txt: is empty; [^\n]+\ndemarche: 79 read, 1 failed\n$/)
  const ids = readFileSync(target, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line).statement.id)
  expect(ids).toEqual(Array.from({ length: 80 }, (_, i) => `sund-${i + 100}`).filter(id => id !== 'sund-133'))
  expect(readdirSync(folder).sort()).toEqual(['all.ndjson', 'many'])
})
