import { Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { coloured, complain, type Io, progressBar, terminalStyle, widthOf } from '../../src/cli/terminal.js'

function io(tty: { out?: boolean; err?: boolean }, env: Io['env'] = {}) {
  const made = { err: '' }
  const sink = (isTTY: boolean | undefined) =>
    Object.assign(
      new Writable({
        write(chunk, _, done) {
          made.err += chunk
          done()
        },
      }),
      { isTTY, columns: 120, cursorTo() {}, clearLine() {}, moveCursor() {} },
    )
  return { io: { stdout: sink(tty.out), stderr: sink(tty.err), env } as Io, made }
}

test('colour is for terminals, unless NO_COLOR, a dumb terminal, a file or the option say otherwise', () => {
  expect(coloured(io({ out: true }).io, null, false)).toBe(true)
  expect(coloured(io({}).io, null, false)).toBe(false)
  expect(coloured(io({ out: true }, { NO_COLOR: '1' }).io, null, false)).toBe(false)
  expect(coloured(io({ out: true }, { NO_COLOR: '' }).io, null, false)).toBe(true)
  expect(coloured(io({ out: true }, { TERM: 'dumb' }).io, null, false)).toBe(false)
  expect(coloured(io({ out: true }).io, null, true)).toBe(false)
  expect(coloured(io({ out: true }).io, false, false)).toBe(false)
  expect(coloured(io({}).io, true, false)).toBe(true)
})

test('the width is as asked, else the terminal has it, else 80', () => {
  expect(widthOf(io({ out: true }).io, 60)).toBe(60)
  expect(widthOf(io({ out: true }).io, null)).toBe(120)
  expect(widthOf(io({}).io, null)).toBe(80)
})

test('the style adds nothing that is seen, and nothing at all without colour', () => {
  const colour = terminalStyle(true)('censure', 'condemn')
  expect(colour).not.toBe('condemn')
  expect(stripVTControlCharacters(colour)).toBe('condemn')
  expect(terminalStyle(true)('censure', '')).toBe('')
  expect(terminalStyle(false)('censure', 'condemn')).toBe('condemn')
})

test('trouble is one line', () => {
  const { io: to, made } = io({})
  complain(to, 'a\nb\u001b[2J')
  expect(made.err).toBe('demarche: a b [2J\n')
})

test('the bar is drawn on a terminal where no results are printed, and nowhere else', async () => {
  for (const [tty, toFile, drawn] of [
    [{ err: true }, false, true],
    [{ err: true, out: true }, true, true],
    [{ err: true, out: true }, false, false],
    [{}, true, false],
  ] as const) {
    const { io: to, made } = io(tty)
    const bar = await progressBar(to, toFile)
    bar.total(2)
    bar.advance()
    bar.aside(() => complain(to, 'trouble'))
    bar.advance()
    bar.stop()
    expect(made.err.includes('━')).toBe(drawn)
    expect(made.err).toContain('demarche: trouble\n')
  }
})
