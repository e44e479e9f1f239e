// Scores PLOVER types on sentences of the wire: per sentence the set of predicted types against the set of gold types.
// usage: npm run score:plover -- FILE [--confusions] [--json]
//   FILE          JSONL; a line has `text`, `date` and `events`, each with the PLOVER type in `code`
//   --confusions  for each gold type, what was predicted where it was not
//   --json        prints the figures as JSON
// Sentences are never printed. Two halves, split by the SHA-256 of the id, show whether the figure holds on both.
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { confusions, measure, parseSentences, renderTable } from './plover/measure.js'
import { predictor } from './plover/predict.js'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { confusions: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
})
process.exitCode = main(positionals)

function main(files: string[]): number {
  if (files.length !== 1) {
    console.error('usage: npm run score:plover -- FILE [--confusions] [--json]')
    return 2
  }
  const file = files[0]!
  if (!existsSync(file)) {
    console.error(`${file}: no such file; nothing was scored. Give a JSONL of sentences with gold events.`)
    return 1
  }
  const { sentences, problems } = parseSentences(readFileSync(file, 'utf8'), file)
  for (const problem of problems) console.error(problem)
  if (sentences.length === 0) {
    console.error(`${file}: no sentence to score; each line needs 'text' and 'events'`)
    return 1
  }
  const predict = predictor()
  const scored = sentences.map(s => ({ ...s, predicted: predict(s) }))
  const result = measure(scored)
  console.log(options.json ? JSON.stringify(result) : renderTable(result))
  if (options.confusions) console.log(confusions(scored))
  return problems.length > 0 ? 1 : 0
}
