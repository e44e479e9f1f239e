/** Why an act was read as it was, in words: the lines that `demarche read --explain` prints beneath it. */
import { defaultLexicon } from '../lexicon/default.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { Doc } from '../text/doc.js'
import { tokenize } from '../text/tokens.js'
import type { Act, Reading } from './reading.js'
import { wordsFor } from './topic-words.js'

export function explain(doc: Doc, reading: Reading, act: Act, lexicon: Lexicon = defaultLexicon()): string[] {
  const words = (span: { start: number; end: number }) => `“${short(doc.text.slice(span.start, span.end))}”`
  const [family, rule] = act.rule.split('/') as [string, string]
  const lines: string[] = []
  if (family === 'fallback')
    lines.push(
      `${act.force}: no rule knows ${words(act.trigger)}; ${FALLBACK[act.force] ?? 'it is taken as a statement'} (${act.rule})`,
    )
  else if (rule.endsWith('-that') || rule === 'quotation' || rule === 'trailing-report')
    lines.push(`${act.force}: ${words(act.trigger)} reports a clause, and the clause's own force counts (${act.rule})`)
  else if (rule.startsWith('action-'))
    lines.push(`${act.force}: ${words(act.trigger)} is an action, and its subject tells whose (${act.rule})`)
  else if (rule.startsWith('course-'))
    lines.push(`${act.force}: ${words(act.trigger)} tells what happens or holds (${act.rule})`)
  else if (RULES[rule]) lines.push(`${act.force}: ${RULES[rule]} (${act.rule})`)
  else lines.push(`${act.force}: ${words(act.trigger)} stands in the lexicon for ${family} (${act.rule})`)
  if (act.intensity > 0)
    lines.push(
      `strength ${act.intensity}: ${act.intensity === 2 ? 'a superlative' : 'a word of degree'} modifies the trigger${degreeWords(doc, act, lexicon)}`,
    )
  if (act.repeated) lines.push('repeated: the trigger says that it is said or done again')
  if (act.actors.length > 0) {
    const issuers = [...doc.issuers].sort()
    const same = issuers.join() === act.actors.join()
    lines.push(
      `by ${act.actors.join(', ')}: ${same ? 'the issuers speak' : 'the subject of the clause, or those who take part'}`,
    )
  } else lines.push('by nobody that the lexicon names')
  if (act.targets.length > 0)
    lines.push(
      `aimed at ${act.targets.join(', ')}: ${namedIn(reading, act) ? 'named in the clause' : 'resumed from what was said before'}`,
    )
  for (const topic of act.topics) lines.push(`about ${topic}: ${topicReason(doc, act, topic, lexicon)}`)
  if (act.condition) lines.push(`condition: ${words(act.condition)}`)
  return lines
}

const FALLBACK: Record<string, string> = {
  deed: 'an actor as subject of a verb of action makes it a deed',
  decide: 'a paragraph of a resolution that begins with a verb is a decision',
}

/** Rules whose reason is not the word itself. */
const RULES: Record<string, string> = {
  will: 'an issuer as subject of “will” promises what follows',
  'will-be-done': 'a passive “will” without a doer promises on the issuers’ behalf',
  'own-will': 'something of the issuers’ own “will” do it',
  must: '“must” asks for conduct without option; with the issuers as subject it binds them',
  should: '“should” asks for conduct; with the issuers as subject it binds them',
  'should-have': '“should have” censures what was not done',
  'harm-foretold': 'harm is foretold that follows from conduct',
  'continue-to': 'an issuer “continues to” act: a promise, repeated',
  'let-us': '“let us” binds the speakers',
  imperative: 'a bare verb without subject addresses somebody',
  despite: 'the conduct is said to be done despite something that forbade it',
  'in-breach': 'the conduct is said to be in breach of a rule',
  'censured-deed': 'the deed is told with a word of censure',
  'hostile-portrayal': 'a text that censures throughout portrays its rival here',
  'portrayed-conduct': 'in a text that censures often, what is told of its rival’s conduct is censure',
  'conduct-proves': 'the rival’s conduct is said to show something, in a text that censures often',
  proves: 'something is said to show the rival’s fault, in a text that censures often',
  'hostile-words': 'words of censure stand beside a mere statement, in a text that censures often',
  'rhetorical-question': 'a rhetorical question censures',
  'read-out': 'participants of a meeting that is read out did this there',
  'meeting-held': 'a meeting or call is said to have been held',
  'sentence-adverb': 'an adverb before the sentence carries the attitude',
  'coordinated-noun': 'a second noun under the same verb carries a force of its own',
  'list-item': 'an item of a list whose lead-in promises',
}

/** The words of the act that speak for the topic, or what gave it where none does. */
function topicReason(doc: Doc, act: Act, topic: string, lexicon: Lexicon): string {
  const first = Math.min(act.trigger.start, act.content.start)
  const { keys } = tokenize(doc.text, first, Math.max(act.trigger.end, act.content.end))
  const found = wordsFor(keys, topic, lexicon.topics)
  if (found.length > 0) return `by ${found.map(word => `“${word}”`).join(', ')}`
  return 'no word of the act names it, but the acts around it, the title or its subject do'
}

function degreeWords(doc: Doc, act: Act, lexicon: Lexicon): string {
  const found = doc.text
    .slice(act.trigger.start, act.trigger.end)
    .toLowerCase()
    .split(/\W+/)
    .filter(w => lexicon.forces.degrees.has(w))
  return found.length > 0 ? ` (${found.join(', ')})` : ''
}

function namedIn(reading: Reading, act: Act): boolean {
  const sentence = reading.sentences[act.sentence]
  return (
    sentence !== undefined &&
    reading.mentions.some(
      m => m.type === 'actor' && act.targets.includes(m.id) && m.start >= sentence.start && m.end <= sentence.end,
    )
  )
}

function short(text: string): string {
  const flat = text.replace(/\s+/g, ' ')
  return flat.length > 60 ? `${flat.slice(0, 59)}…` : flat
}
