import { describe, expect, it } from 'vitest'
import { findDates, parseIso } from '../../src/load/dates.js'

describe('findDates', () => {
  it.each([
    ['on 2022-05-28 it', '2022-05-28'],
    ['2022/5/8', '2022-05-08'],
    ['2022.05.28', '2022-05-28'],
    ['28 May 2022', '2022-05-28'],
    ['28th of May, 2022', '2022-05-28'],
    ['the 1st May 2022', '2022-05-01'],
    ['May 28, 2022', '2022-05-28'],
    ['MAY 28, 2022', '2022-05-28'],
    ['Sept. 3, 2017', '2017-09-03'],
    ['Saturday, May 28, 2022', '2022-05-28'],
    ['May 28, Aera 111 (2022)', '2022-05-28'],
    ['28.5.2022', '2022-05-28'],
    ['2022年5月28日', '2022-05-28'],
    ['2022년 5월 28일', '2022-05-28'],
    ['29 February 2024', '2024-02-29'],
  ])('%s', (text, day) => {
    const dates = findDates(text)
    expect(dates.map(date => date.day)).toEqual([day])
    expect(text.slice(dates[0].start, dates[0].end)).toMatch(/\d$|[日일)]$/)
  })

  it.each([['May 25'], ['25 May'], ['on 3rd June'], ['29 February']])('%s has no year', text => {
    expect(findDates(text).map(date => date.day)).toEqual([null])
  })

  it.each([
    ['29 February 2023'],
    ['31 April 2022'],
    ['2022-13-01'],
    ['September 2021'],
    ['in 2022'],
    ['1718 (2006)'],
    ['S/RES/2397'],
    ['192.168.10.11'],
    ['may 2 states'],
  ])('%s is no day', text => {
    expect(findDates(text).filter(date => date.day !== null)).toEqual([])
  })

  it('finds several in order', () => {
    const text = 'between 3 May 2021 and May 7, after June 1'
    expect(findDates(text).map(date => [text.slice(date.start, date.end), date.day])).toEqual([
      ['3 May 2021', '2021-05-03'],
      ['May 7', null],
      ['June 1', null],
    ])
  })
})

describe('parseIso', () => {
  it('takes the day where the clock stood, not in UTC', () => {
    expect(parseIso('2022-05-28T01:30:00+09:00')).toBe('2022-05-28')
    expect(parseIso(' 2022-05-28 ')).toBe('2022-05-28')
    expect(parseIso('2022-02-29')).toBeNull()
    expect(parseIso('28 May 2022')).toBeNull()
  })
})
