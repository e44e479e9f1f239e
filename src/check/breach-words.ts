/** The words that say that something was broken, and what: "violated resolutions 12 and 13", "a breach of the treaty". */
import { clauseStart } from './clauses.js'
import { type Count, countBefore } from './numbers.js'
import { cueAt, isUnrealCue, type NameAt, type Scene } from './scene.js'

/** What is said to be broken. */
export interface Norm {
  first: number
  last: number
  /** Instruments that are named. */
  named: NameAt[]
  /** Whether resolutions of no name are meant, and how many of them. */
  resolutions: boolean
  least: Count | null
  /** "Its obligations": any duty in force. */
  duties: boolean
}

/** The words that say that something was broken. */
export interface Breach {
  first: number
  last: number
  form: 'verb' | 'noun' | 'adjunct' | 'passive'
  norm: Norm
}

const MOST_WORDS_TO_NORM = 14

/** The breach whose words begin at `i`, with what is broken, or null. */
export function breachAt(scene: Scene, i: number): Breach | null {
  const { words } = scene
  const passive = passiveAt(scene, i)
  if (passive !== null) return passive
  const key = words.keys[i]!
  const end = cueAt(scene, i, 'breach')
  if (end > 0) {
    // "in violation of resolution 12", "contrary to the treaty"
    const adjunct = end - i > 1
    // "a violation of", "violations by Norvia of", "its violations of"
    const noun = !adjunct && isNoun(scene, i)
    const norm = normFrom(scene, end, noun)
    return norm && { first: i, last: end, form: adjunct ? 'adjunct' : noun ? 'noun' : 'verb', norm }
  }
  const broken = cueAt(scene, i, 'breaking')
  if (broken > 0 && key !== 'break') {
    // "broke its pledge", "the breaking of its pledge"
    const norm = normFrom(scene, broken, words.keys[broken] === 'of')
    const noun = words.keys[broken] === 'of'
    return norm && !norm.resolutions && norm.named.length === 0 && isPledge(scene, norm)
      ? { first: i, last: broken, form: noun ? 'noun' : 'verb', norm }
      : null
  }
  const keeping = cueAt(scene, i, 'keeping')
  if (keeping > 0 && isDenied(scene, i)) {
    // "has not complied with resolution 12", "a commitment which it has not honoured"
    const norm = normFrom(scene, keeping, false) ?? normBefore(scene, i)
    if (norm === null || !(words.keys[norm.first] === 'which' || isPledge(scene, norm))) return null
    return { first: i, last: keeping, form: 'verb', norm }
  }
  return null
}

/** A pledge of nothing in particular ("its word", "its commitments") cannot be checked; one with its content or a name can. */
function isPledge(scene: Scene, { named, resolutions, last, first }: Norm): boolean {
  if (named.length > 0 || resolutions) return true
  const { words } = scene
  if (words.keys[last] === 'to' || words.keys[last] === 'under' || cueAt(scene, first, 'pledges') === 0) return true
  return words.lemmas[first] === 'moratorium' || words.lemmas[first] === 'agreement'
}

/** "Resolution 12 was violated by the launch of 4 May". */
function passiveAt(scene: Scene, i: number): Breach | null {
  const { words, instruments } = scene
  const end = cueAt(scene, i, 'breach')
  if (end !== i + 1 || !words.keys[i]!.endsWith('ed') || words.keys[end] !== 'by') return null
  let be = i - 1
  while (be > 0 && (words.keys[be]!.endsWith('ly') || ['been', 'again', 'also'].includes(words.keys[be]!))) be--
  if (!['was', 'were', 'has', 'have', 'is', 'are', 'had'].includes(words.keys[be] ?? '')) return null
  for (let k = Math.max(0, be - 12); k < be; k++) {
    if (cueAt(scene, k, 'norms') === 0 && !instruments.some(at => at.first === k)) continue
    const norm = wholeNorm(scene, Math.max(0, k - 3), k, k + 1)
    return norm.last <= be ? { first: i, last: end, form: 'passive', norm } : null
  }
  return null
}

function isNoun({ words }: Scene, i: number): boolean {
  const key = words.keys[i]!
  if (/(?:tion|tions|ment|ments)$/.test(key)) return true
  if (key.endsWith('ed') || key.endsWith('ing')) return false
  const next = words.keys[i + 1]
  return next === 'of' || next === 'by'
}

function isDenied({ words }: Scene, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const key = words.keys[k]!
    if (key === 'not' || key === "n't" || key === 'never')
      return ['has', 'have', 'had', 'did'].includes(words.keys[k - 1] ?? '')
    const lemma = words.lemmas[k]!
    if ((lemma === 'fail' || lemma === 'refuse') && words.keys[k + 1] === 'to') return words.keys[k] !== lemma
  }
  return false
}

/** What is broken, behind the words of breach. */
function normFrom(scene: Scene, from: number, ofPhrase: boolean): Norm | null {
  const { words, instruments } = scene
  const limit = Math.min(words.length, from + MOST_WORDS_TO_NORM)
  let first = -1
  let end = from
  for (let i = from; i < limit; i++) {
    const key = words.keys[i]!
    const name = instruments.find(at => at.first === i)
    const norm = cueAt(scene, i, 'norms')
    if (name !== undefined || norm > 0) {
      first = i
      end = Math.max(name?.last ?? 0, norm)
      break
    }
    if ([';', ':', '"', 'which', 'that', 'who', 'because', 'when', 'while', 'and'].includes(key)) return null
    if (key === ',' || (!ofPhrase && (key === '—' || key === '–'))) return null
  }
  if (first < 0) return null
  return wholeNorm(scene, from, first, end)
}

/** "Its commitment to suspend launches, which it has not honoured". */
function normBefore(scene: Scene, at: number): Norm | null {
  const { words } = scene
  const which = [at - 1, at - 2, at - 3, at - 4].find(i => i > 0 && words.keys[i] === 'which')
  if (which === undefined) return null
  for (let i = which - 1; i >= Math.max(0, which - 9); i--) {
    if (cueAt(scene, i, 'pledges') > 0)
      return { first: which, last: at + 1, named: [], resolutions: false, least: null, duties: false }
    if (words.keys[i] === '.' || words.keys[i] === ';') break
  }
  return null
}

/** The norm with all that is listed with it: "resolutions 12, 13 and 14", "obligations under resolution 12". */
function wholeNorm(scene: Scene, from: number, first: number, firstEnd: number): Norm {
  const { words, instruments } = scene
  let last = firstEnd
  let several = false
  for (let i = from; i < first; i++) several ||= isSeveral(scene, i)
  let resolutions = false
  let duties = false
  let count: Count | null = null
  for (let i = first; i < Math.min(words.length, last + 7); i++) {
    const key = words.keys[i]!
    const norm = cueAt(scene, i, 'norms')
    const name = instruments.find(at => at.first === i)
    several ||= isSeveral(scene, i)
    if (norm > 0 || name !== undefined) {
      const lemma = words.lemmas[i]
      last = Math.max(last, norm, name?.last ?? 0)
      if (norm > 0 && cueAt(scene, i, 'duties') > 0) duties = true
      if (norm > 0 && lemma === 'resolution' && words.keys[i] !== lemma) resolutions = true
      if (resolutions && count === null) count = countBefore(words, i, scene.lexicon.mentions.quantities)?.count ?? null
      i = Math.max(i, (name?.last ?? 0) - 1)
      continue
    }
    if (i < last) continue
    if ([';', ':', 'which', 'that', 'who', 'to', 'as', 'with', 'since'].includes(key)) break
    if (key === 'and' && !beginsNorm(scene, i + 1)) break
  }
  const named = instruments.filter(at => at.first >= first && at.last <= last && !isGeneral(at.id))
  resolutions ||= instruments.some(at => at.first >= from && at.last <= last && isGeneral(at.id))
  const other = resolutions && named.length === 0 && isOnOther(scene, last)
  const least: Count | null = count ?? (several ? { value: 2, bound: 'at-least' } : null)
  return {
    first,
    last,
    named,
    resolutions: resolutions && !other,
    least: resolutions ? least : null,
    duties: duties && !other,
  }
}

/** "Resolutions prohibiting the import of arms into Sund": those on a matter that the words name, and that is not the dossier's. */
function isOnOther({ words, actors, hits, dossier }: Scene, at: number): boolean {
  if (!/^(?:prohibit|bann|barr|forbid|concern|regard|relat|govern|impos)\w*ing$|^on$/.test(words.keys[at] ?? ''))
    return false
  const { subjects } = dossier.manifest
  const end = Math.min(words.length, at + 12)
  const named = actors.filter(actor => actor.first > at && actor.first < end)
  if (named.some(({ id }) => subjects.includes(id))) return false
  return named.length > 0 || !hits.some(h => h.start > at && h.start < end)
}

/** "Relevant resolutions" may be one. */
function isSeveral(scene: Scene, i: number): boolean {
  return cueAt(scene, i, 'several') > 0 && scene.words.keys[i] !== 'relevant'
}

function beginsNorm(scene: Scene, from: number): boolean {
  for (let i = from; i < from + 3 && i < scene.words.length; i++)
    if (cueAt(scene, i, 'norms') > 0 || scene.instruments.some(at => at.first === i)) return true
  return false
}

function isGeneral(id: string): boolean {
  return id.startsWith('resolutions:')
}

/** Whether the breach is said to have happened, and is not forbidden, feared, denied, or nobody's in particular. */
export function isReal(scene: Scene, { first, form }: Breach): boolean {
  const { words } = scene
  const key = words.keys[first]!
  const from = clauseStart(scene, first)
  for (let i = first - 1; i >= Math.max(from, first - 9); i--) {
    if (isUnrealCue(scene, i)) return false
    if (cueAt(scene, i, 'averted') > 0 && first - i <= 6) return false
  }
  const nearest = words.keys.slice(Math.max(from, first - 4), first)
  if (form === 'noun') {
    const noun = words.keys.slice(Math.max(from, first - 5), first)
    return !['any', 'further', 'future', 'no', 'all', 'every', 'other', 'alleged', 'possible', 'not'].some(word =>
      noun.includes(word),
    )
  }
  if (nearest.includes('not') && !isDenied(scene, first)) return false
  if (form === 'adjunct') return true
  if (words.keys[first - 1] === 'to' && !/^continu|^proceed/.test(words.keys[first - 2] ?? '')) {
    const lemma = words.lemmas[first - 2] ?? ''
    return lemma === 'fail' || lemma === 'refuse'
  }
  // "Those who violate", "actions that violate": nobody's deed in particular.
  if (words.keys[first - 1] === 'who' || words.keys[first - 1] === 'that')
    return key !== words.lemmas[first] && key !== `${words.lemmas[first]}s`
  return true
}
