import type { Verdict } from '../check/verdict.js'
import type { Act, Sentence } from '../read/reading.js'
import type { Span } from '../text/span.js'
import { claimLines, claimSummary } from './claim-lines.js'
import { columns } from './columns.js'
import { familyOf } from './families.js'
import type { Format, FormatOptions, Style } from './format.js'
import { actorLabel, actorsLabel, strengthDots, topicLabel } from './labels.js'
import type { StatementRecord } from './statement.js'
import { fill, findingLines, summaryLines } from './text-summary.js'
import { type Line, printable, shorten, wrap, wrapText } from './wrap.js'

/** Columns before a sentence: its number and a gap. */
const GUTTER = 5
/** Running text is not set wider than this, however wide the terminal. */
const MEASURE = 104
/** From this width on an act takes one line, with what it says in a column of its own. */
const ONE_LINE = 132

/** A statement for reading in a terminal: each sentence with its acts beneath, then findings and a summary. */
export const text: Format = {
  name: 'text',
  description: 'for reading in a terminal',
  extension: '.txt',
  many: true,
  explains: true,
  head: '',
  between: '\n\n',
  write(statement, reading, options) {
    const actsOf = Map.groupBy(reading.acts, act => act.sentence)
    const claimsOf = Map.groupBy(options.verdicts ?? [], verdict => verdict.sentence)
    const lines = [
      ...headerLines(statement, options),
      '',
      ...reading.sentences.flatMap((sentence, i) => {
        const alike = reading.sentences[i + 1]?.status === sentence.status
        return sentenceLines(statement, sentence, i, actsOf.get(i) ?? [], claimsOf.get(i) ?? [], alike, options)
      }),
      ...findingLines(statement, reading, options),
      ...summaryLines(statement, reading, options),
      ...(options.verdicts ? claimSummary(options.verdicts, options) : []),
    ]
    return `${lines.join('\n')}\n`
  },
}

export function headerLines(statement: StatementRecord, { width, style }: FormatOptions): string[] {
  const measure = Math.min(width, MEASURE)
  const { id, title, date, issuers, kind, language, url } = statement
  const facts = [
    date ?? 'date unknown',
    issuers.length ? issuers.map(actorLabel).join(', ') : 'issuers unknown',
    ...(kind ? [topicLabel(kind)] : []),
    language,
    ...(title === null ? [] : [id]),
    ...(url ? [url] : []),
  ]
  return [
    ...wrapText(title ?? id, measure).map(line => style('title', line)),
    ...fill(
      facts.flatMap(fact => wrapText(fact, measure)).map(plain => ({ plain, dressed: style('label', plain) })),
      measure,
      style,
    ),
  ]
}

/** A sentence, its acts, and the blank line after them; headings and furniture stand close and without a number. */
function sentenceLines(
  statement: StatementRecord,
  sentence: Sentence,
  index: number,
  acts: readonly Act[],
  claims: readonly Verdict[],
  nextIsAlike: boolean,
  options: FormatOptions,
): string[] {
  const { style } = options
  const body = sentence.status !== 'heading' && sentence.status !== 'furniture'
  const mark = body ? String(index + 1) : { heading: '#', furniture: '·' }[sentence.status as 'heading' | 'furniture']
  const measure = Math.min(options.width, MEASURE) - GUTTER
  const lines = wrap(statement.text, sentence, measure).map(line =>
    body
      ? dress(statement.text, line, acts, style)
      : style(
          sentence.status === 'heading' ? 'strong' : 'label',
          dress(statement.text, line, [], (_, piece) => piece),
        ),
  )
  if (sentence.status === 'unread' || sentence.status === 'fragment')
    lines.push(style(sentence.status === 'unread' ? 'warning' : 'label', `[${sentence.status}]`))
  return [
    ...lines.map((line, i) => (i ? ' '.repeat(GUTTER) : style('label', `${mark.padStart(3)}  `)) + line),
    ...acts.flatMap(act => actLines(act, statement, options)),
    ...claims.flatMap(verdict => claimLines(verdict, statement, options)),
    ...(!body && nextIsAlike ? [] : ['']),
  ]
}

/** A line with the triggers of the acts in the colours of their families. */
function dress(text: string, line: Line, acts: readonly Act[], style: Style): string {
  let out = ''
  line.words.forEach((word, i) => {
    if (i && word.spaced) out += ' '
    for (const piece of pieces(word, acts)) {
      const shown = printable(text.slice(piece.start, piece.end))
      out += piece.act ? style(familyOf(piece.act.force), shown) : shown
    }
  })
  return out
}

function* pieces(word: Span, acts: readonly Act[]): Generator<Span & { act: Act | undefined }> {
  const cuts = new Set([word.start, word.end])
  for (const { trigger } of acts)
    for (const cut of [trigger.start, trigger.end]) if (cut > word.start && cut < word.end) cuts.add(cut)
  const sorted = [...cuts].sort((a, b) => a - b)
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [start, end] = [sorted[i], sorted[i + 1]]
    yield { start, end, act: acts.find(({ trigger }) => trigger.start <= start && end <= trigger.end) }
  }
}

/** Columns of force, strength and repetition, with the spaces after them. */
const FORCE_COLUMNS = 12
const STRENGTH_COLUMNS = 7
/** What the lines beneath an act's first one stand in by, where each has the width to itself. */
const HANGING = 2

/** An act: force, strength, who to whom, topics; its words; its condition; why it was read so. */
function actLines(act: Act, statement: StatementRecord, options: FormatOptions): string[] {
  const { width, style, explain } = options
  const family = familyOf(act.force)
  const margin = ' '.repeat(GUTTER) + style(family, '▎')
  const strength = `${strengthDots(act.intensity)}${act.repeated ? ' ↻' : ''}`.padEnd(STRENGTH_COLUMNS)
  const head = ` ${style(family, act.force.padEnd(FORCE_COLUMNS) + strength)}`
  const indent = FORCE_COLUMNS + STRENGTH_COLUMNS
  const room = Math.max(8, width - GUTTER - 2 - indent)
  // On a wide terminal who and whom stand left, in two fifths of the line, and the words of the act right of them.
  const wide = width >= ONE_LINE
  const left = wide ? Math.floor((room * 2) / 5) : room
  const who = whoLines(act, statement, left, style)
  const below = wide ? indent : HANGING
  const roomBelow = wide ? room : room + indent - HANGING
  const first = wide
    ? who.map((line, i) => (i ? line.dressed : line.dressed + ' '.repeat(left - line.columns + 2)))
    : who.map(line => line.dressed)
  if (wide) first[0] += quote(act, statement, room - left - 2, style)
  const condition = act.condition ? statement.text.slice(act.condition.start, act.condition.end) : null
  const more = [
    ...(wide ? [] : [quote(act, statement, roomBelow, style)]),
    ...(condition === null ? [] : [`${style('label', 'condition: ')}${shorten(condition, roomBelow - 11)}`]),
    ...(explain
      ? explain(act)
          .flatMap(line => hang(line, roomBelow))
          .map(line => style('label', line))
      : []),
  ]
  return [
    ...first.map((line, i) => `${margin}${i ? ` ${' '.repeat(indent)}` : head}${line}`),
    ...more.map(line => `${margin} ${' '.repeat(below)}${line}`),
  ]
}

/** A line of explanation, wrapped, its second and further lines set in. */
function hang(line: string, room: number): string[] {
  const indent = line.length - line.trimStart().length
  return wrapText(line, room - indent - 2).map((part, i) => ' '.repeat(i ? indent + 2 : indent) + part)
}

/** Who, to whom and about what. */
function whoLines(act: Act, statement: StatementRecord, room: number, style: Style) {
  const actors = act.actors.length ? actorsLabel(act.actors, statement) : '(no actor)'
  const targets = act.targets.length ? ` → ${actorsLabel(act.targets, statement)}` : ''
  const names = actors.length + targets.length
  const all = `${actors}${targets} · ${act.topics.join(', ')}`
  return wrap(all, { start: 0, end: all.length }, room).map(line => {
    const part = (words: Line['words']) =>
      words.map((word, i) => (i && word.spaced ? ' ' : '') + all.slice(word.start, word.end)).join('')
    const [who, topics] = [line.words.filter(w => w.start < names), line.words.filter(w => w.start >= names)].map(part)
    const dressed = [who && style('strong', who), topics && style('label', topics)].filter(Boolean).join(' ')
    return { dressed, columns: line.columns }
  })
}

/** The words of the act: trigger and content on one line, shortened where they do not fit. */
function quote(act: Act, statement: StatementRecord, room: number, style: Style): string {
  const trigger = shorten(statement.text.slice(act.trigger.start, act.trigger.end), room - 2)
  const content = statement.text.slice(act.content.start, act.content.end)
  const left = room - columns(trigger) - 3
  const shown = `“${style(familyOf(act.force), trigger)}”`
  return left > 8 ? `${shown} ${shorten(content, left)}`.trimEnd() : shown
}
