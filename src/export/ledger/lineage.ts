/** The life of a formula as an answer: its variants, who used them, where they were exchanged, and every use. */
import type { Lineage, Use } from '../../compare/lineage.js'
import type { Answer, AnswerOptions } from '../answer.js'
import { LIST } from '../csv-row.js'
import { actorLabel, counted } from '../labels.js'
import { noteLines } from '../record-labels.js'
import { type TableColumn, tableLines } from '../table.js'
import { nextLines, type Paged } from './page.js'

export interface LineageShown {
  /** The phrase, or the family's title. */
  what: string
  lineage: Lineage
  /** What a variant is called; without it its id. */
  titles: ReadonlyMap<string, string>
  page: Paged<Use>
}

const VARIANTS: readonly TableColumn[] = [
  { title: 'variant', role: 'strong', least: 20 },
  { title: 'statements', align: 'right' },
  { title: 'uses', align: 'right', least: 4 },
  { title: 'first', least: 10 },
  { title: 'last', least: 10 },
  { title: 'by', least: 16 },
]
const ISSUERS: readonly TableColumn[] = [
  { title: 'issuer', role: 'strong', least: 6 },
  { title: 'statements', align: 'right' },
  { title: 'first', least: 10 },
  { title: 'last', least: 10 },
  { title: 'variants', least: 24 },
]
const SWITCHES: readonly TableColumn[] = [
  { title: 'day', role: 'strong', least: 10 },
  { title: 'issuer', least: 6 },
  { title: 'from', least: 16 },
  { title: 'to', least: 16 },
  { title: 'statement', role: 'label', least: 12 },
]
const USES: readonly TableColumn[] = [
  { title: 'date', role: 'strong', least: 10 },
  { title: 'issuers', least: 8 },
  { title: 'words', least: 24 },
  { title: 'statement', role: 'label', least: 12 },
]
/** Of each kind, what the terminal shows. */
const SHOWN = 12

/** Id of a use in its list. */
export function useId({ statement, span }: Use): string {
  return `${statement.slice(0, 16)}:${span.start}`
}

export function lineageAnswer(shown: LineageShown): Answer {
  const { what, lineage, titles, page } = shown
  const { uses, variants, issuers, switches } = lineage
  return {
    lines: options => (uses.length === 0 ? [`no statement of the ledger says ${what}`] : shownLines(shown, options)),
    csv: [
      ['date', 'statement', 'title', 'issuers', 'variant', 'start', 'end', 'words'],
      ...page.rows.map(use => [
        use.date ?? '',
        use.statement,
        use.title ?? '',
        use.issuers.join(LIST),
        use.variant,
        String(use.span.start),
        String(use.span.end),
        use.text,
      ]),
    ],
    json: {
      schema: 'demarche.lineage/1',
      what,
      total: uses.length,
      variants: variants.map(variant => ({ ...variant, title: titles.get(variant.variant) ?? null })),
      issuers,
      switches,
      uses: page.rows,
      next: page.next,
    },
  }
}

function shownLines({ what, lineage, titles, page }: LineageShown, options: AnswerOptions): string[] {
  const { uses, variants, issuers, switches } = lineage
  const { style, width } = options
  const title = (variant: string) => titles.get(variant) ?? variant
  const head = (text: string) => ['', style('title', text)]
  const rest = (all: readonly unknown[], noun: string) =>
    noteLines(
      all.length > SHOWN ? [`and ${counted(all.length - SHOWN, noun)} more (--format json has all)`] : [],
      width,
      style,
    )
  return [
    style('title', what),
    `${counted(uses.length, 'use')} in ${counted(new Set(uses.map(({ statement }) => statement)).size, 'statement')}`,
    ...head('Variants'),
    ...tableLines(
      VARIANTS,
      variants.slice(0, SHOWN).map(({ variant, statements, uses: count, first, last, issuers: by }) => ({
        cells: [
          title(variant),
          String(statements),
          String(count),
          first ?? '',
          last ?? '',
          by
            .slice(0, 4)
            .map(({ id, statements: n }) => `${actorLabel(id)} ${n}`)
            .join(', '),
        ],
      })),
      options,
    ),
    ...rest(variants, 'variant'),
    ...head('Issuers'),
    ...tableLines(
      ISSUERS,
      issuers.slice(0, SHOWN).map(({ issuer, statements, first, last, variants: used }) => ({
        cells: [
          actorLabel(issuer),
          String(statements),
          first ?? '',
          last ?? '',
          used.map(({ variant, statements: n }) => `${title(variant)} ${n}`).join('; '),
        ],
      })),
      options,
    ),
    ...rest(issuers, 'issuer'),
    ...(switches.length ? head('Switches') : []),
    ...(switches.length
      ? tableLines(
          SWITCHES,
          switches.slice(-SHOWN).map(({ issuer, from, to, after }) => ({
            cells: [
              after.date ?? '',
              actorLabel(issuer),
              title(from),
              title(to),
              after.title ?? after.statement.slice(0, 12),
            ],
          })),
          options,
        )
      : []),
    ...(switches.length > SHOWN
      ? noteLines([`the last ${SHOWN} of ${switches.length} (--format json has all)`], width, style)
      : []),
    ...head('Uses'),
    ...tableLines(
      USES,
      page.rows.map(({ date, issuers: by, text, statement, title: name }) => ({
        cells: [date ?? '', by.slice(0, 4).map(actorLabel).join(', '), text, name ?? statement.slice(0, 12)],
      })),
      options,
    ),
    '',
    ...noteLines(nextLines(page), width, style),
  ]
}
