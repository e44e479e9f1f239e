/** The reader in a worker of its own, so that typing never waits for it. It is given a draft and gives back its reading. */
import { read } from '../../../../src/read/read.js'
import type { Reading } from '../../../../src/read/reading.js'

export interface Asked {
  /** Counts up: answers to what was typed over since are dropped. */
  n: number
  text: string
  issuers: string[]
  date: string | null
}

export interface Answered {
  n: number
  reading: Reading | null
  /** What went wrong, where there is no reading. */
  error: string | null
}

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  const { n, text, issuers, date } = data
  try {
    const reading = read({
      ...{ id: 'draft', text, title: null, date, issuers, language: 'en', kind: null, url: null },
      provenance: {
        ...{ url: null, name: null, retrievedAt: null, sha256: '', mediaType: 'text/plain', charset: null },
      },
      origin: [],
      findings: [],
    })
    self.postMessage({ n, reading, error: null } satisfies Answered)
  } catch (error) {
    self.postMessage({ n, reading: null, error: String(error) } satisfies Answered)
  }
}
