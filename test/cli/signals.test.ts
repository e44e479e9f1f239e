import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'

const PROGRAM = `
import { interruptible } from ${JSON.stringify(new URL('../../src/cli/signals.ts', import.meta.url).href)}
try {
  await interruptible(async ({ cleanUp, busy }) => {
    cleanUp(() => console.log('clean'))
    console.log('begun')
    if (process.argv[2] === 'busy') busy(() => { for (;;); })
    await new Promise(resolve => setTimeout(resolve, 10_000))
  })
} catch (error) {
  console.log(error.name)
  process.exit(error.code)
}`

function interrupted(how: string, signal: NodeJS.Signals) {
  const args = ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', PROGRAM, 'x', how]
  const child = spawn(process.execPath, args)
  let out = ''
  child.stdout.on('data', chunk => {
    if (!out) setTimeout(() => child.kill(signal), 50)
    out += chunk
  })
  return new Promise(resolve => {
    child.on('close', (code, by) => resolve({ code, by, out }))
  })
}

test('an interruption cleans up and has its code', async () => {
  expect(await interrupted('wait', 'SIGINT')).toEqual({ code: 130, by: null, out: 'begun\nclean\nInterrupted\n' })
  expect(await interrupted('wait', 'SIGTERM')).toEqual({ code: 143, by: null, out: 'begun\nclean\nInterrupted\n' })
})

test('work that never lets go of the thread can be interrupted all the same', async () => {
  expect(await interrupted('busy', 'SIGINT')).toEqual({ code: null, by: 'SIGINT', out: 'begun\n' })
})
