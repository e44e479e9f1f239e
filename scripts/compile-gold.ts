// Makes gold.json from the readable gold.tsv of every statement in test/gold, and COVERAGE.md from what they show.
// usage: npm run gold -- [--check] [--show ID]
//   --check  writes nothing, fails where a file on disk is not what would be written
//   --show   prints the acts of one statement, one a line
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { textOf } from '../src/text/span.js'
import { bodyOf, compileGold } from './gold/compile.js'
import { type Compiled, coverage, readRules } from './gold/coverage.js'

const folder = join(import.meta.dirname, '..', 'test', 'gold')
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, show: { type: 'string' } } })

const ids = readdirSync(folder)
  .filter(id => existsSync(join(folder, id, 'gold.tsv')))
  .sort()
const faults: string[] = []
const statements: Compiled[] = []
for (const id of ids) {
  const body = bodyOf(readFileSync(join(folder, id, 'statement.txt'), 'utf8'))
  try {
    statements.push({ ...compileGold(id, body, readFileSync(join(folder, id, 'gold.tsv'), 'utf8')), body })
  } catch (error) {
    faults.push((error as Error).message)
  }
}
for (const { gold } of statements) put(join(folder, gold.id, 'gold.json'), `${JSON.stringify(gold, null, 2)}\n`)
if (faults.length === 0) {
  try {
    put(join(folder, 'COVERAGE.md'), coverage(readRules(readFileSync(join(folder, 'rules.tsv'), 'utf8')), statements))
  } catch (error) {
    faults.push((error as Error).message)
  }
}
if (values.show !== undefined) show(values.show)
for (const fault of faults) console.error(fault)
const acts = statements.reduce((sum, { gold }) => sum + gold.acts.length, 0)
console.log(`${statements.length} statements, ${acts} acts${faults.length > 0 ? ', NOT all written' : ''}`)
process.exitCode = faults.length > 0 ? 1 : 0

function put(path: string, text: string): void {
  if (!values.check) writeFileSync(path, text)
  else if (!existsSync(path) || !same(readFileSync(path, 'utf8'), text))
    faults.push(`${path} is out of date: npm run gold`)
}

/** Whether two files say the same; white space in JSON, which a formatter may change, says nothing. */
function same(a: string, b: string): boolean {
  return a.startsWith('{') ? JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b)) : a === b
}

function show(id: string): void {
  const found = statements.find(({ gold }) => gold.id === id)
  if (!found) return void faults.push(`no statement "${id}" in test/gold`)
  for (const act of found.gold.acts) {
    const marks = [act.repeated ? 'R' : '', `i${act.intensity}`, `A:${act.actors}`, `T:${act.targets}`].filter(Boolean)
    const condition = act.condition ? ` COND:${textOf(found.body, act.condition)}` : ''
    const content = textOf(found.body, act.content)
    console.log(`[${act.trigger.text}] ${act.force} ${marks.join(' ')} {${content}} ${act.topics}${condition}`)
  }
}
