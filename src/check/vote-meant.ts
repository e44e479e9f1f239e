/** Which instrument words about a vote mean: what is only referred to in them, or names a body, was not voted on. */
import type { Instrument } from '../dossier/record.js'
import { actorsIn } from './names.js'
import type { DateAt, Scene } from './scene.js'
import type { VotePart } from './vote-parts.js'
import { type InstrumentHere, type Meant, meantBy } from './which-instrument.js'

/** Words behind a number that make it the name of a body or of a set of rules: "the resolution 12 Panel". */
const BODIES = new Set(['committee', 'panel', 'regime', 'sanctions', 'mechanism', 'team', 'group', 'designation'])
/** Words before a name that only refer to it: "recalling resolution 12", "a violation of resolution 12". */
const REFERENCES = new Set([
  'recall',
  'reaffirm',
  'recognize',
  'under',
  'pursuant',
  'violate',
  'violation',
  'breach',
  'contravention',
  'accordance',
  'strengthen',
  'implement',
  'implementation',
  'enforce',
  'update',
  'amend',
  'beyond',
  'since',
  'like',
  'unlike',
])
/** Words that may stand between a failure or veto and the name of what failed. */
const BETWEEN = new Set(
  'the a an draft was were been has have had being be by to of on against council security un unsc resolution resolutions also again then nearly , ( )'.split(
    ' ',
  ),
)

/** The instruments that a clause about a vote means. A failure or veto is of no resolution but one that it names as its own. */
export function votedOn(
  scene: Scene,
  from: number,
  to: number,
  parts: readonly VotePart[],
  dates: readonly DateAt[],
): Meant {
  const stopped = parts.filter(({ type }) => type === 'failed' || type === 'veto')
  return meantBy(
    scene,
    from,
    to,
    dates,
    named =>
      !isBodys(scene, named) &&
      !isReferred(scene, named) &&
      (stopped.length === 0 ||
        !named.candidates.every(isCarried) ||
        stopped.some(part => isBeside(scene, part, named))),
    instrument => stopped.length === 0 || !isCarried(instrument),
  )
}

function isCarried({ kind, status }: Instrument): boolean {
  return kind === 'resolution' && status === 'adopted'
}

function isBodys(scene: Scene, { first, last }: InstrumentHere): boolean {
  return (
    BODIES.has(scene.words.lemmas[last] ?? '') ||
    BODIES.has(scene.words.keys[last] ?? '') ||
    actorsIn(scene).some(actor => actor.first <= first && last <= actor.last && actor.last - actor.first > last - first)
  )
}

function isReferred({ words }: Scene, { first }: InstrumentHere): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 4); i--) {
    if (REFERENCES.has(words.lemmas[i]!)) return true
    if (!BETWEEN.has(words.keys[i]!)) return false
  }
  return false
}

function isBeside({ words }: Scene, part: VotePart, named: InstrumentHere): boolean {
  const [from, to] = named.last <= part.first ? [named.last, part.first] : [part.last, named.first]
  return to - from <= 6 && words.keys.slice(from, to).every(key => BETWEEN.has(key))
}
