import { docx } from './docx.js'
import type { ComparisonFormat } from './format.js'
import { html } from './html.js'
import { json } from './json.js'
import { markdown } from './markdown.js'
import { text } from './text.js'

/** Every format that a comparison can be written in, in the order in which the help lists them. */
export const COMPARISON_FORMATS: readonly ComparisonFormat[] = [text, html, markdown, docx, json]
