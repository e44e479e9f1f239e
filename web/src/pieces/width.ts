import { type RefObject, useEffect, useState } from 'react'

/** Pixels that an element is wide, again whenever that changes; 0 until it stands. */
export function useWidth(place: RefObject<Element | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [place])
  return width
}
