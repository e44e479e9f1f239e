/** Holds the first view of a statement to its bound of script. */
import { describe, expect, it } from 'vitest'
import { sizesOf } from '../../scripts/web/size.js'

describe('the web app', () => {
  it('loads at most 130 kB of script, gzipped, until a statement stands', () => {
    expect(sizesOf().get('reading')).toBeLessThanOrEqual(130_000)
  })
})
