/** The word tables of force, role and place: no entry twice, no force that is none of the twenty. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { FORCES } from '../../src/index.js'

const DATA = join(import.meta.dirname, '..', '..', 'data', 'lexicon')
const rowsOf = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(DATA, file), 'utf8'), { columns: true })
const CHECK = join(import.meta.dirname, '..', '..', 'src', 'check')
const forceFiles = readdirSync(join(DATA, 'forces')).map(file => `forces/${file}`)

/** What makes an entry one and the same: all it matches on, not what it says. */
const keyOf = (row: Record<string, string>) =>
  Object.entries(row)
    .filter(
      ([column]) =>
        !['force', 'flags', 'example', 'level', 'weight', 'kind', 'role', 'note', 'performs', 'clause'].includes(
          column,
        ),
    )
    .map(([, value]) => value)
    .join(' | ')

describe('the word tables', () => {
  it.each([...forceFiles, 'roles.csv', 'places.csv'])('%s: no entry stands twice', file => {
    const seen = new Set<string>()
    const twice = rowsOf(file)
      .map(keyOf)
      .filter(key => seen.size === seen.add(key).size)
    expect(twice).toEqual([])
  })

  it.each(forceFiles)('%s: each force is one of the twenty', file => {
    const forces = rowsOf(file)
      .map(row => row.force)
      .filter(force => force !== undefined && force !== '')
    expect(forces.filter(force => !(FORCES as readonly string[]).includes(force ?? ''))).toEqual([])
  })
})

it('claims.yaml holds only cues that the rules of claims ask for', () => {
  const { cues } = parseYaml(readFileSync(join(DATA, 'claims.yaml'), 'utf8')) as { cues: Record<string, unknown> }
  const rules = readdirSync(CHECK).map(file => readFileSync(join(CHECK, file), 'utf8'))
  expect(Object.keys(cues).filter(cue => !rules.some(rule => rule.includes(`'${cue}'`)))).toEqual([])
})
