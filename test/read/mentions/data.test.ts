import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseMentionData } from '../../../src/lexicon/mention-data.js'
import { files, find, knowledge, problems } from './knowledge.js'

/** All entries and groups of a file that have an example: `place, example, id`. */
function examples(file: string): [place: string, example: string, id: string | undefined][] {
  const found: [string, string, string | undefined][] = []
  for (const [key, value] of Object.entries(parse(files[`mentions/${file}`]) as Record<string, unknown>)) {
    const entries = Array.isArray(value) ? value : [value]
    entries.forEach((entry, i) => {
      const example = (entry as { example?: string } | null)?.example
      if (example)
        found.push([`${key} ${entry.id ?? entry.name ?? entry.words ?? entry.word ?? i + 1}`, example, entry.id])
    })
  }
  return found
}

describe('the shipped data', () => {
  test('has no problems and is plain JSON', () => {
    expect(problems).toEqual([])
    expect(JSON.parse(JSON.stringify(knowledge))).toEqual(knowledge)
  })

  test.each(examples('dates.yaml'))('dates.yaml: %s finds "%s"', (_, example) => {
    expect(find('date', example)).not.toEqual([])
  })

  test.each(examples('quantities.yaml'))('quantities.yaml: %s finds "%s"', (_, example) => {
    expect(find('quantity', example)).not.toEqual([])
  })

  test.each(examples('events.yaml'))('events.yaml: %s finds "%s"', (_, example, id) => {
    const ids = find('event', example).map(mention => mention.id)
    if (id !== undefined) expect(ids).toContain(id)
    else if (example.startsWith('no ')) expect(ids).toEqual([])
    else expect(ids).toHaveLength(1)
  })

  test.each(examples('un-documents.yaml'))('un-documents.yaml: %s finds "%s"', (_, example) => {
    const count = find('instrument', example).length
    if (example.startsWith('no ')) expect(count).toBe(0)
    else expect(count).toBeGreaterThan(0)
  })
})

describe('bad data is named with its file, entry and remedy', () => {
  const withFile = (name: string, change: (text: string) => string | undefined) => {
    const changed = { ...files }
    const text = change(files[`mentions/${name}`])
    if (text === undefined) delete changed[`mentions/${name}`]
    else changed[`mentions/${name}`] = text
    return parseMentionData(changed).problems
  }

  test.each([
    ['dates.yaml', () => undefined, 'data/lexicon/mentions/dates.yaml: missing; restore it from the repository'],
    ['quantities.yaml', () => 'a: [', /quantities\.yaml: no valid YAML .*; mend it/],
    ['dates.yaml', (t: string) => t.replace('name: may,', 'name: April,'), /months April: name "April" has capitals/],
    [
      'dates.yaml',
      (t: string) => t.replace('number: 2, name: february', 'number: 1, name: february'),
      /months: number 2 must stand once/,
    ],
    ['dates.yaml', (t: string) => t.replace(", example: 'May 25'", ''), /months may: example is missing/],
    [
      'quantities.yaml',
      (t: string) => t.replace('[dollar,', '[dollar, dollar,'),
      /currencies: "dollar" stands twice; keep one/,
    ],
    ['quantities.yaml', (t: string) => t.replace('kind: at-most', 'kind: most'), /kind is most; use one of exactly/],
    ['instruments.yaml', (t: string) => t.replace("'treaty:npt'", "'npt'"), /id npt has not the form treaty:name/],
    [
      'instruments.yaml',
      (t: string) => t.replace("source: '729 UNTS 161'", "source: ''"),
      /instruments treaty:npt: source is missing/,
    ],
    ['instruments.yaml', (t: string) => t.replace('[NPT,', '[npt,'), /treaty:npt: name "npt" has no capital/],
    ['instruments.yaml', (t: string) => t.replace('[CTBT,', '[CTBT, NPT,'), /names: "npt" stands twice; keep one/],
    [
      'events.yaml',
      (t: string) => t.replace('heads: [veto/vetoes]', 'heads: [veto/vetoes, vote]'),
      /head "vote" cannot be reached, vote takes it/,
    ],
    ['events.yaml', (t: string) => t.replace('id: coup', 'id: Coup'), /id Coup is not lower-case words/],
    ['noun-phrases.yaml', (t: string) => t.replace('abate,', 'abate, abate,'), /"abate" stands twice/],
    [
      'un-documents.yaml',
      (t: string) => t.replace('charter: treaty:un-charter', 'charter: treaty:none'),
      /charter treaty:none is no instrument/,
    ],
    ['un-documents.yaml', (t: string) => t.replace('body: UNSC', 'body: UNX'), /head of unknown body UNX/],
    [
      'council-resolutions.csv',
      (t: string) => t.replace('1948,38,66', '1948,38,60'),
      /1949 does not continue the year before it/,
    ],
    ['council-resolutions.csv', (t: string) => t.replace(/^(1950,79,89),.*$/m, '$1,'), /1950 has no source; cite one/],
    ['council-resolutions.csv', () => undefined, /council-resolutions\.csv: missing/],
  ])('%s', (name, change, expected) => {
    const found = withFile(name, change)
    expect(
      found.some(problem => (typeof expected === 'string' ? problem === expected : expected.test(problem))),
      found.join('\n'),
    ).toBe(true)
  })

  test('without any file every file is missed', () => {
    expect(parseMentionData({}).problems.filter(problem => problem.includes('missing; restore'))).toHaveLength(7)
  })
})
