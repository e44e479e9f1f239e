/** `npm run compare:fomc`: how many of the 200 hand-keyed sentences of successive statements are aligned as keyed. */
import { CORPUS } from '../corpus.js'
import { scoreFomc } from './fomc-score.js'

const { sentences, right, accepted, wrong } = await scoreFomc('test/compare/fomc-key.json', CORPUS)
const share = (count: number) => `${count} of ${sentences} (${((100 * count) / sentences).toFixed(1)}%)`
console.log(`as keyed: ${share(right)}; as keyed or as also accepted: ${share(accepted)} (at least 98% asked)`)
for (const { pair, sentence, expected, found } of wrong)
  console.log(
    `\n${pair}\n  ${sentence}\n  expected: ${expected.join(' | ') || '-'}\n  found:    ${found.join(' | ') || '-'}`,
  )
