/** `npm run build:web`: builds the web app into `dist/web`, where its packages are there; they are for development only. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { compressWeb } from './compress-web.js'

const root = join(import.meta.dirname, '..')

if (has('vite') && has('react') && has('@vitejs/plugin-react')) {
  const { build } = await import('vite')
  await build({ configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'warn' })
  compressWeb(join(root, 'dist', 'web'))
} else console.error('the web app is not built: its packages are not installed; npm ci brings them')

function has(name) {
  try {
    createRequire(import.meta.url).resolve(name)
    return true
  } catch {
    return false
  }
}
