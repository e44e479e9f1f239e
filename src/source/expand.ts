import { readdir, stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { EXTENSIONS, extensionOf } from '../load/media.js'

/** Standard input among the inputs. */
export const STDIN = '-'

export function isUrl(input: string): boolean {
  return /^https?:\/\//i.test(input)
}

/**
 * The single inputs that a user's inputs stand for, in order: files, addresses, `-`. A folder gives its files of
 * known kinds, those of its folders too, sorted by name; hidden ones and a folder's own README are no statements. A
 * pattern (`*`, `?`, `[...]`, `{...}`, `**`) gives the files that match. What cannot be expanded (a missing file, an
 * empty folder) is given as it is: bringing it then fails and says why. Folders are read one at a time, as they come.
 */
export async function* expand(inputs: Iterable<string>): AsyncGenerator<string> {
  for (const input of inputs) {
    if (input === STDIN || isUrl(input)) {
      yield input
      continue
    }
    const kind = await kindOf(input)
    if (kind === 'folder') yield* orItself(walk(input), input)
    else if (kind === 'none' && isPattern(input)) yield* orItself(matches(input), input)
    else yield input
  }
}

async function* orItself(paths: AsyncIterable<string>, input: string): AsyncGenerator<string> {
  let any = false
  for await (const path of paths) {
    any = true
    yield path
  }
  if (!any) yield input
}

async function kindOf(path: string): Promise<'folder' | 'file' | 'none'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch {
    return 'none'
  }
}

/** Files of known kinds below a folder. A folder that cannot be read is given itself. */
export async function* walk(folder: string): AsyncGenerator<string> {
  let entries: Awaited<ReturnType<typeof list>>
  try {
    entries = await list(folder)
  } catch {
    yield folder
    return
  }
  for (const entry of entries) {
    const path = join(folder, entry.name)
    // A link to a folder may lead back up; a link to a file is as good as the file.
    const isFile = entry.isFile() || (entry.isSymbolicLink() && (await kindOf(path)) === 'file')
    if (entry.isDirectory()) yield* walk(path)
    else if (isFile && isStatement(entry.name)) yield path
  }
}

async function list(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true })
  const visible = entries.filter(entry => !entry.name.startsWith('.') && entry.name !== 'node_modules')
  return visible.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function isStatement(name: string): boolean {
  return extensionOf(name) in EXTENSIONS && !/^readme\.[a-z]+$/i.test(name)
}

export function isPattern(input: string): boolean {
  return /[*?]|\[.+\]|\{.+\}|[!+@]\(.+\)/.test(input)
}

async function* matches(pattern: string): AsyncGenerator<string> {
  const { glob } = await import('tinyglobby')
  // On Windows a pattern may come with the shell's backslashes; elsewhere they escape.
  const normal = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern
  const paths = await glob(normal, {
    dot: false,
    onlyFiles: true,
    expandDirectories: false,
    absolute: isAbsolute(pattern),
  })
  yield* paths.sort()
}
