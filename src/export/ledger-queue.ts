import type { Failed } from '../ledger/queue.js'
import type { Answer } from './answer.js'
import { tableLines } from './table.js'
import { shorten } from './wrap.js'

/**
 * The inputs of the queue that could not be read.
 *
 * @param waiting how many others wait
 */
export function failedAnswer(rows: readonly Failed[], waiting: number): Answer {
  return {
    lines: options => [
      ...(rows.length
        ? tableLines(
            [
              { title: 'input', least: 16 },
              { title: 'why', least: 24 },
            ],
            rows.map(({ name, why }) => ({ cells: [shorten(name, 60), why] })),
            options,
          )
        : []),
      options.style('label', `${rows.length} failed; ${waiting} waiting or being read`),
    ],
    csv: [
      ['digest', 'input', 'asked', 'why'],
      ...rows.map(({ digest, name, asked, why }) => [digest, name, asked, why]),
    ],
    json: {
      schema: 'demarche.queue/1',
      waiting,
      failed: rows.map(({ digest, name, asked, why }) => ({ digest, input: name, asked, why })),
    },
  }
}
