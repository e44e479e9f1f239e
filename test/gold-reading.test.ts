import { describe, expect, it } from 'vitest'
import { differences } from '../scripts/score/differences.js'
import { readStatement } from '../scripts/score/reader.js'
import { loadGold } from './gold.js'

describe('the reader on the gold statements of our own', () => {
  it.each(loadGold())('$id: every act is right in every field', async ({ id, raw, body, gold }) => {
    const reading = await readStatement(raw, id)
    expect(reading.statement.text).toBe(body)
    expect(differences(body, gold.acts, reading.acts).map(({ message }) => message)).toEqual([])
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
