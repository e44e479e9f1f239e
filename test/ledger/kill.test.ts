import { expect, it } from 'vitest'
import { mulberry32 } from '../../scripts/random.js'
import { killAdding } from './killing.js'

it('no statement that was reported as added is lost, and none is half there, when processes that add are killed', async () => {
  const { killed, reported, statements, wrong } = await killAdding(100, mulberry32(4))
  expect(wrong).toEqual([])
  expect(killed).toBeGreaterThanOrEqual(100)
  expect(reported).toBeGreaterThan(100)
  expect(statements).toBeGreaterThanOrEqual(reported)
}, 300_000)
