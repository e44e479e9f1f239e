// Measures the reader against gold acts and prints every figure with its target and a 95% interval.
// usage: npm run score -- [--show N [--part NAME] [--id ID] [--field NAME]] [--json] [--strict] [--shared FOLDER]
//   --show N      lists up to N differences of each part that may be looked at (development, corpus, own)
//   --part NAME   with --show: of this part only
//   --id ID       with --show: of this statement only
//   --field NAME  with --show: act, force, actors, targets, content, topics, intensity, repeated or condition only
//   --json        prints the figures as JSON
//   --strict      exit code 1 where a target is missed
// The parts "measuring" and "aside" are measured and never shown.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DataError, DemarcheError, UsageError } from '../src/text/errors.js'
import { bodyOf } from './gold/compile.js'
import { estimate } from './score/bootstrap.js'
import { differences } from './score/differences.js'
import { type Measure, measureActs } from './score/measure.js'
import { ownPart, type Part, sharedParts } from './score/parts.js'
import { type ReadStatement, readStatement } from './score/reader.js'
import { disagreements, runScorer } from './score/scorer.js'
import { type Column, renderTable, shortfalls } from './score/table.js'

const ROOT = join(import.meta.dirname, '..')
const GOLD = join(ROOT, 'test', 'gold')

const { values: options } = parseArgs({
  options: {
    show: { type: 'string' },
    part: { type: 'string' },
    id: { type: 'string' },
    field: { type: 'string' },
    json: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    shared: { type: 'string', default: join(ROOT, '..', 'shared') },
  },
})

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof DemarcheError)) throw error
  console.error(error.message)
  process.exitCode = error instanceof UsageError ? 2 : 1
}

async function main(): Promise<number> {
  const scorer = join(options.shared, 'gold', 'score.mjs')
  const present = existsSync(scorer)
  if (!present) console.warn(`${options.shared} is absent: only the statements of our own in test/gold are scored.`)

  // 1. The parts.
  const parts = [...(present ? sharedParts(options.shared, GOLD) : []), ownPart(GOLD)]
  checkShow(parts)

  // 2. Read and measure each statement once; the scorer has to agree on the sums.
  const columns: Column[] = []
  for (const part of parts) {
    const readings: ReadStatement[] = []
    for (const { id, raw } of part.items) {
      const reading = await readStatement(raw, id)
      if (reading.statement.text !== bodyOf(raw))
        throw new DataError(`${id}: the text read is not what follows the front matter`)
      readings.push(reading)
    }
    const measures = part.items.map(({ acts }, n) => measureActs(readings[n].statement.text, acts, readings[n].acts))
    columns.push({ name: part.name, statements: part.items.length, figures: estimate(measures) })
    if (present) crossCheck(scorer, part, readings, measures)
    if (options.show !== undefined) show(part, readings, Number(options.show))
  }

  // 3. Print.
  const missed = shortfalls(columns)
  if (options.json) console.log(JSON.stringify({ columns, missed }))
  else {
    console.log(renderTable(columns))
    console.log(
      'intervals: percentile bootstrap over statements, 1000 resamples, fixed seed; ! more than 5 points apart',
    )
    for (const line of missed) console.log(`below target: ${line}`)
  }
  return options.strict && missed.length > 0 ? 1 : 0
}

function checkShow(parts: Part[]): void {
  const open = parts.filter(part => part.open).map(part => part.name)
  if (options.part !== undefined && !open.includes(options.part)) {
    throw new UsageError(`--part ${options.part} may not be shown or is none: use ${open.join(', ')}`)
  }
  if (options.show !== undefined && !(Number(options.show) >= 0)) {
    throw new UsageError(`--show ${options.show}: give a number`)
  }
}

function crossCheck(scorer: string, part: Part, readings: ReadStatement[], measures: Measure[]): void {
  const faults = disagreements(runScorer(scorer, part, readings), measures)
  if (faults.length > 0) throw new DataError(`${part.name}: ${faults.join('; ')}`)
}

function show(part: Part, readings: ReadStatement[], count: number): void {
  if (!part.open || (options.part !== undefined && options.part !== part.name)) return
  const lines = part.items.flatMap(({ id, acts }, n) =>
    differences(readings[n].statement.text, acts, readings[n].acts)
      .filter(({ field }) => options.field === undefined || options.field === field)
      .filter(() => options.id === undefined || options.id === id)
      .map(({ message }) => `${id} ${message}`),
  )
  console.log(`== ${part.name}: ${lines.length} differences`)
  for (const line of lines.slice(0, count)) console.log(line)
}
