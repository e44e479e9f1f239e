import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { estimate, sumOf } from '../../scripts/score/bootstrap.js'
import { differences } from '../../scripts/score/differences.js'
import { figuresOf, measureActs, type ScoredAct } from '../../scripts/score/measure.js'
import { heldOut } from '../../scripts/score/parts.js'
import { renderTable, shortfalls } from '../../scripts/score/table.js'

const text = 'Arland condemns the launch of a missile if it is true, and urges Veska to stop.'
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const condemn: ScoredAct = {
  trigger: span('condemns'),
  force: 'condemn',
  repeated: false,
  intensity: 0,
  actors: ['OTHER:arland'],
  targets: [],
  content: span('the launch of a missile if it is true'),
  topics: ['missile-launch'],
  condition: span('if it is true'),
}
const urge: ScoredAct = {
  trigger: span('urges'),
  force: 'urge',
  repeated: false,
  intensity: 0,
  actors: ['OTHER:arland'],
  targets: ['OTHER:veska'],
  content: span('Veska to stop'),
  topics: ['other'],
  condition: null,
}

describe('measuring acts', () => {
  it('gives 1 for a perfect reading', () => {
    const figures = figuresOf(measureActs(text, [condemn, urge], [urge, condemn]))
    expect(new Set(Object.values(figures))).toEqual(new Set([1]))
    expect(differences(text, [condemn, urge], [urge, condemn])).toEqual([])
  })

  it('counts a missed act, a wrong force and wrong targets', () => {
    const read = [{ ...urge, force: 'demand' }]
    const { tallies } = measureActs(text, [condemn, urge], read)
    expect(tallies.act).toEqual({ tp: 1, fp: 0, fn: 1 })
    expect(tallies.force).toEqual({ tp: 0, fp: 1, fn: 2 })
    expect(measureActs(text, [urge], [{ ...urge, targets: [] }]).tallies.full.tp).toBe(0)
    expect(differences(text, [condemn, urge], read).map(({ message }) => message)).toEqual([
      '@7 "condemns": condemn is missed',
      '@59 "urges": force should be urge, is demand',
    ])
  })

  it('scores content by its words and a condition by any overlap', () => {
    const read = { ...condemn, content: span('the launch of a missile'), condition: span('it is') }
    const measure = measureActs(text, [condemn], [read])
    expect(measure.content).toBeCloseTo((2 * 5) / (9 + 5))
    expect(measure.tallies.condition).toEqual({ tp: 1, fp: 0, fn: 0 })
  })

  it('pairs a trigger with the act that overlaps it most', () => {
    const wide = { ...condemn, trigger: { start: 0, end: 15 } }
    expect(measureActs(text, [condemn], [{ ...urge, trigger: { start: 0, end: 9 } }, wide]).tallies.force.tp).toBe(1)
  })
})

describe('the table', () => {
  const good = measureActs(text, [condemn, urge], [condemn, urge])
  const bad = measureActs(text, [condemn, urge], [])

  it('has intervals that hold the value and do not change from run to run', () => {
    const measures = [good, good, bad, good]
    const { act } = estimate(measures)
    expect(act.value).toBe(figuresOf(sumOf(measures)).act)
    expect(act.low).toBeLessThan(act.value)
    expect(act.high).toBeGreaterThan(act.value)
    expect(estimate(measures)).toEqual(estimate(measures))
  })

  it('says what is below its target and how far the parts lie apart', () => {
    const columns = [
      { name: 'measuring', statements: 2, figures: estimate([good, bad]) },
      { name: 'development', statements: 2, figures: estimate([good, good]) },
    ]
    expect(renderTable(columns)).toMatch(/act F1 +0\.93 +0\.667 .* 1\.000 1\.00-1\.00 +-33\.3 !/)
    expect(shortfalls(columns)).toContain('act F1 0.667 is below 0.93')
    expect(shortfalls(columns)).toContain('act F1: the parts lie 33.3 points apart')
  })
})

describe('the held-out statements', () => {
  it('are those of lowest SHA-256 of the id, the seed statement never among them', () => {
    const seed = '2022-05-28-usa-kor-jpn-dprk-launches'
    const ids = ['a', 'b', 'c', seed]
    expect(heldOut(ids)).toEqual(['c', 'b', 'a'])
    expect(heldOut([seed])).toEqual([])
  })

  it('are named in test/gold/held-out.txt', context => {
    const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'gold', 'dev')
    if (!existsSync(folder)) {
      console.warn('../shared is absent: the held-out ids are not checked')
      return context.skip()
    }
    const ids = readdirSync(folder).map(file => file.replace(/\.json$/, ''))
    const named = readFileSync(join(import.meta.dirname, '..', 'gold', 'held-out.txt'), 'utf8')
      .trim()
      .split('\n')
    expect([...named].sort()).toEqual(heldOut(ids).sort())
  })
})
