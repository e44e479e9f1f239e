import { expect, test } from 'vitest'
import { PLAIN } from '../../src/export/format.js'
import { jsonld } from '../../src/export/jsonld.js'
import { reading, sample } from './sample.js'

test('one annotation an act, whose selectors find its words', () => {
  const { statement, reading } = sample({ url: 'https://example.org/s' })
  const page = JSON.parse(jsonld.write(statement, reading, PLAIN))
  expect(page['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld')
  expect(page.type).toBe('AnnotationPage')
  expect(page.items).toHaveLength(3)
  const [position, quote] = page.items[1].target.selector
  expect(statement.text.slice(position.start, position.end)).toBe('call on')
  expect(quote.exact).toBe('call on')
  expect(quote.prefix).toHaveLength(32)
  expect(quote.suffix).toHaveLength(32)
  expect(statement.text).toContain(quote.prefix + quote.exact + quote.suffix)
  expect(page.items[1].target.source).toBe('https://example.org/s')
  const [tag, act] = page.items[1].body
  expect(tag).toMatchObject({ type: 'TextualBody', purpose: 'tagging', value: 'urge' })
  expect(act.condition.selector[1].exact).toBe('if it means what it says')
  expect(page['demarche:statement'].text).toBe(statement.text)
})

test('ids are IRIs whatever the statement is called, and differ', () => {
  const { statement, reading } = sample({ id: 'a b/ü\ud800' })
  const page = JSON.parse(jsonld.write(statement, reading, PLAIN))
  expect(page.id).toBe('urn:demarche:statement:a%20b%2F%C3%BC%EF%BF%BD:acts')
  expect(new Set(page.items.map((item: { id: string }) => item.id)).size).toBe(3)
})

test('positions count code points, and no prefix or suffix begins or ends in half a character', () => {
  const words = '😀'.repeat(40)
  const { statement, reading: found } = reading(
    `${words}we urge calm${words}`,
    [[`${words}we urge calm${words}`, 'read']],
    [{ sentence: 0, force: 'urge', trigger: 'urge', content: 'calm' }],
  )
  const [position, quote] = JSON.parse(jsonld.write(statement, found, PLAIN)).items[0].target.selector
  expect(position).toMatchObject({ start: 43, end: 47 })
  expect(Array.from(statement.text).slice(43, 47).join('')).toBe('urge')
  expect(quote.prefix).toBe(`${'😀'.repeat(29)}we `)
  expect(quote.suffix).toBe(` calm${'😀'.repeat(27)}`)
})
