/** Recurring phrases as an answer. */
import type { Recurring } from '../../compare/recurring.js'
import type { Answer } from '../answer.js'
import { LIST } from '../csv-row.js'
import { actorLabel } from '../labels.js'
import { noteLines } from '../record-labels.js'
import { type TableColumn, tableLines } from '../table.js'
import { nextLines, type Paged } from './page.js'

const COLUMNS: readonly TableColumn[] = [
  { title: 'phrase', role: 'strong', least: 28 },
  { title: 'statements', align: 'right' },
  { title: 'voices', align: 'right', least: 6 },
  { title: 'first', least: 10 },
  { title: 'last', least: 10 },
  { title: 'most by', least: 16 },
]

export function formulasAnswer(page: Paged<Recurring>): Answer {
  return {
    lines: options =>
      page.total === 0
        ? ['no phrase recurs in so many statements; ask for fewer with --least']
        : [
            ...tableLines(
              COLUMNS,
              page.rows.map(({ phrase, statements, voices, first, last }) => ({
                cells: [
                  phrase,
                  String(statements),
                  String(voices.length),
                  first ?? '',
                  last ?? '',
                  voices
                    .slice(0, 3)
                    .map(({ voice, statements: n }) => `${voiceLabel(voice)} ${n}`)
                    .join(', '),
                ],
              })),
              options,
            ),
            '',
            ...noteLines(nextLines(page), options.width, options.style),
          ],
    csv: [
      ['phrase', 'score', 'statements', 'voices', 'first', 'last', 'most_by'],
      ...page.rows.map(({ phrase, score, statements, voices, first, last }) => [
        phrase,
        score.toFixed(2),
        String(statements),
        String(voices.length),
        first ?? '',
        last ?? '',
        voices.map(({ voice }) => voice).join(LIST),
      ]),
    ],
    json: { schema: 'demarche.formulas/1', total: page.total, formulas: page.rows, next: page.next },
  }
}

/** Issuers that speak jointly, joined by a plus. */
function voiceLabel(voice: string): string {
  const ids = voice.split('+')
  return ids.length > 4
    ? `${ids.slice(0, 3).map(actorLabel).join('+')}+${ids.length - 3} more`
    : ids.map(actorLabel).join('+') || 'nobody named'
}
