import { createHash } from 'node:crypto'
import type { Doc } from '../text/doc.js'

/**
 * A statement's name for good: SHA-256, in lower-case hexadecimal, of its text in UTF-8, a zero byte, its ISO day (nothing where
 * unknown), a zero byte, and its issuers' ids, sorted, with commas between them. The same words of the same issuers on the
 * same day are one statement, wherever they were found; the same words on another day are another.
 */
export function digestOf({ text, date, issuers }: Pick<Doc, 'text' | 'date' | 'issuers'>): string {
  return createHash('sha256')
    .update(text, 'utf8')
    .update(`\0${date ?? ''}\0${[...issuers].sort().join(',')}`, 'utf8')
    .digest('hex')
}
