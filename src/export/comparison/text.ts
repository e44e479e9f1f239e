import type { Pair } from '../../compare/comparison.js'
import { segmentsOf, trimmedSegment } from '../../compare/segments.js'
import type { Span } from '../../text/span.js'
import { columns } from '../columns.js'
import { familyOf } from '../families.js'
import type { Role, Style } from '../format.js'
import { actorLabel, counted, strengthDots, topicLabel } from '../labels.js'
import { printable, shorten, wrap, wrapText } from '../wrap.js'
import { excerpts } from './excerpts.js'
import type { Compared, ComparisonFormat, ComparisonOptions, Points } from './format.js'
import {
  type ActView,
  actSummary,
  actView,
  changeLabel,
  changeViews,
  formulaViews,
  nameOf,
  sentenceSummary,
  timesLabel,
} from './summary.js'

/** Running text is not set wider than this, however wide the terminal. */
const MEASURE = 104
/** Columns before a sentence: its mark and a gap. */
const GUTTER = 2
/** Columns of the word that says what became of an act. */
const CHANGE = 18
/** Columns of a point's topic and target in the table of several statements. */
const POINT = 24

/** For a terminal: what changed with its context, then what it means. Without colours in the brackets of `wdiff`. */
export const text: ComparisonFormat = {
  name: 'text',
  description: 'for reading in a terminal: the changes with their context',
  extensions: ['.txt'],
  binary: false,
  write,
  writePoints,
}

function write(compared: Compared, options: ComparisonOptions): string {
  const { a, b, comparison } = compared
  const { style } = options
  const measure = Math.min(options.width, MEASURE)
  const lines = [
    ...wrapText(nameOf(a), measure - GUTTER).map(
      (line, i) => `${i ? '  ' : style('deleted', '- ')}${style('title', line)}`,
    ),
    ...wrapText(nameOf(b), measure - GUTTER).map(
      (line, i) => `${i ? '  ' : style('inserted', '+ ')}${style('title', line)}`,
    ),
    ...wrapText(`${sentenceSummary(comparison)}; ${actSummary(comparison)}`, measure).map(line => style('label', line)),
    '',
  ]
  for (const item of excerpts(comparison.pairs, options.context)) {
    if (item.kind === 'gap') lines.push(style('label', `  … ${counted(item.count, 'sentence')} the same`))
    else lines.push(...pairLines(item.pair, a.statement.text, b.statement.text, measure, options))
  }
  const meaning = meaningLines(compared, measure, style)
  if (meaning.length) lines.push('', style('label', '─'.repeat(measure)), ...meaning)
  return `${lines.join('\n')}\n`
}

/** Marks at the margin, for those who look for them there and for those who see no colours. */
const MARKS: Record<Pair['kind'], string> = {
  same: ' ',
  edited: '~',
  split: '~',
  merged: '~',
  added: '+',
  dropped: '-',
}

function pairLines(pair: Pair, a: string, b: string, measure: number, options: ComparisonOptions): string[] {
  const { style, coloured } = options
  const plain = pair.kind === 'same'
  if (plain && !pair.moved) {
    const [{ start, end }] = pair.b as [Span]
    return [`  ${style('label', shorten(b.slice(start, end), measure - GUTTER))}`]
  }
  const labels = [
    ...(pair.kind === 'split' || pair.kind === 'merged' ? [pair.kind] : []),
    ...(pair.moved ? ['moved'] : []),
  ]
  const label = labels.length ? `[${labels.join(', ')}] ` : ''
  // The redline as one text, with what each place of it is.
  let all = label
  const stretches: { end: number; role: Role | null }[] = [{ end: label.length, role: 'label' }]
  for (const segment of segmentsOf(pair, a, b)) {
    // A word that came next to one that went would run into it; the spaces belong outside the brackets.
    const { before, words, after } = trimmedSegment(segment)
    const role = segment.kind === 'same' ? (plain ? 'label' : null) : segment.kind
    const whole = !pair.a.length || !pair.b.length
    const [open, close] =
      coloured || segment.kind === 'same' || whole ? ['', ''] : segment.kind === 'deleted' ? ['[-', '-]'] : ['{+', '+}']
    all += before
    stretches.push({ end: all.length, role: null })
    all += `${open}${words}${close}`
    stretches.push({ end: all.length, role })
    all += after
    stretches.push({ end: all.length, role: null })
  }
  const mark = plain && pair.moved ? '~' : MARKS[pair.kind]
  const role: Role = pair.kind === 'added' ? 'inserted' : pair.kind === 'dropped' ? 'deleted' : 'strong'
  return wrap(all, { start: 0, end: all.length }, measure - GUTTER).map((line, i) => {
    const words = line.words.map((word, k) => (k && word.spaced ? ' ' : '') + dressed(all, word, stretches, style))
    return `${i ? '  ' : `${style(role, mark)} `}${words.join('')}`
  })
}

/** A word in the roles of its stretches, which may change inside it. */
function dressed(
  all: string,
  { start, end }: { start: number; end: number },
  stretches: readonly { end: number; role: Role | null }[],
  style: Style,
): string {
  let made = ''
  let at = start
  for (const stretch of stretches) {
    if (stretch.end <= at) continue
    const piece = printable(all.slice(at, Math.min(end, stretch.end)))
    made += stretch.role ? style(stretch.role, piece) : piece
    at = stretch.end
    if (at >= end) break
  }
  return made
}

/** The acts that changed and the formulas that were switched. */
function meaningLines(compared: Compared, measure: number, style: Style): string[] {
  const room = measure - CHANGE
  const lines = changeViews(compared).flatMap(({ changes, a: before, b: after }) => {
    const label = changes.map(changeLabel).join(', ')
    const head = columns(label) < CHANGE ? label.padEnd(CHANGE) : `${label}  `
    const body = [
      ...(before ? [actLine(before, '-', room, style)] : []),
      ...(after ? [actLine(after, '+', room, style)] : []),
      ...(before?.condition && !after?.condition
        ? [style('label', `  condition gone: ${shorten(before.condition, room - 18)}`)]
        : []),
      ...(after?.condition && !before?.condition
        ? [style('label', `  condition: ${shorten(after.condition, room - 13)}`)]
        : []),
    ]
    const alone = columns(head) > CHANGE
    const rows = body.map((line, i) => (i || alone ? ' '.repeat(CHANGE) : style('strong', head)) + line)
    return alone ? [style('strong', label), ...rows] : rows
  })
  for (const { family, from, to, before, after, count } of formulaViews(compared)) {
    lines.push(style('strong', shorten(`formula ${family}: ${from} → ${to}${timesLabel(count)}`, measure)))
    lines.push(' '.repeat(CHANGE) + style('deleted', `- ${shorten(before, room - 2)}`))
    lines.push(' '.repeat(CHANGE) + style('inserted', `+ ${shorten(after, room - 2)}`))
  }
  return lines
}

function actLine({ act, trigger, content, who }: ActView, mark: '-' | '+', room: number, style: Style): string {
  const parties = shorten(who, 28)
  const head = `${mark} ${act.force} ${strengthDots(act.intensity)} ${parties} `
  const words = shorten(trigger, Math.max(8, room - columns(head) - 2))
  const left = room - columns(head) - columns(words) - 3
  const said = `“${style(familyOf(act.force), words)}”`
  const dressed = `${style(mark === '-' ? 'deleted' : 'inserted', mark)} ${style(familyOf(act.force), act.force)} ${strengthDots(act.intensity)} ${style('strong', parties)} ${said}`
  return left > 8 ? `${dressed} ${shorten(content, left)}` : dressed
}

/** Each point with a line for each statement that speaks on it. */
function writePoints({ statements, points }: Points, { width, style }: ComparisonOptions): string {
  const measure = Math.min(width, MEASURE + POINT)
  const names = statements.map(read => nameOf(read))
  const lines = [
    ...names.map((name, i) => `${style('label', `${letter(i)}  `)}${style('title', shorten(name, measure - 4))}`),
    '',
  ]
  const room = measure - 4
  for (const { topic, target, acts } of points) {
    const toward = target === null ? '' : ` → ${actorLabel(target)}`
    lines.push(style('strong', shorten(`${topicLabel(topic)}${toward}`, measure)))
    acts.forEach((own, i) => {
      if (!own.length) return
      const { act, trigger, content } = actView(statements[i]!, own[0]!)
      const more = own.length > 1 ? ` (and ${own.length - 1} more)` : ''
      const head = `${act.force} ${strengthDots(act.intensity)} `
      const words = shorten(`“${trigger}” ${content}`, Math.max(8, room - columns(head) - more.length))
      lines.push(
        `  ${style('label', letter(i))} ${style(familyOf(act.force), act.force)} ${strengthDots(act.intensity)} ${words}${style('label', more)}`,
      )
    })
    const silent = acts.flatMap((own, i) => (own.length ? [] : [letter(i)]))
    if (silent.length) lines.push(style('label', `  ${silent.join(', ')}: nothing`))
  }
  if (!points.length) lines.push('no acts')
  return `${lines.join('\n')}\n`
}

/** A, B, C … Z, A2 … */
function letter(index: number): string {
  const round = Math.floor(index / 26)
  return String.fromCharCode(65 + (index % 26)) + (round ? String(round + 1) : '')
}
