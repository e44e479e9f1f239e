/**
 * `npm start [-- INPUT...]`: builds what is missing, reads and checks the inputs, or the bundled examples, in the terminal, and opens the
 * desk on all of them, in a ledger that is gone when it is closed. `npm start -- --no-serve` ends after the terminal. The desk runs in this
 * very process, so that a signal reaches it and nothing is left behind.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const at = (...names) => join(ROOT, ...names)
// npm runs scripts in the package's folder; paths are meant from where the command was typed.
const HOME = process.env.INIT_CWD ?? ROOT

const given = process.argv.slice(2)
const serving = !given.includes('--no-serve')
const inputs = given.filter(word => word !== '--no-serve')

// 1. Build what is missing.
if (!existsSync(at('dist', 'cli.js'))) npm('build')
if (serving && !existsSync(at('dist', 'web', 'index.html'))) npm('build:web')

// 2. Read and check in the terminal.
const own = inputs.length > 0
const read = spawnSync(
  process.execPath,
  [at('bin', 'demarche.js'), 'read', '--check', ...(own ? inputs : ['examples'])],
  { cwd: own ? HOME : ROOT, stdio: 'inherit' },
)
// What could not be read was said; what is wrong with the command, or was interrupted, ends here.
const goesOn = read.status === 0 || read.status === 1 || read.status === 3
if (!serving || !goesOn) process.exit(read.status ?? 1)

// 3. The desk.
if (own) process.chdir(HOME)
process.argv.splice(2, Infinity, 'serve', '--fresh', '--open', at('examples'), ...inputs)
// A signal to npm ends npm and the shell between, which pass it on to nobody: then whoever began this has changed.
const parent = process.ppid
setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGTERM'), 300).unref()
await import(new URL('../bin/demarche.js', import.meta.url).href)

function npm(script) {
  const windows = process.platform === 'win32'
  const built = spawnSync('npm', ['run', '--silent', script], { cwd: ROOT, stdio: 'inherit', shell: windows })
  if (built.status !== 0) process.exit(built.status ?? 1)
}
