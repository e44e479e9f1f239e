/**
 * Claims of who sits in a body, and as what: "Sund, an elected member of the Council in 2022", "as a permanent member of the
 * Council", "Sund joined the Council in January", "Sund's presidency of the Council for the month of February".
 */
import { membersOn } from '../dossier/council.js'
import type { Days, Membership } from '../dossier/record.js'
import { isoOf } from '../dossier/zones.js'
import { fromDayNumber } from '../text/calendar.js'
import { daysInWords, row, undecided } from './evidence.js'
import { type ActorHere, actorsIn, listAround, nameOf } from './names.js'
import { cueAt, type DateAt, findCue, type Scene, spanOf } from './scene.js'
import { beginningOf, dateOpening } from './since.js'
import type { Decision, Found, VerdictRow } from './verdict.js'
import { isCouncilAt } from './which-instrument.js'

type Seat = 'permanent' | 'elected' | 'presidency' | 'any'

interface Sitting {
  first: number
  last: number
  /** Ids of who is said to sit. */
  members: string[]
  /** Id of the body, or null where the dossier does not know it. */
  body: string | null
  seat: Seat
  /** `joined`: the dates name the beginning; `left`: the end. */
  phase: 'sits' | 'joined' | 'left'
  negated: boolean
  dates: DateAt[]
  since: DateAt | null
  /** "for a two-year term" */
  years: number | null
}

const COPULAS = new Set(['is', 'are', 'was', 'were', 'remain', 'remains', 'become', 'became', 'been', 'being', 'be'])
const BODY_WORDS = new Set([
  'council',
  'board',
  'committee',
  'commission',
  'assembly',
  'agency',
  'treaty',
  'convention',
  'regime',
  'group',
  'talks',
  'organization',
  'organisation',
  'union',
  'alliance',
  'forum',
  'association',
  'bank',
  'fund',
  'court',
  'team',
])
const OWN = new Set(['we', 'our', 'us', 'my', 'i'])

export function findMemberships(scene: Scene): Found[] {
  const actors = actorsIn(scene)
  const found = [...memberNouns(scene, actors), ...sittingVerbs(scene, actors), ...presidencies(scene, actors)]
  return found
    .filter(
      (sitting, i) => !found.some((other, j) => j < i && other.first < sitting.last && sitting.first < other.last),
    )
    .map(sitting => ({
      kind: 'membership',
      ...spanOf(scene, sitting.first, sitting.last),
      sentence: scene.sentence,
      parsed: {
        members: sitting.members,
        body: sitting.body,
        seat: sitting.seat,
        phase: sitting.phase,
        negated: sitting.negated,
      },
      decide: () => decide(scene, sitting),
    }))
}

/** The body that the words from `at` on name, and where its name ends. */
function bodyAt(scene: Scene, at: number, actors: readonly ActorHere[]): { id: string | null; last: number } | null {
  const { words, dossier } = scene
  const from = ['the', 'this'].includes(words.keys[at] ?? '') ? at + 1 : at
  const named = actors.find(actor => actor.first <= from && from < actor.last && !scene.lexicon.isState(actor.id))
  if (words.keys.slice(from, from + 4).some(key => ['community', 'society', 'family', 'humanity'].includes(key)))
    return null
  // "the Board of Governors of the Agency": the board is another body than the agency.
  for (let i = from; i < Math.min(words.length, from + 6); i++) {
    if (named !== undefined && i >= named.first) return { id: named.id, last: Math.max(named.last, i + 1) }
    if (words.marks[i] && words.keys[i] !== "'") break
    const key = words.keys[i]!
    if (BODY_WORDS.has(key)) {
      const isCouncil = key === 'council' && i - from <= 1 && isCouncilAt(scene, i)
      let last = i + 1
      if (words.keys[last] === 'of' && !isCouncil) {
        while (last < Math.min(words.length, i + 8) && !words.marks[last] && !COPULAS.has(words.keys[last]!)) last++
        last = actors.find(actor => actor.first < last && last < actor.last)?.last ?? last
      }
      return { id: isCouncil ? dossier.manifest.council : null, last }
    }
  }
  if (named !== undefined) return { id: named.id, last: named.last }
  const start = words.starts[from]
  // A name that nobody knows: "members of KEDO".
  if (start !== undefined && /^\p{Lu}{3,}$/u.test(scene.statement.text.slice(start, words.ends[from])))
    return { id: null, last: from + 1 }
  return null
}

/** "X, a permanent member of B", "as members of B, X and Y", "X is a member of B", "the members of B: X, Y and Z". */
function memberNouns(scene: Scene, actors: readonly ActorHere[]): Sitting[] {
  const { words } = scene
  const found: Sitting[] = []
  for (let i = 0; i < words.length; i++) {
    if (!['member', 'signatory', 'party'].includes(words.lemmas[i]!)) continue
    const owned = words.lemmas[i] === 'member' ? asOneOf(scene, i) : -1
    if (owned >= 0) {
      const next =
        words.keys[i + 1] === ',' ? actors.findIndex(actor => actor.first >= i + 2 && actor.first <= i + 3) : -1
      found.push({
        first: owned,
        last: i + 1,
        members: next < 0 ? [] : listAround(words, actors, next).map(({ id }) => id),
        body: null,
        seat: 'any',
        phase: 'sits',
        negated: false,
        dates: [],
        since: null,
        years: null,
      })
      continue
    }
    if (!['of', 'to'].includes(words.keys[i + 1] ?? '') || (words.lemmas[i] === 'party' && words.keys[i + 1] !== 'to'))
      continue
    const body = bodyAt(scene, i + 2, actors)
    if (body === null || (words.lemmas[i] === 'party' && body.id !== null && scene.lexicon.isState(body.id))) continue
    let first = i
    while (
      first > 0 &&
      !words.marks[first - 1] &&
      i - first < 6 &&
      !COPULAS.has(words.keys[first - 1]!) &&
      !['of', 'with', 'by', 'and', 'that', 'which', 'to', 'from', "'s"].includes(words.keys[first - 1]!)
    ) {
      if (words.keys[first - 1] === 'as') {
        first--
        break
      }
      first--
    }
    if (words.keys[first] === 'one' && words.keys[first + 1] === 'of') continue
    // "as one of the founding members of"
    if (words.keys[first - 1] === 'of' && words.keys[first - 2] === 'one')
      first = words.keys[first - 3] === 'as' ? first - 3 : first - 2
    if (
      ['including', 'the'].includes(words.keys[first]!) &&
      words.keys[first - 1] === ',' &&
      words.lemmas[i] !== words.keys[i]
    )
      continue
    const subject =
      subjectOf(scene, actors, first, body.last, i) ??
      subjectOf(scene, actors, coordinatedStart(scene, first), body.last, i)
    if (subject === null) continue
    if (findCue(scene, Math.max(0, first - 4), i, 'unreal') >= 0) continue
    found.push(
      withDates(
        scene,
        {
          first: subject.first,
          last: Math.max(body.last, subject.last),
          members: subject.ids,
          body: body.id,
          seat: seatIn(scene, first, i),
          phase: 'sits',
          negated: hasNot(scene, subject.first, i),
          dates: [],
          since: null,
          years: null,
        },
        body.last,
      ),
    )
  }
  return found
}

/** "as one of the organisation's founding members": its first word, or -1. */
function asOneOf({ words }: Scene, member: number): number {
  let body = false
  for (let i = member - 1; i >= 2 && member - i < 10; i--) {
    if (words.keys[i] === "'s" || words.keys[i]!.endsWith("'s")) body = true
    if (words.keys[i] === 'of') return body && words.keys[i - 1] === 'one' && words.keys[i - 2] === 'as' ? i - 2 : -1
  }
  return -1
}

/** "Sund, a neighbour of Norvia and a member of the Council": where the first of the two begins. */
function coordinatedStart({ words }: Scene, first: number): number {
  if (words.keys[first - 1] !== 'and' || words.keys[first] === 'the') return first
  for (let i = first - 2; i > 0 && first - i < 14; i--) if (words.keys[i] === ',') return i + 1
  return first
}

function seatIn(scene: Scene, from: number, to: number): Seat {
  for (let i = from; i <= to; i++) {
    const key = scene.words.keys[i]
    if (key === 'permanent')
      return scene.words.keys[i - 1] === 'non' || scene.words.keys[i - 1] === 'nonpermanent' ? 'elected' : 'permanent'
    if (key === 'elected' || key === 'nonpermanent') return 'elected'
  }
  return 'any'
}

function hasNot({ words }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (words.keys[i] === 'not' || words.keys[i] === 'never' || words.keys[i] === 'no') return true
  return false
}

interface Subject {
  first: number
  last: number
  ids: string[]
}

/** Who is said to be what the words `[first, last)` say. */
function subjectOf(
  scene: Scene,
  actors: readonly ActorHere[],
  first: number,
  last: number,
  head: number,
): Subject | null {
  const { words, statement } = scene
  const states = actors.filter(
    actor =>
      scene.lexicon.isState(actor.id) ||
      scene.dossier.actors.get(actor.id)?.kind === 'state' ||
      actor.id.startsWith('OTHER:'),
  )
  const as = words.keys[first] === 'as'
  const opens =
    as && (first === 0 || words.marks[first - 1]! || ['and', 'that', 'but'].includes(words.keys[first - 1]!))
  // "Sund is a member": a copula before the noun phrase.
  let at = first
  const copula =
    COPULAS.has(words.keys[at - 1] ?? '') || (words.keys[at - 1] === 'not' && COPULAS.has(words.keys[at - 2] ?? ''))
  if (copula)
    while (
      at > 0 &&
      (COPULAS.has(words.keys[at - 1]!) ||
        ['not', 'has', 'have', 'had', 'both', 'also', 'now', 'still', 'itself', 'never', 'which', ','].includes(
          words.keys[at - 1]!,
        ))
    )
      at--
  else if (words.keys[at - 1] === ',') at--
  else if (words.keys[at - 1] === '(') at--
  else if (!as) {
    // "the founding members of the team — Norvia and Sund"
    const behind = states.findIndex(actor => actor.first >= last && actor.first <= last + 2)
    const opener = words.keys[last]
    if (behind >= 0 && (opener === ':' || opener === '—' || opener === '–' || opener === '-')) {
      const list = listAround(words, states, behind)
      return { first, last: list.at(-1)!.last, ids: list.map(({ id }) => id) }
    }
    return null
  }
  const before = states.findLastIndex(
    actor =>
      actor.last <= at &&
      at - actor.last <= 1 &&
      (copula || words.keys[first - 1] === ',' || as || words.keys[first - 1] === '('),
  )
  if (before >= 0) {
    const list = listAround(words, states, before)
    return { first: list[0]!.first, last, ids: list.map(({ id }) => id) }
  }
  if (copula && OWN.has(words.keys[at - 1] ?? '')) return { first: at - 1, last, ids: [...statement.issuers] }
  if (copula) return null
  // "As a member of the Council, Sund ..."
  let next = last
  while (next < words.length && next - last < 10 && words.keys[next] !== ',') next++
  if (as && words.keys[next] === ',') {
    const behind = states.findIndex(actor => actor.first >= next + 1 && actor.first <= next + 2)
    if (behind >= 0) {
      const list = listAround(words, states, behind)
      return { first, last, ids: list.map(({ id }) => id) }
    }
    if (OWN.has(words.keys[next + 1] ?? '')) return { first, last, ids: [...statement.issuers] }
    // Somebody whom nobody knows.
    if (!words.marks[head]) return { first, last, ids: [] }
  }
  if (as && !opens) {
    const near = states.findLastIndex(actor => actor.last <= first && first - actor.last <= 8)
    if (near >= 0) return { first, last, ids: [states[near]!.id] }
    if (OWN.has(words.keys.slice(Math.max(0, first - 10), first).find(key => OWN.has(key)) ?? ''))
      return { first, last, ids: [...statement.issuers] }
  }
  return null
}

/** "Sund sat on the Council in 2021", "Sund joined the Council". */
function sittingVerbs(scene: Scene, actors: readonly ActorHere[]): Sitting[] {
  const { words, statement } = scene
  const found: Sitting[] = []
  const states = actors.filter(
    actor => !scene.dossier.actors.get(actor.id) || scene.dossier.actors.get(actor.id)?.kind === 'state',
  )
  for (let i = 0; i < words.length; i++) {
    const phase =
      cueAt(scene, i, 'joining') > 0
        ? 'joined'
        : cueAt(scene, i, 'leaving') > 0
          ? 'left'
          : cueAt(scene, i, 'sitting') > 0
            ? 'sits'
            : null
    if (phase === null) continue
    const end = cueAt(scene, i, phase === 'joined' ? 'joining' : phase === 'left' ? 'leaving' : 'sitting')
    const body = bodyAt(scene, end, actors)
    if (body === null || words.keys[i - 1] === 'to' || findCue(scene, Math.max(0, i - 4), i, 'unreal') >= 0) continue
    // "joined the Council in condemning": no seat. A body must end its phrase, or a time must follow.
    if (
      phase !== 'sits' &&
      body.id !== scene.dossier.manifest.council &&
      scene.dossier.actors.get(body.id ?? '')?.members.length === 0
    )
      continue
    if (phase === 'joined' && words.keys[body.last] === 'in' && words.keys[body.last + 1]?.endsWith('ing')) continue
    const relative = words.keys[i - 1] === 'which' || words.keys[i - 1] === 'that'
    const edge = relative ? (words.keys[i - 2] === ',' ? i - 2 : i - 1) : i
    const index = states.findLastIndex(
      actor => actor.last <= edge && edge - actor.last <= 3 && between(scene, actor.last, edge),
    )
    let subject: Subject | null = null
    if (index >= 0) {
      const list = listAround(words, states, index)
      subject = { first: list[0]!.first, last: body.last, ids: list.map(({ id }) => id) }
    } else if (OWN.has(words.keys[i - 1] ?? ''))
      subject = { first: i - 1, last: body.last, ids: [...statement.issuers] }
    if (subject === null) continue
    found.push(
      withDates(
        scene,
        {
          first: subject.first,
          last: body.last,
          members: subject.ids,
          body: body.id,
          seat: 'any',
          phase,
          negated: hasNot(scene, subject.last === body.last ? subject.first : i, i),
          dates: [],
          since: null,
          years: null,
        },
        body.last,
      ),
    )
  }
  return found
}

function between({ words }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      ![
        'also',
        'has',
        'had',
        'have',
        'both',
        'again',
        'then',
        'itself',
        'now',
        'currently',
        'did',
        'not',
        'never',
      ].includes(words.keys[i]!)
    )
      return false
  return true
}

/** "as Council President", "Sund's presidency of the Council for the month of February". */
function presidencies(scene: Scene, actors: readonly ActorHere[]): Sitting[] {
  const { words } = scene
  const found: Sitting[] = []
  for (let i = 0; i < words.length; i++) {
    const noun = words.keys[i] === 'presidency' || words.keys[i] === 'presidencies' || words.keys[i] === 'chairmanship'
    const office =
      words.keys[i] === 'president' ||
      words.keys[i] === 'chairman' ||
      words.keys[i] === 'chair' ||
      words.keys[i] === 'presided'
    if (!noun && !office) continue
    const behind = words.keys[i + 1] === 'of' || words.keys[i + 1] === 'over' ? bodyAt(scene, i + 2, actors) : null
    const council = words.keys[i - 1] === 'council'
    if (behind === null && !council) continue
    // "a statement of its president", "the President of Norvia": not a body's.
    if (behind !== null && behind.id !== null && scene.lexicon.isState(behind.id)) continue
    let first = i
    while (
      first > 0 &&
      i - first < 5 &&
      !words.marks[first - 1] &&
      !['of', 'on', 'under', 'by', 'with', 'during', 'to', 'and', 'that', 'in', 'for', 'as'].includes(
        words.keys[first - 1]!,
      )
    )
      first--
    const before = actors.filter(
      actor => actor.last <= i && actor.first >= first - 1 && scene.lexicon.isState(actor.id),
    )
    const as = words.keys[first - 1] === 'as'
    const subject =
      before.length > 0
        ? before
        : as
          ? actors.filter(
              actor => scene.lexicon.isState(actor.id) && actor.last <= first - 1 && first - 1 - actor.last <= 1,
            )
          : []
    let ids = subject.map(({ id }) => id)
    if (ids.length === 0 && as) ids = openedFor(scene, actors, first - 1, behind?.last ?? i + 1)
    if (ids.length === 0 && (words.keys[first] === 'our' || words.keys[first] === 'my'))
      ids = [...scene.statement.issuers]
    if (noun && ids.length === 0) {
      const holder = holderOf(scene, first, actors)
      if (holder !== null) {
        first = holder.first
        ids = holder.ids
      }
    }
    const told = words.keys[first] === 'your' || words.keys[first] === 'his' || words.keys[first] === 'her'
    // An office alone ("the President of the Council made a statement") says nothing of who holds it.
    if (ids.length === 0 && !told && !as) continue
    if (office && ids.length === 0) continue
    if (told && words.keys[first] !== 'your') continue
    const last = behind?.last ?? i + 1
    found.push(
      withDates(
        scene,
        {
          first: subject.length > 0 ? Math.min(first, subject[0]!.first) : as ? first - 1 : first,
          last,
          members: ids,
          body: behind === null ? scene.dossier.manifest.council : behind.id,
          seat: 'presidency',
          phase: 'sits',
          negated: false,
          dates: [],
          since: null,
          years: null,
        },
        last,
      ),
    )
  }
  return found
}

/** "As President of the Council in May, [Sund] ..." */
function openedFor(scene: Scene, actors: readonly ActorHere[], as: number, last: number): string[] {
  const { words } = scene
  if (as > 0 && !words.marks[as - 1]) return []
  let comma = last
  while (comma < words.length && comma - last < 7 && words.keys[comma] !== ',') comma++
  if (words.keys[comma] !== ',') return []
  const actor = actors.find(a => a.first >= comma + 1 && a.first <= comma + 2 && scene.lexicon.isState(a.id))
  if (actor !== undefined) return [actor.id]
  return OWN.has(words.keys[comma + 1] ?? '') ? [...scene.statement.issuers] : []
}

/** "Sund holds [the presidency]", "Sund's assumption of [the presidency]". */
function holderOf(scene: Scene, first: number, actors: readonly ActorHere[]): { first: number; ids: string[] } | null {
  const { words } = scene
  let verb = -1
  for (let i = first - 1; i >= Math.max(0, first - 4); i--)
    if (['hold', 'assume', 'take', 'have', 'exercise', 'occupy', 'assumption'].includes(words.lemmas[i]!)) verb = i
  if (verb < 0) return null
  if (words.keys[verb - 1] === 'your') return { first: verb - 1, ids: [] }
  if (words.keys[verb - 1] === 'our') return { first: verb - 1, ids: [...scene.statement.issuers] }
  const near = actors.findLast(
    actor =>
      scene.lexicon.isState(actor.id) &&
      actor.last <= verb &&
      verb - actor.last <= 4 &&
      !crossesClause(words.keys, actor.last, verb),
  )
  return near === undefined ? null : { first: near.first, ids: [near.id] }
}

function crossesClause(keys: readonly string[], from: number, to: number): boolean {
  return keys.slice(from, to).some(key => [';', ':', '.', 'and', 'that', 'because', 'while'].includes(key))
}

/** The dates right behind a claim, "for a two-year term", and the dates that open its sentence. */
function withDates(scene: Scene, sitting: Sitting, at: number): Sitting {
  const { words, lexicon } = scene
  let last = at
  for (;;) {
    const since = dateOpening(scene, last)
    if (since !== null) {
      sitting.since = since
      last = since.last
      continue
    }
    const date = scene.dates.find(d => d.first >= last && d.first - last <= 4 && isTimeOnly(scene, last, d.first))
    if (date === undefined) break
    sitting.dates.push(date)
    last = date.last
  }
  for (let i = last; i < Math.min(words.length, last + 5); i++) {
    if (words.marks[i]) break
    const number = lexicon.mentions.quantities.numbers[words.keys[i]!]
    if (number !== undefined && words.lemmas[i + 1] === 'year' && words.keys[i + 2] === 'term') {
      sitting.years = number
      last = i + 3
    }
  }
  if (sitting.dates.length === 0 && sitting.since === null) {
    const opening = scene.dates.find(
      date => date.last <= sitting.first && date.first <= 1 && sitting.first - date.last <= 2,
    )
    if (opening !== undefined) {
      sitting.dates.push(opening)
      sitting.first = opening.first
    }
  }
  return { ...sitting, last: Math.max(sitting.last, last) }
}

function isTimeOnly({ words }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      ![
        'in',
        'for',
        'during',
        'and',
        'from',
        'until',
        'to',
        'the',
        'month',
        'of',
        'on',
        'since',
        'period',
        'years',
        'year',
        'term',
        ',',
        '-',
        '–',
        'at',
        'beginning',
      ].includes(words.keys[i]!)
    )
      return false
  return true
}

function decide(scene: Scene, sitting: Sitting): Decision {
  const { dossier } = scene
  const { members, body, seat } = sitting
  const query = {
    members,
    body,
    seat,
    phase: sitting.phase,
    days: sitting.dates.map(date => [
      date.from === null ? null : isoOf(date.from),
      date.to === null ? null : isoOf(date.to),
    ]),
  }
  if (body === null) return undecided('the record does not hold the members of this body', query)
  if (members.length === 0) return undecided('the words do not say who it is', query)
  const unknown = members.filter(id => !dossier.actors.has(id))
  if (unknown.length > 0) return undecided(`the record does not know ${unknown.join(', ')}`, query)
  const group = dossier.actors.get(body)
  if (group !== undefined && group.members.length > 0) return ofGroup(scene, sitting, query)
  if (!dossier.memberships.some(m => m.body === body))
    return undecided(`the record does not hold the members of ${nameOf(scene, body)}`, query)
  const periods = periodsOf(scene, sitting)
  if (periods === null)
    return undecided("the statement's date is not known, so the day is not known either; give it with --date", query)
  const verdicts = members.flatMap(member => periods.map(days => decideOne(scene, sitting, member, days)))
  const worst = verdicts.find(v => v.outcome === 'contradicted') ?? verdicts.find(v => v.outcome === 'not-in-record')
  const rows = uniqueRows(verdicts.flatMap(v => v.rows))
  if (worst !== undefined) return { ...negate(worst, sitting), query, rows }
  return {
    ...negate({ ...verdicts[0]!, because: [...new Set(verdicts.map(v => v.because))].join('; ') }, sitting),
    query,
    rows,
  }
}

/** "is not a member": the other way round. */
function negate(decision: Decision, { negated }: Sitting): Decision {
  if (!negated || decision.outcome === 'not-in-record') return decision
  return { ...decision, outcome: decision.outcome === 'supported' ? 'contradicted' : 'supported' }
}

function uniqueRows(rows: readonly VerdictRow[]): VerdictRow[] {
  return rows.filter((one, i) => rows.findIndex(other => other.id === one.id) === i)
}

function ofGroup(scene: Scene, sitting: Sitting, query: Record<string, unknown>): Decision {
  const group = scene.dossier.actors.get(sitting.body!)!
  if (sitting.dates.length > 0 || sitting.since !== null || sitting.phase !== 'sits')
    return undecided(`the record lists the members of ${group.name}, but not since when`, query, [
      row(scene.dossier, group, group.id, group.name),
    ])
  const rows = [row(scene.dossier, group, group.id, `${group.name}: ${group.members.join(', ')}`)]
  const missing = sitting.members.filter(id => !group.members.includes(id))
  const names = (ids: readonly string[]) => ids.map(id => nameOf(scene, id)).join(', ')
  if (missing.length > 0)
    return {
      ...negate(
        {
          outcome: 'contradicted',
          query,
          rows,
          because: `the record's list of ${group.name} does not have ${names(missing)}`,
          opposite: `a list that has ${names(missing)}`,
        },
        sitting,
      ),
      query,
    }
  return {
    ...negate(
      {
        outcome: 'supported',
        query,
        rows,
        because: `the record's list of ${group.name} has ${names(sitting.members)}`,
        opposite: `a list without ${names(sitting.members)}`,
      },
      sitting,
    ),
    query,
  }
}

function periodsOf(scene: Scene, { dates, since, seat }: Sitting): Days[] | null {
  const periods = dates.flatMap(date =>
    date.from === null ? [] : [{ from: date.from, to: date.to ?? scene.today ?? date.from }],
  )
  if (periods.length < dates.length) return null
  const begun = since === null ? null : beginningOf(scene, since)
  if (begun !== null) periods.push(begun)
  if (periods.length > 0) return periods
  if (scene.today === null)
    return seat === 'permanent' ? [{ from: Number.MAX_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER }] : null
  return [{ from: scene.today, to: scene.today }]
}

function decideOne(scene: Scene, sitting: Sitting, member: string, days: Days): Decision {
  const { dossier } = scene
  const { seat, since } = sitting
  const body = sitting.body!
  const name = nameOf(scene, member)
  const title = nameOf(scene, body)
  const on = days.from === Number.MAX_SAFE_INTEGER ? 'any day' : daysInWords(days)
  const isSeat = (m: Membership) => (seat === 'any' ? m.seat !== 'presidency' : m.seat === seat)
  const own = dossier.memberships.filter(
    m => m.body === body && m.actor === member && m.seat !== (seat === 'presidency' ? '' : 'presidency'),
  )
  const overlaps = (m: Membership) => m.from <= days.to && (m.to ?? Number.MAX_SAFE_INTEGER) >= days.from
  const rows = own.filter(m => (seat === 'presidency' ? overlaps(m) : true)).map(m => seatRow(scene, m))
  const result = (
    outcome: Decision['outcome'],
    because: string,
    opposite: string,
    more: VerdictRow[] = [],
  ): Decision => ({ outcome, query: {}, rows: [...rows, ...more], because, opposite })
  const begins = sitting.phase === 'joined' || since !== null
  const fits = own.find(m => {
    if (!isSeat(m) || !overlaps(m)) return false
    if (begins && (m.from < days.from || m.from > days.to) && (sitting.dates.length > 0 || since !== null)) return false
    if (sitting.phase === 'left') return m.to !== null && m.to >= days.from && m.to <= days.to
    if (sitting.years !== null && m.to !== null && Math.round((m.to - m.from) / 365) !== sitting.years) return false
    return true
  })
  if (fits !== undefined) {
    const until = fits.to === null ? 'on' : `to ${isoOf(fits.to)}`
    return result(
      'supported',
      `the record has ${name} in ${title} (${fits.seat}) from ${isoOf(fits.from)} ${until}`,
      `no such row for ${on}`,
    )
  }
  const holders = membersOn(dossier, body, days.from)
  if (seat === 'presidency') {
    const other = holders.find(m => m.seat === 'presidency')
    const sameMonth = fromDayNumber(days.from).month === fromDayNumber(days.to).month
    if (other !== undefined && sameMonth && days.to - days.from < 32)
      return result(
        'contradicted',
        `the record has ${nameOf(scene, other.actor)} in the presidency of ${title} on ${on}`,
        `a row for ${name}`,
        [seatRow(scene, other)],
      )
    return undecided(`the record does not say who presided over ${title} on ${on}`, {}, rows)
  }
  const known = own.find(overlaps)
  if (known !== undefined && (seat === 'permanent' || seat === 'elected') && known.seat !== seat)
    return result(
      'contradicted',
      `the record has ${name} in ${title} as ${known.seat}, not ${seat}`,
      `a row for ${name} as ${seat}`,
    )
  // Who is not in the record did not sit there only if the record has every seat of that time.
  const size = body === dossier.manifest.council ? (dossier.manifest.quorum?.members ?? 0) : 0
  const complete =
    size > 0 &&
    [days.from, days.to].every(day => membersOn(dossier, body, day).filter(m => m.seat !== 'presidency').length >= size)
  if (known === undefined && complete)
    return result(
      'contradicted',
      `the record has all ${size} members of ${title} for ${on}, and ${name} is not among them`,
      `a row for ${name} on ${on}`,
    )
  if (known !== undefined)
    return result(
      'contradicted',
      `the record has ${name} in ${title} from ${isoOf(known.from)}${known.to === null ? '' : ` to ${isoOf(known.to)}`}`,
      `a row for ${name} that ${sitting.phase === 'left' ? 'ends' : 'begins'} in ${on}`,
    )
  return undecided(
    `the record of the members of ${title} is not complete for ${on}, and has no row for ${name}`,
    {},
    rows,
  )
}

function seatRow({ dossier }: Scene, m: Membership): VerdictRow {
  return row(
    dossier,
    m,
    `membership:${m.id}`,
    `${m.actor}, ${m.seat} in ${m.body}, ${isoOf(m.from)} to ${m.to === null ? 'now' : isoOf(m.to)}`,
  )
}
