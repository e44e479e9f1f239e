import { existsSync, readFileSync } from 'node:fs'
import { load } from '../src/load/load.js'
import type { Doc } from '../src/text/doc.js'

const CORPUS = '../shared/corpus-open'

/** A row of the open corpus's index. */
export interface CorpusRow {
  id: string
  file: string
  language: string
  kind: string
  subject: string
}

/** All rows of the open corpus; ends the process with one line that says `what` needs it, where it is absent. */
export function corpusRows(what: string): CorpusRow[] {
  const index = `${CORPUS}/index.jsonl`
  if (!existsSync(index)) {
    console.error(`${CORPUS} is absent: ${what}`)
    process.exit(1)
  }
  return readFileSync(index, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
}

/** What coverage is measured on: English, no speeches, no monetary policy. */
export function isCovered({ language, kind, subject }: CorpusRow): boolean {
  return language === 'en' && kind !== 'speech' && subject !== 'monetary-policy'
}

export function loadRow({ file }: CorpusRow): Promise<Doc> {
  return load({ bytes: readFileSync(`${CORPUS}/${file}`), name: file, mediaType: 'text/plain' })
}
