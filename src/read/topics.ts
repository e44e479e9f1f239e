/**
 * What acts are about, one to three topics each, told of a whole statement at once: first what the words of each act say,
 * then what the acts around it, the title and the statement as a whole say.
 */
import type { TopicWords } from '../lexicon/topics.js'
import { contextOf, likelihoods, sumScene, type TopicScene } from './topic-context.js'
import { evidenceOf, knownWords, scoresOf, scoreWords, type TopicEvidence, type TopicInput } from './topic-words.js'

export type { TopicInput } from './topic-words.js'

/** Listed words of this weight name an act's topic: then only topics that its words name, beyond a hint, are given. */
const CLEAR = 3.4
const HINT = 1.9
/** Words of this weight name a topic twice over: it is given from log-odds this much lower. */
const TWICE = 6
const EASIER = 1
/** Where the best topic's log-odds are below this nothing speaks for it: the title's topic is given, else `other`. */
const FAINT = -2.5

/** A topic that is less likely than this by the act, the acts around it and the title is not weighed at all. */
const LEAST = 0.02

/** Topics of each act, best first. `title`: lower-case tokens. */
export function topicsOfActs(inputs: TopicInput[], title: string[], topics: TopicWords): string[][] {
  if (inputs.length === 0) return []
  const scene = sceneOf(inputs, title, topics)
  const sums = sumScene(scene)
  return inputs.map((_, n) => {
    const { context, contextBase } = topics.model
    const traits = contextOf(scene, sums, n, LEAST)
    const scores = Float64Array.from(contextBase)
    for (let t = 0; t < scores.length; t++) {
      let score = 0
      // the second trait is the topic's likelihood, never 0 but where the topic is no candidate
      if (traits[t * context.length + 1] === 0) {
        scores[t] = -Infinity
        continue
      }
      for (let k = 0; k < context.length; k++) score += traits[t * context.length + k]! * context[k]!
      scores[t]! += score
    }
    return best(scores, scene.evidence[n]!, scene.titleNames, topics)
  })
}

export function sceneOf(inputs: TopicInput[], title: string[], topics: TopicWords): TopicScene {
  let known = knownWords([], topics)
  let whole: Float64Array = new Float64Array(0)
  const evidence = inputs.map(input => {
    // The acts of a sentence share its words.
    if (input.keys !== known.keys) {
      known = knownWords(input.keys, topics)
      whole = scoresOf(known, [0, input.keys.length], topics)
    }
    return evidenceOf(input, known, whole, topics)
  })
  const heading = titleEvidence(title, topics)
  const scores = evidence.map((of, n) => scoreWords(of, inputs[n]!.force, topics))
  return {
    inputs,
    evidence,
    scores,
    likely: scores.map(likelihoods),
    title: likelihoods(scoreWords(heading, null, topics)),
    titleNames: heading.spoken,
  }
}

/** A title is like an act that has only a content. */
function titleEvidence(keys: string[], topics: TopicWords): TopicEvidence {
  const none: [number, number] = [0, 0]
  const input: TopicInput = {
    keys,
    trigger: none,
    content: [0, keys.length],
    subject: none,
    force: 'state',
    subjectIsThing: false,
    resumes: false,
    sentence: -1,
  }
  return evidenceOf(input, knownWords(keys, topics), new Float64Array(topics.ids.length), topics)
}

/** The best topic, and the next two where they score above the threshold. */
function best(
  scores: Float64Array,
  { strongest, spoken }: TopicEvidence,
  titleNames: Float64Array,
  { ids, model, indexOf }: TopicWords,
): string[] {
  let [a, b, c] = [-1, -1, -1]
  for (let i = 0; i < scores.length; i++) {
    if (strongest >= CLEAR && spoken[i]! <= HINT) continue
    const score = scores[i]!
    if (a < 0 || score > scores[a]!) [a, b, c] = [i, a, b]
    else if (b < 0 || score > scores[b]!) [b, c] = [i, b]
    else if (c < 0 || score > scores[c]!) c = i
  }
  if (scores[a]! < FAINT) {
    const most = Math.max(...titleNames)
    return [ids[most > 0 ? titleNames.indexOf(most) : indexOf.get('other')!]!]
  }
  const given = (i: number) => i >= 0 && scores[i]! > model.threshold - (spoken[i]! >= TWICE ? EASIER : 0)
  return [a, b, c].filter((i, rank) => rank === 0 || given(i)).map(i => ids[i]!)
}
