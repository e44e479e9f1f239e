/** Holds that no state, person or place is named in the code: whom a statement may speak of is data. */
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { KNOWLEDGE } from '../../src/lexicon/knowledge.generated.js'
import { lineOf, type SourceFile, sourcesIn, walk } from './sources.js'

/** Words that happen to be names, each where it may stand and why. */
const WORDS: Record<string, string> = {
  'compare/words.ts: Khmer': 'a script',
  'compare/words.ts: Myanmar': 'the Unicode name of a script',
  'compare/words.ts: Thai': 'a script',
  'export/html-style.ts: Georgia': 'a typeface',
  'export/wrap.ts: Chinese': 'a script',
  'export/wrap.ts: Japanese': 'a script',
  'load/guess.ts: Chinese': 'a language',
  'load/language.ts: Armenian': 'a script',
  'load/language.ts: Chinese': 'a language',
  'load/language.ts: Georgian': 'a script',
  'load/language.ts: Greek': 'a script',
  'load/language.ts: Japanese': 'a language',
  'load/language.ts: Khmer': 'a script',
  'load/language.ts: Myanmar': 'the Unicode name of a script',
  'load/language.ts: Thai': 'a script',
  'load/media.ts: PNG': 'a file format',
  'read/tagger/candidates.ts: American': 'a spelling',
  'source/fetch.ts: TLS': 'a protocol',
  'web/pieces/chart-image.ts: PNG': 'a file format',
  'web/pieces/download.tsx: PNG': 'a file format',
}

/** Words of SQL that are codes of states too, in the room whose files hold queries. */
const SQL = { room: 'ledger', words: ['AND'] }

/** The web app's own files; its client is made of the API's document. */
const web = sourcesIn('web/src')
  .filter(({ path }) => !path.startsWith('client/'))
  .map(source => ({ ...source, path: `web/${source.path}` }))
const sources = [...sourcesIn().filter(source => !source.generated), ...web]
const aliases = KNOWLEDGE.actors.aliases.filter(alias => alias.kind === 'state' || alias.kind === 'person')
const names = new Set([...aliases.map(alias => alias.alias), ...KNOWLEDGE.places].filter(name => name.length > 3))
const longest = Math.max(...[...names].map(name => name.split(' ').length))
const codes = new Set(aliases.map(alias => alias.id).filter(id => /^[A-Z]{3}$/.test(id)))

const named = sources.flatMap(source =>
  saidIn(source).flatMap(({ text, at }) =>
    namesIn(text)
      .filter(name => !(source.room === SQL.room && SQL.words.includes(name)))
      .map(name => ({ file: source.path, name, at })),
  ),
)

describe('the code', () => {
  it('knows the names that it must not say', () => {
    expect(names.size).toBeGreaterThan(1000)
    expect(codes.size).toBeGreaterThan(190)
  })

  it('names no state, person or place, in the program and in the web app', () => {
    expect(named.filter(({ file, name }) => !(`${file}: ${name}` in WORDS))).toEqual([])
  })

  it('holds no exception that nothing needs', () => {
    const needed = new Set(named.map(({ file, name }) => `${file}: ${name}`))
    expect(Object.keys(WORDS).filter(word => !needed.has(word))).toEqual([])
  })
})

/** The file's literals, templates, regular expressions and comments. */
function saidIn(source: SourceFile): { text: string; at: string }[] {
  const said: { text: string; at: string }[] = []
  walk(source.tree, node => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isRegularExpressionLiteral(node) ||
      ts.isTemplateLiteralToken(node) ||
      ts.isJsxText(node)
    )
      said.push({ text: node.text, at: lineOf(source, node.getStart()) })
  })
  for (const { pos, end } of commentsIn(source))
    said.push({ text: source.text.slice(pos, end), at: lineOf(source, pos) })
  return said
}

/** Comments before and after every token, those before a closing bracket included. */
function commentsIn({ tree, text }: SourceFile): ts.CommentRange[] {
  const comments = new Map<number, ts.CommentRange>()
  const visit = (node: ts.Node): void => {
    for (const comment of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [])
      comments.set(comment.pos, comment)
    for (const comment of ts.getTrailingCommentRanges(text, node.getEnd()) ?? []) comments.set(comment.pos, comment)
    for (const child of node.getChildren(tree)) visit(child)
  }
  visit(tree)
  return [...comments.values()]
}

function namesIn(text: string): string[] {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu)]
  const found: string[] = []
  words.forEach((word, i) => {
    if (codes.has(word[0])) found.push(word[0])
    for (let count = 1; count <= longest && i + count <= words.length; count++) {
      const last = words[i + count - 1]!
      const phrase = text.slice(word.index, last.index + last[0].length)
      const bare = phrase.replace(/[.'’-]+$|['’]s$/u, '')
      if (names.has(phrase) || names.has(bare)) found.push(bare)
    }
  })
  return found
}
