/** What the ledger keeps beside its statements, so that questions are answered at once, says the same as the statements. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { mulberry32 } from '../../scripts/random.js'
import { matrixPage } from '../../src/ask/positions.js'
import { positionsOf } from '../../src/compare/positions.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { openLedger } from '../../src/ledger/open.js'
import { talliesIn } from '../../src/ledger/positions.js'
import { precedentsIn } from '../../src/ledger/precedents.js'
import { refillTallies } from '../../src/ledger/tally-table.js'
import { entry } from './making.js'

const folder = mkdtempSync(join(tmpdir(), 'demarche-indexes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SENTENCES = [
  'We strongly condemn the missile launch by Norvia.',
  'We condemn the nuclear test by Norvia.',
  'We welcome the agreement on humanitarian aid.',
  'We urge Norvia to return to talks on sanctions.',
  'Sund regrets the decision on the border.',
]

function made(n: number, random: () => number) {
  const text = Array.from({ length: 3 }, () => SENTENCES[Math.floor(random() * SENTENCES.length)]).join(' ')
  const date = random() < 0.2 ? null : `20${10 + Math.floor(random() * 4)}-0${1 + Math.floor(random() * 9)}-11`
  const url = `https://example.org/${Math.floor(random() * 6)}`
  return entry({ text: `${text} Note ${n}.`, date, url, issuers: [random() < 0.5 ? 'OTHER:arland' : 'OTHER:sund'] })
}

const tallies = ({ database }: Ledger) =>
  database.all('SELECT * FROM tallies ORDER BY topic, actor, year, force, intensity')

it('counts acts as they are, after whatever was added, replaced, corrected, read again and removed', async () => {
  const ledger = await openLedger(join(folder, 'counts.db'), 'write')
  const random = mulberry32(11)
  for (let n = 0; n < 40; n++) {
    const entries = await Promise.all([made(n * 2, random), made(n * 2 + 1, random)])
    const [added] = await ledger.add(entries)
    const { id } = added!
    const act = entries[0]!.reading.acts[0]
    const what = Math.floor(random() * 4)
    if (what === 0) await ledger.remove(id)
    if (what === 1) await ledger.reread(id, entries[0]!.reading)
    if (what === 2 && act)
      await ledger.correct(id, { kind: 'change', act, fields: { force: 'warn' }, who: 'A', why: 'test' })
  }
  const page = { limit: 1000, after: null }
  const whole = positionsOf(await talliesIn(ledger.database, {}))
  expect((await matrixPage(ledger.database, {}, page)).rows).toEqual(whole)
  // The acts of these days themselves, and the same years as they were counted.
  const [days, years] = [
    { from: '2010-01-01', to: '2012-12-30' },
    { from: '2010-01-01', to: '2012-12-31' },
  ]
  expect((await matrixPage(ledger.database, years, page)).rows).toEqual(
    positionsOf(await talliesIn(ledger.database, days)),
  )
  const kept = await tallies(ledger)
  expect(kept.length).toBeGreaterThan(10)
  await ledger.database.transaction(async queries => {
    await queries.run('DELETE FROM tallies')
    await refillTallies(queries)
  })
  expect(kept).toEqual(await tallies(ledger))
  await ledger.close()
})

it('are made anew of a ledger of the version before', async () => {
  const file = join(folder, 'before.db')
  const ledger = await openLedger(file, 'write')
  const [one, two] = await Promise.all([
    entry({ text: SENTENCES.join(' ') }),
    entry({ text: SENTENCES.join(' '), date: '2023-01-01' }),
  ])
  await ledger.add([one, two])
  const before = await tallies(ledger)
  for (const step of [
    'DROP TABLE wordings',
    'DROP TABLE sketches',
    'DROP TABLE said',
    'DROP TABLE alike',
    'DROP TABLE tallies',
    "DELETE FROM ledger WHERE name = 'wording'",
    'CREATE TABLE shingles (hash INTEGER NOT NULL, wording INTEGER NOT NULL, size INTEGER NOT NULL)',
    'CREATE TABLE said (wording INTEGER NOT NULL, sentence INTEGER NOT NULL)',
    "UPDATE ledger SET value = 2 WHERE name = 'version'",
  ])
    await ledger.database.run(step)
  await ledger.close()
  const again = await openLedger(file, 'write')
  expect(await tallies(again)).toEqual(before)
  const { text, date, issuers } = two.doc
  const asked = { id: 'none', text, date, issuers, sentences: two.reading.sentences, most: 1, last: 3 }
  const { sentences } = await precedentsIn(again.database, asked)
  expect(sentences.map(({ standing, all }) => [standing, all.statements])).toEqual(SENTENCES.map(() => ['said', 2]))
  await again.close()
})
