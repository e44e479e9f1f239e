/** What a search of the ledger found: sentences with the hit marked and the acts beside them, or acts one by one. */
import type { ActRow, Hit, Page } from '../ledger/ledger.js'
import type { Answer, AnswerOptions } from './answer.js'
import { familyOf } from './families.js'
import type { Style } from './format.js'
import { actorLabel, strengthDots, topicLabel } from './labels.js'
import { shorten, wrapText } from './wrap.js'

export function hitsAnswer(hits: readonly Hit[], page: Page): Answer {
  return {
    lines: options => [
      ...hits.flatMap(hit => [
        headLine(hit, hit.id, options),
        ...textLines(hit, hit.marks, options),
        ...actLines(hit.acts, options),
        '',
      ]),
      footLine(hits, page, 'sentence', options.style),
    ],
    csv: [
      ['id', 'date', 'issuers', 'title', 'language', 'start', 'end', 'text', 'marks', 'acts', 'url'],
      ...hits.map(({ id, statement, start, end, text, marks, acts }) => [
        id,
        statement.date ?? '',
        statement.issuers.join('; '),
        statement.title ?? '',
        statement.language,
        String(start),
        String(end),
        text,
        marks.map(mark => text.slice(mark.start, mark.end)).join('; '),
        acts.map(({ act }) => act.force).join('; '),
        statement.url ?? '',
      ]),
    ],
    json: {
      schema: 'demarche.search/1',
      sentences: hits.map(({ statement, acts, ...sentence }) => ({
        ...sentence,
        statement,
        acts: acts.map(({ id, act, corrected }) => ({ id, ...act, corrected })),
      })),
      next: nextOf(hits, page),
    },
  }
}

export function actsAnswer(acts: readonly ActRow[], page: Page): Answer {
  return {
    lines: options => [
      ...acts.flatMap(row => [
        headLine(row.sentence, row.id, options),
        ...actLines([row], options),
        ...textLines(row.sentence, [shifted(row)], options),
        '',
      ]),
      footLine(acts, page, 'act', options.style),
    ],
    csv: [
      [
        ...['id', 'date', 'issuers', 'force', 'intensity', 'repeated', 'actors', 'targets', 'topics', 'refs'],
        ...['condition', 'trigger', 'sentence', 'title', 'rule', 'corrected', 'url'],
      ],
      ...acts.map(({ id, act, sentence, corrected }) => [
        id,
        sentence.statement.date ?? '',
        sentence.statement.issuers.join('; '),
        act.force,
        String(act.intensity),
        act.repeated ? 'yes' : 'no',
        act.actors.join('; '),
        act.targets.join('; '),
        act.topics.join('; '),
        act.refs.join('; '),
        act.condition ? wordsAt(sentence, act.condition) : '',
        wordsAt(sentence, act.trigger),
        sentence.text,
        sentence.statement.title ?? '',
        act.rule,
        corrected ? 'yes' : 'no',
        sentence.statement.url ?? '',
      ]),
    ],
    json: {
      schema: 'demarche.acts/1',
      acts: acts.map(actJson),
      next: nextOf(acts, page),
    },
  }
}

/** An act of a list, with its sentence and statement. */
export function actJson({ id, n, act, sentence: { statement, ...sentence }, corrected }: ActRow): object {
  return { id, n, ...act, corrected, within: sentence, statement }
}

function headLine({ statement }: Pick<Hit, 'statement'>, id: string, { style, width }: AnswerOptions): string {
  const issuers =
    statement.issuers.slice(0, 6).map(actorLabel).join(', ') + (statement.issuers.length > 6 ? ' ...' : '')
  const head = `${statement.date ?? 'no day'}  ${issuers || 'unknown issuer'}`
  const title = statement.title ?? statement.label
  const room = width - head.length - id.length - 4
  const short = title.length > room ? `${title.slice(0, Math.max(0, room - 1))}…` : title
  return `${style('title', head)}${room > 8 ? `  ${short}` : ''}  ${style('label', id)}`
}

/** The sentence over the width, with its marks. */
function textLines({ text }: Pick<Hit, 'text'>, marks: Hit['marks'], { style, width }: AnswerOptions): string[] {
  let marked = ''
  let at = 0
  for (const { start, end } of marks) {
    marked += `${text.slice(at, start)}${OPEN}${text.slice(start, end).replaceAll(/\s/g, INNER)}${CLOSE}`
    at = end
  }
  marked += text.slice(at)
  return wrapText(marked, Math.max(16, width - 2)).map(
    line =>
      `  ${line.replace(MARKED, (_, words: string) => dressed(words.replaceAll(INNER, ' '), style)).replaceAll(STRAY, '')}`,
  )
}

/** Places in the text that no text has: private use characters, gone before anybody sees them. */
const [OPEN, CLOSE, INNER] = ['\ue000', '\ue001', '\ue002']
const MARKED = /\ue000([^\ue001]*)\ue001/g
const STRAY = /[\ue000-\ue001]/g

/** Without colour a mark still shows. */
function dressed(words: string, style: Style): string {
  const shown = style('strong', words)
  return shown === words ? `[${words}]` : shown
}

export function actLines(acts: readonly ActRow[], { style, width }: Pick<AnswerOptions, 'style' | 'width'>): string[] {
  return acts.flatMap(({ act, sentence, corrected, n }) => {
    const parts = [
      `${act.actors.map(actorLabel).join(', ') || 'nobody'}${act.targets.length ? ` → ${act.targets.map(actorLabel).join(', ')}` : ''}`,
      act.topics.map(topicLabel).join(', '),
      act.condition ? `condition: ${shorten(wordsAt(sentence, act.condition), 60)}` : '',
      act.refs.slice(0, 4).join(', ') + (act.refs.length > 4 ? ` and ${act.refs.length - 4} more` : ''),
      corrected ? 'corrected' : '',
    ].filter(Boolean)
    const name = `${act.force}${act.repeated ? ' again' : ''}`
    const lines = wrapText(parts.join(' · '), Math.max(16, width - name.length - 12))
    const head = `    ${style('label', `a${n}`)} ${style(familyOf(act.force), name)} ${strengthDots(act.intensity)} `
    return lines.map((line, i) => (i === 0 ? `${head}${line}` : `        ${line}`))
  })
}

function footLine(rows: readonly { id: string }[], page: Page, noun: string, style: Style): string {
  const next = nextOf(rows, page)
  if (rows.length === 0) return style('label', `no ${noun}${page.after === null ? '' : ' after that one'}`)
  return style(
    'label',
    `${rows.length} ${noun}${rows.length === 1 ? '' : 's'}${next ? `; more with --after ${next}` : ''}`,
  )
}

/** The cursor of the next page; null where this one is not full. */
export function nextOf(rows: readonly { id: string }[], { limit }: Page): string | null {
  return rows.length < limit ? null : rows.at(-1)!.id
}

/** The act's trigger as a place of its sentence. */
function shifted({ act, sentence }: ActRow): { start: number; end: number } {
  const start = Math.max(0, act.trigger.start - sentence.start)
  return { start, end: Math.max(start, Math.min(sentence.text.length, act.trigger.end - sentence.start)) }
}

function wordsAt(sentence: ActRow['sentence'], span: { start: number; end: number }): string {
  return sentence.text.slice(Math.max(0, span.start - sentence.start), Math.max(0, span.end - sentence.start))
}
