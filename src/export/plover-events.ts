/** The PLOVER events of a statement: its acts, and the events told inside them or where the reader found no act. */
import { type ConductWords, type EventType, isConduct } from '../lexicon/conduct.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { partiesOfEvent } from '../read/event-parties.js'
import { type Happening, happeningsOf } from '../read/happenings.js'
import { type Parsed, parseSentence } from '../read/parse.js'
import type { Act, Reading } from '../read/reading.js'
import type { Span } from '../text/span.js'
import { conductTypeOf, ploverTypeOf, QUAD_OF, type QuadClass } from './plover-types.js'
import type { StatementRecord } from './statement.js'

export interface PloverEvent {
  type: EventType
  quad: QuadClass
  /** Actor ids, sorted; empty where the words name nobody with an id. */
  source: string[]
  target: string[]
  trigger: Span
  /** Index into `Reading.sentences`. */
  sentence: number
  /** Rule that found it: the act's, or the event's own (`event/...`, `fallback/...`). */
  rule: string
}

/**
 * In order of sentence and trigger. A statement by issuers counts as the acts that it does, and as the events told in the
 * content of acts that are no event themselves ("said that Norvia had attacked Sund"); a text without issuers is news, and
 * counts as the events that it tells. What is told only in passing counts where its sentence has nothing else.
 */
export function ploverEvents(
  statement: Pick<StatementRecord, 'text' | 'issuers'>,
  reading: Reading,
  lexicon: Lexicon,
  words: ConductWords,
): PloverEvent[] {
  const { text, issuers } = statement
  return reading.sentences.flatMap((sentence, n) => {
    if (sentence.status !== 'read' && sentence.status !== 'unread') return []
    const p = parseSentence(text, sentence.start, sentence.end, sentence.end, lexicon)
    const acts = reading.acts.filter(act => act.sentence === n)
    const happenings = happeningsOf(p, words)
    const events = issuers.length > 0 ? ofStatement(p, acts, happenings) : ofNews(p, acts, happenings)
    return events.map(event => ({ ...event, sentence: n })).sort((a, b) => a.trigger.start - b.trigger.start)
  })
}

type Event = Omit<PloverEvent, 'sentence'>

function ofNews(p: Parsed, acts: Act[], happenings: Happening[]): Event[] {
  const told = happenings.filter(h => !h.background)
  const events = (told.length > 0 ? told : happenings.slice(0, 1)).map(h => eventOf(p, h, acts))
  if (events.some(event => !event.rule.startsWith('fallback/'))) return events
  const own = acts.flatMap(actEvent)
  return own.length > 0 ? own : events
}

function ofStatement(p: Parsed, acts: Act[], happenings: Happening[]): Event[] {
  const own = acts.flatMap(actEvent)
  const inside = happenings
    // words of others are content, deeds of others are events; a passive that names nobody is nobody's deed
    .filter(h => !h.background && isConduct(h.type))
    .filter(h => !p.groups[h.group]?.passive || partiesOfEvent(p, h).source.length > 0)
    .map(h => eventOf(p, h, acts))
    // an act that is an event has taken in what its content tells
    .filter(event => !acts.some(act => ploverTypeOf(act) !== null && covers(act, event.trigger)))
  return [...own, ...inside]
}

function actEvent(act: Act): Event[] {
  const type = ploverTypeOf(act)
  if (!type) return []
  const { trigger, rule } = act
  const event: Event = { type, quad: QUAD_OF[type], source: act.actors, target: act.targets, trigger, rule }
  // an accusation that tells of conduct is two events: what the accused did, and that somebody said so
  const conduct = act.force === 'accuse' ? conductTypeOf(act) : null
  if (!conduct) return [event]
  return [event, { type: conduct, quad: QUAD_OF[conduct], source: act.targets, target: [], trigger, rule }]
}

function eventOf(p: Parsed, h: Happening, acts: Act[]): Event {
  const trigger = { start: p.tokens.starts[h.start]!, end: p.tokens.ends[h.end - 1]! }
  const act = acts.find(a => overlap(a.trigger, trigger))
  const named = partiesOfEvent(p, h)
  const source = named.source.length > 0 ? named.source : (act?.actors ?? [])
  const target = (named.target.length > 0 ? named.target : (act?.targets ?? [])).filter(id => !source.includes(id))
  return { type: h.type, quad: QUAD_OF[h.type], source, target, trigger, rule: h.rule }
}

function covers(act: Act, span: Span): boolean {
  return overlap(act.trigger, span) || overlap(act.content, span)
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
