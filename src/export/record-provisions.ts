/** Provisions of the record as an answer: what binds whom on a day, and what an event breaches of it. */
import type { Dossier } from '../dossier/dossier.js'
import { obligationsOn, possibleViolationsOf, type Violation, violationsOf } from '../dossier/obligations.js'
import type { Provision } from '../dossier/record.js'
import { isoOf } from '../dossier/zones.js'
import type { Answer, AnswerOptions } from './answer.js'
import { counted } from './labels.js'
import { disputeLines, noteLines, sourceLine, standingOf } from './record-labels.js'
import { type TableColumn, type TableRow, tableLines } from './table.js'

const MODALITIES: Record<Provision['modality'], string> = {
  must: 'must',
  'must-not': 'must not',
  urged: 'is urged to',
  'urged-not': 'is urged not to',
  may: 'may',
  none: '',
}

export const PROVISION_COLUMNS: readonly TableColumn[] = [
  { title: 'instrument', role: 'strong', least: 18 },
  { title: 'para', least: 5 },
  { title: 'bearer', least: 10 },
  { title: 'duty', least: 8 },
  { title: 'verb', least: 8, yields: 2 },
  { title: 'activity', least: 16 },
  { title: 'in force', least: 16, yields: 1 },
  { title: 'standing', role: 'refusal', least: 10 },
]

export function provisionRow(
  dossier: Dossier,
  provision: Provision,
  options: AnswerOptions,
  more: readonly string[] = [],
): TableRow {
  const disputes = dossier.disputes.get(provision.id) ?? []
  return {
    cells: [
      provision.instrument,
      provision.paragraph,
      provision.bearers.join(', '),
      MODALITIES[provision.modality],
      provision.verb,
      provision.activities.join(', '),
      `since ${isoOf(provision.from)}${provision.to === null ? '' : ` until ${isoOf(provision.to)}${provision.endedBy ? `, ended by ${provision.endedBy}` : ''}`}`,
      standingOf(provision, disputes, [
        ...more,
        ...(provision.binding === 'no'
          ? ['not binding']
          : provision.binding === 'debated'
            ? ['binding force debated']
            : []),
      ]),
    ],
    below: [
      provision.text,
      ...(options.sources
        ? [
            ...(provision.verifiedBy ? [`verified by ${provision.verifiedBy}`] : []),
            ...(provision.note ? [provision.note] : []),
            ...disputeLines(disputes),
            sourceLine(provision),
          ]
        : []),
    ],
  }
}

const CELLS = [
  'dossier',
  'id',
  'instrument',
  'paragraph',
  'bearer',
  'modality',
  'verb',
  'binding',
  'activity',
  'from',
  'to',
  'ended_by',
  'text',
  'verified',
  'verified_by',
  'standing',
  'source',
]

function provisionCells(dossier: Dossier, provision: Provision): string[] {
  return [
    dossier.manifest.id,
    provision.id,
    provision.instrument,
    provision.paragraph,
    provision.bearers.join('; '),
    provision.modality,
    provision.verb,
    provision.binding,
    provision.activities.join('; '),
    isoOf(provision.from),
    provision.to === null ? '' : isoOf(provision.to),
    provision.endedBy,
    provision.text,
    provision.verified,
    provision.verifiedBy,
    standingOf(provision, dossier.disputes.get(provision.id)),
    provision.source,
  ]
}

export function provisionJson(dossier: Dossier, provision: Provision): Record<string, unknown> {
  return {
    ...provision,
    from: isoOf(provision.from),
    to: provision.to === null ? null : isoOf(provision.to),
    disputes: dossier.disputes.get(provision.id) ?? [],
  }
}

export interface ObligationsAsked {
  dossier: Dossier
  activities?: readonly string[]
  /** Actor ids, any of them. */
  bearers?: readonly string[]
}

/** What binds whom on a day, paragraph by paragraph. */
export function obligationsAnswer(asked: readonly ObligationsAsked[], day: number): Answer {
  const parts = asked.map(({ dossier, activities, bearers }) => {
    const query = { day, ...(activities && { activities }) }
    const found =
      bearers === undefined
        ? obligationsOn(dossier, query)
        : [...new Set(bearers.flatMap(bearer => obligationsOn(dossier, { ...query, bearer })))]
    return { dossier, found }
  })
  return {
    lines: options => [
      ...(parts.every(({ found }) => found.length === 0)
        ? [`no provision of the record that answers this is in force on ${isoOf(day)}`]
        : []),
      ...parts.flatMap(({ dossier, found }) => {
        if (found.length === 0) return []
        const open = found.filter(({ verified }) => verified !== 'true').length
        const notes = [
          `${counted(found.length, 'provision')} of ${counted(new Set(found.map(p => p.instrument)).size, 'instrument')} in force on ${isoOf(day)}, a day of ${dossier.manifest.councilZone}`,
          ...(open > 0 ? [`${open} of them not seen in the text of the instrument, or in part only`] : []),
        ]
        return [
          ...(parts.length > 1 ? [options.style('title', dossier.manifest.title)] : []),
          ...tableLines(
            PROVISION_COLUMNS,
            found.map(provision => provisionRow(dossier, provision, options)),
            options,
          ),
          '',
          ...noteLines(notes, options.width, options.style),
          ...(parts.length > 1 ? [''] : []),
        ]
      }),
    ],
    csv: [CELLS, ...parts.flatMap(({ dossier, found }) => found.map(provision => provisionCells(dossier, provision)))],
    json: {
      schema: 'demarche.obligations/1',
      on: isoOf(day),
      dossiers: parts.map(({ dossier, found }) => ({
        dossier: dossier.manifest.id,
        zone: dossier.manifest.councilZone,
        provisions: found.map(provision => provisionJson(dossier, provision)),
      })),
    },
  }
}

const DOUBTS: Record<NonNullable<Violation['doubt']>, string> = {
  class: 'only if the class is as some say',
  day: 'only if the day lay within',
}

/** What events breach, and why. */
export function violationsAnswer(asked: readonly { dossier: Dossier; rows: readonly number[] }[]): Answer {
  const parts = asked.flatMap(({ dossier, rows }) =>
    rows.map(i => ({
      dossier,
      event: dossier.events.at(i),
      standing: standingOf(dossier.events.at(i), dossier.disputedEvents.get(i)),
      day: dossier.events.dayAt(i, dossier.manifest.councilZone),
      sure: violationsOf(dossier, i),
      possible: possibleViolationsOf(dossier, i),
    })),
  )
  type Part = (typeof parts)[number]
  const activities = ({ dossier }: Part, ids: readonly string[]) =>
    ids.map(id => dossier.manifest.activities.get(id)?.title ?? id).join(', ')
  const lines = (part: Part, options: AnswerOptions): string[] => {
    const { dossier, event, sure, possible } = part
    const what = [
      event.count === 1 ? '' : `${event.count} ×`,
      event.class || (dossier.manifest.kinds.get(event.kind)?.title ?? event.kind),
      event.name,
    ]
    const head = `${options.style('title', event.id)}  ${what.filter(Boolean).join(' ')}, ${event.date}${event.time ? ` ${event.time}` : ''} (${event.zone}), by ${event.actors.join(', ')}${part.standing ? `  ${options.style('refusal', part.standing)}` : ''}`
    if (sure.length + possible.length === 0)
      return [head, '  breaches no provision of the record that was in force', '']
    const rows = [...sure, ...possible].map(({ provision, activities: breached, doubt }) => {
      const row = provisionRow(dossier, provision, options, doubt === null ? [] : [DOUBTS[doubt]])
      const because = `because ${event.actors.filter(a => provision.bearers.includes(a)).join(', ') || provision.bearers.join(', ')} ${MODALITIES[provision.modality]}: ${activities(part, breached)}`
      return { ...row, below: [because, ...(row.below ?? [])] }
    })
    const notes = [
      `breaches ${counted(sure.length, 'provision')} of ${counted(new Set(sure.map(v => v.provision.instrument)).size, 'instrument')}, in force on ${isoOf(part.day)} in ${dossier.manifest.councilZone}${possible.length ? `; ${possible.length} more if what is open were so` : ''}`,
    ]
    const source = options.sources ? [`  ${options.style('label', sourceLine(event))}`] : []
    return [
      head,
      ...source,
      ...tableLines(PROVISION_COLUMNS, rows, options),
      ...noteLines(notes, options.width, options.style),
      '',
    ]
  }
  return {
    lines: options => parts.flatMap(part => lines(part, options)),
    csv: [
      ['event', 'event_standing', 'breached_by', 'doubt', ...CELLS],
      ...parts.flatMap(part =>
        [...part.sure, ...part.possible].map(({ provision, activities: breached, doubt }) => [
          part.event.id,
          part.standing,
          breached.join('; '),
          doubt ?? '',
          ...provisionCells(part.dossier, provision),
        ]),
      ),
    ],
    json: {
      schema: 'demarche.violations/1',
      events: parts.map(part => ({
        dossier: part.dossier.manifest.id,
        event: part.event.id,
        day: isoOf(part.day),
        zone: part.dossier.manifest.councilZone,
        verified: part.event.verified,
        source: part.event.source,
        violations: [...part.sure, ...part.possible].map(({ provision, activities: breached, doubt }) => ({
          activities: breached,
          doubt,
          provision: provisionJson(part.dossier, provision),
        })),
      })),
    },
  }
}
