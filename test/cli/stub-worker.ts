/** A worker that does as its inputs say. */
import { parentPort, workerData } from 'node:worker_threads'
import { answerBatches } from '../../src/cli/batches.js'

if (workerData === 'broken') throw new Error('no such lexicon')

answerBatches(parentPort!, {
  async one(item) {
    const [what, value] = item.split(':')
    if (what === 'wait') await new Promise(resolve => setTimeout(resolve, Number(value)))
    if (what === 'hang') for (;;);
    if (what === 'exit') process.exit(7)
    if (what === 'throw') setTimeout(() => Promise.reject(new Error('out of nowhere')))
    if (what === 'throw') await new Promise(() => {})
    if (what === 'memory') {
      const hoard: unknown[] = []
      for (;;) hoard.push(new Array(1000).fill(hoard.length).map(String))
    }
    if (what === 'room') {
      const hoard: unknown[] = []
      for (let i = 0; i < 60; i++) hoard.push(new Array(100_000).fill(i))
    }
    if (what === 'print') console.log('noise')
    if (what === 'fail') return { kind: 'failed', message: `${item}: failed` }
    return { kind: 'done', text: item, unsupported: null }
  },
})
