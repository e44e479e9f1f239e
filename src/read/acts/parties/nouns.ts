/** Classes of nouns by the part that a name beside them plays: doer, sufferer, owner of a thing. */
import type { Lexicon } from '../../../lexicon/lexicon.js'
import { singular } from '../noun-phrase.js'

const words = (list: string): Set<string> => new Set(list.split(/\s+/).filter(w => w !== ''))

/** Names of bodies and texts: a name inside one is no actor ("the Norvia Convention"). */
const INSTRUMENTS = words(`resolution charter convention summit assembly conference command mission process framework
  treaty agreement declaration initiative sanction obligation report letter meeting session secretariat headquarters standard
  mandate panel protocol accord plan act order programme program strategy law statute`)

/** What belongs to an actor without being its conduct: "the sovereignty of Norvia", "Norvian citizens". */
const POSSESSIONS =
  words(`sovereignty independence integrity security defense defence territory people citizen border right
  future economy stability unity victim child girl woman aspiration democracy need national resident passenger freedom
  airspace water soil island coast capital city town region prosperity membership recovery reconstruction
  voice transition territorial population civilian hospital school infrastructure market entrepreneur family diaspora
  refugee sea waters land statehood constitution election parliament worker society`)

/** Deeds whose `of` names what they are done to. */
const DONE_TO =
  words(`invasion occupation annexation bombing shelling destruction execution killing detention arrest blockade
  siege violation partition denuclearization denuclearisation part member most isolation liberation protection recognition
  reconstruction evacuation encirclement disarmament designation suspension`)

/** Deeds whose `of` names their doer. */
const DONE_BY =
  words(`effort contribution role position initiative proposal leadership appeal commitment support behaviour behavior
  part readiness willingness decision attempt intention generosity hospitality courage work engagement assistance cooperation
  failure refusal return participation withdrawal accession offer efforts practice threat reaction response`)

/** Deeds against somebody: `on`, `against`, `to` and `of` after them name the sufferer. */
const ATTACKS =
  words(`attack aggression war invasion assault strike offensive violence threat crime atrocity provocation raid
  bombardment shelling incursion campaign hostility act action terrorism bombing incitement massacre pogrom violation
  discrimination coup rebellion plot subversion slander drone missile rocket fire rhetoric`)

/** Answers to conduct: `on` and `against` after them name the one who is met. */
const MEASURES =
  words(`sanction cost measure pressure restriction price penalty consequence embargo ban tariff restraint control
  designation action step strike effort blow mission target raid burden accountability fight defence defense deterrence
  deterrent guard protest`)

export function isInstrument(key: string): boolean {
  return INSTRUMENTS.has(key) || INSTRUMENTS.has(singular(key))
}
export function isPossession(key: string): boolean {
  return POSSESSIONS.has(key) || POSSESSIONS.has(singular(key)) || key === 'children' || key === 'women'
}
export function isDoneTo(key: string): boolean {
  return DONE_TO.has(key) || DONE_TO.has(singular(key))
}
export function isDoneBy(key: string): boolean {
  return DONE_BY.has(key) || DONE_BY.has(singular(key))
}
export function isAttack(key: string, lexicon: Lexicon): boolean {
  if (/^(challenge|obstacle|source|cause|burden)s?$/.test(key)) return false // they name no deed
  return ATTACKS.has(singular(key)) || lexicon.forces.wrongNouns.has(key)
}
export function isMeasure(key: string): boolean {
  return MEASURES.has(singular(key))
}
