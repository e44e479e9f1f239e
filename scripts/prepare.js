/**
 * `npm run prepare`, which npm runs after installing: builds the program. It never fails for want of tools, because `npx
 * demarche` in a clone installs the clone into npm's own cache first, and npm does not recover there from a failure:
 * before `npm ci` nothing is built, and after it npx has nothing left to build.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const at = path => fileURLToPath(new URL(`../${path}`, import.meta.url))
const isNpx = process.env.npm_command === 'exec'

if (!existsSync(at('node_modules/tsx'))) {
  console.error('demarche is not built: run npm ci')
} else if (!isNpx || !existsSync(at('dist/cli.js'))) {
  const built = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  process.exit(built.status ?? 1)
}
