/** An empty project into which the packed program is installed: what a user of the package gets. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')
const INSTALL_MS = 90_000

/** Output of a command that must succeed; its error output is in the error otherwise. */
export function run(command: string, args: string[], cwd: string, timeout = 60_000): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout })
}

/** Packs the built program and installs it; returns the project's folder, which the caller removes. */
export function installPacked(): string {
  if (!existsSync(join(ROOT, 'dist', 'index.js'))) run('npm', ['run', '--silent', 'build'], ROOT)
  const project = mkdtempSync(join(tmpdir(), 'demarche-project-'))
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'user', private: true, type: 'module' }))
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', project], ROOT)
  const tarball = readdirSync(project).find(name => name.endsWith('.tgz'))
  if (!tarball) throw new Error('npm pack left no tarball')
  try {
    run(
      'npm',
      ['install', '--prefer-offline', '--no-audit', '--no-fund', '--fetch-retries=0', `./${tarball}`],
      project,
      INSTALL_MS,
    )
  } catch (error) {
    const why =
      String(error)
        .split('\n')
        .find(line => /npm error|TIMEDOUT/i.test(line)) ?? 'npm install failed'
    console.warn(`the dependencies are linked, not installed: no registry answers (${why.trim()})`)
    link(project, tarball)
  }
  return project
}

/** The same without a registry: the tarball's own files, and beside them the locked packages that are no dev dependencies. */
function link(project: string, tarball: string): void {
  const modules = join(project, 'node_modules')
  mkdirSync(join(modules, '.bin'), { recursive: true })
  run('tar', ['-xzf', tarball, '-C', modules], project)
  run('mv', ['package', 'demarche'], modules)
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  for (const [path, { dev }] of Object.entries<{ dev?: boolean }>(lock.packages)) {
    const nested = path.lastIndexOf('node_modules/') > 0
    if (path === '' || dev || nested || !existsSync(join(ROOT, path))) continue
    mkdirSync(dirname(join(project, path)), { recursive: true })
    symlinkSync(join(ROOT, path), join(project, path))
  }
  symlinkSync(join('..', 'demarche', 'bin', 'demarche.js'), join(modules, '.bin', 'demarche'))
}
