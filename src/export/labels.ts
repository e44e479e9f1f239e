import type { Act } from '../read/reading.js'
import type { StatementRecord } from './statement.js'

/** From this many on, actors who are just the statement's issuers are named so and not one by one. */
const MANY_ISSUERS = 6

/** Intensity as three dots, one to three of them filled. */
export function strengthDots(intensity: Act['intensity']): string {
  return '●'.repeat(intensity + 1) + '○'.repeat(2 - intensity)
}

/** The same in words, for those who hear a page. */
export function strengthWords(intensity: Act['intensity']): string {
  return ['plain', 'intensified', 'superlative'][intensity]
}

/**
 * An actor's id as people read it. A name without a code stands in the id in lower case: it gets its capitals back as
 * far as they can be guessed (`OTHER:free-harbours` is Free Harbours, `OTHER:fhm` is FHM).
 */
export function actorLabel(id: string): string {
  if (!id.startsWith('OTHER:')) return id
  return id.slice('OTHER:'.length).split('-').map(capitals).join(' ')
}

function capitals(word: string): string {
  if (/^(?:of|the|and|for|in)$/.test(word)) return word
  return /^[^aeiouy]{2,5}$/.test(word) ? word.toUpperCase() : word.slice(0, 1).toUpperCase() + word.slice(1)
}

/** Actors in a row; all of many issuers are called that. */
export function actorsLabel(ids: readonly string[], statement: StatementRecord): string {
  const { issuers } = statement
  const all = ids.length >= MANY_ISSUERS && ids.length === issuers.length && ids.every(id => issuers.includes(id))
  return all ? `the ${ids.length} issuers` : ids.map(actorLabel).join(', ')
}

/** A topic's id as words. */
export function topicLabel(id: string): string {
  return id.replace(/^un-/, 'UN-').replaceAll('-', ' ')
}

/** `1 act`, `2 acts`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
