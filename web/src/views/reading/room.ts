import { createContext, useContext } from 'react'
import type { Act } from '../../../../src/read/reading.js'
import type { Span } from '../../../../src/text/span.js'

/** What a correction begins with: an act by its number, or words that are to become one. */
export type Beginning = { act: number } | { words: Span }

/** What the parts of the reading room share; it does not change while a reading stands. */
export interface Room {
  text: string
  /** Path of the statement, for permalinks. */
  path: string
  cite: { title: string; date: string | null; by: string }
  /** Opens an act or a claim, in the address too. */
  choose(what: { act?: number; claim?: number }): void
  correct(beginning: Beginning): void
  acts: readonly Act[]
}

export const RoomContext = createContext<Room | null>(null)

export function useRoom(): Room {
  return useContext(RoomContext)!
}
