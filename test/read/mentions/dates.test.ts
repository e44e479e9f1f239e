import { describe, expect, test } from 'vitest'
import { dates, find } from './knowledge.js'

// The statement is of Saturday 28 May 2022.
describe('days', () => {
  test.each([
    ['The test of 25 May 2022 failed.', '25 May 2022: 2022-05-25..2022-05-25 day'],
    ['On May 25, 2022 Arland spoke.', 'May 25, 2022: 2022-05-25..2022-05-25 day'],
    ['on the 25th of May, 2022,', '25th of May, 2022: 2022-05-25..2022-05-25 day'],
    ['Dated 2022-05-25.', '2022-05-25: 2022-05-25..2022-05-25 day'],
    ['Dated 2022-05-25T10:00Z.', '2022-05-25T10: 2022-05-25..2022-05-25 day'],
    ['Dated 25.05.2022.', '25.05.2022: 2022-05-25..2022-05-25 day'],
    ['Dated 25/05/2022.', '25/05/2022: 2022-05-25..2022-05-25 day'],
    ['Dated 5/25/2022.', '5/25/2022: 2022-05-25..2022-05-25 day'],
    ['Dated 5/6/2022.', '5/6/2022: null..null day'],
    ['on the fourth of July 2021', 'fourth of July 2021: 2021-07-04..2021-07-04 day'],
    ['Wednesday, May 25, 2022', 'Wednesday, May 25, 2022: 2022-05-25..2022-05-25 day'],
    ['ON 25 MAY 2022', '25 MAY 2022: 2022-05-25..2022-05-25 day'],
    ['on Sept. 19, 2005', 'Sept. 19, 2005: 2005-09-19..2005-09-19 day'],
    ['on 12 June of last year', '12 June of last year: 2021-06-12..2021-06-12 day'],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual([expected])
  })

  test('a day that the calendar does not have is unknown', () => {
    expect(dates('on 31 June 2022')).toEqual(['31 June 2022: null..null day'])
  })
})

describe('days without a year take the nearest, the future counting twice', () => {
  test.each([
    ['the May 25 launches', 'May 25: 2022-05-25..2022-05-25 day'],
    ['the launch of February 26', 'February 26: 2022-02-26..2022-02-26 day'],
    ['the talks of December 17', 'December 17: 2021-12-17..2021-12-17 day'],
    ['the summit on June 12', 'June 12: 2022-06-12..2022-06-12 day'],
    ['the anniversary on 30 September', '30 September: 2021-09-30..2021-09-30 day'],
    ['elections will be held on 30 September', '30 September: 2022-09-30..2022-09-30 day'],
    ['elections were held on 12 June', '12 June: 2021-06-12..2021-06-12 day'],
    ['as we said in March', 'March: 2022-03-01..2022-03-31 month'],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual([expected])
  })
})

describe('lists and stretches of days', () => {
  test.each([
    ['25–26 May', ['25–26 May: 2022-05-25..2022-05-26 interval']],
    ['March 4-5, 2022', ['March 4-5, 2022: 2022-03-04..2022-03-05 interval']],
    ['between 25 and 26 May', ['between 25 and 26 May: 2022-05-25..2022-05-26 interval']],
    ['on February 26 and March 4', ['February 26: 2022-02-26..2022-02-26 day', 'March 4: 2022-03-04..2022-03-04 day']],
    ['on December 17 and 18', ['December 17: 2021-12-17..2021-12-17 day', '18: 2021-12-18..2021-12-18 day']],
    [
      'on 4, 7 and 25 May 2021',
      ['4: 2021-05-04..2021-05-04 day', '7: 2021-05-07..2021-05-07 day', '25 May 2021: 2021-05-25..2021-05-25 day'],
    ],
    [
      'on May 4, 7, 12, and 25',
      [
        'May 4: 2022-05-04..2022-05-04 day',
        '7: 2022-05-07..2022-05-07 day',
        '12: 2022-05-12..2022-05-12 day',
        '25: 2022-05-25..2022-05-25 day',
      ],
    ],
    ['On May 25, 13 members agreed.', ['May 25: 2022-05-25..2022-05-25 day']],
    ['On May 25 and 13 members agreed.', ['May 25: 2022-05-25..2022-05-25 day']],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual(expected)
  })
})

describe('months, years and longer stretches', () => {
  test.each([
    ['in September 2021', 'September 2021: 2021-09-01..2021-09-30 month'],
    ['in 2017', '2017: 2017-01-01..2017-12-31 year'],
    ['the 2018 summit', '2018: 2018-01-01..2018-12-31 year'],
    ['since September 2021', 'since September 2021: 2021-09-01..null interval'],
    ['Since 24 February,', 'Since 24 February: 2022-02-24..null interval'],
    ['between 2006 and 2017', 'between 2006 and 2017: 2006-01-01..2017-12-31 interval'],
    ['in 2006-2017', '2006-2017: 2006-01-01..2017-12-31 interval'],
    ['in 2022/23', '2022/23: 2022-01-01..2023-12-31 interval'],
    ['the war of 1950-53', '1950-53: 1950-01-01..1953-12-31 interval'],
    ['from 1 January to 30 June 2009', 'from 1 January to 30 June 2009: 2009-01-01..2009-06-30 interval'],
    ['30 December 2021–2 January 2022', '30 December 2021–2 January 2022: 2021-12-30..2022-01-02 interval'],
    ['from 20 December to 5 January 2022', 'from 20 December to 5 January 2022: 2021-12-20..2022-01-05 interval'],
    ['November 2021 to March 2022', 'November 2021 to March 2022: 2021-11-01..2022-03-31 interval'],
    ['the first half of 2024', 'first half of 2024: 2024-01-01..2024-06-30 interval'],
    ['the last quarter of 2021', 'last quarter of 2021: 2021-10-01..2021-12-31 interval'],
    ['the 1990s', '1990s: 1990-01-01..1999-12-31 interval'],
    ['in early 2023', 'early 2023: 2023-01-01..2023-04-30 interval'],
    ['in mid-2021', 'mid-2021: 2021-05-01..2021-08-31 interval'],
    ['in late May', 'late May: 2022-05-21..2022-05-31 interval'],
    ['in spring 2022', 'spring 2022: 2022-03-01..2022-05-31 interval'],
    ['in the winter of 2021', 'winter of 2021: 2021-12-01..2022-02-28 interval'],
    ['until 30 June 2009', 'until 30 June 2009: null..2009-06-30 interval'],
    ['by 2045', 'by 2045: null..2045-12-31 interval'],
    ['by 30 June', 'by 30 June: null..2022-06-30 interval'],
    ['by the end of 2023', 'by the end of 2023: null..2023-12-31 interval'],
    ['before 2017', 'before 2017: null..2016-12-31 interval'],
    ['after 30 June 2009', 'after 30 June 2009: 2009-07-01..null interval'],
    ['no later than 31 December 2024', 'no later than 31 December 2024: null..2024-12-31 interval'],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual([expected])
  })
})

describe('dates by their distance from the statement', () => {
  test.each([
    ['today', 'today: 2022-05-28..2022-05-28 day'],
    ["yesterday's launch", 'yesterday: 2022-05-27..2022-05-27 day'],
    ['the day after tomorrow', 'day after tomorrow: 2022-05-30..2022-05-30 day'],
    ['tonight', 'tonight: 2022-05-28..2022-05-28 day'],
    ['this morning', 'this morning: 2022-05-28..2022-05-28 day'],
    ['last night', 'last night: 2022-05-27..2022-05-27 day'],
    ['last week', 'last week: 2022-05-16..2022-05-22 interval'],
    ['next month', 'next month: 2022-06-01..2022-06-30 month'],
    ['this year', 'this year: 2022-01-01..2022-12-31 year'],
    ['the last decade', 'last decade: 2012-05-28..2022-05-28 interval'],
    ['earlier this month', 'earlier this month: 2022-05-01..2022-05-28 interval'],
    ['later this year', 'later this year: 2022-05-28..2022-12-31 interval'],
    ['on Monday', 'Monday: 2022-05-23..2022-05-23 day'],
    ['on Saturday', 'Saturday: 2022-05-28..2022-05-28 day'],
    ['They will meet on Monday', 'Monday: 2022-05-30..2022-05-30 day'],
    ['last Saturday', 'last Saturday: 2022-05-21..2022-05-21 day'],
    ['next Tuesday', 'next Tuesday: 2022-05-31..2022-05-31 day'],
    ['this Monday', 'this Monday: 2022-05-23..2022-05-23 day'],
    ['two years ago', 'two years ago: 2020-01-01..2020-12-31 year'],
    ['three days ago', 'three days ago: 2022-05-25..2022-05-25 day'],
    ['a month ago', 'a month ago: 2022-04-01..2022-04-30 month'],
    ['twenty-five years ago', 'twenty-five years ago: 1997-01-01..1997-12-31 year'],
    ['the past six months', 'past six months: 2021-11-28..2022-05-28 interval'],
    ['the next 30 days', 'next 30 days: 2022-05-28..2022-06-27 interval'],
    ['last September', 'last September: 2021-09-01..2021-09-30 month'],
    ['late last year', 'late last year: 2021-09-01..2021-12-31 interval'],
    ['last winter', 'last winter: 2021-12-01..2022-02-28 interval'],
    ['by the end of the year', 'by the end of the year: null..2022-12-31 interval'],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual([expected])
  })

  test('where the statement has no date only full dates have days', () => {
    expect(dates('On Monday, May 25, last week and 4 June 2021, in 2017, two years ago', null)).toEqual([
      'Monday, May 25: null..null day',
      'last week: null..null interval',
      '4 June 2021: 2021-06-04..2021-06-04 day',
      '2017: 2017-01-01..2017-12-31 year',
      'two years ago: null..null year',
    ])
  })
})

test.each([
  'resolution 1718 (2006)',
  'Resolution 2017',
  'the March on Washington',
  'It may be so. May peace prevail. They may 25 times over.',
  'the Second World War',
  'S/2022/431',
  'Statement 2011/20 of the President',
  'more than 2000 people',
  'They sent 2000 troops.',
  'paragraph 2017',
  'in 2019 km',
  'Good Friday',
  'number 120250525',
  'the 5th of its kind',
  'at 10:25',
  'the last ship, the next step, this vessel',
])('no date in %j', text => {
  expect(dates(text)).toEqual([])
})

test('the rule that found it', () => {
  expect(find('date', 'since 2017, 25 May, on Monday').map(m => m.rule)).toEqual([
    'date/from',
    'date/day-month',
    'date/weekday',
  ])
})
