/** `npm start [INPUT...]`: builds what is missing, then reads the inputs, or the bundled examples, in the terminal. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

if (!existsSync('dist/cli.js')) {
  const built = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' })
  if (built.status !== 0) process.exit(built.status ?? 1)
}
const inputs = process.argv.slice(2)
const run = spawnSync(process.execPath, ['bin/demarche.js', 'read', ...(inputs.length > 0 ? inputs : ['examples'])], { stdio: 'inherit' })
process.exit(run.status ?? 1)
