import { UsageError } from '../text/errors.js'
import { nearestOf } from '../text/nearest.js'

/** An error for a value that nothing is known by, with those that look most like it. */
export function unknown(option: string, value: string, noun: string, known: readonly string[]): UsageError {
  const near = nearestOf(value, known)
  const remedy = near.length
    ? `nearest: ${near.join(', ')}`
    : known.length <= 20
      ? `known: ${known.join(', ') || 'none'}`
      : `none of the ${known.length} known looks like it`
  return new UsageError(`${option}: "${value}" is no ${noun} of the record; ${remedy}`)
}
