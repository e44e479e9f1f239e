import { expect, test } from 'vitest'
import { parseTime, parseWrittenDate } from '../../src/dossier/dates.js'
import { isoOf } from '../../src/dossier/zones.js'

test('a date is no more precise than what is written', () => {
  const days = (text: string) => {
    const date = parseWrittenDate(text)
    return date && [date.precision, isoOf(date.days.from), isoOf(date.days.to)]
  }
  expect(days('2024-02')).toEqual(['month', '2024-02-01', '2024-02-29'])
  expect(days('2022')).toEqual(['year', '2022-01-01', '2022-12-31'])
  expect(days('2022-05-25')).toEqual(['day', '2022-05-25', '2022-05-25'])
  for (const none of ['2022-02-30', '2022-13', '2022-00-01', '22-05-25', '2022/05/25', '25.5.2022', '', '2022-5-25'])
    expect(days(none)).toBeNull()
})

test('times are those of a clock', () => {
  expect(['00:00', '23:59', '24:00', '6:10', '06:60', ''].map(parseTime)).toEqual([0, 1439, null, null, null, null])
})
