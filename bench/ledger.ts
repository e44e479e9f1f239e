/**
 * `npm run bench:ledger [-- --statements 10000 --seed 0]`: a ledger of generated statements, in one thread. Adding with reading and
 * indexing (asked of two cores: 5,000 sentences a second), the first page of 200 searches (asked: 95% under 50 ms), size of the
 * file against the texts in UTF-8 (asked: at most 6 times). Verdicts and links are not made.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { load, read } from '../src/index.js'
import type { Entry } from '../src/ledger/ledger.js'
import { openLedger } from '../src/ledger/open.js'
import { queries, statementOf } from './ledger-texts.js'

const { values } = parseArgs({
  options: { statements: { type: 'string', default: '10000' }, seed: { type: 'string', default: '0' } },
})
const total = Number(values.statements)
const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))
const ledger = await openLedger(join(folder, 'ledger.db'), 'write')
const distinct = new Set<string>()
let [sentences, bytes, reading, adding] = [0, 0, 0, 0]

for (let from = 0; from < total; from += 100) {
  const batch: Entry[] = []
  const start = performance.now()
  for (let n = from; n < Math.min(total, from + 100); n++) {
    const { id, date, issuer, text } = statementOf(n + Number(values.seed) * 1e7)
    const doc = await load({
      bytes: new TextEncoder().encode(
        `---\nid: ${id}\ndate: ${date}\nissuers: [${issuer}]\nlanguage: en\n---\n${text}`,
      ),
      name: `${id}.txt`,
    })
    batch.push({ doc, reading: read(doc) })
  }
  const read1 = performance.now()
  await ledger.add(batch)
  adding += performance.now() - read1
  reading += read1 - start
  for (const { doc, reading } of batch) {
    bytes += Buffer.byteLength(doc.text)
    sentences += reading.sentences.length
    if (distinct.size < 3_000_000)
      for (const { start, end } of reading.sentences) distinct.add(doc.text.slice(start, end))
  }
}
const size = await ledger.database.size()
const each = (ms: number) => `${Math.round(sentences / (ms / 1000)).toLocaleString('en')} sentences a second`
console.log(
  `${total} statements, ${sentences} sentences (${Math.round((100 * distinct.size) / sentences)}% distinct), ${(bytes / 1e6).toFixed(1)} MB of text`,
)
console.log(`reading and adding in one thread: ${each(reading + adding)}; adding alone: ${each(adding)}`)
console.log(`file: ${(size / 1e6).toFixed(1)} MB, ${(size / bytes).toFixed(2)} times the text (at most 6 asked)`)
const times: number[] = []
let hits = 0
for (const query of queries()) {
  const start = performance.now()
  hits += (await ledger.search(query, {}, { limit: 50, after: null })).length
  times.push(performance.now() - start)
}
times.sort((a, b) => a - b)
console.log(
  `search, first page of 50: median ${times[100]!.toFixed(1)} ms, p95 ${times[189]!.toFixed(1)} ms (under 50 asked), most ${times[199]!.toFixed(1)} ms; ${hits} hits given`,
)
await ledger.close()
rmSync(folder, { recursive: true, force: true })
