import { UsageError } from '../text/errors.js'

/**
 * A whole number given with an option; null where it is not given.
 *
 * @throws UsageError for anything but a whole number in the range
 */
export function numberIn(value: string | undefined, option: string, least: number, most: number): number | null {
  if (value === undefined) return null
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
  if (number >= least && number <= most) return number
  throw new UsageError(`${option}: "${value}" is no whole number from ${least} to ${most}; give one`)
}
