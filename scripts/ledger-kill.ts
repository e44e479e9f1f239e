/** `npm run ledger:kill [KILLS] [SEED]`: kills processes that add to a ledger at random moments; says what was lost (nothing asked). */
import { killAdding } from '../test/ledger/killing.js'
import { mulberry32 } from './random.js'

const [kills = '400', seed = '1'] = process.argv.slice(2)
const start = performance.now()
const { killed, reported, statements, wrong } = await killAdding(Number(kills), mulberry32(Number(seed)))
console.log(
  `${killed} processes killed in ${Math.round((performance.now() - start) / 1000)} s: ${reported} statements reported as added, ${statements} there, ${wrong.length} faults`,
)
for (const fault of wrong.slice(0, 20)) console.log(fault)
process.exit(wrong.length ? 1 : 0)
