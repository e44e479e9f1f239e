/** What the tests of reading read: a body of text that Arland speaks, under invented names. */
import { load } from '../../src/load/load.js'
import { read } from '../../src/read/read.js'
import type { Act } from '../../src/read/reading.js'
import type { Span } from '../../src/text/span.js'

export interface Given {
  issuers?: string
  kind?: string
  title?: string
}

/** The acts of a body, and the words under a span of theirs. */
export async function actsOf(body: string, given: Given = {}): Promise<{ acts: Act[]; wordsOf(span: Span): string }> {
  const text = `---
id: test
title: "${given.title ?? 'Statement'}"
issuers: [${given.issuers ?? 'OTHER:arland'}]
kind: ${given.kind ?? 'statement'}
language: en
names: { Arland: OTHER:arland, Norvia: OTHER:norvia, Norvian: OTHER:norvia, Sund: OTHER:sund, Veska: OTHER:veska, Veskan: OTHER:veska }
---
${body}
`
  const doc = await load({ bytes: new TextEncoder().encode(text), name: 'test.txt', mediaType: 'text/plain' })
  return { acts: read(doc).acts, wordsOf: ({ start, end }) => doc.text.slice(start, end) }
}
