import { compare } from '../compare/compare.js'
import { pointsOf } from '../compare/points.js'
import type { FormulaFamily } from '../dossier/record.js'
import { COMPARISON_FORMATS } from '../export/comparison/comparison.js'
import type { ComparisonFormat, ComparisonOptions, Read } from '../export/comparison/format.js'
import { statementOf } from '../export/statement.js'
import type { Stored } from '../ledger/ledger.js'
import { InputError, UsageError } from '../text/errors.js'
import { formulasFor } from './dossiers.js'
import { EXIT, messageOf } from './failure.js'
import { isKept, keptStatements } from './kept.js'
import { fileOutput, streamOutput } from './output.js'
import { labelOf, UNSUPPORTED } from './pipeline.js'
import { type Interruption, interruptible } from './signals.js'
import { complain, type Io } from './terminal.js'

export interface ComparePlan {
  inputs: readonly string[]
  format: ComparisonFormat
  /** Dossiers whose formulas are tracked, as named; all bundled ones where none is. */
  dossiers: readonly string[]
  /** File to write to, or null for standard output. */
  output: string | null
  allowPrivate: boolean
  /** The ledger, where not the usual one. */
  db?: string
  author: string
  options: Omit<ComparisonOptions, 'author' | 'at'>
}

/** When a tracked change was made, where the later statement has no date: no clock, so that the same gives the same. */
const NO_DATE = '2000-01-01'

/** Reads the statements, compares them and writes the comparison; returns the exit code. */
export function runCompare(plan: ComparePlan, io: Io): Promise<number> {
  return interruptible(async ({ cleanUp, busy }) => {
    // 1. Find the statements and read them.
    const { expand } = await import('../source/source.js')
    const items: string[] = []
    const kept = await keptStatements(plan.inputs.filter(isKept), plan.db, io)
    for (const input of plan.inputs) {
      if (kept.has(input)) items.push(input)
      else for await (const item of expand([input])) items.push(item)
    }
    check(items, plan.format)
    const families = items.length === 2 ? await formulasFor(plan.dossiers) : []
    const { reads, failed } = await readAll(items, kept, plan, io, busy)
    const unsupported = reads.filter(read => read.reading.findings.some(finding => finding.rule === UNSUPPORTED))

    // 2. Compare and write.
    const output = plan.output === null ? streamOutput(io.stdout) : await fileOutput(plan.output)
    cleanUp(() => output.abandon())
    await output.write(busy(() => written(reads, items.length, families, plan)))
    await output.close()
    return failed ? EXIT.failed : unsupported.length ? EXIT.unsupported : EXIT.done
  })
}

function check(items: readonly string[], { name, writePoints }: ComparisonFormat): void {
  if (items.length < 2)
    throw new UsageError(
      `compare: ${items.length === 1 ? 'there is one statement' : 'no statement was found'}; give two or more`,
    )
  if (items.filter(item => item === '-').length > 1)
    throw new UsageError('-: standard input can be read once; give the other statement as a file or an address')
  if (items.length > 2 && !writePoints) {
    const able = COMPARISON_FORMATS.filter(format => format.writePoints).map(format => format.name)
    throw new UsageError(
      `--format ${name}: compares two statements, and there are ${items.length}; choose one of ${able.join(', ')}`,
    )
  }
}

/** Of two statements both are needed; of several, what can be read is compared. */
async function readAll(
  items: readonly string[],
  kept: ReadonlyMap<string, Stored>,
  plan: ComparePlan,
  io: Io,
  busy: Interruption['busy'],
) {
  const { createSteps } = await import('./steps.js')
  const steps = createSteps()
  const reads: Read[] = []
  let failed = 0
  for (const item of items) {
    try {
      const stored = kept.get(item)
      const doc = stored?.doc ?? (await steps.docOf(item, { allowPrivate: plan.allowPrivate, given: {} }))
      const reading = stored?.reading ?? busy(() => steps.read(doc))
      for (const finding of reading.findings)
        if (finding.rule === UNSUPPORTED) complain(io, `${labelOf(item)}: ${finding.message}`)
      reads.push({ statement: statementOf(doc), reading })
    } catch (error) {
      if (error instanceof UsageError) throw error
      if (io.env.DEMARCHE_DEBUG) io.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
      const message = messageOf(error, labelOf(item))
      if (items.length === 2) throw new InputError(message)
      complain(io, message)
      failed++
    }
  }
  if (reads.length < 2) throw new InputError('compare: fewer than two statements could be read; see above')
  return { reads, failed }
}

function written(
  reads: Read[],
  asked: number,
  families: readonly FormulaFamily[],
  { format, author, options }: ComparePlan,
): string | Uint8Array {
  const at = `${reads[1]!.statement.date ?? NO_DATE}T00:00:00Z`
  const all: ComparisonOptions = { ...options, author, at }
  if (asked > 2) {
    const points = pointsOf(reads.map(({ reading }) => reading))
    return format.writePoints!({ statements: reads, points }, all)
  }
  const [a, b] = reads as [Read, Read]
  const side = ({ statement, reading }: Read) => ({ text: statement.text, reading })
  return format.write({ a, b, comparison: compare(side(a), side(b), { families }) }, all)
}
