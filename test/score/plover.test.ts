import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { halfOf, measure, parseSentences, renderTable, scoresOf } from '../../scripts/plover/measure.js'
import { predictor } from '../../scripts/plover/predict.js'

const SHARED = '../shared/gold/plover-train.jsonl'
const sentence = (id: string, gold: string[], predicted: string[]) => ({
  id,
  text: '',
  date: null,
  gold: new Set(gold),
  predicted: new Set(predicted),
})

test('each bad line is named without its text and left out', () => {
  const lines = [
    '{"id":"a","text":"Norvia met Sund.","date":"2031-02-03","events":[{"code":"CONSULT"}]}',
    'no json',
    '{"id":"b","text":"secret","events":[{"code":"WAR"}]}',
    '{"id":"c","text":"secret"}',
    '',
  ]
  const { sentences, problems } = parseSentences(lines.join('\n'), 'f.jsonl')
  expect(sentences.map(s => s.id)).toEqual(['a'])
  expect(problems.map(p => p.slice(0, 10))).toEqual(['f.jsonl:2:', 'f.jsonl:3:', 'f.jsonl:4:'])
  expect(problems.join()).not.toContain('secret')
})

test('micro and macro F1 over sets of types', () => {
  const scores = scoresOf([
    sentence('a', ['AID'], ['AID']),
    sentence('b', ['AID'], ['YIELD', 'AID']),
    sentence('c', ['REJECT'], []),
  ])
  // three predictions, three gold types, two right
  expect(scores.micro).toMatchObject({ gold: 3, predicted: 3, f1: 2 / 3 })
  expect(scores.macro).toBeCloseTo((1 + 0 + 0) / 3)
  expect(scores.empty).toBe(1)
})

test('the halves are fixed by the id and the interval holds the value', () => {
  expect([0, 1]).toContain(halfOf('a'))
  expect(halfOf('a')).toBe(halfOf('a'))
  const scored = Array.from({ length: 50 }, (_, n) => sentence(`s${n}`, ['AID'], n % 2 ? ['AID'] : ['YIELD']))
  const result = measure(scored)
  expect(result.halves[0].sentences + result.halves[1].sentences).toBe(50)
  expect(result.interval.micro[0]).toBeLessThanOrEqual(result.all.micro.f1)
  expect(result.interval.micro[1]).toBeGreaterThanOrEqual(result.all.micro.f1)
  expect(renderTable(result)).toContain('micro F1 0.500')
})

test('the predictor looks at the text alone', () => {
  const predict = predictor()
  const text = 'Norvia released the prisoners.'
  expect([...predict({ id: 'a', text, date: null, gold: new Set() })]).toEqual(['YIELD'])
  expect([...predict({ id: 'b', text, date: null, gold: new Set(['AID']) })]).toEqual(['YIELD'])
})

test('the third party figure', { timeout: 60_000 }, ({ skip }) => {
  if (!existsSync(SHARED)) {
    console.warn(`${SHARED} is absent: PLOVER types are not scored`)
    skip()
  }
  const { sentences } = parseSentences(readFileSync(SHARED, 'utf8'), SHARED)
  const predict = predictor()
  const { halves } = measure(sentences.map(s => ({ ...s, predicted: predict(s) })))
  for (const half of halves) expect(half.micro.f1).toBeGreaterThan(0.45)
})
