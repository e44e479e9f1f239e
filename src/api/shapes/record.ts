/** What the record holds: events, instruments, provisions, votes, actors. */
import { z } from '@hono/zod-openapi'
import { foundAct } from './ledger.js'
import { count, day, dayOrNull, nullOr, strings, verified } from './span.js'

/** What every row of a dossier says of itself. */
const row = { id: z.string(), source: z.string(), verified, note: z.string(), file: z.string(), row: count }
const countOrNull = count.nullable()

const dispute = z
  .object({
    ...z.object(row).partial().shape,
    source: z.string(),
    record: z.string().optional().openapi({ description: 'Id of the row that it is about.' }),
    field: z.string(),
    value: z.string(),
    by: z.string(),
    used: z.boolean().openapi({ description: 'Whether the record goes by it.' }),
  })
  .openapi('Dispute', { description: 'What one party says of one field.' })

const site = z
  .object({
    id: z.string(),
    name: z.string(),
    names: z.record(z.string(), strings),
    lat: z.number(),
    lon: z.number(),
    precision: z.enum(['site', 'town', 'area']),
    verified,
    source: z.string(),
  })
  .openapi('Place')

const event = z
  .object({
    ...row,
    kind: z.string(),
    date: z.string().openapi({ description: 'First day as written: `2022-05-25`, `2022-05` or `2022`.' }),
    end: z.string(),
    from: day,
    to: day,
    precision: z.enum(['day', 'month', 'year']),
    time: z.string(),
    zone: z.string(),
    actors: strings,
    count,
    bound: z.enum(['exactly', 'at-least', 'about']),
    class: z.string(),
    name: z.string(),
    place: z.string(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    site: nullOr(site).openapi({ description: 'Of `place`, where the dossier has it in its table of places.' }),
    outcome: z.string(),
    marks: strings,
    respondsTo: strings,
    summary: z.string(),
    measures: z.record(z.string(), z.number()).openapi({ description: "The dossier's own measures, by column." }),
    standing: z.enum(['recorded', 'contested', 'possible']),
    disputes: z.array(dispute),
  })
  .openapi('Event')

const counts = z
  .object({ key: z.string(), events: count, count, days: count, contested: count, possible: count })
  .openapi('CountRow')

export const events = z
  .object({
    schema: z.literal('demarche.events/1'),
    dossiers: z.array(
      z
        .object({
          dossier: z.string(),
          query: z.record(z.string(), z.unknown()),
          tally: z.object({
            used: count,
            least: count,
            most: countOrNull.openapi({ description: 'Null where there is no upper bound.' }),
            rows: count,
            days: count,
            occasions: count,
          }),
          completeness: z.array(
            z.object({
              kind: z.string(),
              complete: z.boolean(),
              gaps: z.array(z.object({ from: day, to: day })),
            }),
          ),
          events: z.array(event).optional(),
          by: z.enum(['month', 'year', 'class', 'kind']).optional(),
          counts: z.array(counts).optional(),
          notes: strings,
        })
        .openapi('EventsOfDossier'),
    ),
  })
  .openapi('Events')

const provision = z
  .object({
    ...row,
    instrument: z.string(),
    paragraph: z.string(),
    bearers: strings,
    modality: z.enum(['must', 'must-not', 'urged', 'urged-not', 'may', 'none']),
    verb: z.string(),
    binding: z.string(),
    activities: strings,
    from: day,
    to: dayOrNull,
    endedBy: z.string(),
    text: z.string(),
    verifiedBy: z.string(),
    disputes: z.array(dispute),
  })
  .openapi('Provision')

export const obligations = z
  .object({
    schema: z.literal('demarche.obligations/1'),
    on: day,
    dossiers: z.array(
      z
        .object({ dossier: z.string(), zone: z.string(), provisions: z.array(provision) })
        .openapi('ObligationsOfDossier'),
    ),
  })
  .openapi('Obligations')

const violationsOfEvent = z
  .object({
    dossier: z.string(),
    event: z.string(),
    day,
    zone: z.string(),
    verified,
    source: z.string(),
    violations: z.array(z.object({ activities: strings, doubt: z.enum(['class', 'day']).nullable(), provision })),
  })
  .openapi('ViolationsOfEvent')

export const violations = z
  .object({ schema: z.literal('demarche.violations/1'), events: z.array(violationsOfEvent) })
  .openapi('Violations')

const oneVote = z
  .object({
    dossier: z.string(),
    instrument: z.string(),
    date: z.string(),
    status: z.string(),
    for: countOrNull,
    against: countOrNull,
    abstained: countOrNull,
    needed: countOrNull.openapi({ description: 'Votes in favour that an adoption needs.' }),
    vetoes: strings,
    whole: z.boolean().openapi({ description: 'Whether the record has the vote of every member.' }),
    votes: z.array(
      z.object({
        member: z.string(),
        vote: z.enum(['for', 'against', 'abstained', 'absent']),
        verified,
        source: z.string(),
      }),
    ),
    verified,
    source: z.string(),
  })
  .openapi('Vote')

export const vote = z.object({ schema: z.literal('demarche.vote/1'), votes: z.array(oneVote) }).openapi('Votes')

const instrumentRow = {
  ...row,
  dossier: z.string(),
  kind: z.string(),
  number: z.number().int().nullable(),
  title: z.string(),
  date: z.string(),
  from: day,
  to: day,
  aliases: strings,
  body: z.string(),
  meeting: z.string(),
  draft: z.string(),
  status: z.string(),
  for: countOrNull,
  against: countOrNull,
  abstained: countOrNull,
  chapterVii: z.string(),
  topics: strings,
  respondsTo: strings,
  until: dayOrNull,
  summary: z.string(),
}

export const resolution = z
  .object({
    schema: z.literal('demarche.resolution/1'),
    instruments: z.array(
      z
        .object({
          ...instrumentRow,
          vote: oneVote,
          disputes: z.array(dispute),
          provisions: z.array(provision.extend({ ends: strings }).openapi('ProvisionOfInstrument')),
        })
        .openapi('InstrumentWhole'),
    ),
  })
  .openapi('Resolution')

export const instruments = z
  .object({
    schema: z.literal('demarche.instruments/1'),
    instruments: z.array(z.object({ ...instrumentRow, provisions: count, votes: count }).openapi('Instrument')),
  })
  .openapi('Instruments')

export const eventWhole = z
  .object({
    schema: z.literal('demarche.event/1'),
    dossier: z.string(),
    event,
    violations: violationsOfEvent,
    within: z.object({ from: day, to: day }),
    acts: z.array(foundAct),
  })
  .openapi('EventWhole')
