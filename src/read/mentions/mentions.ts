/**
 * Mentions in an English text: instruments, dates, events and quantities (actors are found elsewhere).
 *
 * The text is scanned once into tokens whose words are looked up in one table; each finder then tries its rules only at
 * tokens that can begin or head a mention. All rules are anchored and bounded, so the time is linear in the text.
 */

import type { MentionKnowledge } from '../../lexicon/mention-knowledge.js'
import { parseDay } from '../../text/calendar.js'
import type { Mention } from '../reading.js'
import { findDates } from './dates.js'
import { findEvents } from './events.js'
import { findInstruments } from './instruments.js'
import { lexiconOf } from './lexicon.js'
import { findQuantities } from './quantities.js'
import { scan } from './scan.js'
import type { Search } from './search.js'

export interface MentionContext {
  /** The statement's date, ISO day, or null where unknown: then what depends on it has no days. */
  date: string | null
  knowledge: MentionKnowledge
}

/** The mentions of a text in order of start (the longer first); of different types they may overlap. */
export function findMentions(text: string, context: MentionContext): Mention[] {
  // 1. Tokens.
  const lexicon = lexiconOf(context.knowledge)
  const tokens = scan(text, lexicon.vocabulary)
  const today = context.date === null ? null : parseDay(context.date)
  const search: Search = { tokens, lexicon, today, taken: new Uint8Array(tokens.count), mentions: [] }
  // 2. Instruments first: their years and days are no dates ("resolution 1718 (2006)").
  findInstruments(search)
  // 3. Dates: their days and years are no quantities.
  findDates(search)
  // 4. Events, whose phrases may hold dates and instruments.
  const heads = findEvents(search)
  // 5. Quantities; an ordinal counts only before an event.
  findQuantities(search, heads)
  return search.mentions.sort((a, b) => a.start - b.start || b.end - a.end)
}
