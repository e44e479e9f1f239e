import { useEffect, useRef, useState } from 'react'
import type { Reading } from '../../../../src/read/reading.js'
import type { Answered, Asked } from './reader.js'

/** A reading together with the text that it is of. */
export interface DraftRead {
  text: string
  reading: Reading
}

/** Milliseconds without a key before the draft is read. */
const PAUSE = 160

/** Reads the draft as it is typed, and again for another list of issuers; null until the first reading is there. */
export function useReader(text: string, issuers: readonly string[], date: string | null) {
  const worker = useRef<Worker | null>(null)
  const asked = useRef<Asked | null>(null)
  const [read, setRead] = useState<DraftRead | null>(null)
  const [error, setError] = useState<string | null>(null)
  useEffect(() => {
    const made = new Worker(new URL('./reader.ts', import.meta.url), { type: 'module' })
    made.onmessage = ({ data }: MessageEvent<Answered>) => {
      if (data.n !== asked.current?.n) return
      setError(data.error)
      if (data.reading) setRead({ text: asked.current.text, reading: data.reading })
    }
    made.onerror = () => setError('the reader could not be loaded; load the page again')
    worker.current = made
    return () => {
      made.terminate()
      worker.current = null
    }
  }, [])
  useEffect(() => {
    if (text.trim() === '') {
      asked.current = null
      setRead(null)
      return
    }
    const timer = setTimeout(() => {
      asked.current = { n: (asked.current?.n ?? 0) + 1, text, issuers: [...issuers], date }
      worker.current?.postMessage(asked.current)
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [text, issuers, date])
  return { read, error }
}
