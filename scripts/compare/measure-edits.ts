/** `npm run compare:edits [-- COUNT]`: share of known edits of real statements that are reported exactly, and what is invented. */
import { CORPUS, setAside } from '../corpus.js'
import { scoreEdits, WAYS } from './edits.js'

const SEED = 20210318
const count = Number(process.argv[2] ?? 300)
const { statements, redrawn, made, found, invented, wrong } = await scoreEdits(CORPUS, setAside(), count, SEED)
const sum = (tally: Record<string, number>) => Object.values(tally).reduce((total, value) => total + value, 0)
const share = (part: number, whole: number) =>
  `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)}%)`
console.log(
  `${statements} statements, ${redrawn} draws laid aside because the reader divides the edited text otherwise`,
)
for (const way of WAYS) console.log(`${way.padEnd(18)} ${share(found[way], made[way])}`)
console.log(
  `${'all'.padEnd(18)} ${share(sum(found), sum(made))} reported exactly (at least 98% asked), ${invented} pairs reported that were not made`,
)
if (process.argv.includes('--wrong')) for (const line of wrong) console.log(line)
