import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultLexicon } from '../../src/lexicon/default.js'
import type { Force } from '../../src/read/reading.js'
import { type TopicInput, topicsOfActs } from '../../src/read/topics.js'
import { tokenize } from '../../src/text/tokens.js'

const { topics } = defaultLexicon()
const keysOf = (text: string) => tokenize(text, 0, text.length).keys

/** An act from `subject | trigger | content`. */
function act(marked: string, force: Force, more: Partial<TopicInput> = {}): TopicInput {
  const [subject, trigger, content] = marked.split('|').map(keysOf) as [string[], string[], string[]]
  const [s, t] = [subject.length, subject.length + trigger.length]
  const keys = [...subject, ...trigger, ...content]
  return {
    keys,
    subject: [0, s],
    trigger: [s, t],
    content: [t, keys.length],
    force,
    subjectIsThing: false,
    resumes: false,
    sentence: 0,
    ...more,
  }
}

/** Topics of one act that stands alone. */
const read = (marked: string, force: Force, more: Partial<TopicInput> = {}): string[] =>
  topicsOfActs([act(marked, force, more)], [], topics)[0]!

describe('the topics of an act', () => {
  it.each<[string, Force, string]>([
    ['We | condemn | the launch of a ballistic missile towards the sea', 'condemn', 'missile-launch'],
    ['Sund | is imposing | new sanctions on the bank', 'deed', 'sanctions'],
    ['We | urge | both sides to return to negotiations', 'urge', 'dialogue'],
    ['The Ministers | called for | an immediate ceasefire', 'urge', 'armed-conflict'],
    ['We | welcome | the delivery of humanitarian aid', 'welcome', 'humanitarian'],
    ['Norvia | reaffirms | its commitment to the defence of its ally', 'commit', 'alliance'],
    ['The Council | decides | to remain seized of the matter', 'decide', 'council-action'],
    ['We | demand | the immediate release of all hostages', 'demand', 'abductions'],
    ['We | condemn | the arbitrary detention of journalists', 'condemn', 'human-rights'],
    ['They | discussed | cooperation against ransomware', 'consult', 'cyber'],
    ['We | support | free and fair elections', 'support', 'governance'],
    ['We | commit | to cut methane emissions', 'commit', 'climate-energy'],
    ['We | call for | equitable access to vaccines', 'urge', 'health'],
    ['We | will hold | the perpetrators accountable before the tribunal', 'commit', 'justice'],
    ['They | discussed | the causes of irregular migration', 'consult', 'migration'],
    ['We | condemn | the use of chemical weapons', 'condemn', 'chemical-weapons'],
    ['We | oppose | any change of the status quo by force', 'reject', 'sovereignty'],
    ['We | condemn | the terrorist attack on the market', 'condemn', 'terrorism'],
    ['We | agreed | to lower tariffs and to ease trade', 'commit', 'economy'],
    ['The Minister | met | with Minister Vale of Sund', 'consult', 'partnership'],
  ])('%s: %s, %s', (marked, force, topic) => {
    expect(read(marked, force)[0]).toBe(topic)
  })

  it('gives conduct that is resumed the topics of what it resumes', () => {
    const acts = [
      act('We | condemn | the launch of a ballistic missile', 'condemn'),
      act('This launch | violated | multiple resolutions', 'accuse', {
        subjectIsThing: true,
        resumes: true,
        sentence: 1,
      }),
    ]
    expect([...topicsOfActs(acts, [], topics)[1]!].sort()).toEqual(['missile-launch', 'un-resolutions'])
  })

  it('counts conduct that is the subject, not what an actor is called', () => {
    const thing = read('The nuclear test | is | unacceptable', 'condemn', { subjectIsThing: true })
    expect(thing).toContain('nuclear-test')
  })

  it('is told by the acts around and by the title where an act says nothing itself', () => {
    const hope = act('We | hope | that this will be heard', 'hope', { sentence: 1 })
    const health = ['We | welcome | the delivery of vaccines', 'We | will fight | the pandemic']
    const acts = [act(health[0]!, 'welcome'), hope, act(health[1]!, 'commit', { sentence: 2 })]
    expect(topicsOfActs(acts, [], topics)[1]![0]).toBe('health')
    expect(topicsOfActs([hope], keysOf('Statement on the Elections'), topics)[0]![0]).toBe('governance')
  })

  it('gives only topics that are named where one is named clearly', () => {
    const acts = ['the invasion', 'the war', 'the attacks', 'the siege'].map((what, sentence) =>
      act(`We | condemn | ${what} on our neighbour`, 'condemn', { sentence }),
    )
    const aid = act('We | will bring | humanitarian aid', 'commit', { sentence: 4 })
    expect(topicsOfActs([...acts, aid], [], topics)[4]).toEqual(['humanitarian'])
  })

  it('is not misled by names and by words of other phrases', () => {
    expect(
      read("We | met | with the Minister of Defence of the Democratic People's Republic", 'consult'),
    ).not.toContain('governance')
    expect(read('They | raised | the Security Council resolution on the matter', 'note')).toContain('un-resolutions')
  })

  it('gives one to three known topics, none twice, for any words', () => {
    const word = fc.constantFrom(
      'the',
      'missile',
      'war',
      'and',
      'trade',
      'six-party',
      'talks',
      '1718',
      '',
      '—',
      'security',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.nat(40), fc.nat(40), (keys, a, b) => {
        const [from, to] = [Math.min(a, b, keys.length), Math.min(Math.max(a, b), keys.length)]
        const input = { keys, trigger: [0, from], content: [from, to], subject: [0, 0] } as const
        const around = { force: 'state', subjectIsThing: true, resumes: false, sentence: 0 } as const
        const one = structuredClone({ ...input, ...around }) as unknown as TopicInput
        const found = topicsOfActs([one, one], keys, topics)[1]!
        expect(found.length).toBeGreaterThanOrEqual(1)
        expect(found.length).toBeLessThanOrEqual(3)
        expect(new Set(found).size).toBe(found.length)
        for (const id of found) expect(topics.ids).toContain(id)
      }),
    )
  })
})

it('of no acts there are none', () => {
  expect(topicsOfActs([], keysOf('Statement on the Elections'), topics)).toEqual([])
})
