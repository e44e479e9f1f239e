import { expect, test } from 'vitest'
import { ClassOrder } from '../../src/dossier/classes.js'
import { dossier } from './making.js'

const { classOrder, manifest } = dossier({})

test('a class lies within its wider ones and itself, not within narrower ones', () => {
  expect(classOrder.isWithin('SHORT', 'missile')).toBe(true)
  expect(classOrder.isWithin('SHORT', 'SHORT')).toBe(true)
  expect(classOrder.isWithin('ballistic', 'SHORT')).toBe(false)
  expect(classOrder.isWithin('SHORT', 'cruise')).toBe(false)
  expect(classOrder.isWithin('nothing', 'missile')).toBe(false)
})

test('what is unspecified may be any class within its wider class, and no other', () => {
  expect(['SHORT', 'LONG', 'ballistic', 'missile', 'cruise'].map(asked => classOrder.mayBe('OPEN', asked))).toEqual([
    true,
    true,
    true,
    true,
    false,
  ])
  expect(classOrder.mayBe('SHORT', 'LONG')).toBe(false)
})

test('a circle of classes ends', () => {
  const round = new ClassOrder(
    new Map([
      ['SHORT', { ...manifest.classes.get('SHORT')!, within: ['LONG'] }],
      ['LONG', { ...manifest.classes.get('LONG')!, within: ['SHORT'] }],
    ]),
  )
  expect(round.isWithin('SHORT', 'LONG')).toBe(true)
})
