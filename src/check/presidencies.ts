/** "As Council President", "Sund's presidency of the Council for the month of February": who presides, by the words of a sentence. */
import type { ActorHere } from './names.js'
import type { Scene } from './scene.js'
import { bodyAt, OWN, type Sitting, withDates } from './sitting.js'

/** "as Council President", "Sund's presidency of the Council for the month of February". */
export function presidencies(scene: Scene, actors: readonly ActorHere[]): Sitting[] {
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
          body:
            (behind === null || behind.id === scene.dossier.manifest.council) &&
            !isNamed(scene, i, behind?.last ?? i + 1)
              ? null
              : behind === null
                ? scene.dossier.manifest.council
                : behind.id,
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

/**
 * Whether the council that the words name is the dossier's: by its full name in the sentence or, where no other council
 * was named since, before it. "The Council" alone has many bearers.
 */
function isNamed({ words, statement, dossier }: Scene, from: number, last: number): boolean {
  const names = (dossier.actors.get(dossier.manifest.council ?? '')?.names.en ?? []).filter(
    name => !/^council$/i.test(name),
  )
  const text = statement.text.slice(0, words.ends[words.length - 1])
  if (names.some(name => text.slice(words.starts[Math.max(0, from - 4)], words.ends[last - 1]).includes(name)))
    return true
  if (statement.issuers.includes(dossier.manifest.council ?? '')) return true
  const named = [...text.matchAll(/(\p{Lu}\p{L}+) Council\b|\bCouncil of (?:the )?\p{Lu}/gu)].filter(
    ([, word]) => word !== 'The',
  )
  return named.length > 0 && named.every(([run]) => names.some(name => name.endsWith(run)))
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
