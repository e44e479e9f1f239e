/** What was said before, as an answer: for each sentence its standing, how often it was said, and what changed in it. */
import type { Close, Precedent, Standing, Usage } from '../../compare/precedents.js'
import { segmentsOf, trimmedSegment } from '../../compare/segments.js'
import type { PrecedentsFound } from '../../ledger/precedents.js'
import type { Answer, AnswerOptions } from '../answer.js'
import { LIST } from '../csv-row.js'
import type { Role } from '../format.js'
import { actorLabel, counted } from '../labels.js'
import { noteLines } from '../record-labels.js'
import type { StatementRecord } from '../statement.js'
import { type TableColumn, type TableRow, tableLines } from '../table.js'
import { wrapText } from '../wrap.js'
import { nextLines, type Paged } from './page.js'

export interface PrecedentsShown {
  statement: StatementRecord
  found: PrecedentsFound
  /** The sentences that are shown. */
  page: Paged<Precedent>
}

const LABELS: Record<Standing, string> = {
  said: 'said before',
  reworded: 'reworded',
  adopted: 'new to them',
  new: 'new',
}
const LOOKS: Partial<Record<Standing, Role>> = { reworded: 'strong', adopted: 'inserted', new: 'inserted' }
const COLUMNS: readonly TableColumn[] = [
  { title: 'at', align: 'right', least: 4 },
  { title: 'standing', least: 11 },
  { title: 'times', align: 'right', least: 5 },
  { title: 'since', least: 10 },
  { title: 'last', least: 10 },
  { title: 'by', least: 16 },
]
/** Issuers that a cell names. */
const NAMED = 4

export function precedentsAnswer({ statement, found, page }: PrecedentsShown): Answer {
  return {
    lines: options => [
      options.style('title', statement.title ?? statement.id),
      ...tally(found.sentences, options),
      '',
      ...tableLines(
        COLUMNS,
        page.rows.map(precedent => rowOf(precedent, statement)),
        options,
      ),
      '',
      ...noteLines(nextLines(page), options.width, options.style),
      ...droppedLines(found, options),
    ],
    csv: [
      [
        'kind',
        'start',
        'end',
        'standing',
        'sentence',
        'statements',
        'first',
        'last',
        'issuers',
        'own_statements',
        'own_first',
        'own_last',
        'likeness',
        'precedent',
        'precedent_date',
        'precedent_issuers',
        'precedent_start',
        'precedent_end',
        'wording',
      ],
      ...page.rows.map(precedent => cellsOf(precedent, statement)),
      ...found.dropped.map(({ phrase, missing }) => [
        'dropped',
        '',
        '',
        'dropped',
        phrase,
        ...Array<string>(13).fill(''),
        missing,
      ]),
    ],
    json: {
      schema: 'demarche.precedents/1',
      statement,
      sentences: page.rows,
      next: page.next,
      dropped: found.dropped,
      habit: found.habit.map(({ id, title, date }) => ({ id, title, date })),
    },
  }
}

function tally(sentences: readonly Precedent[], { width, style }: AnswerOptions): string[] {
  const count = (standing: Standing) => sentences.filter(precedent => precedent.standing === standing).length
  const text = `${counted(sentences.length, 'sentence')}: ${count('said')} said before by these issuers in the same words, ${count('reworded')} in other words, ${count('adopted')} so far by others only, ${count('new')} by nobody`
  return wrapText(text, width).map(line => style('label', line))
}

function rowOf(precedent: Precedent, statement: StatementRecord): TableRow {
  const { sentence, standing, closest, all } = precedent
  const words = statement.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')
  const look = LOOKS[standing]
  return {
    cells: [
      String(sentence.start),
      LABELS[standing],
      all.statements ? String(all.statements) : '',
      all.first ?? '',
      all.last ?? '',
      issuersOf(all),
    ],
    below: [words, ...closest.map(close => `${nameOf(close)}: ${wordingOf(close, precedent, statement)}`)],
    ...(look && { role: look }),
  }
}

function issuersOf({ issuers }: Usage): string {
  const named = issuers.slice(0, NAMED).map(({ id, statements }) => `${actorLabel(id)} ${statements}`)
  return [...named, ...(issuers.length > NAMED ? [`and ${issuers.length - NAMED} more`] : [])].join(', ')
}

function nameOf({ date, issuers, likeness, statement }: Close): string {
  return `${date ?? 'undated'} ${issuers.slice(0, NAMED).map(actorLabel).join(', ')} (${Math.floor(likeness * 100)}%, ${statement.slice(0, 12)})`
}

/** The earlier wording with the changes in the brackets of `wdiff`; of the same words no more than that. */
function wordingOf({ edits, span, text }: Close, { sentence }: Precedent, statement: StatementRecord): string {
  if (edits.length === 0) return 'the same words'
  const said = statement.text.slice(sentence.start, sentence.end)
  const local = edits.map(({ op, a, b }) => ({
    op,
    a: { start: a.start - span.start, end: a.end - span.start },
    b: { start: b.start - sentence.start, end: b.end - sentence.start },
  }))
  const whole = (of: string) => [{ start: 0, end: of.length }]
  const pair = { a: whole(text), b: whole(said), kind: 'edited' as const, moved: false, edits: local }
  return segmentsOf(pair, text, said)
    .map(segment => {
      const { before, words, after } = trimmedSegment(segment)
      if (segment.kind === 'same' || words === '') return segment.text
      return `${before}${segment.kind === 'deleted' ? `[-${words}-]` : `{+${words}+}`}${after}`
    })
    .join('')
}

function cellsOf(precedent: Precedent, statement: StatementRecord): string[] {
  const { sentence, standing, closest, all, own } = precedent
  const [close] = closest
  return [
    'sentence',
    String(sentence.start),
    String(sentence.end),
    standing,
    statement.text.slice(sentence.start, sentence.end),
    String(all.statements),
    all.first ?? '',
    all.last ?? '',
    all.issuers.map(({ id }) => id).join(LIST),
    String(own.statements),
    own.first ?? '',
    own.last ?? '',
    ...(close
      ? [
          close.likeness.toFixed(3),
          close.statement,
          close.date ?? '',
          close.issuers.join(LIST),
          String(close.span.start),
          String(close.span.end),
          wordingOf(close, precedent, statement),
        ]
      : Array<string>(7).fill('')),
  ]
}

function droppedLines({ dropped, habit, last }: PrecedentsFound, { width, style }: AnswerOptions): string[] {
  if (habit.length < last)
    return noteLines(
      [
        `the ledger has ${counted(habit.length, 'earlier statement')} of these issuers, too few to say what was dropped (--last ${last})`,
      ],
      width,
      style,
    )
  const which = habit.map(({ date, label }) => `${date} ${label}`).join(', ')
  if (dropped.length === 0)
    return noteLines(
      [`nothing that the last ${habit.length} statements of these issuers all say is missing here (${which})`],
      width,
      style,
    )
  return [
    style('title', `Dropped: what the last ${habit.length} statements of these issuers all say, and this one does not`),
    ...dropped.flatMap(({ phrase, missing }) =>
      wrapText(missing === phrase ? phrase : `${phrase} (missing: ${missing})`, width - 2).map(
        (line, i) => `${i ? '  ' : style('deleted', '- ')}${line}`,
      ),
    ),
    ...noteLines([which], width, style),
  ]
}
