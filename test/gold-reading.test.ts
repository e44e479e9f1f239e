import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { differences } from '../scripts/score/differences.js'
import { readStatement } from '../scripts/score/reader.js'
import { goldFolder, loadGold } from './gold.js'

/**
 * `known-gaps.txt` names what the reader is known to get wrong, as `id @offset field` lines. It may only shrink: a new
 * difference fails, and so does a line whose difference is gone.
 */
const gaps = readFileSync(join(goldFolder, 'known-gaps.txt'), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))

describe('the reader on the gold statements of our own', () => {
  it.each(loadGold())(
    '$id: every act is right in every field, but for the known gaps',
    async ({ id, raw, body, gold }) => {
      const reading = await readStatement(raw, id)
      expect(reading.statement.text).toBe(body)
      const found = differences(body, gold.acts, reading.acts)
      const unknown = found.filter(d => !gaps.includes(`${id} @${d.start} ${d.field}`))
      expect(unknown.map(d => d.message)).toEqual([])
      const closed = gaps.filter(
        line => line.startsWith(`${id} `) && !found.some(d => line === `${id} @${d.start} ${d.field}`),
      )
      expect(closed, 'delete these lines from test/gold/known-gaps.txt').toEqual([])
    },
  )

  it('knows the statements that the known gaps name', () => {
    const ids = new Set(loadGold().map(({ id }) => id))
    expect(gaps.filter(line => !ids.has(line.split(' ')[0] ?? ''))).toEqual([])
  })

  it.each(loadGold())('$id: what carries no act is known for what it is', async ({ id, raw, gold }) => {
    const { sentences } = await readStatement(raw, id)
    for (const { start, end, status } of gold.exempt) {
      const met = sentences.filter(sentence => sentence.start < end && start < sentence.end)
      expect({ start, statuses: [...new Set(met.map(sentence => sentence.status))] }).toEqual({
        start,
        statuses: [status],
      })
    }
  })
})
