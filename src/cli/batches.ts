import type { MessagePort } from 'node:worker_threads'
import type { Outcome, Pipeline } from './pipeline.js'

/** From the main thread: names of inputs, to be worked through in order. */
export type Batch = readonly string[]

/** To the main thread: once that the worker has started, then one outcome for each name, in order. */
export type Answer = 'ready' | Outcome

/** The worker's side: answers each input as soon as it is done, so that a sudden death can be laid to one input. */
export function answerBatches(port: MessagePort, pipeline: Pipeline): void {
  let queue = Promise.resolve()
  port.on('message', (batch: Batch) => {
    queue = queue.then(async () => {
      for (const item of batch) port.postMessage((await pipeline.one(item)) satisfies Answer)
    })
  })
  port.postMessage('ready' satisfies Answer)
}
