/** A statement of the ledger for the terminal: what is known of it, then its sentences with their numbered acts. */
import type { CorrectionMade } from '../ledger/corrections.js'
import type { ActRow, Stored } from '../ledger/ledger.js'
import type { Style } from './format.js'
import { actorLabel } from './labels.js'
import { actLines } from './ledger-hits.js'
import { wrapText } from './wrap.js'

export function shownLines(
  { row, doc, reading }: Stored,
  corrections: readonly CorrectionMade[],
  { width, style }: { width: number; style: Style },
): string[] {
  const standing = corrections.filter(({ undone, correction }) => !undone && correction.kind !== 'undo').length
  const facts: [string, string][] = [
    ['id', row.id],
    ['label', row.label],
    ['date', row.date ?? 'unknown'],
    ['issuers', row.issuers.map(actorLabel).join(', ') || 'unknown'],
    ['kind', row.kind ?? ''],
    ['language', row.language],
    ['url', row.url ?? ''],
    ['retrieved', doc.provenance.retrievedAt ?? ''],
    ['source', `SHA-256 ${doc.provenance.sha256}`],
    ['added', row.added],
    ['reader', row.reader],
    ['replaces', row.previous ?? ''],
    ['standing', row.latest ? '' : 'replaced by a later version'],
    ['corrections', standing ? String(standing) : ''],
  ]
  const acts: ActRow[][] = reading.sentences.map(() => [])
  const sentences = reading.sentences.map((sentence, n) => ({
    id: '',
    statement: row,
    n,
    ...sentence,
    text: doc.text.slice(sentence.start, sentence.end),
  }))
  for (const [n, act] of reading.acts.entries())
    acts[act.sentence]?.push({
      id: '',
      n,
      act,
      sentence: sentences[act.sentence]!,
      corrected: act.rule.startsWith('correction/'),
    })
  return [
    ...wrapText(row.title ?? row.label, width).map(line => style('title', line)),
    ...facts.filter(([, value]) => value).map(([name, value]) => `${style('label', name.padEnd(11))} ${value}`),
    '',
    ...sentences.flatMap((sentence, n) => [
      ...wrapText(sentence.text, Math.max(16, width - 5)).map(
        (line, i) => `${style('label', (i ? '' : `s${n}`).padEnd(5))}${line}`,
      ),
      ...(sentence.status === 'unread' ? [`     ${style('warning', 'unread')}`] : []),
      ...actLines(acts[n]!, { width, style }),
    ]),
  ]
}
