import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type IssuerFinder, load } from '../../src/load/load.js'

const SHARED = join(import.meta.dirname, '../../../shared')
const OPEN = join(SHARED, 'corpus-open')
const SEED = join(SHARED, 'seed')

/** As much of a lexicon as the statement in question needs. */
const finder: IssuerFinder = {
  has: id => /^[A-Z]{3}$/.test(id),
  find(text) {
    const names: [RegExp, string][] = [
      [/United States/g, 'USA'],
      [/(?<!People.s )Republic of Korea|\bROK\b/g, 'KOR'],
      [/\bJapan\b/g, 'JPN'],
      [/Democratic People.s Republic of Korea|\bDPRK\b/g, 'PRK'],
    ]
    const found = names.flatMap(([pattern, id]) =>
      [...text.matchAll(pattern)].map(match => ({ start: match.index, end: match.index + match[0].length, id })),
    )
    return found.sort((a, b) => a.start - b.start)
  },
}

describe('real statements', () => {
  it('all load, and are exactly what stands after the front matter', async context => {
    if (!existsSync(OPEN)) {
      console.warn(`skipped: ${OPEN} is absent`)
      return context.skip()
    }
    const files = readdirSync(OPEN).filter(name => name.endsWith('.txt'))
    expect(files.length).toBeGreaterThan(2000)
    for (const name of files) {
      const bytes = readFileSync(join(OPEN, name))
      const doc = await load({ bytes, name })
      const whole = bytes.toString('utf8')
      expect(`${doc.id}.txt`).toBe(name)
      expect(doc.text).toBe(whole.slice(whole.indexOf('\n---\n') + 5))
      expect(doc.issuers.length).toBeGreaterThan(0)
      expect(doc.findings).toEqual([])
    }
  })

  it('the statement this began with is understood without front matter', async context => {
    const name = '000_b6367e51516747ce.txt'
    if (!existsSync(join(SEED, name))) {
      console.warn(`skipped: ${join(SEED, name)} is absent`)
      return context.skip()
    }
    const bytes = readFileSync(join(SEED, name))
    const doc = await load({ bytes, name }, { actors: finder })
    expect(doc.text).toBe(bytes.toString('utf8'))
    expect(doc).toMatchObject({
      issuers: ['USA', 'KOR', 'JPN'],
      language: 'en',
      date: null,
      kind: 'joint-statement',
      title: null,
    })
    expect(doc.findings.map(finding => finding.rule)).toEqual(['load/no-year'])
    expect(doc.findings[0].actual).toBe('May 25')
  })
})
