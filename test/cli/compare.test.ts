import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { demarche } from './demarche.js'

const FRONT = '---\ntitle: Statement of Sund\ndate: 2031-03-04\nissuers: [OTHER:sund]\nlanguage: en\n---\n'
const A = `${FRONT}We are concerned about the attack of 3 March. We urge all parties to show restraint.\n`
const B = `${FRONT}We condemn the attack of 3 March. We urge all parties to show restraint.\n`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-compare-'))
})

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

test('two statements become a redline, in brackets in a pipe and in colours in a terminal', async () => {
  const [a, b] = [file('a.txt', A), file('b.txt', B)]
  const piped = await demarche(['compare', a, b])
  expect(piped).toMatchObject({ code: 0, err: '' })
  expect(piped.out).toContain('~ We [-are concerned about-]{+condemn+} the attack of 3 March.')
  expect(piped.out).toMatch(/strengthened +- concern/)
  const shown = await demarche(['compare', a, b], { terminal: 90 })
  expect(shown.out).toContain('\u001b[9m')
  expect(shown.out).not.toContain('[-')
})

test('the name after --output chooses the format', async () => {
  const [a, b] = [file('a.txt', A), file('b.txt', B)]
  const starts = { 'x.html': '<!doctype html>', 'x.md': '# Statement', 'x.json': '{', 'x.docx': 'PK' }
  for (const [name, start] of Object.entries(starts)) {
    const path = join(folder, name)
    expect(await demarche(['compare', a, b, '-o', path])).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(path, 'latin1').startsWith(start)).toBe(true)
  }
})

test('three statements become a table, a folder stands for its files', async () => {
  file('a.txt', A)
  file('b.txt', B)
  file('c.txt', A)
  const made = await demarche(['compare', folder])
  expect(made).toMatchObject({ code: 0, err: '' })
  expect(made.out).toMatch(/^A {2}Statement of Sund/)
  expect(made.out).toMatch(/\n {2}B condemn ●○○ “condemn” the attack/)
})

test('what is wrong is said in one line', async () => {
  const [a, b, c] = [file('a.txt', A), file('b.txt', B), file('c.txt', A)]
  const cases: [string[], number, RegExp][] = [
    [['compare', a], 2, /^demarche: compare: there is one statement; give two or more\n$/],
    [['compare'], 2, /^demarche: missing required argument .*\n$/],
    [['compare', a, join(folder, 'none.txt')], 1, /^demarche: .*none\.txt.*\n$/],
    [['compare', a, b, '--format', 'pdf'], 2, /^demarche: --format: "pdf" is no format; choose one of text, .*\n$/],
    [
      ['compare', a, b, c, '--format', 'docx'],
      2,
      /^demarche: --format docx: compares two statements, and there are 3; .*\n$/,
    ],
    [['compare', a, b, '--context', 'x'], 2, /^demarche: --context: "x" is no whole number .*\n$/],
    [['compare', '-', '-'], 2, /^demarche: -: standard input can be read once; .*\n$/],
  ]
  for (const [args, code, err] of cases) {
    const made = await demarche(args)
    expect(made.err).toMatch(err)
    expect([args, made.code, made.out]).toEqual([args, code, ''])
  }
  expect((await demarche(['compare', a, b, '--format', 'docx'], { terminal: 90 })).err).toMatch(
    /is not for a terminal; give --output/,
  )
})

test('of several, what can be read is compared', async () => {
  const made = await demarche(['compare', file('a.txt', A), file('b.txt', B), join(folder, 'none.txt')])
  expect(made.code).toBe(1)
  expect(made.err.trim().split('\n')).toHaveLength(1)
  expect(made.out).toContain('condemn')
})

test('a language without a reader is compared all the same, and said', async () => {
  const front = '---\nlanguage: ko\ntitle: 성명\n---\n'
  const a = file('a.txt', `${front}우리는 이번 공격을 강력히 규탄한다.\n`)
  const b = file('b.txt', `${front}우리는 이번 공격을 규탄한다.\n`)
  const made = await demarche(['compare', a, b])
  expect(made.code).toBe(3)
  expect(made.err).toContain('does not know the language')
  expect(made.out).toContain('[-강력히-]')
})

test('formulas of the dossier that were switched are named', async () => {
  const [a, b] = ['2022-11-19-arland-norvia-sund-icbm-launch', '2023-12-19-arland-norvia-sund-hwasong-18'].map(
    name => `examples/${name}.txt`,
  )
  const made = await demarche(['compare', a!, b!])
  expect(made).toMatchObject({ code: 0, err: '' })
  expect(made.out).toContain(`formula what-is-denuclearised: peninsula → north-korea
                  - denuclearization of the Korean Peninsula
                  + denuclearization of North Korea
`)
  const none = await demarche(['compare', a!, b!, '--dossier', join(folder, 'none')])
  expect(none).toMatchObject({ code: 1, out: '' })
  expect(none.err).toMatch(/^demarche: no dossier at .*none': there is no such folder; .*\n$/)
})

test('a dossier whose formulas are wrong is refused in one line', async () => {
  const [a, b] = [file('a.txt', A), file('b.txt', B)]
  file('dossier.yaml', 'id: x\n')
  for (const [yaml, said] of [
    ['families: [{ id: x', /has unsound formulas: .*; demarche dossier check/],
    ['families: [{ id: x, title: X, source: s, variants: [] }]', /has unsound formulas: families\[0\]\.variants/],
  ] as const) {
    file('formulas.yaml', yaml)
    const made = await demarche(['compare', a, b, '--dossier', folder])
    expect(made).toMatchObject({ code: 1, out: '' })
    expect(made.err).toMatch(said)
    expect(made.err.trim().split('\n')).toHaveLength(1)
  }
})
