/**
 * Compiles `data/lexicon/` into `src/lexicon/knowledge.generated.ts`, which the program imports: knowledge is edited as
 * data, checked here, and shipped as one string that is parsed once. Fails, naming every problem, when the data breaks
 * its own rules.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileKnowledge } from '../src/lexicon/compile.js'

const ROOT = 'data/lexicon'
const OUT = 'src/lexicon/knowledge.generated.ts'
const ZONES = 'data/zones.csv'
const ZONES_OUT = 'src/dossier/zones.generated.ts'

function filesUnder(folder: string): Record<string, string> {
  const files: Record<string, string> = {}
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) Object.assign(files, filesUnder(path))
    else if (/\.(csv|tsv|yaml)$/.test(name)) files[path.slice(ROOT.length + 1)] = readFileSync(path, 'utf8')
  }
  return files
}

const { knowledge, problems } = compileKnowledge(filesUnder(ROOT))
if (problems.length > 0) {
  for (const p of problems) console.error(p)
  console.error(`${problems.length} problems in ${ROOT}`)
  process.exit(1)
}
// Letters beyond ASCII are escaped: a program in ASCII is read, kept and parsed as bytes, in half the room.
const ascii = JSON.stringify(knowledge).replace(
  /[^\0-\x7f]/g,
  unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
)
const json = JSON.stringify(ascii)
const source = `// Made from data/lexicon by scripts/compile-data.ts; do not edit.\nimport type { Knowledge } from './knowledge.js'\n\nexport const KNOWLEDGE: Knowledge = JSON.parse(${json})\n`
write(OUT, source)

// Zones under a name that platforms know and do not list: to try a first name out takes a tenth of a dossier's loading.
const zones = readFileSync(ZONES, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map(row => row.slice(0, row.indexOf(',')))
for (const zone of zones) new Intl.DateTimeFormat('en', { timeZone: zone })
write(
  ZONES_OUT,
  `// Made from data/zones.csv by scripts/compile-data.ts; do not edit.\nexport const RENAMED_ZONES: readonly string[] = ${JSON.stringify(zones)}\n`,
)

function write(path: string, text: string): void {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
}
