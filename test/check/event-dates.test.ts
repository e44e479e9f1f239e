import { describe, expect, it } from 'vitest'
import { saidOf } from './ask.js'

const events = async (text: string, date: string | null) =>
  (await saidOf(text, date)).filter(line => line.startsWith('event ') && !line.includes('not-in-record'))

describe('the day of an event', () => {
  it('is not that of the clause which only speaks of the event', async () => {
    for (const text of [
      'On 26 May 2022 the Council voted on a draft in response to the ballistic missile launches of the DPRK.',
      'On May 28 the ministers discussed the ballistic missile launches of the DPRK.',
      'On 8 June the ministers met and condemned the DPRK’s ballistic missile launches.',
    ])
      expect(await events(text, '2022-06-10'), text).toEqual([])
  })

  it('is that of the clause which says that it happened', async () => {
    expect(
      await events(
        'On 25 May 2022 the DPRK conducted a launch of an intercontinental ballistic missile.',
        '2022-06-10',
      ),
    ).toEqual([expect.stringContaining('event supported')])
    expect(
      await events(
        'On 28 May 2022 the DPRK conducted a launch of an intercontinental ballistic missile.',
        '2022-06-10',
      ),
    ).toEqual([expect.stringContaining('event contradicted')])
  })

  it('is the one right before the words for it, and no year of a name', async () => {
    const text =
      'The DPRK’s January 6, 2016, nuclear test was in contravention of the September 19, 2005 Joint Statement of the parties.'
    expect(await events(text, '2022-06-13')).toEqual([expect.stringContaining('event supported')])
  })

  it('may stand last in a short sentence', async () => {
    expect(await saidOf('The DPRK launched nine missiles on 5 June 2022.', '2022-06-20')).toEqual([
      'event contradicted: DPRK launched nine missiles on 5 June 2022',
    ])
    expect(await saidOf('The DPRK conducted a nuclear test on 3 September 2016.', '2017-01-20')).toEqual([
      'event contradicted: DPRK conducted a nuclear test on 3 September 2016',
    ])
  })

  it('of the statement ends later where the event happened further east', async () => {
    const text = 'Arland condemns the DPRK for its test of an intercontinental ballistic missile.'
    expect(await events(text, '2022-11-02')).toEqual([expect.stringContaining('event supported')])
  })
})

describe('what is no claim of an event', () => {
  it('is a launch of something else, or by somebody else', async () => {
    for (const text of [
      'The DPRK heard of the launch of our initiative on 26 May 2022.',
      'The DPRK knows of the launch of the 2022 Joint Response Plan.',
      'The anti-satellite missile testing commitment of April 2022 was read to the DPRK.',
      'Sundian rebels launched from Yemen two ballistic missiles on 5 June 2022.',
    ])
      expect(await events(text, '2022-06-20'), text).toEqual([])
  })

  it('is what is asked, sought, forgone or doubted', async () => {
    for (const text of [
      'Did the DPRK fire ten ballistic missiles on 5 June 2022?',
      'A spokesman said yesterday the DPRK could seek another nuclear test.',
      'Contrary to reports that the DPRK launched ten missiles on 5 June 2022, nothing happened.',
      'The DPRK claimed that it launched a satellite on 5 June 2022.',
      'None of the ballistic missiles launched in June 2022 was an intercontinental ballistic missile.',
      'The DPRK refrained from all ballistic missile launches in 2019.',
    ])
      expect(await events(text, '2022-06-20'), text).toEqual([])
  })
})

describe('the outcome of an event', () => {
  it('is compared with that of the record', async () => {
    const on = (text: string) => events(text, '2023-06-03')
    expect(await on('The DPRK successfully launched a satellite on May 31.')).toEqual([
      'event contradicted: DPRK successfully launched a satellite on May 31',
    ])
    expect(await on('The DPRK launched a satellite on May 31.')).toEqual([
      'event supported: DPRK launched a satellite on May 31',
    ])
    expect(await on('We note the failed launch of a satellite by the DPRK on May 31.')).toEqual([
      expect.stringContaining('event supported'),
    ])
  })
})
