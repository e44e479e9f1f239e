/** The pages that a reader of the repository opens: what they show is what the program does, and their links lead somewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { load, read, write } from '../../src/index.js'
import { ROOT } from './project.js'

const PAGES = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'examples/README.md'].concat(
  readdirSync(join(ROOT, 'docs'))
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
)
const page = (name: string): string => readFileSync(join(ROOT, name), 'utf8')

describe('README.md', () => {
  it('shows what the terminal shows, with what it leaves out marked', async () => {
    const [, command, picture] = /^```\n\$ npx demarche read (\S+)\n(.*?)^```$/ms.exec(page('README.md')) ?? []
    expect(existsSync(join(ROOT, command ?? ''))).toBe(true)
    const shown = picture!.split('\n').filter(line => line.trim() !== '' && line.trim() !== '…')
    const width = Math.max(...shown.map(line => line.length))
    const doc = await load({ bytes: readFileSync(join(ROOT, command!)), name: command })
    const lines = write(doc, read(doc), 'text', { width }).split('\n')
    // Every line of the picture in its order: if this fails, take the picture anew.
    let at = 0
    for (const line of shown) {
      const found = lines.indexOf(line, at)
      expect(found, `README.md shows a line that the program does not print there: ${line}`).toBeGreaterThanOrEqual(at)
      at = found + 1
    }
  })

  it('names commands that exist', () => {
    const { scripts } = JSON.parse(page('package.json'))
    const named = PAGES.flatMap(name => [...page(name).matchAll(/npm run ([a-z:-]+)/g)].map(match => match[1]!))
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter(name => !(name in scripts))).toEqual([])
  })
})

describe.each(PAGES)('%s', name => {
  it('links to what is there', () => {
    const links = [...page(name).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(match => match[1]!)
    const local = links.filter(link => !/^[a-z]+:/.test(link))
    expect(local.filter(link => !existsSync(join(ROOT, dirname(name), link)))).toEqual([])
  })

  it('names files that are there', () => {
    const paths = [...page(name).matchAll(/`((?:src|test|data|scripts|docs|examples|bench|bin)\/[\w./-]*)`/g)]
    expect(paths.map(match => match[1]!).filter(path => !existsSync(join(ROOT, path)))).toEqual([])
  })
})
