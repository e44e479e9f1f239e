/** A correction from the options of `correct`. */
import { actorIds, forceIn } from '../ask/filters.js'
import type { ActFields, Correction } from '../ledger/corrections.js'
import type { Stored } from '../ledger/ledger.js'
import { sentenceAt } from '../ledger/overlay.js'
import type { Act } from '../read/reading.js'
import { UsageError } from '../text/errors.js'
import type { Span } from '../text/span.js'
import { KNOWING } from './filters.js'
import { numberIn } from './numbers.js'

export interface CorrectionOptions {
  act?: string
  add?: boolean
  delete?: boolean
  force?: string
  intensity?: string
  actor?: string[]
  target?: string[]
  topic?: string[]
  trigger?: string
  content?: string
  condition?: string
  repeated?: boolean
}

type Said = { [K in Correction['kind']]: Omit<Extract<Correction, { kind: K }>, 'who' | 'why'> }[Correction['kind']]

/** @throws UsageError where the options do not say one thing, or speak of what is not there */
export async function correctionFrom(kept: Stored, options: CorrectionOptions): Promise<Said> {
  if (options.add) return { kind: 'add', act: await newAct(kept, options) }
  const { acts } = kept.reading
  if (options.act === undefined)
    throw new UsageError('correct: says no act; give --act and its number as demarche show has it, or --add')
  const number = numberIn(options.act, '--act', 0, Number.MAX_SAFE_INTEGER)!
  const act = acts[number]
  if (act === undefined)
    throw new UsageError(
      `--act: the statement has no act ${number}; ${acts.length ? `give one from 0 to ${acts.length - 1}` : 'it has none: use --add'}`,
    )
  if (options.delete) return { kind: 'delete', act }
  const fields = await fieldsFrom(kept, options, act.trigger)
  if (Object.keys(fields).length === 0)
    throw new UsageError('correct: says no change; give --force, --target or another part of the act, or --delete')
  return { kind: 'change', act, fields }
}

async function newAct(kept: Stored, options: CorrectionOptions): Promise<Act> {
  if (options.trigger === undefined || options.force === undefined)
    throw new UsageError('--add: a new act needs --trigger and --force; give the words that make it, and its force')
  const fields = await fieldsFrom(kept, options, null)
  const trigger = fields.trigger!
  const sentence = sentenceAt(kept.reading, trigger)
  const end = Math.max(trigger.end, kept.reading.sentences[sentence]?.end ?? trigger.end)
  return {
    force: fields.force!,
    repeated: false,
    intensity: 0,
    actors: [...kept.row.issuers].sort(),
    targets: [],
    content: { start: trigger.end, end },
    topics: ['other'],
    condition: null,
    refs: [],
    conduct: null,
    ...fields,
    trigger,
    sentence,
    rule: 'correction/add',
  }
}

/** @param near where words that occur several times are looked for first */
async function fieldsFrom(
  { doc: { text } }: Stored,
  options: CorrectionOptions,
  near: Span | null,
): Promise<ActFields> {
  const ids = async (values: string[], option: string) =>
    values.length === 1 && values[0] === 'none' ? [] : [...new Set(await actorIds(values, option, KNOWING))].sort()
  const { intensity, condition } = options
  return {
    ...(options.force !== undefined && { force: forceIn(options.force, '--force') }),
    ...(intensity !== undefined && { intensity: numberIn(intensity, '--intensity', 0, 2) as Act['intensity'] }),
    ...(options.repeated !== undefined && { repeated: options.repeated }),
    ...(options.actor && { actors: await ids(options.actor, '--actor') }),
    ...(options.target && { targets: await ids(options.target, '--target') }),
    ...(options.topic && { topics: options.topic }),
    ...(options.trigger !== undefined && { trigger: spanOf(text, options.trigger, '--trigger', near) }),
    ...(options.content !== undefined && { content: spanOf(text, options.content, '--content', near) }),
    ...(condition !== undefined && {
      condition: condition === 'none' ? null : spanOf(text, condition, '--condition', near),
    }),
  }
}

/** Words of the text, or two places; of words that occur more than once those nearest to the act are meant. */
function spanOf(text: string, value: string, option: string, near: Span | null): Span {
  const places = /^(\d+)-(\d+)$/.exec(value)
  if (places) return { start: Number(places[1]), end: Number(places[2]) }
  const starts: number[] = []
  for (let at = text.indexOf(value); at >= 0 && value !== ''; at = text.indexOf(value, at + 1)) starts.push(at)
  if (starts.length === 0)
    throw new UsageError(
      `${option}: "${value}" does not stand in the text; copy the words exactly, or give places as 52-68`,
    )
  if (starts.length > 1 && near === null)
    throw new UsageError(
      `${option}: "${value}" stands in the text ${starts.length} times; give places as ${starts[0]}-${starts[0]! + value.length}`,
    )
  const start = starts.sort((a, b) => Math.abs(a - (near?.start ?? 0)) - Math.abs(b - (near?.start ?? 0)))[0]!
  return { start, end: start + value.length }
}
