import { expect, test } from 'vitest'
import { createPipeline, type ReadJob, type Steps } from '../../src/cli/pipeline.js'
import type { Doc } from '../../src/text/doc.js'
import { InputError, UsageError } from '../../src/text/errors.js'
import { finding } from '../../src/text/finding.js'
import { sample } from '../export/sample.js'

const JOB: ReadJob = {
  command: 'read',
  dossiers: null,
  format: 'json',
  explain: false,
  width: 80,
  colour: false,
  allowPrivate: false,
  debug: false,
  given: {},
}

function doc(more: Partial<Doc> = {}): Doc {
  const { statement } = sample()
  const provenance = {
    url: null,
    name: 'a.txt',
    retrievedAt: null,
    sha256: '',
    mediaType: 'text/plain',
    charset: 'utf-8',
  }
  return { ...statement, provenance, origin: [], findings: [], ...more }
}

function stepsWith(more: Partial<Steps> = {}): Steps {
  return {
    docOf: async () => doc(),
    waiting: async () => null,
    read: () => sample().reading,
    explain: (_, __, act) => [act.rule],
    check: async () => ({ linked: sample().reading, verdicts: [] }),
    link: async (_, reading) => reading,
    known: async () => null,
    ...more,
  }
}

test('what loading found comes before what reading found, and nothing twice', async () => {
  const [first, second] = [finding('load/no-date', 'info', 'No date.'), finding('read/odd', 'info', 'Odd.')]
  const steps = stepsWith({
    docOf: async () => doc({ findings: [first] }),
    read: () => ({ ...sample().reading, findings: [second] }),
  })
  const rules = async (made: Steps) => {
    const outcome = await createPipeline(made, JOB).one('a.txt')
    return outcome.kind === 'done' && JSON.parse(outcome.text).findings.map((found: { rule: string }) => found.rule)
  }
  expect(await rules(steps)).toEqual(['load/no-date', 'read/odd'])
  const passing = { ...steps, read: (made: Doc) => ({ ...sample().reading, findings: [...made.findings, second] }) }
  expect(await rules(passing)).toEqual(['load/no-date', 'read/odd'])
})

test.each([
  [new InputError('a.txt: is empty; give another'), { kind: 'failed', message: 'a.txt: is empty; give another' }],
  [new InputError('two\nlines \u001b[2J'), { kind: 'failed', message: 'two lines [2J' }],
  [new UsageError('--date: is none'), { kind: 'usage', message: '--date: is none' }],
  [
    new TypeError('x is not\na function'),
    {
      kind: 'failed',
      message:
        'a.txt: unexpected error: x is not a function; set DEMARCHE_DEBUG=1 to see where it arose, and report it',
    },
  ],
])('%s becomes an outcome of one line', async (error, outcome) => {
  const steps = stepsWith({ docOf: () => Promise.reject(error) })
  expect(await createPipeline(steps, JOB).one('a.txt')).toEqual(outcome)
})

test('an unsupported language is told with the name of the input', async () => {
  const unsupported = finding('language/unsupported', 'warning', 'the reader does not know it')
  const steps = stepsWith({ read: () => ({ ...sample().reading, findings: [unsupported] }) })
  expect(await createPipeline(steps, JOB).one('-')).toMatchObject({
    unsupported: 'standard input: the reader does not know it',
  })
})
