import { expect, it } from 'vitest'
import { splitSentences } from '../../src/read/sentences.js'

const split = (text: string) => splitSentences(text, new Map()).map(({ start, end }) => text.slice(start, end))

it('ends a sentence at a wide full stop, which no space follows', () => {
  expect(split('我々は発射を非難する。対話の扉は開かれている！？協力を続ける。')).toEqual([
    '我々は発射を非難する。',
    '対話の扉は開かれている！？',
    '協力を続ける。',
  ])
})

it('goes on within wide brackets', () => {
  expect(split('大臣は「扉は開いている。来てほしい。」と述べた。会談は（非公開。）続いた。')).toEqual([
    '大臣は「扉は開いている。来てほしい。」と述べた。',
    '会談は（非公開。）続いた。',
  ])
})

it('knows no end where a bracket stays open', () => {
  expect(split('大臣は「扉は開いている。来てほしい。\n\n会談は続いた。')).toEqual([
    '大臣は「扉は開いている。来てほしい。',
    '会談は続いた。',
  ])
})
