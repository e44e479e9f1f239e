/** Instruments of the record as an answer: the vote by member, and the row with what its paragraphs ask and what ended them. */
import { voteOn } from '../dossier/council.js'
import type { Dossier } from '../dossier/dossier.js'
import type { Instrument, Provision, Vote } from '../dossier/record.js'
import { isoOf } from '../dossier/zones.js'
import type { Answer, AnswerOptions } from './answer.js'
import { counted } from './labels.js'
import { disputeLines, noteLines, sourceLine, standingOf } from './record-labels.js'
import { PROVISION_COLUMNS, provisionJson, provisionRow } from './record-provisions.js'
import { tableLines } from './table.js'
import { wrapText } from './wrap.js'

export interface InstrumentAsked {
  dossier: Dossier
  instrument: Instrument
}

const CASTS = [
  ['for', 'in favour'],
  ['against', 'against'],
  ['abstained', 'abstained'],
  ['absent', 'did not vote'],
] as const satisfies readonly (readonly [Vote['vote'], string])[]

/** The votes on instruments, member by member. */
export function voteAnswer(asked: readonly InstrumentAsked[]): Answer {
  return {
    lines: options => asked.flatMap(one => [...headLines(one, options), ...voteLines(one, options), '']),
    csv: [
      ['dossier', 'instrument', 'member', 'vote', 'veto', 'verified', 'source'],
      ...asked.flatMap(({ dossier, instrument }) => {
        const { votes, vetoes } = voteOn(dossier, instrument)
        return votes.map(({ member, vote, verified, source }) => [
          dossier.manifest.id,
          instrument.id,
          member,
          vote,
          vetoes.includes(member) ? 'yes' : 'no',
          verified,
          source,
        ])
      }),
    ],
    json: { schema: 'demarche.vote/1', votes: asked.map(voteJson) },
  }
}

/** Instruments whole. */
export function instrumentAnswer(asked: readonly InstrumentAsked[]): Answer {
  return {
    lines: options =>
      asked.flatMap(one => [
        ...headLines(one, options),
        ...(one.instrument.summary ? wrapText(one.instrument.summary, options.width) : []),
        ...voteLines(one, options),
        '',
        ...provisionLines(one, options),
        '',
      ]),
    csv: [
      [
        'dossier',
        'instrument',
        'date',
        'status',
        'for',
        'against',
        'abstained',
        'paragraph',
        'bearer',
        'modality',
        'activity',
        'from',
        'to',
        'ended_by',
        'ends',
        'text',
        'verified',
        'source',
      ],
      ...asked.flatMap(({ dossier, instrument }) => {
        const { for: inFavour, against, abstained } = voteOn(dossier, instrument)
        const head = [
          dossier.manifest.id,
          instrument.id,
          instrument.date,
          instrument.status,
          ...[inFavour, against, abstained].map(number => (number === null ? '' : String(number))),
        ]
        const own = provisionsOf(dossier, instrument)
        if (own.length === 0) return [[...head, ...Array(9).fill(''), instrument.verified, instrument.source]]
        return own.map(provision => [
          ...head,
          provision.paragraph,
          provision.bearers.join('; '),
          provision.modality,
          provision.activities.join('; '),
          isoOf(provision.from),
          provision.to === null ? '' : isoOf(provision.to),
          provision.endedBy,
          endedBy(dossier, provision)
            .map(({ id }) => id)
            .join('; '),
          provision.text,
          provision.verified,
          provision.source,
        ])
      }),
    ],
    json: {
      schema: 'demarche.resolution/1',
      instruments: asked.map(one => {
        const { days, ...row } = one.instrument
        return {
          dossier: one.dossier.manifest.id,
          ...row,
          from: isoOf(days.from),
          to: isoOf(days.to),
          until: row.until === null ? null : isoOf(row.until),
          vote: voteJson(one),
          disputes: one.dossier.disputes.get(row.id) ?? [],
          provisions: provisionsOf(one.dossier, one.instrument).map(provision => ({
            ...provisionJson(one.dossier, provision),
            ends: endedBy(one.dossier, provision).map(({ id }) => id),
          })),
        }
      }),
    },
  }
}

function headLines({ dossier, instrument }: InstrumentAsked, options: AnswerOptions): string[] {
  const { style, width, sources } = options
  const disputes = dossier.disputes.get(instrument.id) ?? []
  const standing = standingOf(instrument, disputes)
  const facts = [
    instrument.kind.replaceAll('-', ' '),
    instrument.status.replaceAll('-', ' '),
    instrument.date,
    ...(instrument.body ? [dossier.actors.get(instrument.body)?.name ?? instrument.body] : []),
    ...(instrument.meeting ? [`meeting ${instrument.meeting}`] : []),
    ...(instrument.draft && instrument.draft !== instrument.id ? [`draft ${instrument.draft}`] : []),
    ...(instrument.chapterVii === 'yes' ? ['Chapter VII'] : []),
    ...(instrument.until === null ? [] : [`until ${isoOf(instrument.until)}`]),
  ]
  return [
    `${style('title', instrument.id)}${instrument.title ? `  ${instrument.title}` : ''}`,
    ...wrapText(facts.join(' · '), width),
    ...(standing ? [style('refusal', standing)] : []),
    ...(sources
      ? [...disputeLines(disputes), ...(instrument.note ? [instrument.note] : []), sourceLine(instrument)].flatMap(
          text => wrapText(text, width - 2).map(line => `  ${style('label', line)}`),
        )
      : []),
  ]
}

function voteLines({ dossier, instrument }: InstrumentAsked, options: AnswerOptions): string[] {
  const result = voteOn(dossier, instrument)
  const numbers = [result.for, result.against, result.abstained]
  if (result.votes.length === 0 && numbers.every(number => number === null)) return [`no vote on it is in the record`]
  const name = (member: string) => {
    const known = dossier.actors.get(member)?.name
    return `${known ?? member}${result.vetoes.includes(member) ? ' (veto)' : ''}`
  }
  const rows = CASTS.flatMap(([cast, title]) => {
    const votes = result.votes.filter(({ vote }) => vote === cast)
    const stated = cast === 'absent' ? null : result[cast]
    if (votes.length === 0 && stated === null) return []
    return [
      {
        cells: [
          title,
          stated === null ? String(votes.length) : String(stated),
          votes.map(({ member }) => name(member)).join(', '),
        ],
        below: options.sources ? votes.map(vote => `${name(vote.member)}: ${sourceLine(vote)}`) : [],
      },
    ]
  })
  const open = result.votes.filter(({ verified }) => verified !== 'true').map(({ member }) => member)
  const { quorum, council } = dossier.manifest
  const threshold =
    quorum && instrument.body === council
      ? [
          `an adoption needs ${quorum.needed} of ${quorum.members} votes in favour and no permanent member against${
            result.for === null ? '' : `: ${result.for >= quorum.needed ? 'reached' : 'not reached'}`
          }${result.vetoes.length ? `, vetoed by ${result.vetoes.join(', ')}` : ''}`,
        ]
      : []
  return [
    '',
    ...tableLines(
      [
        { title: 'vote', role: 'strong', least: 9 },
        { title: 'n', align: 'right', least: 2 },
        { title: 'members', least: 20 },
      ],
      rows,
      options,
    ),
    ...noteLines(
      [
        ...threshold,
        ...(result.votes.length > 0 && !result.whole ? ['the record does not have the vote of every member'] : []),
        ...(result.votes.length === 0 ? ['the record has the numbers, not the votes by member'] : []),
        ...(open.length > 0 ? [`not seen in the source, or in part only: the vote of ${open.join(', ')}`] : []),
      ],
      options.width,
      options.style,
    ),
  ]
}

function provisionLines({ dossier, instrument }: InstrumentAsked, options: AnswerOptions): string[] {
  const own = provisionsOf(dossier, instrument)
  if (own.length === 0) return ['no provision of it is in the record']
  const rows = own.map(provision => {
    const row = provisionRow(dossier, provision, options)
    const ended = endedBy(dossier, provision)
    const ends = ended.length ? [`ends ${ended.map(p => `${p.instrument}, paragraph ${p.paragraph}`).join('; ')}`] : []
    return { cells: ['', ...row.cells.slice(1)], below: [...(row.below ?? []), ...ends] }
  })
  const unverified = own.filter(({ verified }) => verified !== 'true').length
  return [
    ...tableLines(PROVISION_COLUMNS, rows, options),
    ...noteLines(
      [
        `${counted(own.length, 'provision')}${unverified ? `, ${unverified} of them not seen in the text, or in part only` : ''}`,
      ],
      options.width,
      options.style,
    ),
  ]
}

function provisionsOf({ provisions }: Dossier, { id }: Instrument): Provision[] {
  return provisions.filter(({ instrument }) => instrument === id)
}

/** Provisions that this one ended. */
function endedBy({ provisions }: Dossier, { id }: Provision): Provision[] {
  return provisions.filter(provision => provision.endedBy === id)
}

function voteJson({ dossier, instrument }: InstrumentAsked): Record<string, unknown> {
  const { votes, vetoes, whole, for: inFavour, against, abstained } = voteOn(dossier, instrument)
  const { quorum, council } = dossier.manifest
  return {
    dossier: dossier.manifest.id,
    instrument: instrument.id,
    date: instrument.date,
    status: instrument.status,
    for: inFavour,
    against,
    abstained,
    needed: instrument.body === council ? (quorum?.needed ?? null) : null,
    vetoes,
    whole,
    votes: votes.map(({ member, vote, verified, source }) => ({ member, vote, verified, source })),
    verified: instrument.verified,
    source: instrument.source,
  }
}
