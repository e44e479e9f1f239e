import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { selectEvents } from '../../src/dossier/selection.js'
import { loadDossier } from '../../src/source/dossier.js'
import { build, EVENTS_HEAD, messages } from './making.js'

const HEAD = 'id,name,aliases,name_ja,lat,lon,precision,verified,source\n'
const PLACES = `${HEAD}place:veska,Veska,Veska Site;East Veska,ヴェスカ,41.5,129.25,site,true,invented
place:tarn,Tarn,,,10,-20.5,town,false,invented
`
const events = (...places: string[]) =>
  EVENTS_HEAD +
  places.map((place, i) => `e:${i},launch,2021-03-0${i + 1},,,,NRV,1,,SHORT,${place},,,true,invented\n`).join('')

test('an event takes name and position of the place that it names by id, name or alias', () => {
  const { dossier } = build({
    'places.csv': PLACES,
    'events.csv': events('place:veska', 'east veska', 'Tarn', 'at sea'),
  })
  const at = (i: number) => {
    const { place, site, lat, lon } = dossier!.events.at(i)
    return [place, site, lat, lon]
  }
  expect([0, 1, 2, 3].map(at)).toEqual([
    ['Veska', 'place:veska', 41.5, 129.25],
    ['east veska', 'place:veska', 41.5, 129.25],
    ['Tarn', 'place:tarn', 10, -20.5],
    ['at sea', '', null, null],
  ])
  expect(dossier!.places.get('place:veska')).toMatchObject({
    names: { en: ['Veska', 'Veska Site', 'East Veska'], ja: ['ヴェスカ'] },
    precision: 'site',
  })
})

test("an event's own position comes before its place's", () => {
  const { dossier } = build({
    'places.csv': PLACES,
    'events.csv':
      'id,kind,date,actors,class,place,lat,lon,verified,source\ne:1,launch,2021-03-04,NRV,SHORT,Veska,41.6,129.3,true,invented\n',
  })
  expect(dossier!.events.at(0)).toMatchObject({ site: 'place:veska', lat: 41.6, lon: 129.3 })
})

test('events are found by any name of their place', () => {
  const { dossier } = build({ 'places.csv': PLACES, 'events.csv': events('place:veska', 'Tarn') })
  for (const place of ['ヴェスカ', 'east ves', 'Veska']) expect(selectEvents(dossier!, { place }).rows).toEqual([0])
})

test('places: no position, a name twice, an id without its prefix, an event with an unknown id', () => {
  expect(messages({ 'places.csv': `${HEAD}place:a,A,,,,20,site,true,invented\n` })).toEqual([
    "places.csv, row 2, column 'lat': empty; expected a value",
  ])
  expect(messages({ 'places.csv': `${HEAD}place:a,A,,,95,20,spot,true,invented\n` })).toEqual([
    expect.stringMatching(/column 'lat': '95'; expected a number from -90 to 90/),
    expect.stringMatching(/column 'precision': 'spot'; expected one of site, town, area/),
  ])
  expect(messages({ 'places.csv': `${PLACES}place:c,tarn,,,1,1,site,true,invented\n` })).toEqual([
    "places.csv, row 4, column 'name': 'tarn'; expected a name that no other place has (places.csv, row 3 has it)",
  ])
  expect(messages({ 'places.csv': `${HEAD}tarn,Tarn,,,1,1,site,true,invented\n` })).toEqual([
    "places.csv, row 2, column 'id': 'tarn'; expected an id that begins with 'place:'",
  ])
  expect(messages({ 'places.csv': PLACES, 'events.csv': events('place:vesk') })).toEqual([
    "events.csv, row 2, column 'place': 'place:vesk'; expected the id of a place in places.csv, or a name",
  ])
})

test('of the bundled records every event whose place has a row has a position', async () => {
  const folders = readdirSync('data/dossiers')
  expect(folders.length).toBeGreaterThan(1)
  for (const folder of folders) {
    const { events, places } = await loadDossier(`data/dossiers/${folder}`)
    const named = Array.from({ length: events.length }, (_, i) => events.at(i)).filter(({ site }) => site !== '')
    expect(new Set(named.map(({ site }) => site)).size, folder).toBe(places.size)
    for (const { lat, lon } of named) expect(Math.abs(lat!) + Math.abs(lon!)).toBeGreaterThan(0)
  }
})
