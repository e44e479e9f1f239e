import { mulberry32 } from '../random.js'
import { addMeasure, emptyMeasure, FIGURES, type Figure, figuresOf, type Measure } from './measure.js'

/** A figure of a part with its bootstrap interval. */
export interface Estimate {
  value: number
  low: number
  high: number
}

const RESAMPLES = 1000
const SEED = 20220528

/**
 * Every figure over the statements, with the 95% interval of the percentile bootstrap: 1000 samples of as many
 * statements, drawn with replacement from a fixed seed, so that two runs print the same.
 */
export function estimate(measures: Measure[]): Record<Figure, Estimate> {
  const values = figuresOf(sumOf(measures))
  const random = mulberry32(SEED)
  const samples: Record<Figure, number>[] = []
  for (let n = 0; n < RESAMPLES; n++) {
    samples.push(figuresOf(sumOf(measures.map(() => measures[Math.floor(random() * measures.length)]))))
  }
  return Object.fromEntries(
    FIGURES.map(figure => {
      const sorted = samples.map(sample => sample[figure]).sort((a, b) => a - b)
      const [low, high] = [0.025, 0.975].map(share => sorted[Math.floor(share * (RESAMPLES - 1))])
      return [figure, { value: values[figure], low, high }]
    }),
  ) as Record<Figure, Estimate>
}

export function sumOf(measures: Measure[]): Measure {
  const sum = emptyMeasure()
  for (const measure of measures) addMeasure(sum, measure)
  return sum
}
