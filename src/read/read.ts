/**
 * Reads a statement: `Doc` to `Reading`. The phases, in order:
 *
 * 1. language: a language that the reader does not know yet gives no acts and a finding
 * 2. sentences: blocks, list items and sentences of the text
 * 3. parse: tokens, parts of speech, verb groups, clauses, names
 * 4. lists: items that only complete their lead-in are joined to it
 * 5. status: headings, furniture and fragments carry no act
 * 6. acts: one for each predicate of the main clauses
 * 7. topics: of all acts together, because each is told by the others too
 * 8. mentions: actors, dates, instruments, quantities, events
 */
import { defaultLexicon } from '../lexicon/default.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { Doc } from '../text/doc.js'
import { type Finding, finding } from '../text/finding.js'
import { tokenize } from '../text/tokens.js'
import { actsOf } from './acts/acts.js'
import { createContext, mention } from './context.js'
import { givenNames, learn } from './introductions.js'
import { joinLists } from './lists.js'
import { findMentions } from './mentions/mentions.js'
import { type Parsed, parseSentence } from './parse.js'
import type { Act, Mention, Reading, Sentence } from './reading.js'
import { splitSentences } from './sentences.js'
import { statusOf } from './status.js'
import { type TopicInput, topicsOfActs } from './topics.js'

export const READER_VERSION = '0.1.0'

export interface ReadOptions {
  /** What the reader knows; the program's own lexicon where it is not given. */
  lexicon?: Lexicon
}

export function read(doc: Doc, options: ReadOptions = {}): Reading {
  return readTelling(doc, options).reading
}

/** The reading, and what the topics of its acts were told by, in the order of the acts: what topics are trained on. */
export function readTelling(doc: Doc, options: ReadOptions = {}): { reading: Reading; topicInputs: TopicInput[] } {
  const lexicon = options.lexicon ?? defaultLexicon()
  const findings: Finding[] = []
  const raw = splitSentences(doc.text, lexicon.abbreviations)
  if (doc.language !== 'en') {
    findings.push(
      finding(
        'language/unsupported',
        'warning',
        `the reader does not know the language '${doc.language}' yet; the statement is kept without acts`,
        {
          actual: doc.language,
          expected: 'en',
        },
      ),
    )
    const sentences: Sentence[] = raw.map(s => ({ start: s.start, end: s.end, status: 'unread' }))
    return { reading: { reader: READER_VERSION, sentences, acts: [], mentions: [], findings }, topicInputs: [] }
  }
  const ctx = createContext(doc, id => !lexicon.isState(id) && !id.startsWith('OTHER:'))
  const sentences: Sentence[] = []
  const acts: Act[] = []
  const mentions: Mention[] = []
  const own = givenNames(doc.names)
  const joined = joinLists(doc.text, raw, lexicon)
  const parsed = joined.map(s => {
    const p = parseSentence(doc.text, s.bodyStart, s.parseEnd, s.end, lexicon, own)
    learn(p, own, lexicon)
    return p
  })
  for (const p of parsed) mention(ctx, p.names, lexicon.members)
  ctx.hostility = hostility(parsed, lexicon)
  // a list of promises goes on behind sentences that explain an item
  let promised = false
  let sinceItem = 0
  for (let i = 0; i < joined.length; i++) {
    const s = joined[i]!
    const p = parsed[i]!
    for (const n of p.names)
      mentions.push({
        type: 'actor',
        id: n.id,
        start: p.tokens.starts[n.start]!,
        end: p.tokens.ends[n.end - 1]!,
        rule: `actor/${n.role}`,
      })
    const verdict = statusOf(p, s, i, joined.length)
    if (verdict) {
      sentences.push({ start: s.start, end: s.end, status: verdict.status, rule: verdict.rule })
      continue
    }
    if (s.item === null) sinceItem++
    const listGoesOn: boolean = promised && sinceItem < 6
    ctx.promisedItem =
      s.item !== null &&
      (listGoesOn || (lastAct(acts)?.force === 'commit' && acts.length > 0 && doc.text[lastEnd(sentences) - 1] === ':'))
    if (s.item !== null) {
      promised = ctx.promisedItem
      sinceItem = 0
    }
    const found = actsOf(p, ctx, lexicon, sentences.length)
    for (const act of found) acts.push(act)
    sentences.push({ start: s.start, end: s.end, status: found.length > 0 ? 'read' : 'unread' })
  }
  const topics = topicsOfActs(ctx.topicInputs, titleKeys(doc), lexicon.topics)
  for (const [n, act] of acts.entries()) act.topics = topics[n]!
  mentions.push(...findMentions(doc.text, { date: doc.date, knowledge: lexicon.mentions }))
  mentions.sort((a, b) => a.start - b.start || b.end - a.end)
  return { reading: { reader: READER_VERSION, sentences, acts, mentions, findings }, topicInputs: ctx.topicInputs }
}

/** The title's words, by which topics are told too. */
export function titleKeys({ title }: Doc): string[] {
  return tokenize(title ?? '', 0, (title ?? '').length).keys
}

/** Censuring adjectives and nouns a sentence. */
function hostility(parsed: Parsed[], lexicon: Lexicon): number {
  let words = 0
  for (const p of parsed)
    for (const key of p.tokens.keys)
      if (lexicon.forces.wrongAdjectives.has(key) || lexicon.forces.slurs.has(key)) words++
  return parsed.length > 0 ? words / parsed.length : 0
}

function lastAct(acts: Act[]): Act | undefined {
  return acts[acts.length - 1]
}

function lastEnd(sentences: Sentence[]): number {
  return sentences.length > 0 ? sentences[sentences.length - 1]!.end : 0
}
