import { messageOf } from './failure.js'
import type { Entry } from './pool.js'

/** Finds the inputs behind the given names: the files of a folder, say. */
export type Expand = (inputs: string[]) => AsyncIterable<string>

/** The inputs in order. A name behind which nothing is found is an entry too, so that it does not stop the others. */
export async function* entriesOf(inputs: readonly string[], expand: Expand): AsyncGenerator<Entry, undefined> {
  for (const input of inputs) {
    try {
      for await (const item of expand([input])) yield { item }
    } catch (error) {
      yield { outcome: { kind: 'failed', message: messageOf(error, input) } }
    }
  }
}

/** Takes up to `count` values from the front. */
export async function take<T>(values: AsyncGenerator<T, undefined>, count: number): Promise<T[]> {
  const taken: T[] = []
  while (taken.length < count) {
    const next = await values.next()
    if (next.done) break
    taken.push(next.value)
  }
  return taken
}

/** Those taken, then the rest. */
export async function* chain<T>(first: readonly T[], rest: AsyncIterable<T>): AsyncGenerator<T, undefined> {
  yield* first
  yield* rest
}

/** How many there are. */
export async function count(values: AsyncIterable<unknown>): Promise<number> {
  let total = 0
  for await (const _ of values) total++
  return total
}
