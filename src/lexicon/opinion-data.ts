/** `data/lexicon/force-weights.tsv` to `OpinionTable`; every problem is named with its line and remedy. */
import type { OpinionTable } from './opinion.js'

const FILE = 'data/lexicon/force-weights.tsv'
const REMEDY = 'run scripts/train-forces.ts again'

/** Lines of letters, a tab and a trait; before them `# name: value` for forces, margin and which rules are asked about. Null without a file. */
export function parseOpinion(text: string | undefined): { table: OpinionTable | null; problems: string[] } {
  if (text === undefined) return { table: null, problems: [] }
  const problems: string[] = []
  const lines = text.split('\n').filter(line => line !== '')
  const named = new Map<string, string>()
  for (const line of lines) {
    const [, name, value] = /^# (\w+): (.*)$/.exec(line) ?? []
    if (name !== undefined) named.set(name, value!)
  }
  const words = (name: string) => (named.get(name) ?? '').split(' ').filter(Boolean)
  const forces = words('forces')
  const margin = Number(named.get('margin'))
  if (forces.length === 0) problems.push(`${FILE}: no line "# forces: ..."; ${REMEDY}`)
  if (!(margin >= 0 && margin <= 1))
    problems.push(`${FILE}: margin "${named.get('margin')}" is not from 0 to 1; ${REMEDY}`)
  const rows = lines.filter(line => !line.startsWith('# '))
  const seen = new Set<string>()
  for (const row of rows) {
    const trait = row.slice(forces.length + 1)
    if (row[forces.length] !== '\t' || !/^[0-z]+$/.test(row.slice(0, forces.length)))
      problems.push(`${FILE}: "${row}" is not ${forces.length} letters from 0 to z, a tab and a trait; ${REMEDY}`)
    if (seen.has(trait)) problems.push(`${FILE}: "${trait}" stands twice; ${REMEDY}`)
    seen.add(trait)
  }
  return {
    table: {
      forces,
      margin,
      plain: words('plain'),
      trusted: words('trusted'),
      doubted: words('doubted'),
      weights: rows.map(row => `${row}\n`).join(''),
    },
    problems,
  }
}
