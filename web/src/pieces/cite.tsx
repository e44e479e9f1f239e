import { useState } from 'react'
import { dayText } from './day.js'

interface Props {
  /** The words that are quoted, where there are any. */
  quote?: string
  title: string
  date?: string | null
  /** Who says it, by name. */
  by?: string
  /** Path and query of what is cited; the page's own where absent. */
  address?: string
  name?: string
}

/** Copies a citation: the words, who said them when and where, and the address that leads back to them. */
export function CiteButton({ name = 'Cite', ...what }: Props) {
  const [said, setSaid] = useState('')
  const cite = async () => {
    const text = citation(what)
    try {
      await navigator.clipboard.writeText(text)
      setSaid('Copied')
    } catch {
      window.prompt('Copy the citation:', text)
    }
    setTimeout(() => setSaid(''), 2000)
  }
  return (
    <button type="button" className="plain cite" onClick={cite}>
      <span aria-live="polite">{said || name}</span>
    </button>
  )
}

/** `“words” — By, Title, 28 May 2022. https://...` */
export function citation({ quote, title, date, by, address }: Omit<Props, 'name'>): string {
  const words = quote ? `“${quote.replace(/\s+/g, ' ').trim()}” — ` : ''
  const from = [by, title, date ? dayText(date) : undefined].filter(Boolean).join(', ')
  return `${words}${from}. ${new URL(address ?? window.location.href, window.location.href).href}`
}
