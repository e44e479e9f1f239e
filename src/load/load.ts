import type { Doc } from '../text/doc.js'
import { InputError, UsageError } from '../text/errors.js'
import { type Finding, finding } from '../text/finding.js'
import { checkDay, checkLanguage, type Declared } from './declared.js'
import type { Extract } from './extract.js'
import { checkIssuers, type IssuerFinder } from './issuers.js'
import { detectLanguage, looksEnglish } from './language.js'
import { DOCX, type Media, mediaOf } from './media.js'
import { metadataOf } from './metadata.js'
import { readPlain } from './plain.js'

export type { ActorName, IssuerFinder } from './issuers.js'

/** A statement as it was brought, undecoded. */
export interface Source {
  bytes: Uint8Array
  /** File name or path. */
  name?: string | null
  url?: string | null
  /** Media type that the server gave, with or without parameters. */
  mediaType?: string | null
  /** Charset of the HTTP header. */
  charset?: string | null
  /** ISO 8601 instant. */
  retrievedAt?: string | null
}

/** What is known better than the text says it; each goes before the front matter. */
export interface LoadOptions {
  /** Actor ids. */
  issuers?: string[]
  /** ISO day. */
  date?: string
  /** ISO 639-1 code. */
  language?: string
  title?: string
  kind?: string
  id?: string
  /** Finds issuers by their names and knows the valid ids. Without it only given issuers are known. */
  actors?: IssuerFinder
}

/**
 * Bytes to a document. What is wrong with the content is a finding; what cannot be read at all is an error.
 *
 * @throws InputError (empty, binary, encrypted, a scan, wrong front matter), UsageError (an option's value)
 */
export async function load(source: Source, options: LoadOptions = {}): Promise<Doc> {
  const label = source.name || source.url || 'standard input'
  const { bytes } = source

  // 1. Options and kind of file.
  const given = checkOptions(options)
  if (bytes.length === 0) throw new InputError(`${label}: is empty; give a file that holds a statement`)
  const media = mediaOf(bytes, label, source.name, source.mediaType)

  // 2. Bytes to text.
  const { extract, declared } = await extractText(source, media, label, options.actors)
  const { text, origin } = extract
  if (text.trim() === '') throw nothingToRead(media, label)
  if (media.startsWith('text/') && isBinary(text)) {
    throw new InputError(`${label}: is a binary file, not a statement; give plain text, Markdown, HTML, PDF or DOCX`)
  }

  // 3. Language.
  const known = given.language ?? declared.language
  const language = await languageOf(text, known, extract.hints.languages)

  // 4. Title, date, issuers, kind.
  const clues = { ...declared, ...given }
  const metadata = metadataOf({
    text,
    given: clues,
    hints: extract.hints,
    names: [source.url, source.name],
    actors: options.actors,
  })

  // 5. The document.
  const sha256 = await digest(bytes)
  return {
    id: clues.id ?? (baseName(source.name) || sha256.slice(0, 16)),
    text,
    language: language.code,
    title: metadata.title,
    date: metadata.date,
    issuers: metadata.issuers,
    kind: metadata.kind,
    url: declared.url ?? source.url ?? null,
    ...(declared.names && { names: declared.names }),
    ...(declared.names ? { names: declared.names } : {}),
    provenance: {
      url: source.url ?? null,
      name: source.name ?? null,
      retrievedAt: source.retrievedAt ?? null,
      sha256,
      mediaType: media,
      charset: extract.charset,
    },
    origin,
    findings: [...extract.findings, ...language.findings, ...metadata.findings],
  }
}

async function extractText(
  source: Source,
  media: Media,
  label: string,
  actors: IssuerFinder | undefined,
): Promise<{ extract: Extract; declared: Declared }> {
  const { bytes, charset = null } = source
  switch (media) {
    case 'text/html': {
      const { readHtml } = await import('./html.js')
      return { extract: await readHtml(bytes, label, charset), declared: {} }
    }
    case 'application/pdf': {
      const { readPdf } = await import('./pdf.js')
      return { extract: await readPdf(bytes, label), declared: {} }
    }
    case DOCX: {
      const { readDocx } = await import('./docx.js')
      return { extract: await readDocx(bytes, label), declared: {} }
    }
    default:
      return readPlain(bytes, label, charset, actors)
  }
}

function checkOptions(options: LoadOptions): Declared {
  const given: Declared = {}
  if (options.id) given.id = options.id
  if (options.title) given.title = options.title
  if (options.kind) given.kind = options.kind
  if (options.date) given.date = checkDay(options.date, '--date', UsageError)
  if (options.language) given.language = checkLanguage(options.language, '--language', UsageError)
  if (options.issuers?.length) {
    given.issuers = checkIssuers(options.issuers, '--issuers', options.actors, UsageError)
  }
  return given
}

async function languageOf(
  text: string,
  known: string | undefined,
  hints: readonly string[],
): Promise<{ code: string; findings: Finding[] }> {
  if (known !== undefined) {
    const doubtful = known === 'en' && text.length > 400 && !looksEnglish(text)
    const message = `The language is given as en, but the text has few English words; correct it where it is wrong.`
    return {
      code: known,
      findings: doubtful ? [finding('load/language-doubtful', 'warning', message, { actual: 'en' })] : [],
    }
  }
  const guess = await detectLanguage(text)
  if (guess.sure) return { code: guess.language, findings: [] }
  const code = hints[0] ?? guess.language
  const message = `The language of so short or mixed a text is uncertain, taken as ${code}; give --language to be sure.`
  return { code, findings: [finding('load/language-uncertain', 'info', message, { actual: code })] }
}

function nothingToRead(media: Media, label: string): InputError {
  const remedy =
    media === 'text/html'
      ? 'the page may need JavaScript: save it from a browser and give the file'
      : 'give a file that holds a statement'
  return new InputError(`${label}: holds no text; ${remedy}`)
}

/** Whether more than one character in a hundred is a control character that no text has. */
function isBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary data apart
  const controls = text.slice(0, 1_000_000).match(/[\0-\x08\x0E-\x1A\x1C-\x1F]/g)?.length ?? 0
  return controls > Math.min(text.length, 1_000_000) / 100
}

function baseName(name: string | null | undefined): string {
  return (name ?? '').replace(/^.*[/\\]/, '').replace(/(?<=.)\.[A-Za-z0-9]{1,8}$/, '')
}

async function digest(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
  return Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('')
}
