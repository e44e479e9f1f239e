import { expect, test } from 'vitest'
import { FormulaFinder } from '../../src/dossier/formulas.js'
import { dossier, messages } from './making.js'

const family = (...phrases: string[]) =>
  `families: [{ id: f, title: F, source: invented, variants: [{ id: v, title: V, phrases: ${JSON.stringify(phrases)} }, { id: w, title: W, phrases: [pause] }] }]`

function found(text: string, ...phrases: string[]): string[] {
  const finder = new FormulaFinder(dossier({ 'formulas.yaml': family(...phrases) }).formulas)
  return finder.find(text).map(({ start, end, variant }) => `${variant}: ${text.slice(start, end)}`)
}

test('either word, a word that may be missing, and a gap', () => {
  expect(found('They must Stop all launches.', 'stop|cease [all] launches')).toEqual(['f/v: Stop all launches'])
  expect(found('We cease launches.', 'stop|cease [all] launches')).toEqual(['f/v: cease launches'])
  expect(found('refrain from any and all further launches', 'refrain from ... launches')).toHaveLength(1)
  expect(found('refrain from one two three four five six seven launches', 'refrain from ... launches')).toEqual([])
})

test('of uses that overlap the longer one', () => {
  expect(found('pause all launches', 'pause all launches')).toEqual(['f/v: pause all launches'])
})

test('what could never be found is named, and keys that are not known', () => {
  for (const phrase of ['... launches', 'stop ...', '[all]', 'stop| launches'])
    expect(messages({ 'formulas.yaml': family(phrase) }), phrase).toHaveLength(1)
  expect(messages({ 'formulas.yaml': 'families: [{ id: f, titel: F, source: s, variants: [] }]\nother: 1' })).toEqual([
    expect.stringContaining("formulas.yaml, column 'other': 'other'"),
    expect.stringContaining("formulas.yaml, column 'families[0].titel': 'titel'"),
    expect.stringContaining('families[0].variants'),
    expect.stringContaining('families[0].title'),
  ])
  expect(messages({ 'formulas.yaml': '[1]' })).toEqual([expect.stringContaining('expected a list of families')])
})
