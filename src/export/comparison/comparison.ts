import { docx } from './docx.js'
import type { ComparisonFormat } from './format.js'
import { html } from './html.js'
import { json } from './json.js'
import { markdown } from './markdown.js'
import { text } from './text.js'

/** Every format that a comparison can be written in, in the order in which the help lists them. */
export const COMPARISON_FORMATS: readonly ComparisonFormat[] = [text, html, markdown, docx, json]

/** The format that a file name asks for by its extension, or undefined. */
export function comparisonFormatOfFile(file: string): ComparisonFormat | undefined {
  const name = file.toLowerCase()
  return COMPARISON_FORMATS.find(format => format.extensions.some(extension => name.endsWith(extension)))
}
