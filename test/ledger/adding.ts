/** A process that adds statements in small batches until it is killed, and says what was added as soon as it was. */
import { readFileSync, writeSync } from 'node:fs'
import type { Entry } from '../../src/ledger/ledger.js'
import { openLedger } from '../../src/ledger/open.js'

const [file, model, name] = process.argv.slice(2) as [string, string, string]
const { doc, reading } = JSON.parse(readFileSync(model, 'utf8')) as Entry
const ledger = await openLedger(file, 'write')
for (let n = 0; ; n++) {
  const batch = Array.from({ length: 1 + (n % 5) }, (_, i) => {
    // Of the same length, so that the model's reading fits.
    const mark = `${name}q${n}q${i}`.padEnd(24, 'z')
    return { doc: { ...doc, id: mark, text: doc.text.replace(/x{24}/, mark) }, reading }
  })
  const added = await ledger.add(batch)
  writeSync(1, added.map(({ id }, i) => `${id} ${batch[i]!.doc.id}\n`).join(''))
}
