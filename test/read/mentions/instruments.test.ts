import { describe, expect, test } from 'vitest'
import { knowledge, named } from './knowledge.js'

const instruments = (text: string) => named('instrument', text)

describe('resolutions', () => {
  test.each([
    ['UNSCR 2397', ['UNSCR 2397 = S/RES/2397 (2017)']],
    ['UN Security Council Resolution 2254', ['UN Security Council Resolution 2254 = S/RES/2254 (2015)']],
    ['resolution 1718 (2006)', ['resolution 1718 (2006) = S/RES/1718 (2006)']],
    [
      'its resolutions 1718 (2006), 1874 (2009) and 2397 (2017)',
      [
        'resolutions 1718 (2006) = S/RES/1718 (2006)',
        '1874 (2009) = S/RES/1874 (2009)',
        '2397 (2017) = S/RES/2397 (2017)',
      ],
    ],
    ['UNSCRs 1718 and 2397', ['UNSCRs 1718 = S/RES/1718 (2006)', '2397 = S/RES/2397 (2017)']],
    [
      'resolutions 186 (1964) of 4 March, 187 (1964) of 13 March',
      ['resolutions 186 (1964) = S/RES/186 (1964)', '187 (1964) = S/RES/187 (1964)'],
    ],
    ['the text of 1874 (2009) stands', ['1874 (2009) = S/RES/1874 (2009)']],
    ['UNSC Res. 2231', ['UNSC Res. 2231 = S/RES/2231 (2015)']],
    ['the Security Council’s resolution No. 1540', ['Security Council’s resolution No. 1540 = S/RES/1540 (2004)']],
    ['Resolution 2017', ['Resolution 2017 = S/RES/2017 (2011)']],
    ['resolution 2999', ['resolution 2999 = S/RES/2999']],
    ['resolution 1718 and 13 members', ['resolution 1718 = S/RES/1718 (2006)']],
    ['resolutions 1718 and 13 members', ['resolutions 1718 = S/RES/1718 (2006)']],
    ['General Assembly resolution 377 (V)', ['General Assembly resolution 377 (V) = A/RES/377 (V)']],
    ['resolution 377 A (V)', ['resolution 377 A (V) = A/RES/377 A (V)']],
    ['resolutions 2253 (ES-V)', ['resolutions 2253 (ES-V) = A/RES/2253 (ES-V)']],
    ['General Assembly resolution 52/12 B, should', ['General Assembly resolution 52/12 B = A/RES/52/12 B']],
    ['UNGA resolution ES-11/1', ['UNGA resolution ES-11/1 = A/RES/ES-11/1']],
    ['Human Rights Council resolution 49/1', ['Human Rights Council resolution 49/1 = A/HRC/RES/49/1']],
    ['resolution 3390', ['resolution 3390 = A/RES/3390']],
    ['House Resolution 121', []],
    ['the resolution of conflicts', []],
    ['a resolution', []],
  ])('%s', (text, expected) => {
    expect(instruments(text)).toEqual(expected)
  })
})

describe('resolutions that are not named', () => {
  test.each([
    ['relevant UNSC resolutions', 'UNSC resolutions = resolutions:UNSC'],
    ['multiple Security Council resolutions', 'Security Council resolutions = resolutions:UNSC'],
    [
      'United Nations Security Council (UNSC) resolutions',
      'United Nations Security Council (UNSC) resolutions = resolutions:UNSC',
    ],
    ['the Security Council’s resolutions', 'Security Council’s resolutions = resolutions:UNSC'],
    ['resolutions of the Security Council', 'resolutions of the Security Council = resolutions:UNSC'],
    ['resolutions adopted by the General Assembly', 'resolutions adopted by the General Assembly = resolutions:UNGA'],
    ['all relevant UNSCRs', 'UNSCRs = resolutions:UNSC'],
    ['UN resolutions', 'UN resolutions = resolutions:UN'],
  ])('%s', (text, expected) => {
    expect(instruments(text)).toEqual([expected])
  })
})

describe('symbols', () => {
  test.each([
    ['S/RES/2397 (2017)', 'S/RES/2397 (2017) = S/RES/2397 (2017)'],
    ['S/RES/2397(2017)', 'S/RES/2397(2017) = S/RES/2397 (2017)'],
    ['S/RES/2397.', 'S/RES/2397 = S/RES/2397 (2017)'],
    ['the draft (S/2022/431)', 'S/2022/431 = S/2022/431'],
    ['A/RES/ES-11/1', 'A/RES/ES-11/1 = A/RES/ES-11/1'],
    ['UNSC presidential statement S/PRST/2012/13', 'UNSC presidential statement S/PRST/2012/13 = S/PRST/2012/13'],
    ['resolution A/RES/60/1', 'resolution A/RES/60/1 = A/RES/60/1'],
    ['S/7930/Add.5', 'S/7930/Add.5 = S/7930/Add.5'],
    ['S/AC.51/2009/5', 'S/AC.51/2009/5 = S/AC.51/2009/5'],
    ['INFCIRC/540', 'INFCIRC/540 = INFCIRC/540'],
  ])('%s', (text, expected) => {
    expect(instruments(text)).toEqual([expected])
  })

  test.each(['A/H1N1', 'S/A', 'and/or 5', 'AU/UN 2', 'E/F'])('%s is none', text => {
    expect(instruments(text)).toEqual([])
  })
})

describe('treaties and agreements', () => {
  test.each([
    ['the NPT', 'NPT = treaty:npt'],
    ['Comprehensive Nuclear Test Ban Treaty', 'Comprehensive Nuclear Test Ban Treaty = treaty:ctbt'],
    ['the UN Charter', 'UN Charter = treaty:un-charter'],
    [
      'Chapter VII of the Charter of the United Nations',
      'Chapter VII of the Charter of the United Nations = treaty:un-charter',
    ],
    ['acting under Chapter VII, decides', 'Chapter VII = treaty:un-charter'],
    ['Articles 41 and 42 of the Charter', 'Articles 41 and 42 of the Charter = treaty:un-charter'],
    ['the Minsk agreements', 'Minsk agreements = agreement:minsk'],
    ['the 2030 Agenda', '2030 Agenda = agreement:agenda-2030'],
    ['September 19 Joint Statement', 'September 19 Joint Statement = declaration:six-party-2005'],
  ])('%s', (text, expected) => {
    expect(instruments(text)).toEqual([expected])
  })

  test('an acronym needs its capitals, a name its first one', () => {
    expect(instruments('the att, the geneva conventions, the charter')).toEqual([])
  })

  test('a short name means what the text named before', () => {
    expect(instruments('the Armistice Agreement')).toEqual(['Armistice Agreement = agreement:korean-armistice'])
    expect(instruments('The General Armistice Agreement stands; the Armistice Agreement binds.')[1]).toBe(
      'Armistice Agreement = agreement:armistice-1949',
    )
    expect(instruments('The ASEAN Charter stands. The Charter binds.')[1]).toBe('Charter = treaty:asean-charter')
  })

  test('every name of every instrument finds it', () => {
    for (const { id, names } of knowledge.instruments)
      for (const name of names) expect(instruments(`They recall the ${name} again.`), name).toEqual([`${name} = ${id}`])
  })
})
