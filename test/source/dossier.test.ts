import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { bundledDossiers } from '../../src/source/bundled.js'
import { checkDossier, type DossierOptions, loadDossier } from '../../src/source/dossier.js'
import { DataError, InputError } from '../../src/text/errors.js'

const VESKA = join(import.meta.dirname, '..', 'dossier', 'veska')

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'demarche-dossier-')), 'veska')
  cpSync(VESKA, folder, { recursive: true })
})

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
const get = (name: string) => readFileSync(join(folder, name), 'utf8')
const problems = async (options?: DossierOptions) =>
  (await checkDossier(folder, options)).findings.map(({ message }) => message)
/** Both ways of reading a table. */
const WAYS: DossierOptions[] = [{}, { wholeBytes: 1 }]

test('a dossier is the same read whole and in pieces', async () => {
  const [whole, pieces] = [await loadDossier(folder), await loadDossier(folder, { wholeBytes: 1 })]
  expect(whole.events.length).toBe(7)
  expect({ ...pieces, events: null }).toEqual({ ...whole, events: null })
  for (let i = 0; i < whole.events.length; i++) expect(pieces.events.at(i)).toEqual(whole.events.at(i))
})

test('a byte order mark and the line ends of any system are no fault', async () => {
  for (const name of ['actors.csv', 'events-launches.csv', 'votes.csv'])
    put(name, `\ufeff${get(name).replaceAll('\n', '\r\n')}`)
  for (const way of WAYS) expect(await problems(way)).toEqual([])
})

test('bytes that are not UTF-8 are named with their cell', async () => {
  put('terms.csv', Buffer.from(get('terms.csv').replace('rocket', 'fus\u00e9e'), 'latin1'))
  for (const way of WAYS)
    expect(await problems(way)).toEqual([
      "terms.csv, row 2, column 'avoid': 'fus\ufffde;projectile'; expected text in UTF-8 (\ufffd stands for bytes that are not); save the table as \"CSV UTF-8\"",
    ])
})

test('a character that two pieces share is whole', async () => {
  // Pieces are a megabyte: the characters straddle their ends whatever their offset.
  const rows = Array.from({ length: 60_000 }, (_, i) => `t${i},${'미사일'.repeat(3)},,true,invented\n`).join('')
  put('terms.csv', `id,preferred,avoid,verified,source\n${rows}`)
  expect(await problems({ wholeBytes: 1000 })).toEqual([])
})

test('a quotation mark that is not closed is named with its row, and the other files are still checked', async () => {
  put('terms.csv', get('terms.csv').replace('ballistic missile,', '"ballistic missile,'))
  put('votes.csv', get('votes.csv').replace('ARL,for', 'ARL,yes'))
  for (const way of WAYS)
    expect(await problems(way)).toEqual([
      "terms.csv, row 2: 'a quotation mark that is opened and not closed'; expected comma-separated values in UTF-8, with quotation marks in pairs",
      "votes.csv, row 2, column 'vote': 'yes'; expected one of for, against, abstained, absent",
    ])
})

test('a file over the size limit is named with both sizes and not read', async () => {
  const found = await problems({ maxBytes: 1200 })
  expect(found).toContainEqual(
    expect.stringMatching(/^provisions.csv: '\d+ bytes, over the limit of 1200 \(demarche dossier check --max-size/),
  )
  expect(found).toContainEqual(expect.stringMatching(/^dossier.yaml: '\d+ bytes, over the limit/))
})

test('a manifest that is no YAML is one fault with its line, and the tables are checked for what they hold', async () => {
  put('dossier.yaml', get('dossier.yaml').replace('subjects: [NRV]', 'subjects: [NRV'))
  put('terms.csv', get('terms.csv').replace('true', 'maybe'))
  const found = await problems()
  expect(found).toHaveLength(2)
  expect(found[0]).toMatch(/^dossier.yaml, row \d+: '.*'; expected sound YAML in UTF-8$/)
  expect(found[1]).toMatch(/^terms.csv, row 2, column 'verified'/)
})

test('formulas that are no YAML, and a key that stands twice', async () => {
  put('formulas.yaml', 'families:\n  - id: a\n    id: b\n')
  expect(await problems()).toEqual([expect.stringMatching(/^formulas.yaml, row 3: 'duplicate/i)])
  put('formulas.yaml', Buffer.from([0x66, 0xff, 0xfe]))
  expect(await problems()).toEqual([expect.stringMatching(/^formulas.yaml: 'bytes that are not UTF-8'/)])
})

test('other files: texts and what editors leave are passed over, all else is named', async () => {
  put('NOTES.md', '# Notes')
  put('.~lock.events.csv#', '')
  put('~$events.xlsx', '')
  mkdirSync(join(folder, 'pictures'))
  expect(await problems()).toEqual([])
  put('launches.csv', 'id\n')
  put('dossier.yml', '')
  expect(await problems()).toEqual([
    expect.stringMatching(/^dossier.yml: 'dossier.yml'; expected only files named/),
    expect.stringMatching(/^launches.csv: 'launches.csv'; expected only files named/),
  ])
})

test('no file of actors or events, no manifest, no folder', async () => {
  rmSync(join(folder, 'actors.csv'))
  expect(await problems()).toContainEqual(
    "actors.csv: 'no such file'; expected the file actors.csv, which every dossier has",
  )
  rmSync(join(folder, 'dossier.yaml'))
  await expect(checkDossier(folder)).rejects.toThrow(/has no dossier.yaml; a dossier is a folder/)
  await expect(checkDossier(join(folder, 'none'))).rejects.toThrow(
    /there is no such folder; give the folder that holds/,
  )
  await expect(checkDossier(join(folder, 'votes.csv'))).rejects.toThrow(/it is no folder/)
  await expect(checkDossier(join(folder, 'none'))).rejects.toBeInstanceOf(InputError)
})

test('nothing is half loaded: the first problem is the error, and the others are counted', async () => {
  put('terms.csv', get('terms.csv').replace('true', 'maybe'))
  put('votes.csv', get('votes.csv').replace('ARL,for', 'ARL,yes'))
  const error = await loadDossier(folder).catch(error => error)
  expect(error).toBeInstanceOf(DataError)
  expect(error.message).toMatch(
    /^the dossier 'veska' is not sound: terms.csv, row 2.* \(and 1 more: demarche dossier check '.*'\)$/,
  )
})

test('every bundled dossier is sound', async () => {
  for (const [name, path] of bundledDossiers()) {
    const { dossier, findings } = await checkDossier(path)
    expect(
      findings.filter(({ severity }) => severity === 'error'),
      name,
    ).toEqual([])
    expect(dossier?.manifest.id).toBe(name)
  }
})
