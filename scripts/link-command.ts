/**
 * Puts the package's own command into `node_modules/.bin`, where npm puts only those of dependencies: so `npx demarche`
 * works in a clone, on the pinned Node.js. Part of `npm run prepare`.
 */
import { chmodSync, existsSync, lstatSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const BIN = join('node_modules', '.bin')
const NAME = 'demarche'

if (existsSync(BIN)) {
  const link = join(BIN, NAME)
  chmodSync(join('bin', 'demarche.js'), 0o755)
  if (process.platform === 'win32') {
    writeFileSync(`${link}.cmd`, '@node "%~dp0\\..\\..\\bin\\demarche.js" %*\r\n')
  } else {
    if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link)
    symlinkSync(join('..', '..', 'bin', 'demarche.js'), link)
  }
}
