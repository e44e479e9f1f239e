/** Which finite verb comes next. */
import { TokenKind } from '../../text/tokens.js'
import { mayBeFinite } from '../groups.js'
import type { Scan } from './scan.js'

/** Index of the first finite or possibly finite group from token `from` on, or -1. */
export function finiteAhead(s: Scan, from: number): number {
  const { tokens, at, groups } = s
  for (let k = from; k < tokens.length; ) {
    const gi = at[k]!
    if (gi >= 0) {
      const f = groups[gi]!.form
      if (mayBeFinite(f)) return gi
      k = groups[gi]!.end
    } else k++
  }
  return -1
}

export function finiteBeforeMark(s: Scan, from: number): number {
  const { tokens, at, groups } = s
  for (let k = from; k < tokens.length; k++) {
    const gi = at[k]!
    if (gi >= 0 && mayBeFinite(groups[gi]!.form)) return gi
    if (tokens.kinds[k] === TokenKind.Mark && tokens.keys[k] !== "'") return -1
  }
  return -1
}
