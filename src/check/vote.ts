/**
 * Claims of how a vote went: "adopted unanimously", "vetoed by Lorrin", "the support of three members", "Norvia abstained",
 * "the Council failed to adopt a resolution".
 */

import { coverageOf } from '../dossier/completeness.js'
import { membersOn, type VoteResult, voteOn } from '../dossier/council.js'
import type { Instrument, VoteCast } from '../dossier/record.js'
import { isoOf } from '../dossier/zones.js'
import { isOfInstrument } from './dated.js'
import { contradicted, daysInWords, instrumentRow, row, undecided } from './evidence.js'
import { actorsIn, nameOf } from './names.js'
import { agrees, countInWords } from './numbers.js'
import { type DateAt, findCue, type Scene, spanOf } from './scene.js'
import type { Decision, Found, Outcome, VerdictRow } from './verdict.js'
import { votedOn } from './vote-meant.js'
import type { VotePart } from './vote-parts.js'
import { votePartsIn } from './vote-words.js'
import { isElsewhere, isNearTopic, isOfDay, isOnTopic, type Meant } from './which-instrument.js'

/** Words that open another clause; what stands there says nothing of this vote. */
const OPENERS = new Set([
  'despite',
  'although',
  'while',
  'whereas',
  'because',
  'but',
  'notwithstanding',
  'though',
  'so',
])
const AFTER_COMMA = new Set(['we', 'i', 'and', 'for', 'which', 'who', 'it', 'as', 'this', 'that', 'our'])

interface Clause {
  from: number
  to: number
  parts: VotePart[]
}

/** By sentence: the claims about instruments keep clear of those of votes. */
const found = new WeakMap<Scene, readonly Found[]>()

export function findVotes(scene: Scene): Found[] {
  let votes = found.get(scene)
  if (votes === undefined) {
    votes = votesIn(scene)
    found.set(scene, votes)
  }
  return [...votes]
}

function votesIn(scene: Scene): Found[] {
  const parts = votePartsIn(scene, actorsIn(scene))
  if (parts.every(({ type }) => type === 'adopted')) return []
  const found: Found[] = []
  for (const clause of clausesOf(scene, parts)) {
    if (clause.parts.every(({ type }) => type === 'adopted')) continue
    const dates = datesOf(scene, clause.parts)
    const meant = votedOn(scene, clause.from, clause.to, clause.parts, dates)
    const { first, last } = edges(scene, clause, meant)
    found.push({
      kind: 'vote',
      ...spanOf(scene, first, last),
      sentence: scene.sentence,
      parsed: {
        instruments: meant.candidates.map(({ id }) => id),
        by: meant.how,
        parts: clause.parts.map(({ first: _, last: __, ...part }) => part),
      },
      decide: () => decide(scene, clause, meant),
    })
  }
  return found
}

/** The clauses that say something of a vote. */
function clausesOf(scene: Scene, parts: readonly VotePart[]): Clause[] {
  const { words } = scene
  const cuts = [0]
  for (let i = 1; i < words.length; i++) {
    if (parts.some(part => part.first < i && i < part.last)) continue
    const key = words.keys[i]!
    const comma = words.keys[i - 1] === ','
    const more = parts.some(
      part => part.first >= i && part.first <= i + 3 && (part.type === 'tally' || part.type === 'members'),
    )
    if (
      key === ';' ||
      key === ':' ||
      (OPENERS.has(key) && !more) ||
      (comma && AFTER_COMMA.has(key) && !more) ||
      (key === 'in' && words.keys[i + 1] === 'spite')
    )
      cuts.push(i)
  }
  cuts.push(words.length)
  const clauses: Clause[] = []
  for (let c = 0; c + 1 < cuts.length; c++) {
    const [from, to] = [cuts[c]!, cuts[c + 1]!]
    const inside = parts.filter(part => part.first >= from && part.first < to)
    if (inside.length > 0) clauses.push({ from, to, parts: inside })
  }
  return clauses
}

/** The dates that may date a vote: not those of an event that stands nearer. */
function datesOf(scene: Scene, parts: readonly VotePart[]): DateAt[] {
  return scene.dates.filter(date => {
    if (isOfInstrument(scene, date)) return false
    const event = scene.descriptions.find(d => d.dates.includes(date) && scene.dossier.events.kinds.includes(d.kind))
    if (event === undefined || event.kind === 'resolution' || event.kind === 'draft') return true
    const near = parts.some(
      part =>
        (event.head < part.first && part.first < date.first) || (date.first < part.first && part.first < event.head),
    )
    return near && !(event.first <= date.first && date.last <= event.last)
  })
}

function edges(scene: Scene, { from, to, parts }: Clause, { named, date }: Meant): { first: number; last: number } {
  const { words } = scene
  const telling = parts.filter(
    (part, i) =>
      part.type !== 'adopted' || parts.some((other, j) => j !== i && Math.abs(other.first - part.first) < 14),
  )
  let first = Math.min(...telling.map(part => part.first))
  let last = Math.max(...telling.map(part => part.last))
  const widen = (at: { first: number; last: number } | null) => {
    if (at === null || at.first < from || at.last > to) return
    if (first - at.last <= 12 && last - at.first >= -12) {
      first = Math.min(first, at.first)
      last = Math.max(last, at.last)
    }
  }
  widen(named)
  widen(date)
  // The body that acts: "the Council failed to".
  for (let i = first - 1; i >= Math.max(from, first - 5); i--)
    if (
      words.keys[i] === 'council' ||
      scene.actors.some(a => a.id === scene.dossier.manifest.council && a.last === i + 1)
    ) {
      first = Math.min(first, scene.actors.find(a => a.first <= i && i < a.last)?.first ?? i)
      if (words.keys[first - 1] === 'the') first--
    }
  if (date !== null && first === date.first && ['on', 'in'].includes(words.keys[first - 1] ?? '')) first--
  return { first, last }
}

function decide(scene: Scene, clause: Clause, meant: Meant): Decision {
  const { candidates, how, days } = meant
  const query: Record<string, unknown> = {
    instruments: candidates.map(({ id }) => id),
    by: how,
    from: days === null ? null : isoOf(days.from),
    to: days === null ? null : isoOf(days.to),
  }
  if (how !== 'named' && findCue(scene, clause.from, clause.to, 'other-bodies') >= 0)
    return undecided('the record holds no votes of this body', query)
  if (how !== 'named' && isElsewhere(scene, clause.from, clause.to))
    return undecided('the words speak of another matter than the record', query)
  if (how === 'named' && candidates.length === 0)
    return undecided('the record does not have the instrument that is named', query)
  if ((how === 'recent' || how === 'today') && !isNearTopic(scene))
    return undecided('the words do not say which vote is meant', query)
  if (candidates.length === 0) return ofEmptyDay(scene, clause, meant, query)
  const verdicts = candidates.map(instrument => ofInstrument(scene, clause, meant, instrument))
  // A vote of the last weeks that was carried is not the one of which a failure is told.
  if (
    how === 'recent' &&
    clause.parts.some(({ type }) => type === 'failed') &&
    verdicts.every(v => v.outcome !== 'supported')
  )
    return undecided('the record has no vote of the last weeks that fits, and the words name none', query)
  const outcomes = new Set(verdicts.map(v => v.outcome))
  const rows = verdicts.flatMap(v => v.rows)
  if (outcomes.size === 1) return { ...verdicts[0]!, query, rows, because: verdicts.map(v => v.because).join('; ') }
  const right = verdicts.filter(v => v.outcome === 'supported')
  // Of several votes of the day that is said, one fits.
  if (right.length === 1 && (how === 'dated' || how === 'recent')) return { ...right[0]!, query }
  return undecided(
    `several instruments may be meant (${candidates.map(({ id }) => id).join(', ')}), and they do not agree`,
    query,
    rows,
  )
}

/** No vote of that day in the record. */
function ofEmptyDay(
  scene: Scene,
  { parts }: Clause,
  { days, date, how }: Meant,
  query: Record<string, unknown>,
): Decision {
  if (how !== 'dated' || days === null)
    return undecided('the words do not say which vote is meant, or the record does not have it', query)
  const gaps = ['resolution', 'draft'].some(kind => !coverageOf(scene.dossier, kind, [], days).complete)
  if (gaps || !isOnTopic(scene) || date?.precision !== 'day' || parts.length === 0)
    return undecided(`the record has no vote on ${daysInWords(days)}, and may not have all of that matter`, query)
  return contradicted(
    `the record has no vote on this matter on ${daysInWords(days)}, and it is complete for that day`,
    query,
    [],
    `a vote on ${daysInWords(days)}`,
  )
}

function ofInstrument(scene: Scene, { parts }: Clause, { days, how, date }: Meant, instrument: Instrument): Decision {
  const result = voteOn(scene.dossier, instrument)
  const answers = parts.map(part => answerTo(scene, part, result))
  if (how === 'named' && days !== null && date !== null && date.precision !== 'interval')
    answers.push(
      isOfDay(scene, instrument, days)
        ? { is: true, because: `it is of ${instrument.date}` }
        : { is: false, because: `it is of ${instrument.date}, not ${daysInWords(days)}` },
    )
  const told = answers.filter(({ because }) => because !== '')
  const wrong = answers.find(({ is }) => is === false)
  const unknown = answers.find(({ is }) => is === null)
  const outcome: Outcome = wrong !== undefined ? 'contradicted' : unknown !== undefined ? 'not-in-record' : 'supported'
  const said = wrong !== undefined ? [wrong] : unknown !== undefined ? [unknown] : told
  return {
    outcome,
    query: {},
    rows: [instrumentRow(scene.dossier, instrument), ...voteRows(scene, parts, result)],
    because: `${instrument.id}: ${[...new Set(said.map(({ because }) => because))].join(', ')}`,
    opposite:
      wrong !== undefined
        ? `a record of ${instrument.id} that agrees with the words`
        : `another result of ${instrument.id}`,
  }
}

interface Answer {
  is: boolean | null
  because: string
}

function answerTo(scene: Scene, part: VotePart, result: VoteResult): Answer {
  const { instrument } = result
  const totals = `${result.for} in favour, ${result.against} against, ${result.abstained} abstaining`
  switch (part.type) {
    case 'adopted':
      return instrument.status === ''
        ? { is: null, because: 'the record does not say whether it was adopted' }
        : { is: isAdopted(instrument), because: `the record has it as ${instrument.status}` }
    case 'failed':
      return { is: !isAdopted(instrument), because: `the record has it as ${instrument.status} (${totals})` }
    case 'unanimous':
      if (result.against === null || result.abstained === null)
        return { is: null, because: 'the record has no vote on it' }
      if (part.noVote) return { is: false, because: `there was a vote: ${totals}` }
      return { is: isAdopted(instrument) && result.against === 0 && result.abstained === 0, because: totals }
    case 'tally': {
      const actual = castOf(result, part.cast)
      if (actual === null) return { is: null, because: 'the record has no numbers of a vote on it' }
      const is = agrees(part.count, actual)
      return {
        is,
        because: is ? totals : `${totals}, not ${countInWords(part.count)} ${CAST_WORDS[part.cast]}`,
      }
    }
    case 'members':
      return worst([
        ...part.members.map(member => castBy(scene, member, part.cast, result)),
        ...(part.only ? [onlyOf(part.members, result, part.cast)] : []),
      ])
    case 'veto': {
      if (result.votes.length === 0 && !isAdopted(instrument))
        return { is: null, because: 'the record does not say who voted against it' }
      const vetoes = isAdopted(instrument) ? [] : result.vetoes
      const few = scene.dossier.manifest.quorum?.needed ?? 0
      if (!isAdopted(instrument) && result.for !== null && result.for < few)
        return { is: false, because: `no veto stopped it: ${totals}, and ${few} in favour are needed` }
      const names = vetoes.map(id => nameOf(scene, id)).join(' and ') || 'no permanent member'
      const is =
        part.members.every(member => vetoes.includes(member)) &&
        (part.count === null || part.count === vetoes.length) &&
        (!part.only || part.members.length === vetoes.length) &&
        vetoes.length > 0
      return { is, because: `${names} voted against it${isAdopted(instrument) ? ', and it was adopted' : ''}` }
    }
  }
}

/** How many voted so; null where the record does not say. */
function castOf(result: VoteResult, cast: VoteCast): number | null {
  return cast === 'absent' ? null : result[cast]
}

/** "Norvia alone abstained": how many did. */
function onlyOf(members: readonly string[], result: VoteResult, cast: VoteCast): Answer {
  const actual = castOf(result, cast)
  if (actual === null) return { is: null, because: 'the record does not say how many did' }
  return { is: actual === members.length, because: `${actual} ${CAST_WORDS[cast]}` }
}

function isAdopted({ status }: Instrument): boolean {
  return status !== 'vetoed' && status !== 'not-adopted'
}

function worst(answers: readonly Answer[]): Answer {
  return (
    answers.find(({ is }) => is === false) ??
    answers.find(({ is }) => is === null) ?? { is: true, because: answers.map(({ because }) => because).join(', ') }
  )
}

const CAST_WORDS = { for: 'in favour', against: 'against', abstained: 'abstaining', absent: 'absent' }

function castBy(scene: Scene, member: string, cast: VoteCast, { votes, instrument }: VoteResult): Answer {
  const name = nameOf(scene, member)
  const vote = votes.find(v => v.member === member)
  if (vote !== undefined)
    return { is: vote.vote === cast, because: `the record has ${name} as ${CAST_WORDS[vote.vote]}` }
  const body = instrument.body || scene.dossier.manifest.council || ''
  const seats = membersOn(scene.dossier, body, instrument.days.from).filter(m => m.seat !== 'presidency')
  if (seats.length === 0 || !scene.dossier.actors.has(member))
    return { is: null, because: `the record does not say how ${name} voted` }
  if (seats.some(m => m.actor === member)) return { is: null, because: `the record does not say how ${name} voted` }
  const full = seats.length >= (scene.dossier.manifest.quorum?.members ?? Number.POSITIVE_INFINITY)
  return { is: full ? false : null, because: `${name} was not a member of ${nameOf(scene, body)} then` }
}

function voteRows(scene: Scene, parts: readonly VotePart[], { votes }: VoteResult): VerdictRow[] {
  const named = new Set(parts.flatMap(part => (part.type === 'members' || part.type === 'veto' ? part.members : [])))
  return votes
    .filter(v => named.has(v.member))
    .map(v => row(scene.dossier, v, `vote:${v.id}`, `${v.instrument}: ${v.member} ${v.vote}`))
}
