/**
 * What words do: verbs, nouns and adjectives with the illocutionary force they carry, wrongdoing words, degree words and
 * words of repetition (`data/lexicon/forces/`). Parsing checks the tables; looking up is a hash access.
 */
import { thirdPerson } from './inflect.js'

export interface VerbFrame {
  /** Rest of a multiword verb after its first word (`tribute` of `pay tribute`), or ''. */
  tail: string[]
  /** Particles or complements that the frame needs: see `frames.md` in the data folder. */
  frame: string
  /** The frame's alternatives where it is a list of particles, as words. */
  particles: string[][]
  force: string
  /** Takes the force of a that-clause (codebook, rule 3). */
  transparent: boolean
  /** Takes the force of a noun of the doer's own act or attitude (rule 2). */
  transfers: boolean
}

export interface ForceWords {
  verbs: Map<string, VerbFrame[]>
  nouns: Map<string, string>
  adjectives: Map<string, { frame: string; force: string }[]>
  wrongVerbs: Set<string>
  /** With their plurals. */
  wrongNouns: Set<string>
  wrongAdjectives: Set<string>
  /** Words of abuse: they only occur in hostile texts. */
  slurs: Set<string>
  /** What a censure denies of conduct: "is not legitimate", "has no justification". */
  virtues: Set<string>
  /** Words that praise conduct: "is timely", "a robust response". */
  praise: Set<string>
  /** Nouns for meetings and talks. */
  meetings: Set<string>
  /** Verbs by what they tell: an `action` that somebody does, or a `course` that things take. */
  doings: Map<string, string>
  /** Single degree words, 1 or 2. */
  degrees: Map<string, number>
  /** Degree phrases of several words, as words. */
  degreePhrases: { words: string[]; level: number }[]
  /** First words of the phrases. */
  degreeOpeners: Set<string>
  repetition: Set<string>
}

export interface ForceTables {
  verbs: string[][]
  nouns: string[][]
  adjectives: string[][]
  wrongdoing: string[][]
  degrees: string[][]
  repetition: string[][]
  meetings: string[][]
  doings: string[][]
  /** How verbs attach to clauses, where their frames do not say: lemma, performs, takes a clause without `that`. */
  attachment: string[][]
}

const WORD_FRAMES = new Set([
  '',
  'adj',
  'to-inf',
  'obj-to',
  'obj',
  'person',
  'that',
  'noun',
  'body',
  'thing',
  'perfect-ing',
  'to-obj-to',
  'clause',
])

export function createForceWords(tables: ForceTables): ForceWords {
  const verbs = new Map<string, VerbFrame[]>()
  for (const [lemma, frame, force, flags] of tables.verbs) {
    const [first, ...tail] = lemma!.split(' ')
    const list = verbs.get(first!) ?? []
    list.push({
      tail,
      frame: frame!,
      particles: WORD_FRAMES.has(frame!) ? [] : frame!.split('|').map(p => p.split(' ')),
      force: force!,
      transparent: flags!.includes('t'),
      transfers: flags!.includes('x'),
    })
    verbs.set(first!, list)
  }
  // longer and more particular frames are tried first
  for (const list of verbs.values()) list.sort((a, b) => weight(b) - weight(a))
  const adjectives: ForceWords['adjectives'] = new Map()
  for (const [word, frame, force] of tables.adjectives) {
    const list = adjectives.get(word!) ?? []
    list.push({ frame: frame!, force: force! })
    adjectives.set(word!, list)
  }
  const part = (p: string) => new Set(tables.wrongdoing.filter(r => r[1] === p).map(r => r[0]!))
  return {
    verbs,
    nouns: new Map(tables.nouns.map(r => [r[0]!, r[1]!])),
    adjectives,
    wrongVerbs: part('verb'),
    wrongNouns: new Set([...part('noun')].flatMap(noun => [noun, thirdPerson(noun)])),
    wrongAdjectives: part('adjective'),
    slurs: part('slur'),
    virtues: part('virtue'),
    praise: part('praise'),
    meetings: new Set(tables.meetings.map(r => r[0]!)),
    doings: new Map(tables.doings.map(r => [r[0]!, r[1]!])),
    degrees: new Map(tables.degrees.filter(r => !r[0]!.includes(' ')).map(r => [r[0]!, Number(r[1])])),
    degreePhrases: tables.degrees
      .filter(r => r[0]!.includes(' '))
      .map(r => ({ words: r[0]!.split(' '), level: Number(r[1]) })),
    degreeOpeners: new Set(tables.degrees.filter(r => r[0]!.includes(' ')).map(r => r[0]!.split(' ')[0]!)),
    repetition: new Set(tables.repetition.map(r => r[0]!)),
  }
}

function weight(f: VerbFrame): number {
  return f.tail.length * 10 + f.particles.length * 2 + (f.frame === '' ? 0 : 1)
}
