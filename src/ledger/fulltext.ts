/**
 * What the full-text index holds of a sentence: its words as tokens, and tags for what its acts and its statement are. Both
 * databases get the same tokens, so they find the same.
 */
import type { Act } from '../read/reading.js'
import type { Span } from '../text/span.js'

export interface Token extends Span {
  /** Letters and digits only: compatible forms made one, small letters, accents gone. */
  token: string
}

/** Scripts whose words are found by overlapping pairs of characters: they are written without spaces, or with endings. */
const PAIRED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]+/u
const RUNS = new RegExp(`${PAIRED.source}|(?:(?!${PAIRED.source})[\\p{L}\\p{N}\\p{M}])+`, 'gu')
const STARTS_PAIRED = new RegExp(`^${PAIRED.source}`, 'u')
const ASCII = /^[\x20-\x7e]*$/

/**
 * Tokens of a text with their places. A run of the paired scripts gives each two neighbouring characters and, last,
 * its final character: so a word of two characters is a token, a longer one a row of tokens, a single character a beginning.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const { 0: run, index: start } of text.matchAll(RUNS)) {
    if (!STARTS_PAIRED.test(run)) {
      const token = folded(run)
      if (token !== '') tokens.push({ token, start, end: start + run.length })
      continue
    }
    const same = run.normalize('NFKC')
    const characters = [...same]
    // Where composing changes the length, places inside the run are not known: each token stands for the whole.
    const exact = same === run
    let at = start
    for (const [i, character] of characters.entries()) {
      const pair = character + (characters[i + 1] ?? '')
      tokens.push({ token: pair, start: exact ? at : start, end: exact ? at + pair.length : start + run.length })
      at += character.length
    }
  }
  return tokens
}

/** The tokens as the index takes them. */
export function wordsOf(text: string): string {
  return tokensOf(text)
    .map(({ token }) => token)
    .join(' ')
}

function folded(run: string): string {
  if (ASCII.test(run)) return run.toLowerCase()
  return run
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
}

/** What tags are about; the letter stands in the index. */
const KINDS = {
  issuer: 'i',
  language: 'l',
  kind: 'k',
  force: 'f',
  actor: 'a',
  target: 't',
  topic: 'o',
  ref: 'r',
  conditional: 'c',
} as const
export type TagKind = keyof typeof KINDS

/** One token for a value: letters and digits as they are in small, the rest by number, so that no tokenizer splits it. */
export function tagOf(kind: TagKind, value: string): string {
  const plain = value.toLowerCase().replace(/[^a-wyz0-9]/g, character => `x${character.codePointAt(0)!.toString(36)}x`)
  return `z${KINDS[kind]}${plain}`
}

/** Tags of a sentence, each once. */
export function tagsOf(
  { issuers, language, kind }: { issuers: readonly string[]; language: string; kind: string | null },
  acts: readonly (Act & { conditional: boolean })[],
): string {
  const tags = new Set<string>([tagOf('language', language)])
  if (kind !== null) tags.add(tagOf('kind', kind))
  for (const issuer of issuers) tags.add(tagOf('issuer', issuer))
  for (const act of acts) {
    tags.add(tagOf('force', act.force))
    tags.add(tagOf('conditional', act.conditional ? '1' : '0'))
    for (const actor of act.actors) tags.add(tagOf('actor', actor))
    for (const target of act.targets) tags.add(tagOf('target', target))
    for (const topic of act.topics) tags.add(tagOf('topic', topic))
    for (const ref of act.refs) tags.add(tagOf('ref', ref))
  }
  return [...tags].join(' ')
}
