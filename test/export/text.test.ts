import { expect, test } from 'vitest'
import { columns } from '../../src/export/columns.js'
import { FAMILIES, FORCE_ORDER, familyOf } from '../../src/export/families.js'
import { PLAIN, type Role } from '../../src/export/format.js'
import { text } from '../../src/export/text.js'
import { FORCES } from '../../src/read/reading.js'
import { finding } from '../../src/text/finding.js'
import { reading, sample } from './sample.js'

test('every force stands in exactly one family', () => {
  expect([...FORCE_ORDER].sort()).toEqual([...FORCES].sort())
  for (const family of FAMILIES) for (const force of family.forces) expect(familyOf(force)).toBe(family.id)
})

test('a statement at 80 columns', () => {
  const { statement, reading } = sample()
  reading.findings.push(
    finding('load/no-year', 'warning', 'The year is not known; give it with --date.', { start: 22, end: 28 }),
  )
  expect(text.write(statement, reading, PLAIN)).toBe(`Statement on the Sund crossing
2031-03-04 · ARL, NRV · joint statement · en · sample-1

  #  On the Sund crossing

  2  Arland and Norvia strongly condemn the closure of the Sund by Veska, and
     call on Veska to reopen it without delay, if it means what it says.
     ▎ condemn     ●●○    ARL, NRV → VSK · sovereignty, un-resolutions
     ▎   “strongly condemn” the closure of the Sund by Veska
     ▎ urge        ●○○    ARL, NRV → VSK · dialogue
     ▎   “call on” Veska to reopen it without delay, if it means what it says
     ▎   condition: if it means what it says

  3  They remain ready to talk.
     ▎ offer       ●○○ ↻  ARL, NRV, Free Harbours · dialogue
     ▎   “remain ready” to talk

  4  The harvest was good & <b>plenty</b>.
     [unread]

  5  The ministers will meet
     [fragment]

  ·  Press office, Arland

warning: The year is not known; give it with --date. “Arland” [load/no-year]

────────────────────────────────────────────────────────────────────────────────
3 acts by actor and force
  ARL, NRV       3  condemn 1 · urge 1 · offer 1
  Free Harbours  1  offer 1
6 sentences · 2 read · 1 unread · 1 fragment · 1 heading · 1 furniture
`)
})

test.each([40, 60, 80, 131, 132, 200, 300])('at %i columns no line is wider', width => {
  const many = Array.from({ length: 30 }, (_, i) => `A${String.fromCharCode(65 + (i % 26))}${i > 25 ? 'X' : 'Y'}`)
  for (const [statement, read] of [
    Object.values(sample({ issuers: many, url: `https://example.org/${'x'.repeat(90)}` })),
    Object.values(cjk()),
  ] as [ReturnType<typeof sample>['statement'], ReturnType<typeof sample>['reading']][]) {
    read.acts[0].targets = many
    const lines = text.write(statement, read, { ...PLAIN, width, explain: () => ['because '.repeat(30)] }).split('\n')
    for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(width)
  }
})

function cjk() {
  const words = '阿兰德强烈谴责韦斯卡关闭松德海峡，并敦促韦斯卡立即恢复通航，使各国船只能够自由通过该海峡。'
  return reading(
    words,
    [[words, 'read']],
    [{ sentence: 0, force: 'condemn', trigger: '强烈谴责', content: '韦斯卡关闭松德海峡', intensity: 1 }],
  )
}

test('on a wide terminal the words of an act stand right of who and whom', () => {
  const { statement, reading } = sample()
  const out = text.write(statement, reading, { ...PLAIN, width: 200 })
  expect(out).toMatch(
    /condemn {5}●●○ {4}ARL, NRV → VSK · sovereignty, un-resolutions {2,}“strongly condemn” the closure of the Sund by Veska\n/,
  )
})

test('colour is by family, also in the sentence, and adds nothing visible', () => {
  const { statement, reading } = sample()
  const seen: [Role, string][] = []
  const out = text.write(statement, reading, {
    ...PLAIN,
    style: (role, part) => {
      seen.push([role, part])
      return part
    },
  })
  expect(out).toBe(text.write(statement, reading, PLAIN))
  expect(seen).toContainEqual(['censure', 'strongly'])
  expect(seen).toContainEqual(['asking', '“call on”'.slice(1, -1)])
  expect(seen).toContainEqual(['warning', '[unread]'])
  expect(seen).toContainEqual(['label', 'Press office, Arland'])
})

test('explanations stand beneath their act', () => {
  const { statement, reading } = sample()
  const out = text.write(statement, reading, { ...PLAIN, explain: act => [`force: ${act.force}`] })
  expect(out).toContain('     ▎   “remain ready” to talk\n     ▎   force: offer\n')
})

test('all of many issuers are named so', () => {
  const issuers = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF']
  const { statement, reading } = sample({ issuers })
  reading.acts[0].actors = [...issuers].reverse()
  expect(text.write(statement, reading, PLAIN)).toContain('the 6 issuers → VSK')
})

test('a statement without anything', () => {
  const { statement, reading: found } = reading('', [], [], { title: null, date: null, issuers: [], kind: null })
  expect(text.write(statement, found, PLAIN)).toContain('date unknown · issuers unknown · en\n')
  expect(text.write(statement, found, PLAIN)).toContain('no acts\n0 sentences\n')
})

test('a title cannot steer the terminal', () => {
  const { statement, reading } = sample({ title: 'x\u001b[2Jy', id: 'i\u001bd', url: 'https://e.org/\u009b' })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
  expect(text.write(statement, reading, PLAIN)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
})
