import { expect, test } from 'vitest'
import { ACTORS, build, EVENTS_HEAD, MANIFEST, messages } from './making.js'

const INSTRUMENTS = `id,kind,date,body,status,for,against,abstained,verified,source
NC/RES/1 (2021),resolution,2021-03-10,NC,adopted,3,0,2,true,invented
NC/2022/7,draft,2022-03-10,NC,vetoed,,,,true,invented
`
const PROVISIONS = 'id,instrument,paragraph,bearer,modality,activity,from,to,text,verified,source\n'

/** The one fault of the files. */
function fault(files: Record<string, string>): string {
  const all = build(files)
  expect(all.dossier).toBeNull()
  expect(all.findings.map(({ message }) => message)).toHaveLength(1)
  return all.findings[0]!.message
}

test('a sound dossier has no findings', () => {
  expect(build({}).findings).toEqual([])
})

test('columns: missing, unknown, twice', () => {
  expect(fault({ 'terms.csv': 'id,preferred,verified\nt,missile,true\n' })).toBe(
    "terms.csv, row 1, column 'source': 'no such column'; expected the columns id, preferred, verified, source",
  )
  expect(fault({ 'terms.csv': 'id,preferred,avoids,verified,source\nt,missile,,true,invented\n' })).toMatch(
    /^terms.csv, row 1, column 'avoids': 'avoids'; expected a column of this table: id, preferred, avoid, note/,
  )
  expect(fault({ 'terms.csv': 'id,preferred,id,verified,source\nt,missile,t,true,invented\n' })).toMatch(
    /each column once/,
  )
})

test('cells: no source, impossible dates, numbers, times, zones, choices', () => {
  const event = (cells: string) => ({ 'events.csv': `${EVENTS_HEAD.replace('place', 'lat')}${cells}\n` })
  expect(fault(event('e,launch,2021-02-30,,,,NRV,1,,SHORT,,,,true,invented'))).toBe(
    "events.csv, row 2, column 'date': '2021-02-30'; expected a date of the calendar, as 2022-05-25, 2022-05 or 2022",
  )
  expect(fault(event('e,launch,2021-02-03,,,,NRV,1,,SHORT,,,,true,'))).toMatch(
    /column 'source': empty; expected a value/,
  )
  expect(fault(event('e,launch,2021-02-03,2021-02-01,,,NRV,1,,SHORT,,,,true,invented'))).toMatch(
    /column 'end': '2021-02-01'; expected a day not before 'date' \(2021-02-03\)/,
  )
  expect(fault(event('e,launch,2021-02,,06:00,,NRV,1,,SHORT,,,,true,invented'))).toMatch(
    /a time only where 'date' is a day/,
  )
  expect(fault(event('e,launch,2021-02-03,,6am,,NRV,1,,SHORT,,,,true,invented'))).toMatch(/a time as 08:05/)
  expect(fault(event('e,launch,2021-02-03,,,Veska,NRV,1,,SHORT,,,,true,invented'))).toMatch(/a time zone/)
  expect(fault(event('e,launch,2021-02-03,,,,NRV,-1,,SHORT,,,,true,invented'))).toMatch(/a whole number/)
  expect(fault(event('e,launch,2021-02-03,,,,NRV,99999999999,,SHORT,,,,true,invented'))).toMatch(/a whole number/)
  expect(fault(event('e,launch,2021-02-03,,,,NRV,1,,SHORT,91.5,,,true,invented'))).toMatch(/a number from -90 to 90/)
  expect(fault(event('e,launch,2021-02-03,,,,NRV,1,,SHORT,,,,yes,invented'))).toMatch(/one of true, partly, false/)
  expect(fault(event('e 1,launch,2021-02-03,,,,NRV,1,,SHORT,,,,true,invented'))).toMatch(/an id without spaces/)
  expect(fault(event('e,launch,2021-02-03,,,,;,1,,SHORT,,,,true,invented'))).toMatch(
    /column 'actors': ';'; expected a value/,
  )
  expect(fault(event('e,launch,2021-02-03,,,,NRV,1,,,,,,true,invented'))).toMatch(
    /column 'class': empty; expected a class/,
  )
})

test('ids and references', () => {
  const twice = fault({ 'actors.csv': `${ACTORS}e:1,other,Same,,,,true,invented\n` })
  expect(twice).toBe("events.csv, row 2, column 'id': 'e:1'; expected an id of its own; actors.csv, row 7 has the same")
  expect(fault({ 'actors.csv': `${ACTORS}all-states,group,All,,,,true,invented\n` })).toMatch(
    /another id: all-states stands/,
  )
  expect(fault({ 'actors.csv': ACTORS.replace('NRV;SUN', 'NRV;SUM') })).toBe(
    "actors.csv, row 6, column 'members': 'SUM'; expected the id of an actor in actors.csv",
  )
  expect(fault({ 'dossier.yaml': MANIFEST.replace('council: NC', 'council: ND') })).toMatch(
    /^dossier.yaml, column 'council': 'ND'/,
  )
})

test('provisions that overlap, that precede their instrument or that were not adopted', () => {
  const with_ = (...rows: string[]) => ({
    'instruments.csv': INSTRUMENTS,
    'provisions.csv': PROVISIONS + rows.join('\n'),
  })
  const first = 'p1,NC/RES/1 (2021),1,NRV;ARL,must-not,ballistic-launch,2021-03-10,2022-01-31,Do not.,true,invented'
  expect(
    fault(with_(first, 'p2,NC/RES/1 (2021),1,NRV,must-not,ballistic-launch,2022-01-31,,Do not.,true,invented')),
  ).toBe(
    "provisions.csv, row 3, column 'from': '2022-01-31'; expected days that do not overlap provisions.csv, row 2 (p1), which has the same paragraph, bearer, modality and activity",
  )
  expect(
    messages(with_(first, 'p2,NC/RES/1 (2021),1,NRV;NRV,must-not,ballistic-launch,2022-02-01,,Do not.,true,invented')),
  ).toEqual([])
  expect(fault(with_(first.replace('2021-03-10', '2021-03-09')))).toMatch(/a day not before its instrument's/)
  expect(
    fault(with_(first.replace('NC/RES/1 (2021)', 'NC/2022/7').replace('2021-03-10,2022-01-31', '2022-03-10,'))),
  ).toMatch(/an instrument that was adopted \(instruments.csv, row 3 says vetoed\)/)
})

test('votes: twice, and more than the row states; some of them are no fault', () => {
  const votes = (...rows: string[]) => ({
    'instruments.csv': INSTRUMENTS,
    'votes.csv': `instrument,member,vote,verified,source\n${rows.map(row => `NC/RES/1 (2021),${row},true,invented\n`).join('')}`,
  })
  expect(messages(votes('NRV,for'))).toEqual([])
  expect(fault(votes('NRV,for', 'NRV,abstained'))).toMatch(/one vote of this member/)
  expect(fault(votes('NRV,against'))).toBe(
    "instruments.csv, row 2, column 'against': '0'; expected 1, as votes.csv has it",
  )
})

test('disputes: a column that the row has, a value that it uses', () => {
  const disputes = (row: string) => ({
    'disputes.csv': `record,field,value,by,used,verified,source\n${row},true,invented\n`,
  })
  expect(fault(disputes('e:1,klass,LONG,Sund,no'))).toMatch(
    /column 'field': 'klass'; expected a column of events.csv: id, kind/,
  )
  expect(fault(disputes('e:2,class,LONG,Sund,no'))).toMatch(/the id of a row of this dossier/)
  const warned = build(disputes('e:1,class,LONG,Sund,yes'))
  expect(warned.dossier).not.toBeNull()
  expect(warned.findings[0]).toMatchObject({
    severity: 'warning',
    message: expect.stringContaining("expected 'SHORT'"),
  })
  expect(messages(disputes('e:1,count,1,Sund,yes'))).toEqual([])
})

test('files: unknown, empty, missing', () => {
  expect(fault({ 'event.csv': 'id\n' })).toMatch(
    /^event.csv: 'event.csv'; expected only files named actors.csv, events.csv/,
  )
  expect(fault({ 'terms.csv': '' })).toBe(
    'terms.csv: empty; expected a first line with the names of the columns (id, preferred, verified, source), or no such file',
  )
  expect(fault({ 'terms.csv': '\n\n' })).toMatch(/^terms.csv: empty/)
  expect(messages({ 'events.csv': EVENTS_HEAD })).toEqual([])
})

test('rows: a wrong number of cells, and what refers to such a row is not named too; rows of nothing are passed over', () => {
  expect(
    fault({
      'actors.csv': ACTORS.replace('NRV,state,Norvia,Kingdom of Norvia', 'NRV,state,Norvia,Kingdom, of Norvia'),
    }),
  ).toBe(
    "actors.csv, row 2: '9 cells'; expected 8 cells as in the header (a value with a comma stands in quotation marks)",
  )
  expect(messages({ 'actors.csv': `${ACTORS},,,,,,,\n\n` })).toEqual([])
})

test('all problems come in one run; many of one kind are counted', () => {
  const rows = Array.from({ length: 60 }, (_, i) => `t${i},missile,maybe,invented\n`).join('')
  const all = messages({
    'terms.csv': `id,preferred,verified,source\n${rows}`,
    'actors.csv': ACTORS.replace('NRV;SUN', 'X'),
  })
  expect(all).toHaveLength(52)
  expect(all.at(-1)).toBe("terms.csv, column 'verified': 10 more of the same; expected one of true, partly, false")
})

test('the manifest: keys, values, classes and zones', () => {
  const manifest = (from: string, to: string) => fault({ 'dossier.yaml': MANIFEST.replace(from, to) })
  expect(manifest('demarche.dossier/1', 'demarche.dossier/2')).toMatch(
    /^dossier.yaml, schema: 'demarche.dossier\/2' is not/,
  )
  expect(manifest('title: The Tern crisis', 'titel: The Tern crisis\ntitle: T')).toMatch(
    /'titel' is not a key known here/,
  )
  expect(manifest('home: Asia/Tokyo', 'home: Tokyo')).toMatch(/zones.home: 'Tokyo' is not a time zone/)
  expect(manifest('needed: 3', 'needed: three')).toMatch(/quorum.needed: 'three'/)
  expect(manifest('classes: [LONG]', 'classes: [LONGER]')).toMatch(/activities.long-launch.classes: 'LONGER'/)
  expect(manifest('apogee_km: km', 'count: km')).toMatch(/attributes.count: 'count' is not a name/)
  expect(manifest('nouns: [talks]', 'nouns: talks')).toMatch(/kinds.talks.nouns: 'talks' is not a list/)
})

test('a manifest of nothing, or of what holds itself, is named and no more', () => {
  expect(messages({ 'dossier.yaml': 'null' }).length).toBeGreaterThan(3)
  expect(messages({ 'dossier.yaml': '[1, 2]' })[0]).toContain('is not a mapping')
  expect(fault({ 'dossier.yaml': MANIFEST.replace('The Tern crisis', '&a [*a]') })).toContain(
    'a value that holds itself',
  )
})
