/**
 * `npm run compare:recall [-- COUNT]`: what the ledger's index of shingles finds of what exhaustive comparison finds at the
 * same threshold, for sentences drawn from the open corpus.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ALIKE, resemblance, shinglesOf } from '../../src/compare/shingles.js'
import { openLedger } from '../../src/ledger/open.js'
import { putSayings, sayingsOf, soughtOf, wordingsLike } from '../../src/ledger/shingle-table.js'
import { defaultLexicon } from '../../src/lexicon/default.js'
import { splitSentences } from '../../src/read/sentences.js'
import { corpusRows, loadRow } from '../corpus.js'
import { seeded, shuffled } from '../random.js'

const SEED = 20220525
const { abbreviations } = defaultLexicon()
/** After every key. */
const END = Number.MAX_SAFE_INTEGER
const count = Number(process.argv[2] ?? 400)

// 1. All sentences of the open corpus, in every language.
const sentences: { text: string; shingles: number[] }[] = []
for (const row of corpusRows('precedents are measured on its sentences')) {
  const { text } = await loadRow(row)
  for (const { start, end } of splitSentences(text, abbreviations)) {
    const words = text.slice(start, end)
    sentences.push({ text: words, shingles: shinglesOf(words) })
  }
}

// 2. Into a ledger's own table, and what is found by it.
const folder = mkdtempSync(join(tmpdir(), 'demarche-recall-'))
const ledger = await openLedger(join(folder, 'ledger.db'), 'write')
try {
  await ledger.database.transaction(async queries => {
    for (let from = 0; from < sentences.length; from += 1000)
      await putSayings(
        queries,
        sentences.slice(from, from + 1000).map(({ text }, i) => ({ sentence: from + i, statement: 0, text })),
      )
  })
  const drawn = shuffled([...sentences.keys()], seeded(SEED))
    .filter(key => sentences[key]!.shingles.length > 0)
    .slice(0, count)
  let [wanted, found, looked, milliseconds, withAny] = [0, 0, 0, 0, 0]
  for (const key of drawn) {
    const { text, shingles } = sentences[key]!
    const began = performance.now()
    const [like] = await wordingsLike(ledger.database, [soughtOf(text)], END, async keys => {
      looked += keys.length
      return new Map(keys.map(other => [other, sentences[other]!.text]))
    })
    const said = await sayingsOf(ledger.database, new Set(like!.map(({ wording }) => wording)), END)
    const candidates = new Set([...said.values()].flatMap(some => some.map(({ sentence }) => sentence)))
    milliseconds += performance.now() - began
    const alike = [...sentences.keys()].filter(
      other => other !== key && resemblance(shingles, sentences[other]!.shingles) >= ALIKE,
    )
    wanted += alike.length
    found += alike.filter(other => candidates.has(other)).length
    if (alike.length) withAny++
  }
  const share = (100 * found) / Math.max(1, wanted)
  console.log(
    `${drawn.length} of ${sentences.length} sentences, ${withAny} with a like one; exhaustive comparison finds ${wanted}, the index ${found} of them: recall ${share.toFixed(2)}% (at least 99% asked, threshold ${ALIKE.toFixed(2)})`,
  )
  console.log(
    `${(looked / drawn.length).toFixed(0)} wordings looked at and ${(milliseconds / drawn.length).toFixed(2)} ms a sentence to find them`,
  )
} finally {
  await ledger.close()
  rmSync(folder, { recursive: true })
}
