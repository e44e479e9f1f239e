import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { load } from '../src/load/load.js'
import type { Doc } from '../src/text/doc.js'

export const CORPUS = '../shared/corpus-open'
const GOLD = join(import.meta.dirname, '..', 'test', 'gold')

/** A row of the open corpus's index. */
export interface CorpusRow {
  id: string
  file: string
  language: string
  kind: string
  subject: string
}

/** Ends the process with one line that says `what` needs the folder, where it is absent. */
export function need(folder: string, what: string): void {
  if (existsSync(folder)) return
  console.error(`${folder} is absent: ${what}`)
  process.exit(1)
}

/** All rows of the open corpus; ends the process with one line that says `what` needs it, where it is absent. */
export function corpusRows(what: string): CorpusRow[] {
  need(CORPUS, what)
  return readFileSync(`${CORPUS}/index.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
}

/** What coverage is measured on: English, no speeches, no monetary policy. */
export function isCovered({ language, kind, subject }: CorpusRow): boolean {
  return language === 'en' && kind !== 'speech' && subject !== 'monetary-policy'
}

export function loadRow({ file }: CorpusRow): Promise<Doc> {
  return loadFile(`${CORPUS}/${file}`)
}

export function loadFile(path: string): Promise<Doc> {
  return load({ bytes: readFileSync(path), name: basename(path), mediaType: 'text/plain' })
}

/** A statement of its file's text as it is, front matter included. */
export function loadText(raw: string, id: string): Promise<Doc> {
  return load({ bytes: new TextEncoder().encode(raw), name: `${id}.txt`, mediaType: 'text/plain' })
}

/** Ids of the statements that are kept for measuring the reader, and neither looked at nor learned from. */
export function setAside(): Set<string> {
  const files = ['held-out.txt', join('corpus', 'aside.txt')]
  return new Set(files.flatMap(file => readFileSync(join(GOLD, file), 'utf8').split(/\s+/)).filter(Boolean))
}
