import { useCallback, useEffect } from 'react'

/** Goes to the next or the previous changed sentence: by a call, or by the keys `n` and `p`. */
export function useStops(): (step: 1 | -1) => void {
  const go = useCallback((step: 1 | -1) => {
    const stops = [...document.querySelectorAll<HTMLElement>('.compare .row[data-changed]')]
    if (stops.length === 0) return
    const at = stops.findIndex(stop => stop.contains(document.activeElement))
    const middle = window.innerHeight / 2
    const below = stops.findIndex(stop => stop.getBoundingClientRect().bottom > middle / 2)
    const from = at >= 0 ? at : below < 0 ? stops.length : step > 0 ? below - 1 : below
    const stop = stops[Math.min(stops.length - 1, Math.max(0, from + step))]!
    stop.focus({ preventScroll: true })
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    stop.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' })
  }, [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !/^[np]$/.test(event.key)) return
      if ((event.target as HTMLElement).closest('input, textarea, select, dialog, [contenteditable]')) return
      event.preventDefault()
      go(event.key === 'n' ? 1 : -1)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [go])
  return go
}
