/** `npm test`: runs all tests and ends with a line `N passed, N failed`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'demarche-test-'))
const report = join(folder, 'report.json')
const run = spawnSync('npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)], { stdio: 'inherit' })
interface Report { numPassedTests: number; numFailedTests: number; numPendingTests: number; testResults: { status: string; assertionResults: unknown[] }[] }
let passed = 0
let failed = 1
let skipped = 0
try {
  const json = JSON.parse(readFileSync(report, 'utf8')) as Report
  passed = json.numPassedTests
  skipped = json.numPendingTests
  // a file that could not be loaded counts as a failure of its own
  failed = json.numFailedTests + json.testResults.filter(r => r.status === 'failed' && r.assertionResults.length === 0).length
} catch {
  console.error('the test run left no report')
}
rmSync(folder, { recursive: true, force: true })
if (skipped > 0) console.log(`${skipped} skipped: what they need is absent here (see above)`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 || run.status !== 0 ? 1 : 0)
