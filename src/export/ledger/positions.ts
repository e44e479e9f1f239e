/** Who stands where, as an answer: a matrix for the terminal, a row a cell for the other forms. */
import type { Cell, CellAct } from '../../compare/positions.js'
import type { ActRow } from '../../ledger/ledger.js'
import type { Answer } from '../answer.js'
import { LIST } from '../csv-row.js'
import { actorLabel, strengthDots, topicLabel } from '../labels.js'
import { actJson } from '../ledger-hits.js'
import { noteLines } from '../record-labels.js'
import { type TableColumn, tableLines } from '../table.js'
import { shorten } from '../wrap.js'
import { nextLines, type Paged } from './page.js'

/** Where an act of a cell stands. */
export interface ActPlace {
  date: string | null
  statement: string
  title: string | null
}

const COLUMNS: readonly TableColumn[] = [
  { title: 'actor', role: 'strong', least: 5 },
  { title: 'topic', least: 12 },
  { title: 'acts', align: 'right', least: 4 },
  { title: 'latest', least: 10 },
  { title: 'act', least: 11 },
  { title: 'strongest', least: 14 },
  { title: 'trend', least: 9 },
  { title: 'by year', role: 'label', least: 10, yields: 1 },
]
const ACTS: readonly TableColumn[] = [
  { title: 'date', role: 'strong', least: 10 },
  { title: 'act', least: 11 },
  { title: 'toward', least: 6 },
  { title: 'words', least: 24 },
  { title: 'statement', least: 12, yields: 1 },
  { title: 'id', role: 'label', least: 12, yields: 2 },
]
/** Heights of a year's bar against the cell's fullest year. */
const BARS = '▁▂▃▄▅▆▇█'
/** Years that are drawn. */
const YEARS = 12

export function cellId({ actor, topic }: Pick<Cell, 'actor' | 'topic'>): string {
  return `${actor}:${topic}`
}

/** @param places of the acts that the cells name, by `CellAct.at` */
export function positionsAnswer(page: Paged<Cell>, places: ReadonlyMap<number, ActPlace>): Answer {
  const place = ({ at }: CellAct) => places.get(at)
  const act = (of: CellAct) => ({ force: of.force, intensity: of.intensity, ...place(of) })
  return {
    lines: options =>
      page.total === 0
        ? ['no act of the ledger answers this']
        : [
            ...tableLines(
              COLUMNS,
              page.rows.map((cell, i) => ({
                cells: [
                  // An actor is named once on a page.
                  page.rows[i - 1]?.actor === cell.actor ? '' : actorLabel(cell.actor),
                  topicLabel(cell.topic),
                  String(cell.acts),
                  place(cell.latest)?.date ?? '',
                  actLabel(cell.latest),
                  cell.strongest.map(top => `${actLabel(top)} ${place(top)?.date ?? ''}`.trim()).join('; '),
                  cell.trend ?? '',
                  barsOf(cell),
                ],
              })),
              options,
            ),
            '',
            ...noteLines(
              [
                ...nextLines(page),
                'strongest: on the ladder of censure and on that of asking; trend: the strongest acts of the last year against the year before',
              ],
              options.width,
              options.style,
            ),
          ],
    csv: [
      [
        'actor',
        'topic',
        'acts',
        'latest',
        'latest_force',
        'latest_intensity',
        'latest_statement',
        'strongest',
        'strongest_dates',
        'trend',
        'years',
      ],
      ...page.rows.map(cell => [
        cell.actor,
        cell.topic,
        String(cell.acts),
        place(cell.latest)?.date ?? '',
        cell.latest.force,
        String(cell.latest.intensity),
        place(cell.latest)?.statement ?? '',
        cell.strongest.map(({ force, intensity }) => `${force} ${intensity}`).join(LIST),
        cell.strongest.map(top => place(top)?.date ?? '').join(LIST),
        cell.trend ?? '',
        cell.years.map(({ year, acts }) => `${year}: ${acts}`).join(LIST),
      ]),
    ],
    json: {
      schema: 'demarche.positions/1',
      total: page.total,
      cells: page.rows.map(cell => ({
        id: cellId(cell),
        ...cell,
        latest: act(cell.latest),
        strongest: cell.strongest.map(act),
      })),
      next: page.next,
    },
  }
}

/** The acts behind a cell; `next` where there are more. */
export function cellAnswer(cell: string, acts: readonly ActRow[], next: string | null): Answer {
  return {
    lines: options =>
      acts.length === 0
        ? [`no act of the ledger belongs to ${cell}`]
        : [
            ...tableLines(
              ACTS,
              acts.map(({ id, act, sentence }) => ({
                cells: [
                  sentence.statement.date ?? '',
                  actLabel(act),
                  act.targets.map(actorLabel).join(', '),
                  shorten(wordsOf(sentence, act.trigger.start, act.content.end), 160),
                  sentence.statement.title ?? sentence.statement.label,
                  id,
                ],
              })),
              options,
            ),
            '',
            ...noteLines(next === null ? [] : [`more: --after '${next}'`], options.width, options.style),
          ],
    csv: [
      ['id', 'date', 'force', 'intensity', 'actors', 'targets', 'topics', 'sentence', 'statement', 'title'],
      ...acts.map(({ id, act, sentence }) => [
        id,
        sentence.statement.date ?? '',
        act.force,
        String(act.intensity),
        act.actors.join(LIST),
        act.targets.join(LIST),
        act.topics.join(LIST),
        sentence.text,
        sentence.statement.id,
        sentence.statement.title ?? '',
      ]),
    ],
    json: { schema: 'demarche.position/1', cell, acts: acts.map(actJson), next },
  }
}

/** From the act's trigger on, as far as its sentence goes. */
function wordsOf({ start, end, text }: ActRow['sentence'], from: number, to: number): string {
  return text.slice(Math.max(0, from - start), Math.max(from, Math.min(to, end)) - start).replace(/\s+/g, ' ')
}

function actLabel({ force, intensity }: Pick<CellAct, 'force' | 'intensity'>): string {
  return `${force} ${strengthDots(intensity)}`
}

/** `2019 ▂▁▅█ 2022`: years without an act are empty. */
function barsOf({ years }: Cell): string {
  if (years.length === 0) return ''
  const shown = years.slice(-YEARS)
  const [first, last] = [Math.max(shown[0]!.year, shown.at(-1)!.year - YEARS + 1), shown.at(-1)!.year]
  const acts = new Map(shown.map(({ year, acts: count }) => [year, count]))
  const most = Math.max(...acts.values())
  const bars = Array.from({ length: last - first + 1 }, (_, i) => {
    const count = acts.get(first + i) ?? 0
    return count === 0 ? ' ' : BARS[Math.ceil((count / most) * BARS.length) - 1]!
  })
  return `${first} ${bars.join('')} ${last}`
}
