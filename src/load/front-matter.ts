import { InputError } from '../text/errors.js'

/** One `key: value` of a front matter. */
export interface Field {
  key: string
  /** The value; several where it is a list. A missing value is an empty list. */
  values: string[]
  /** Whether it was written as a list. */
  list: boolean
  /** Pairs of a map (`{ a: b }`, or lines `a: b` further in), in order. */
  map: [string, string][]
  /** Line in the file, from 1. */
  line: number
}

export interface FrontMatter {
  fields: Field[]
  /** Offset at which the statement's text begins: after the closing line. */
  bodyStart: number
}

/** Keys that mean something here; a block without any of them between two rulers is Markdown. */
const KEYS = ['id', 'title', 'date', 'issuers', 'kind', 'language', 'url', 'names'] as const

const FENCE = /^---[ \t]*$/
const KEY = /^([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)$/
/** A pair of a map: the key may have spaces, the value colons. */
const PAIR = /^\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#:][^:]*?)\s*:\s+(.*)$/

/**
 * The front matter that a file begins with (`---`, `key: value` lines, `---`), or null where it has none. It is the
 * part of YAML that such files use: plain and quoted values, `[a, b]` and `- a` lists, `{ a: b }` and indented maps,
 * `>` and `|` blocks, comments.
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
  /** A list or map in brackets that is not closed yet. */
  let open: string | null = null
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
      const raw = key[2].trim()
      block = /^[>|][+-]?\d?$/.test(raw) ? [] : null
      open = isOpen(raw) ? raw : null
      fields.push({ key: key[1], line: number, ...valuesOf(block ? '' : raw) })
    } else if (field && open !== null) {
      open = `${open} ${line.text.trim()}`
      Object.assign(field, valuesOf(open))
      if (!isOpen(open)) open = null
    } else if (/^\s*(#.*)?$/.test(line.text)) {
      // A blank line or a comment.
    } else if (field && block && /^\s/.test(line.text)) {
      block.push(line.text.trim())
      field.values = [block.join(' ')]
    } else if (field && /^\s*-\s/.test(line.text)) {
      field.list = true
      field.values.push(...valuesOf(line.text.replace(/^\s*-\s+/, '').trim()).values)
    } else if (field && /^\s/.test(line.text)) {
      const pair = field.values.length === 0 && PAIR.exec(line.text)
      if (pair) field.map.push([unquote(pair[1]), unquote(pair[2])])
      else if (field.values.length === 1 && !field.list) field.values = [`${field.values[0]} ${line.text.trim()}`]
    } else if (fields.length === 0) {
      return null
    } else {
      strange ??= { number, text: line.text }
    }
  }
  if (strange || !isOurs()) return null
  throw new InputError(`${label}: the front matter that line 1 opens is not closed; put a line "---" after it`)
}

type Value = Pick<Field, 'values' | 'list' | 'map'>

function isOpen(raw: string): boolean {
  return /^[[{]/.test(raw) && !/[\]}]\s*(#.*)?$/.test(raw)
}

function valuesOf(raw: string): Value {
  if (/^[[{]/.test(raw) && !isOpen(raw)) {
    const inside = raw.slice(1, Math.max(raw.lastIndexOf(']'), raw.lastIndexOf('}')))
    const parts = (inside.match(/\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|)[^,]*/g) ?? [])
      .map(part => part.trim())
      .filter(part => part !== '')
    if (raw.startsWith('{')) {
      const pairs = parts.map(part => PAIR.exec(part)).filter(pair => pair !== null)
      return { values: [], list: false, map: pairs.map(pair => [unquote(pair[1]), unquote(pair[2])]) }
    }
    return { values: parts.map(unquote).filter(value => value !== ''), list: true, map: [] }
  }
  const value = unquote(raw)
  return { values: value === '' || value === 'null' || value === '~' ? [] : [value], list: false, map: [] }
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
