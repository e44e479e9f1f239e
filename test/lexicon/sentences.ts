/**
 * Sentences in which each entry of `data/lexicon/forces/` must be found: the row's own example where it has one, else
 * sentences made from the word and its frame. Asterisks mark the words that the act's trigger must cover.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Act } from '../../src/index.js'
import { thirdPerson } from '../../src/lexicon/inflect.js'

const DATA = join(import.meta.dirname, '..', '..', 'data', 'lexicon')

export type Row = Record<string, string>

/** What a row must do: every sample holds, each in one of its sentences. */
export interface Sample {
  texts: string[]
  holds: (act: Act) => boolean
}

export function rowsOf(file: string): Row[] {
  return parse(readFileSync(join(DATA, file), 'utf8'), { columns: true })
}

export const SAMPLES: Record<string, (row: Row) => Sample[]> = {
  verbs,
  nouns: ({ noun = '', force, example }) => [
    force === 'state'
      ? { texts: [`We *express our ${noun}* that Norvia must end the war.`], holds: has('demand') }
      : force === 'stress'
        ? { texts: [`We *stress the ${noun}* of the agreement.`], holds: has('stress') }
        : { texts: given(example, `We *express our ${noun}* at the launch of the missile.`), holds: has(force) },
  ],
  adjectives,
  degrees: ({ word, level, example }) => [
    {
      texts: given(
        example,
        `We *${word} condemn* the launch.`,
        `We *condemn* the launch ${word}.`,
        `We *express our ${word} concern* about the launch.`,
      ),
      holds: act => act.intensity === Number(level),
    },
  ],
  repetition: ({ word, example }) => [
    {
      texts: given(
        example,
        `We *${word} condemn* the launch.`,
        `We *express our ${word} concern* about the launch.`,
        `We *${word} our concern* about the launch.`,
      ),
      holds: act => act.repeated,
    },
  ],
  meetings: ({ noun, example }) => [
    {
      texts: given(example, `The ministers *held ${noun}* in Sund.`, `The ministers *held a ${noun}* in Sund.`),
      holds: has('consult'),
    },
  ],
  wrongdoing,
}

/** Verbs by their frame (CONTRIBUTING): what must follow. */
function verbs({ lemma = '', frame = '', force, flags = '', example }: Row): Sample[] {
  const samples: Sample[] = []
  const are = frame === 'adj' ? `are ${inflected(lemma, participle)}` : lemma
  // transparent: the force of the clause counts, the verb's own where the clause only states
  if (flags.includes('t')) samples.push({ texts: [`We *${are}* that Norvia must end the war.`], holds: has('demand') })
  if (flags.includes('x') && !example)
    samples.push({ texts: [`We *${lemma} our concern* about the launch.`], holds: has('concern') })
  if (flags.includes('x') && frame === 'noun' && !example) return samples
  if (example) return [...samples, { texts: [example], holds: flags.includes('x') ? () => true : has(force) }]
  return [...samples, ...framed(lemma, frame, force, flags).map(text => ({ texts: [text], holds: has(force) }))]
}

function framed(lemma: string, frame: string, force = '', flags = ''): string[] {
  const told = inflected(lemma, past)
  switch (frame) {
    case '':
      if (flags.includes('t')) return [`We *${lemma}* that the talks were useful.`]
      if (flags.includes('x')) return []
      if (force === 'accuse') return [`We *${lemma}* the Government of Norvia.`]
      if (force === 'consult') return [`The ministers *${told}* in Sund on Monday.`]
      if (force === 'urge' || force === 'demand') return [`We *${lemma}* that Norvia end the war.`]
      if (force === 'commit') return [`We *${lemma}* to help the people of Sund.`]
      return [`We *${lemma}* the launch of the missile by Norvia.`]
    case 'adj':
      return [
        `We *are ${inflected(lemma, participle)}* ${force === 'commit' ? 'to the peace' : 'by the launch'} of Sund.`,
      ]
    case 'to-inf':
      return [`We *${lemma}* to help the people of Sund.`]
    case 'obj-to':
      return [`We *${lemma}* Norvia to end the war.`]
    case 'to-obj-to':
      return [`We *${lemma}* to Norvia to end the war.`]
    case 'obj':
    case 'person':
      return [`The President *${told}* the Foreign Minister of Norvia.`]
    case 'that':
      return [`We *${lemma}* that the talks were useful.`]
    case 'thing':
      return [`The situation *${thirdPerson(lemma)}* a response.`]
    case 'perfect-ing':
      return [
        `*Having ${inflected(lemma, participle)}* the report of the commission, the Security Council met on Monday.`,
      ]
    case 'noun':
      return [`The ministers *${told} a meeting* on Monday.`]
    case 'body':
      return [`The Security Council *${told}* the measures.`]
    default:
      return frame.split('|').map(particle => `We *${lemma}* ${particle} the work of the commission.`)
  }
}

function adjectives({ adjective, frame, force, example }: Row): Sample[] {
  const texts =
    frame === 'clause'
      ? [`It *is ${adjective}* that Norvia must end the war.`, `We *remain ${adjective}* that Norvia must end the war.`]
      : frame
        ? frame.split('|').map(particle => `We *remain ${adjective}* ${particle} the plan.`)
        : [
            `We *are ${adjective}* about the talks.`,
            `We *are ${adjective}* to help the people of Sund.`,
            // where the verb of the participle answers "we are concerned"
            `We *remain ${adjective}* about the talks.`,
            `The release of the prisoners *is ${adjective}*.`,
          ]
  return [{ texts: given(example, ...texts), holds: has(frame === 'clause' ? 'demand' : force) }]
}

/** Words of wrongdoing, by their part. */
function wrongdoing({ word = '', part, example }: Row): Sample[] {
  const accused = has('accuse')
  switch (part) {
    case 'verb':
      return [{ texts: given(example, `Norvia *has ${inflected(word, participle)}* the agreement.`), holds: accused }]
    case 'noun':
      return [
        {
          texts: given(
            example,
            `Norvia's decision *is ${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}*.`,
            `Norvia's decision *is ${word}*.`,
          ),
          holds: accused,
        },
      ]
    case 'adjective':
      return [
        {
          texts: given(example, `Norvia's launch *was ${word}*.`, `Norvia's launch *was a ${word} act*.`),
          holds: accused,
        },
      ]
    case 'virtue':
      return [{ texts: given(example, `Norvia's launch *has* no ${word}.`), holds: accused }]
    case 'praise':
      return [{ texts: given(example, `The decision of the court *is ${word}*.`), holds: has('welcome') }]
    default:
      // abuse names no actor: the one whose conduct was told before is meant
      return [
        {
          texts: given(
            example,
            `Norvia's army shelled the town. We *urge* the ${word} to end the war.`,
            `Norvia's army shelled the town. We *urge* the ${word} forces to end the war.`,
          ),
          holds: act => act.targets.includes('OTHER:norvia'),
        },
      ]
  }
}

function has(force: string | undefined): Sample['holds'] {
  return act => act.force === force
}

function given(example: string | undefined, ...made: string[]): string[] {
  return example ? [example] : made
}

/** The first word of the lemma inflected: `pay tribute` gives `paid tribute`. */
function inflected(lemma: string, form: (verb: string) => string): string {
  const [first = '', ...rest] = lemma.split(' ')
  return [form(first), ...rest].join(' ')
}

const IRREGULAR = new Map(rowsOf('english/irregular-verbs.csv').map(row => [row.base, row]))

function past(verb: string): string {
  return IRREGULAR.get(verb)?.past?.split(';')[0] ?? regular(verb)
}

function participle(verb: string): string {
  return IRREGULAR.get(verb)?.participle?.split(';')[0] ?? regular(verb)
}

/** Past forms of the word list, by their verb: it knows which consonants are doubled. */
const PAST_FORMS = pastForms()

function regular(verb: string): string {
  const plain = verb.endsWith('e') ? `${verb}d` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`
  const listed = PAST_FORMS.get(verb)
  return !listed || listed.includes(plain) ? plain : listed[0]!
}

function pastForms(): Map<string, string[]> {
  const forms = new Map<string, string[]>()
  for (const line of readFileSync(join(DATA, 'english/words.tsv'), 'utf8').split('\n')) {
    const [word = '', tags = '', lemma = word] = line.split('\t')
    if (/\bD\d/.test(tags)) forms.set(lemma, [...(forms.get(lemma) ?? []), word])
  }
  return forms
}
