import { useSyncExternalStore } from 'react'

const queries = new Map<string, MediaQueryList>()

/** Whether a media query holds: `useMedia('(max-width: 64rem)')`. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    listener => {
      const media = mediaOf(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => mediaOf(query).matches,
  )
}

function mediaOf(query: string): MediaQueryList {
  const media = queries.get(query) ?? window.matchMedia(query)
  queries.set(query, media)
  return media
}
