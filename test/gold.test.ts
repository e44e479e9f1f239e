import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileGold } from '../scripts/gold/compile.js'
import { coverage, readRules } from '../scripts/gold/coverage.js'
import { goldFolder, loadGold } from './gold.js'

const cases = loadGold()
const sourceOf = (id: string) => readFileSync(join(goldFolder, id, 'gold.tsv'), 'utf8')

describe('gold statements of our own', () => {
  it('are at least ten, under the id of their front matter', () => {
    expect(cases.length).toBeGreaterThanOrEqual(10)
    for (const { id, raw } of cases) expect(raw).toContain(`\nid: ${id}\n`)
  })

  it.each(cases)('$id: gold.json is what gold.tsv says', ({ id, body, gold }) => {
    expect(gold).toEqual(compileGold(id, body, sourceOf(id)).gold)
  })

  it('cover every force, body, topic and rule of the codebook, as COVERAGE.md says', () => {
    const rules = readRules(readFileSync(join(goldFolder, 'rules.tsv'), 'utf8'))
    const compiled = cases.map(({ id, body }) => ({ ...compileGold(id, body, sourceOf(id)), body }))
    expect(coverage(rules, compiled)).toBe(readFileSync(join(goldFolder, 'COVERAGE.md'), 'utf8'))
  })
})

describe('compiling gold', () => {
  const body = 'Arland strongly condemns the launch. It condemns the test.\n\nThe end.\n'
  const row = (...cells: string[]) => cells.join('\t')
  const good = row('strongly condemns', 'condemn', '-', '1', 'OTHER:arland', '-', 'the launch', 'missile-launch', '-')

  it('turns words into offsets', () => {
    const [act] = compileGold('x', body, good).gold.acts
    expect(act.trigger).toEqual({ start: 7, end: 24, text: 'strongly condemns' })
    expect(body.slice(act.content.start, act.content.end)).toBe('the launch')
  })

  it.each([
    [
      'a trigger that is not there',
      good.replace('strongly', 'gravely'),
      'x/gold.tsv:1: "gravely condemns" does not stand',
    ],
    ['a part of a word', good.replace('strongly condemns', 'strongly condemn'), 'does not stand in the text'],
    ['an unknown force', good.replace('\tcondemn\t', '\tblame\t'), 'unknown force "blame"'],
    ['an unknown topic', good.replace('missile-launch', 'rockets'), 'unknown topic "rockets"'],
    ['content of another paragraph', good.replace('the launch', 'The end'), 'content "The end" does not stand'],
    ['an odd actor', good.replace('OTHER:arland', 'arland'), 'odd actor "arland"'],
    ['missing cells', row('condemns', 'condemn'), '2 cells, need 9 or 10'],
    ['an unknown status', row('The end.', 'none', 'title'), 'status "title": use heading, furniture, fragment'],
  ])('names the line of %s', (_, tsv, message) => {
    expect(() => compileGold('x', body, tsv)).toThrow(message)
  })
})
