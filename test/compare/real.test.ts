/** Measurements on the real statements beside the repository; skipped aloud where they are absent. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scoreEdits } from '../../scripts/compare/edits.js'
import { scoreFomc } from '../../scripts/compare/fomc-score.js'
import { setAside } from '../../scripts/corpus.js'

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus-open')
const present = existsSync(FOLDER)
if (!present) console.log(`skipped: ${FOLDER} is absent, so edits and alignment of real statements are not measured`)

describe.skipIf(!present)('on real statements', () => {
  it('known edits are reported exactly, and none invented', async () => {
    const { statements, made, found, invented, wrong } = await scoreEdits(FOLDER, setAside(), 60, 19930225)
    const sum = (tally: Record<string, number>) => Object.values(tally).reduce((total, count) => total + count, 0)
    expect(statements).toBe(60)
    expect(Object.values(made).every(count => count > 20)).toBe(true)
    expect(sum(found) / sum(made), wrong.join('\n')).toBeGreaterThanOrEqual(0.98)
    expect(invented, wrong.join('\n')).toBe(0)
  }, 120_000)

  it('successive statements of a committee are aligned as keyed by hand', async () => {
    const { sentences, accepted, right } = await scoreFomc(join(import.meta.dirname, 'fomc-key.json'), FOLDER)
    expect(sentences).toBe(200)
    expect(accepted / sentences).toBeGreaterThanOrEqual(0.98)
    // Without the alternatives that the key allows where its maker was in doubt; may only rise.
    expect(right).toBeGreaterThanOrEqual(193)
  }, 120_000)
})
