import { type Segment, segmentsOf, trimmedSegment } from '../../compare/segments.js'
import { actorLabel, counted, strengthWords, topicLabel } from '../labels.js'
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

/** For notes and tickets: struck out what went, bold what came. */
export const markdown: ComparisonFormat = {
  name: 'markdown',
  description: 'the changes with their context, struck out and bold',
  extensions: ['.md', '.markdown'],
  binary: false,
  write,
  writePoints,
}

function write(compared: Compared, { context }: ComparisonOptions): string {
  const { a, b, comparison } = compared
  const lines = [
    `# ${escapeMarkdown(nameOf(b))}`,
    '',
    `Compared with ${escapeMarkdown(nameOf(a))}: ${sentenceSummary(comparison)}; ${actSummary(comparison)}.`,
    '',
  ]
  const views = changeViews(compared)
  if (views.length) {
    lines.push('| what | before | after |', '|---|---|---|')
    for (const { changes, a: before, b: after } of views)
      lines.push(`| ${changes.map(changeLabel).join(', ')} | ${actCell(before)} | ${actCell(after)} |`)
    lines.push('')
  }
  for (const { family, from, to, before, after, count } of formulaViews(compared)) {
    const [name, old, now] = [
      family,
      `~~${escapeMarkdown(before)}~~ (${escapeMarkdown(from)})`,
      `**${escapeMarkdown(after)}** (${escapeMarkdown(to)})`,
    ]
    lines.push(`Formula ${escapeMarkdown(name)}: ${old}, ${now}${timesLabel(count)}`, '')
  }
  for (const item of excerpts(comparison.pairs, context)) {
    if (item.kind === 'gap') lines.push(`*${counted(item.count, 'sentence')} the same*`, '')
    else {
      const { pair } = item
      const label = pair.moved
        ? `${pair.kind === 'same' ? '' : `${pair.kind}, `}moved`
        : pair.kind === 'same'
          ? ''
          : pair.kind
      const words = segmentsOf(pair, a.statement.text, b.statement.text).map(marked).join('')
      lines.push(label ? `- *${label}:* ${words}` : `- ${words}`, '')
    }
  }
  return `${lines.join('\n').trimEnd()}\n`
}

function writePoints({ statements, points }: Points): string {
  const lines = [
    `| topic | toward | ${statements.map(read => escapeMarkdown(nameOf(read))).join(' | ')} |`,
    `|---|---|${statements.map(() => '---').join('|')}|`,
  ]
  for (const { topic, target, acts } of points) {
    const cells = acts.map((own, i) => {
      const more = own.length > 1 ? ` *and ${own.length - 1} more*` : ''
      return own.length ? `${actCell(actView(statements[i]!, own[0]!), false)}${more}` : '–'
    })
    lines.push(
      `| ${topicLabel(topic)} | ${target === null ? '–' : escapeMarkdown(actorLabel(target))} | ${cells.join(' | ')} |`,
    )
  }
  return `${lines.join('\n')}\n`
}

function actCell(view: ActView | null, parties = true): string {
  if (!view) return '–'
  const { act, trigger, content, who, condition } = view
  const strength = act.intensity ? `, ${strengthWords(act.intensity)}` : ''
  const words = `“**${escapeMarkdown(trigger)}** ${escapeMarkdown(content)}”`
  const terms = condition ? ` *if:* ${escapeMarkdown(condition)}` : ''
  return `${act.force}${strength}: ${parties ? `${escapeMarkdown(who)}: ` : ''}${words}${terms}`
}

/** The marks stand at the words, not at the spaces around them: else they would not count. */
function marked(segment: Segment): string {
  const { before, words, after } = trimmedSegment(segment)
  const escaped = escapeMarkdown(words)
  if (segment.kind === 'same' || !words) return `${before}${escaped}${after}`
  return segment.kind === 'deleted' ? `${before}~~${escaped}~~${after}` : `${before}**${escaped}**${after}`
}

/** Text of a statement must not become markup, a table's end or a page's tag. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_~[\]<>|#]/g, '\\$&').replace(/\s+/g, ' ')
}
