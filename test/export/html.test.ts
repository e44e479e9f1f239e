import { parseHTML } from 'linkedom'
import { parse } from 'parse5'
import { expect, test } from 'vitest'
import { PLAIN } from '../../src/export/format.js'
import { html } from '../../src/export/html.js'
import { FAMILY_COLOURS, PAGE } from '../../src/export/html-style.js'
import { finding } from '../../src/text/finding.js'
import { reading, sample } from './sample.js'

const page = ({ statement, reading }: ReturnType<typeof sample>) => html.write(statement, reading, PLAIN)
const dom = (made: ReturnType<typeof sample>) => parseHTML(page(made)).document

/** The statement as it stands on the page: without notes, numbers and labels, white space as single spaces. */
function shownText(document: ReturnType<typeof dom>): string {
  const body = document.querySelector('.body')!
  for (const element of body.querySelectorAll('.notes, sup, .status')) element.remove()
  return body.textContent!.replace(/\s+/g, ' ').trim()
}

test('the page is well formed, of one piece, and without scripts', () => {
  const out = page(sample())
  const errors: string[] = []
  parse(out, { onParseError: error => errors.push(error.code) })
  expect(errors).toEqual([])
  expect(out).not.toMatch(/<script|<link|<img|@import|url\(|\son\w+=/i)
  expect(out).toContain("default-src 'none'")
})

test('the whole text stands on the page, escaped, in its order', () => {
  const made = sample()
  expect(shownText(dom(made))).toBe(made.statement.text.replace(/\s+/g, ' ').trim())
  expect(page(made)).toContain('good &amp; &lt;b&gt;plenty&lt;/b&gt;')
})

test('headings are headings, acts are marked in the colour of their family, and notes and words lead to each other', () => {
  const document = dom(sample())
  expect(document.querySelector('h2')!.textContent).toBe('On the Sund crossing')
  const mark = document.querySelector('mark')!
  expect(mark.textContent).toBe('strongly condemn')
  expect(mark.className).toBe('f-censure')
  expect(mark.id).toBe('a1')
  const note = document.getElementById('n1')!
  expect(note.querySelector('a')!.getAttribute('href')).toBe('#a1')
  expect(note.textContent).toContain('ARL, NRV→VSK')
  expect(note.textContent).toContain('UN resolutions')
  expect(document.querySelector('#n3 .again')).not.toBeNull()
  expect(document.querySelector('#n2 .if')!.textContent).toBe('condition: if it means what it says')
  expect(document.querySelector('.cond')!.textContent).toBe('if it means what it says')
  expect(document.querySelector('.unread')!.textContent).toContain('The harvest')
})

test('the summary counts by force', () => {
  const rows = [...dom(sample()).querySelectorAll('tbody tr')].map(row =>
    [...row.children].map(cell => cell.textContent),
  )
  expect(rows).toEqual([
    ['condemn', '1', 'ARL, NRV', 'VSK'],
    ['urge', '1', 'ARL, NRV', 'VSK'],
    ['offer', '1', 'ARL, NRV, Free Harbours', '–'],
  ])
})

test('nothing from outside becomes markup or a running link', () => {
  const evil = '"><script>alert(1)</script>'
  const made = sample({
    title: evil,
    id: evil,
    kind: evil,
    language: evil,
    date: evil,
    issuers: [evil],
    url: `javascript:${evil}`,
  })
  made.reading.findings.push(finding(`x/${evil}`, 'warning', evil, { start: 0, end: 5 }))
  made.reading.reader = evil
  Object.assign(made.reading.acts[0], { actors: [evil], targets: [evil], topics: [evil] })
  const out = page(made)
  expect(out).not.toContain('<script')
  expect(out).not.toMatch(/href="javascript/)
  const errors: string[] = []
  parse(out, { onParseError: error => errors.push(error.code) })
  expect(errors).toEqual([])
})

test('control characters and halves of characters do not break the page', () => {
  const words = 'We urge\u0000 calm\u001b\ud800\u0085 and <order>.'
  const made = reading(words, [[words, 'read']], [{ sentence: 0, force: 'urge', trigger: 'urge', content: 'calm' }])
  const errors: string[] = []
  parse(page(made), { onParseError: error => errors.push(error.code) })
  expect(errors).toEqual([])
})

test('two acts may share a trigger, overlap, and reach beyond their sentence', () => {
  const words = 'Our regret and concern at the closure remain. It must end.'
  const made = reading(
    words,
    [
      ['Our regret and concern at the closure remain.', 'read'],
      ['It must end.', 'read'],
    ],
    [
      { sentence: 0, force: 'regret', trigger: 'Our regret and concern', content: 'at the closure' },
      { sentence: 0, force: 'concern', trigger: 'Our regret and concern', content: 'at the closure' },
      { sentence: 0, force: 'concern', trigger: 'regret and concern at', content: 'the closure' },
    ],
  )
  made.reading.acts[2].content.end = words.length
  const document = dom(made)
  expect(document.querySelectorAll('#a1, #a2, #a3')).toHaveLength(3)
  expect([...document.querySelectorAll('sup')].map(sup => sup.textContent)).toEqual(['1 2', '3'])
  expect(shownText(document)).toBe(words)
})

test('paragraphs are those of the text, hard-wrapped or not', () => {
  const lines = 'First here.\nSecond there.'
  const paragraphs = (made: ReturnType<typeof sample>) => dom(made).querySelectorAll('p.para').length
  expect(
    paragraphs(
      reading(
        lines,
        [
          ['First here.', 'unread'],
          ['Second there.', 'unread'],
        ],
        [],
      ),
    ),
  ).toBe(2)
  const wrapped = 'First is\nhere.\nSecond there.\n\nThird.'
  expect(
    paragraphs(
      reading(
        wrapped,
        [
          ['First is\nhere.', 'unread'],
          ['Second there.', 'unread'],
          ['Third.', 'unread'],
        ],
        [],
      ),
    ),
  ).toBe(2)
})

test('what stands after the last sentence is shown', () => {
  const made = reading('We wait. ###', [['We wait.', 'unread']], [])
  expect(shownText(dom(made))).toBe('We wait. ###')
})

test('every colour of a family can be read on its ground and its tint', () => {
  for (const colour of Object.values(FAMILY_COLOURS))
    for (const [tone, tint] of [
      ['light', 0.11],
      ['dark', 0.17],
    ] as const) {
      const ground = PAGE[tone].ground
      expect(contrast(rgb(colour[tone]), rgb(ground))).toBeGreaterThan(4.5)
      const tinted = rgb(ground).map((channel, i) => channel * (1 - tint) + rgb(colour[tone])[i] * tint)
      expect(contrast(rgb(colour[tone]), tinted)).toBeGreaterThan(4.5)
    }
})

const rgb = (hex: string) => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))

/** Contrast ratio of WCAG 2. */
function contrast(a: number[], b: number[]): number {
  const luminance = (colour: number[]) => {
    const [r, g, blue] = colour.map(value =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}
