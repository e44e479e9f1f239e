import { EXIT } from './failure.js'
import { report, run } from './program.js'
import type { Io } from './terminal.js'

const io: Io = { stdout: process.stdout, stderr: process.stderr, env: process.env }

// Whoever reads our output may go at any time; a writer finds out by itself and ends quietly.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

process.on('uncaughtException', error => {
  report(error, io)
  process.exit(EXIT.failed)
})

const code = await run(process.argv.slice(2), io)
// What is left open (a connection kept alive, say) must not hold up the end; what is written must get out first.
if (process.stdout.writableLength) await new Promise(resolve => process.stdout.write('', resolve))
process.exit(code)
