import { InputError } from '../text/errors.js'

/** One `key: value` of a front matter. */
export interface Field {
  key: string
  /** The value; several where it is a list. A missing value is an empty list. */
  values: string[]
  /** Whether it was written as a list. */
  list: boolean
  /** Line in the file, from 1. */
  line: number
}

export interface FrontMatter {
  fields: Field[]
  /** Offset at which the statement's text begins: after the closing line. */
  bodyStart: number
}

/** Keys that mean something here; a block without any of them between two rulers is Markdown. */
export const KEYS = ['id', 'title', 'date', 'issuers', 'kind', 'language', 'url'] as const

const FENCE = /^---[ \t]*$/
const KEY = /^([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)$/

/**
 * The front matter that a file begins with (`---`, `key: value` lines, `---`), or null where it has none. It is the
 * part of YAML that such files use: plain and quoted values, `[a, b]` and `- a` lists, `>` and `|` blocks, comments.
 * Nested maps are passed over.
 *
 * @param label name of the source, for errors
 * @throws InputError where it is not closed or a line is no `key: value`
 */
export function frontMatter(text: string, label: string): FrontMatter | null {
  const lines = linesOf(text)
  const first = lines.next().value
  if (!first || !FENCE.test(first.text)) return null

  const fields: Field[] = []
  const isOurs = () => fields.some(field => KEYS.some(key => key === field.key))
  let block: string[] | null = null
  let strange: { number: number; text: string } | null = null
  let number = 1
  for (const line of lines) {
    number++
    const field = fields.at(-1)
    const key = KEY.exec(line.text)
    if (FENCE.test(line.text)) {
      if (fields.length === 0 ? number > 2 : !isOurs()) return null
      if (strange) {
        const shown = JSON.stringify(strange.text.slice(0, 60))
        throw new InputError(`${label}: line ${strange.number}: ${shown} is no "key: value"; correct the front matter`)
      }
      return { fields, bodyStart: line.next }
    }
    if (key) {
      block = /^[>|][+-]?\d?$/.test(key[2].trim()) ? [] : null
      const value = block ? { values: [], list: false } : valuesOf(key[2].trim())
      fields.push({ key: key[1], line: number, ...value })
    } else if (/^\s*(#.*)?$/.test(line.text)) {
      // A blank line or a comment.
    } else if (field && block && /^\s/.test(line.text)) {
      block.push(line.text.trim())
      field.values = [block.join(' ')]
    } else if (field && /^\s*-\s/.test(line.text)) {
      field.list = true
      field.values.push(...valuesOf(line.text.replace(/^\s*-\s+/, '').trim()).values)
    } else if (field && /^\s/.test(line.text)) {
      // Continuation of a plain value, or a nested map, which nothing here needs.
      const plain = field.values.length === 1 && !field.list && !KEY.test(line.text.trim())
      if (plain) field.values = [`${field.values[0]} ${line.text.trim()}`]
    } else if (fields.length === 0) {
      return null
    } else {
      strange ??= { number, text: line.text }
    }
  }
  if (strange || !isOurs()) return null
  throw new InputError(`${label}: the front matter that line 1 opens is not closed; put a line "---" after it`)
}

function valuesOf(raw: string): { values: string[]; list: boolean } {
  if (raw.startsWith('[') && /\]\s*(#.*)?$/.test(raw)) {
    const inside = raw.slice(1, raw.lastIndexOf(']'))
    const values = inside.match(/\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]+)/g) ?? []
    return { values: values.map(value => unquote(value.trim())).filter(value => value !== ''), list: true }
  }
  const value = unquote(raw)
  return { values: value === '' || value === 'null' || value === '~' ? [] : [value], list: false }
}

function unquote(value: string): string {
  const double = /^"((?:[^"\\]|\\.)*)"\s*(#.*)?$/.exec(value)
  if (double) return double[1].replace(/\\(u[0-9a-fA-F]{4}|.)/g, (_, code: string) => unescapeOne(code))
  const single = /^'((?:[^']|'')*)'\s*(#.*)?$/.exec(value)
  if (single) return single[1].replaceAll("''", "'")
  return value.replace(/\s+#.*$/, '').trim()
}

function unescapeOne(code: string): string {
  if (code.length === 5) return String.fromCharCode(Number.parseInt(code.slice(1), 16))
  return code === 'n' ? '\n' : code === 't' ? '\t' : code
}

interface Line {
  text: string
  /** Offset of the next line. */
  next: number
}

/** Lines without their ends (`\n` or `\r\n`). */
function* linesOf(text: string): Generator<Line> {
  let start = 0
  while (start < text.length) {
    const newline = text.indexOf('\n', start)
    const next = newline === -1 ? text.length : newline + 1
    const end = newline === -1 ? text.length : newline > start && text[newline - 1] === '\r' ? newline - 1 : newline
    yield { text: text.slice(start, end), next }
    start = next
  }
}
