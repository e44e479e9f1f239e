/** What the ledger holds: its statements, one of them whole, the history of corrections, and counts. */
import type { CorrectionMade } from '../ledger/corrections.js'
import type { Page, StatementRow, Stats, Stored } from '../ledger/ledger.js'
import type { Answer, AnswerOptions } from './answer.js'
import { actorLabel } from './labels.js'
import { nextOf } from './ledger-hits.js'
import { tableLines } from './table.js'
import { shorten } from './wrap.js'

const SHORT = 16

export function listAnswer(rows: readonly StatementRow[], page: Page): Answer {
  const next = nextOf(rows, page)
  const columns = ['id', 'date', 'issuers', 'title', 'in', 'acts'] as const
  const cells = (row: StatementRow) => [
    row.id.slice(0, SHORT),
    row.date ?? '',
    row.issuers.map(actorLabel).join(', '),
    row.title ?? row.label,
    row.language,
    String(row.acts),
  ]
  return {
    lines: options => [
      ...(rows.length
        ? tableLines(
            columns.map(title => ({
              title,
              ...(title === 'id' && { least: SHORT }),
              ...(title === 'date' && { least: 10 }),
              ...(title === 'title' && { least: 24 }),
              ...(title === 'acts' && { align: 'right' as const }),
            })),
            rows.map(row => ({
              cells: cells(row).map((cell, c) => (c === 2 ? shorten(cell, 40) : shorten(cell, 120))),
            })),
            options,
          )
        : []),
      options.style(
        'label',
        rows.length
          ? `${rows.length} statement${rows.length === 1 ? '' : 's'}${next ? `; more with --after ${next.slice(0, SHORT)}` : ''}`
          : 'no statement',
      ),
    ],
    csv: [
      [
        'id',
        'label',
        'date',
        'issuers',
        'title',
        'kind',
        'language',
        'sentences',
        'acts',
        'added',
        'reader',
        'latest',
        'previous',
        'url',
      ],
      ...rows.map(row => [
        row.id,
        row.label,
        row.date ?? '',
        row.issuers.join('; '),
        row.title ?? '',
        row.kind ?? '',
        row.language,
        String(row.sentences),
        String(row.acts),
        row.added,
        row.reader,
        row.latest ? 'yes' : 'no',
        row.previous ?? '',
        row.url ?? '',
      ]),
    ],
    json: { schema: 'demarche.statements/1', statements: rows, next },
  }
}

export function statsAnswer(stats: Stats, place: string): Answer {
  const { statements, versions, sentences, unread, acts, corrections, characters, bytes, first, last } = stats
  const counts: [string, string][] = [
    ['ledger', place],
    ['statements', String(statements)],
    ['replaced versions', String(versions)],
    ['days', first === null ? '' : `${first} to ${last}`],
    ['sentences', String(sentences)],
    ['unread sentences', String(unread)],
    ['acts', String(acts)],
    ['corrections', String(corrections)],
    ['characters', String(characters)],
    ['bytes', String(bytes)],
    ['readers', stats.readers.map(row => `${row.reader} (${row.statements})`).join(', ')],
    ['languages', stats.languages.map(row => `${row.language} (${row.statements})`).join(', ')],
    ['issuers', most(stats.issuers.map(row => `${actorLabel(row.issuer)} (${row.statements})`))],
    ['forces', stats.forces.map(row => `${row.force} (${row.acts})`).join(', ')],
  ]
  return {
    lines: (options: AnswerOptions) =>
      tableLines(
        [{ title: 'what', least: 17 }, { title: 'value' }],
        counts.map(cells => ({ cells })),
        options,
      ),
    csv: [
      ['what', 'name', 'count'],
      ...Object.entries({ statements, versions, sentences, unread, acts, corrections, characters, bytes }).map(
        ([what, count]) => [what, '', String(count)],
      ),
      ...stats.readers.map(row => ['reader', row.reader, String(row.statements)]),
      ...stats.languages.map(row => ['language', row.language, String(row.statements)]),
      ...stats.issuers.map(row => ['issuer', row.issuer, String(row.statements)]),
      ...stats.forces.map(row => ['force', row.force, String(row.acts)]),
    ],
    json: { schema: 'demarche.stats/1', ledger: place, ...stats },
  }
}

/** The first of many. */
function most(values: readonly string[]): string {
  const shown = values.slice(0, 20).join(', ')
  return values.length > 20 ? `${shown} and ${values.length - 20} more` : shown
}

export function historyAnswer(made: readonly CorrectionMade[], statement: Stored | null): Answer {
  const rows = made.map(({ number, statement: id, correction, at, undone }) => [
    String(number),
    id.slice(0, SHORT),
    at,
    correction.kind,
    correction.kind === 'undo' ? `of ${correction.of}` : wordsOf(correction, statement),
    correction.who,
    correction.why,
    undone ? 'undone' : '',
  ])
  const columns = ['number', 'statement', 'at', 'kind', 'what', 'who', 'why', 'standing']
  return {
    lines: options =>
      rows.length
        ? tableLines(
            columns.map(title => ({ title })),
            rows.map(cells => ({ cells })),
            options,
          )
        : [options.style('label', 'no correction')],
    csv: [columns, ...rows],
    json: { schema: 'demarche.corrections/1', corrections: made },
  }
}

function wordsOf(
  { act, fields }: Exclude<CorrectionMade['correction'], { kind: 'undo' }>,
  statement: Stored | null,
): string {
  const trigger = statement ? `“${statement.doc.text.slice(act.trigger.start, act.trigger.end)}” ` : ''
  const changed = Object.entries(fields ?? {}).map(([name, value]) => `${name}: ${shown(value)}`)
  return `${trigger}${act.force}${changed.length ? ` → ${changed.join('; ')}` : ''}`
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ') || 'none'
  if (value === null) return 'none'
  if (typeof value !== 'object') return String(value)
  const { start, end } = value as { start: number; end: number }
  return `${start}-${end}`
}
