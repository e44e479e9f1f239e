import { readdirSync, readFileSync } from 'node:fs'
import { parseMentionData } from '../../../src/lexicon/mention-data.js'
import { findMentions } from '../../../src/read/mentions/mentions.js'
import type { Mention } from '../../../src/read/reading.js'

const FOLDER = new URL('../../../data/lexicon/mentions/', import.meta.url)

/** The files as `parseMentionData` wants them. */
export const files: Record<string, string> = Object.fromEntries(
  readdirSync(FOLDER).map(name => [`mentions/${name}`, readFileSync(new URL(name, FOLDER), 'utf8')]),
)
export const { knowledge, problems } = parseMentionData(files)

/** The day from which all test texts look at the calendar: a Saturday. */
export const TODAY = '2022-05-28'

export function find<T extends Mention['type']>(type: T, text: string, date: string | null = TODAY) {
  return findMentions(text, { date, knowledge }).filter((m): m is Extract<Mention, { type: T }> => m.type === type)
}

/** Each date as `words: from..to precision`. */
export function dates(text: string, date: string | null = TODAY): string[] {
  return find('date', text, date).map(m => `${text.slice(m.start, m.end)}: ${m.from}..${m.to} ${m.precision}`)
}

/** Each instrument as `words = id`, each event as `words = kind`. */
export function named(type: 'instrument' | 'event', text: string): string[] {
  return find(type, text).map(m => `${text.slice(m.start, m.end)} = ${m.id}`)
}

/** Each quantity as `words = bound value unit`. */
export function quantities(text: string): string[] {
  return find('quantity', text).map(m => `${text.slice(m.start, m.end)} = ${m.bound} ${m.value} ${m.unit}`)
}
