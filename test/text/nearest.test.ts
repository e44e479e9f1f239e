import { expect, test } from 'vitest'
import { nearestOf } from '../../src/text/nearest.js'

test('the nearest come first: those that have it as a part, then by edits', () => {
  expect(nearestOf('lanch', ['talks', 'launch', 'launch-attempt'])).toEqual(['launch'])
  expect(nearestOf('test', ['talks', 'nuclear-test', 'tset'])).toEqual(['nuclear-test', 'tset'])
  expect(nearestOf('ICMB', ['icbm', 'SRBM'])[0]).toBe('icbm')
})

test('what shares too little is left out, and nothing is given twice', () => {
  expect(nearestOf('zzzzzzzz', ['launch', 'talks'])).toEqual([])
  expect(nearestOf('talk', ['talks', 'talks'])).toEqual(['talks'])
  expect(nearestOf('a', [])).toEqual([])
})
