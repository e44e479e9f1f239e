/**
 * Sentences a second, raw text to acts, against wink-nlp's tokenise + sentence + part-of-speech pass over the same texts:
 * English of ../shared/corpus-open, sentences counted by our splitter for both, models loaded, five interleaved runs.
 * `npm run bench`. Quote the median ratio, not the absolute figures: machines differ and are shared.
 */
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { corpusRows, loadRow } from '../scripts/corpus.js'
import { read } from '../src/index.js'
import type { Doc } from '../src/text/doc.js'

const RUNS = 5

const docs: Doc[] = []
for (const row of corpusRows('the benchmark reads its texts from there')) {
  const doc = await loadRow(row)
  if (doc.language === 'en') docs.push(doc)
}
const nlp = winkNLP(model, ['sbd', 'pos'])
const timed = (work: () => void) => {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}
let sentences = 0
for (const doc of docs) sentences += read(doc).sentences.length // warm
for (const doc of docs.slice(0, 200)) nlp.readDoc(doc.text)
const ratios: number[] = []
for (let run = 1; run <= RUNS; run++) {
  const ours = timed(() => {
    for (const doc of docs) read(doc)
  })
  const theirs = timed(() => {
    for (const doc of docs) nlp.readDoc(doc.text).tokens().out(nlp.its.pos)
  })
  ratios.push(theirs / ours)
  console.log(
    `run ${run}: demarche ${Math.round(sentences / ours)} sentences/s, wink ${Math.round(sentences / theirs)} sentences/s, ratio ${(theirs / ours).toFixed(2)}`,
  )
}
ratios.sort((a, b) => a - b)
console.log(
  `${docs.length} statements, ${sentences} sentences; median ratio ${ratios[Math.floor(RUNS / 2)]!.toFixed(2)} (at least 1 asked, 2 aimed at)`,
)
