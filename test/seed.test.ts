/** The statement that the project grew out of, read from the shared folder beside the repository. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { differences } from '../scripts/score/differences.js'
import { type ScoredAct, tokenF1 } from '../scripts/score/measure.js'
import { load, read } from '../src/index.js'
import { textOf } from '../src/text/span.js'

const SHARED = join(import.meta.dirname, '..', '..', 'shared')
const ID = '2022-05-28-usa-kor-jpn-dprk-launches'
const present = existsSync(join(SHARED, 'seed'))
if (!present) console.warn('test/seed.test.ts: ../shared is absent, the seed statement is not read')

async function readFile(name: string) {
  const doc = await load({ bytes: readFileSync(join(SHARED, 'seed', name)), name, mediaType: 'text/plain' })
  return { doc, reading: read(doc) }
}

function gold(): ScoredAct[] {
  return JSON.parse(readFileSync(join(SHARED, 'gold', 'dev', `${ID}.json`), 'utf8')).acts
}

describe.skipIf(!present)('the seed statement', () => {
  it('gives its gold acts, right in every field but the topics', async () => {
    const { doc, reading } = await readFile(`${ID}.txt`)
    const found = differences(doc.text, gold(), reading.acts)
    expect(gold()).toHaveLength(19)
    expect(found.filter(d => !['topics', 'content'].includes(d.field)).map(d => d.message)).toEqual([])
    const f1 = gold().map((act, i) => tokenF1(doc.text, act.content, reading.acts[i]!.content))
    expect(f1.reduce((a, b) => a + b, 0) / f1.length).toBeGreaterThanOrEqual(0.98)
  })

  it('gives the same acts from the raw page text, at its own offsets', async () => {
    const { doc, reading } = await readFile(`${ID}.txt`)
    const raw = await readFile('000_b6367e51516747ce.txt')
    const told = (text: string, acts: typeof reading.acts) =>
      acts.map(a => [
        a.force,
        textOf(text, a.trigger),
        a.actors,
        a.targets,
        a.repeated,
        a.intensity,
        a.content && textOf(text, a.content),
        a.condition && textOf(text, a.condition),
      ])
    expect(told(raw.doc.text, raw.reading.acts)).toEqual(told(doc.text, reading.acts))
  })

  it('finds the raw text’s issuers, language and furniture, and says that the year is unknown', async () => {
    const { doc, reading } = await readFile('000_b6367e51516747ce.txt')
    expect(doc.issuers).toEqual(['USA', 'KOR', 'JPN'])
    expect(doc.date).toBeNull()
    expect(doc.findings.map(f => f.rule)).toContain('load/no-year')
    expect(doc.language).toBe('en')
    const furniture = reading.sentences.filter(s => s.status === 'furniture').map(s => textOf(doc.text, s))
    expect(furniture).toEqual(['Office of the Spokesperson', 'No comments:', 'Post a Comment'])
  })
})
