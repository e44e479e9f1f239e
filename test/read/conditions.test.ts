import { expect, it } from 'vitest'
import { setsCondition } from '../../src/read/conditions.js'

it.each([
  'without preconditions',
  'without any precondition',
  'Without prior conditions',
  'unconditionally',
  'regardless of what Norvia does',
])('“%s” sets no condition', words => expect(setsCondition(words)).toBe(false))

it.each(['if Norvia stops', 'until the border opens', 'without the consent of Sund', 'on the condition that it stops'])(
  '“%s” sets one',
  words => expect(setsCondition(words)).toBe(true),
)
