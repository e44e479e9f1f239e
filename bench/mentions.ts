/**
 * How fast mentions are found: all English statements of a folder, five runs on one core, the median in megabytes of
 * text (UTF-16 code units) a second. `npx tsx bench/mentions.ts [FOLDER]`, by default ../shared/corpus-open.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseMentionData } from '../src/lexicon/mention-data.js'
import { findMentions } from '../src/read/mentions/mentions.js'

const RUNS = 5
const DATA = new URL('../data/lexicon/mentions/', import.meta.url)

const folder = process.argv[2] ?? new URL('../../shared/corpus-open', import.meta.url).pathname
let names: string[]
try {
  names = readdirSync(folder).filter(name => name.endsWith('.txt'))
} catch {
  console.error(`${folder}: no such folder; name one with statements in .txt files`)
  process.exit(1)
}

const files = Object.fromEntries(
  readdirSync(DATA).map(name => [`mentions/${name}`, readFileSync(new URL(name, DATA), 'utf8')]),
)
const { knowledge, problems } = parseMentionData(files)
if (problems.length > 0) throw new Error(problems.join('\n'))

const statements = names.flatMap(name => {
  const raw = readFileSync(join(folder, name), 'utf8')
  const front = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(raw)
  const field = (key: string) => new RegExp(`^${key}: *(\\S+)`, 'm').exec(front?.[1] ?? '')?.[1] ?? null
  if (front !== null && (field('language') ?? 'en') !== 'en') return []
  return [{ text: raw.slice(front?.[0].length ?? 0), date: field('date') }]
})
const size = statements.reduce((sum, { text }) => sum + text.length, 0)

const started = performance.now()
findMentions('', { date: null, knowledge })
const compiled = performance.now() - started

const rates: number[] = []
let count = 0
for (let run = 0; run < RUNS; run++) {
  count = 0
  const start = performance.now()
  for (const { text, date } of statements) count += findMentions(text, { date, knowledge }).length
  rates.push(size / 1e6 / ((performance.now() - start) / 1000))
}
rates.sort((a, b) => a - b)
const megabytes = (size / 1e6).toFixed(2)
console.log(
  `${statements.length} statements, ${megabytes} MB, ${count} mentions; tables made in ${compiled.toFixed(0)} ms`,
)
console.log(`${rates.map(rate => rate.toFixed(1)).join('  ')} MB/s, median ${rates[RUNS >> 1].toFixed(1)} MB/s`)
