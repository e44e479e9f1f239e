/** `npm test [VITEST ARGUMENT...]`: runs the tests and ends with a line `N passed, N failed`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

const VITEST = join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs')

const folder = mkdtempSync(join(tmpdir(), 'demarche-test-'))
const file = join(folder, 'report.json')
const run = spawnSync(
  process.execPath,
  [VITEST, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
const report = reportIn(file)
rmSync(folder, { recursive: true, force: true })

const skipped = report?.numPendingTests ?? 0
if (skipped > 0) console.log(`${skipped} skipped: what they need is absent here (see above)`)
const passed = report?.numPassedTests ?? 0
const failed = report ? failuresIn(report) : 1
// No failed test, and yet an exit code: something outside the tests broke.
const broken = failed === 0 && run.status !== 0 ? 1 : 0
console.log(`${passed} passed, ${failed + broken} failed`)
process.exit(failed + broken > 0 ? 1 : 0)

function reportIn(path: string): Report | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report
  } catch {
    console.error('the test run left no report')
    return null
  }
}

/** A file that could not be loaded counts as a failure of its own. */
function failuresIn(report: Report): number {
  const unloaded = report.testResults.filter(r => r.status === 'failed' && r.assertionResults.length === 0)
  return report.numFailedTests + unloaded.length
}
