import type { Act, Reading } from '../read/reading.js'
import { heightOf } from './strength.js'

/** What several statements say on one point: a topic, and toward whom. */
export interface Point {
  topic: string
  /** Actor id; null where nobody is addressed. */
  target: string | null
  /** By statement: its acts on the point, the strongest first; empty where it says nothing. Indices into the reading's acts. */
  acts: number[][]
}

/**
 * Who says what on each point. Points on which more statements speak come first, then those with more acts; within that
 * by name.
 */
export function pointsOf(readings: readonly Pick<Reading, 'acts'>[]): Point[] {
  const points = new Map<string, Point>()
  readings.forEach(({ acts }, statement) => {
    acts.forEach((act, index) => {
      for (const topic of act.topics)
        for (const target of act.targets.length ? act.targets : [null]) {
          const key = `${topic} ${target ?? ''}`
          let point = points.get(key)
          if (!point) {
            point = { topic, target, acts: readings.map(() => []) }
            points.set(key, point)
          }
          point.acts[statement]!.push(index)
        }
    })
  })
  for (const { acts } of points.values())
    acts.forEach((own, statement) => {
      own.sort((x, y) => strongerFirst(readings[statement]!.acts[x]!, readings[statement]!.acts[y]!) || x - y)
    })
  const speaking = ({ acts }: Point) => acts.filter(own => own.length).length
  const count = ({ acts }: Point) => acts.reduce((sum, own) => sum + own.length, 0)
  return [...points.entries()]
    .map(([key, point]) => ({ key, point }))
    .sort(
      (x, y) =>
        speaking(y.point) - speaking(x.point) ||
        count(y.point) - count(x.point) ||
        (x.key < y.key ? -1 : Number(x.key > y.key)),
    )
    .map(({ point }) => point)
}

function strongerFirst(x: Act, y: Act): number {
  return heightOf(y) - heightOf(x)
}
