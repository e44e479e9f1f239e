/** `npm start [INPUT...]`: builds what is missing, then reads the inputs, or the bundled examples, in the terminal. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

if (!existsSync(join(ROOT, 'dist', 'cli.js'))) {
  const windows = process.platform === 'win32'
  const built = spawnSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: 'inherit', shell: windows })
  if (built.status !== 0) process.exit(built.status ?? 1)
}
const inputs = process.argv.slice(2)
// npm runs scripts in the package's folder; paths are meant from where the command was typed.
const given = inputs.length > 0
const { status } = spawnSync(
  process.execPath,
  [join(ROOT, 'bin', 'demarche.js'), 'read', '--check', ...(given ? inputs : ['examples'])],
  { cwd: given ? (process.env.INIT_CWD ?? ROOT) : ROOT, stdio: 'inherit' },
)
process.exit(status ?? 1)
