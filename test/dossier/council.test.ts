import { expect, test } from 'vitest'
import { instrumentsNamed, membersOn, voteOn } from '../../src/dossier/council.js'
import { parseWrittenDate } from '../../src/dossier/dates.js'
import { dossier } from './making.js'

const record = dossier({
  'instruments.csv': `id,kind,number,title,date,aliases,body,draft,status,for,against,abstained,verified,source
NC/RES/97 (2021),resolution,97,On launches,2021-03-10,the Tern resolution;Tern I,NC,NC/2021/5,adopted,,,,true,invented
NC/RES/98 (2021),resolution,98,More,2021-04-10,,NC,,adopted,4,0,1,true,invented
NC/2022/7,draft,,Still more,2022-03-10,,NC,NC/2022/7,vetoed,3,2,0,true,invented
GA/RES/97 (1999),resolution,97,Another body,1999-01-01,,,,adopted,,,,true,invented
`,
  'votes.csv': `instrument,member,vote,verified,source
NC/RES/97 (2021),NRV,for,true,invented
NC/RES/97 (2021),ARL,for,true,invented
NC/RES/97 (2021),SUN,for,true,invented
NC/RES/97 (2021),NC,abstained,true,invented
NC/RES/97 (2021),PACT,absent,true,invented
NC/2022/7,ARL,against,true,invented
NC/2022/7,SUN,against,true,invented
`,
  'memberships.csv': `body,actor,seat,from,to,verified,source
NC,ARL,permanent,2000,,true,invented
NC,SUN,elected,2022,2023,true,invented
NC,SUN,presidency,2022-03,2022-03,true,invented
NC,NRV,elected,2020,2021,true,invented
`,
})
const named = (name: string) => instrumentsNamed(record, name).map(({ id }) => id)
const vote = (id: string) => voteOn(record, record.instruments.get(id)!)

test('instruments by symbol, number, draft, title and alias', () => {
  for (const name of [
    'NC/RES/98 (2021)',
    'NC/RES/98',
    'nc/res/98',
    '98',
    'resolution 98',
    'NC resolution 98 (2021)',
    'Resolution 98 of 2021',
    'more',
  ])
    expect(named(name), name).toEqual(['NC/RES/98 (2021)'])
  expect(named('NC/2021/5')).toEqual(['NC/RES/97 (2021)'])
  expect(named('tern  I')).toEqual(['NC/RES/97 (2021)'])
  expect(named('97')).toEqual(['GA/RES/97 (1999)', 'NC/RES/97 (2021)'])
  expect(named('resolution 97 (1999)')).toEqual(['GA/RES/97 (1999)'])
  for (const none of ['', ' ', '9', '98 (1950)', 'resolution']) expect(named(none), none).toEqual([])
})

test('numbers come from the row, else from the votes where they are all there', () => {
  expect(vote('NC/RES/97 (2021)')).toMatchObject({ for: 3, against: 0, abstained: 1, whole: true, vetoes: [] })
  expect(vote('NC/RES/98 (2021)')).toMatchObject({ for: 4, against: 0, abstained: 1, whole: false, votes: [] })
  expect(vote('GA/RES/97 (1999)')).toMatchObject({ for: null, against: null, whole: false })
})

test('a vote against by a permanent member is a veto; some votes give no number of the others', () => {
  expect(vote('NC/2022/7')).toMatchObject({ for: 3, against: 2, whole: false, vetoes: ['ARL'] })
  const bare = { ...record.instruments.get('NC/2022/7')!, for: null, against: null }
  expect(voteOn(record, bare)).toMatchObject({ for: null, against: null })
})

test('who sat on a day', () => {
  const seats = (iso: string) =>
    membersOn(record, 'NC', parseWrittenDate(iso)!.days.from).map(({ actor, seat }) => `${actor} ${seat}`)
  expect(seats('2021-12-31')).toEqual(['ARL permanent', 'NRV elected'])
  expect(seats('2022-03-31')).toEqual(['ARL permanent', 'SUN elected', 'SUN presidency'])
  expect(seats('2024-01-01')).toEqual(['ARL permanent'])
})
