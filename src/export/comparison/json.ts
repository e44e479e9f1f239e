import type { Compared, ComparisonFormat, Points, Read } from './format.js'
import { actView } from './summary.js'

/** Names the shape; its JSON Schema is `data/schema/comparison.schema.json`. */
const SCHEMA = 'demarche.comparison/1'
const POINTS = 'demarche.points/1'

/** The comparison as tools get it. Offsets index the texts of the two statements, acts those of their readings. */
export const json: ComparisonFormat = {
  name: 'json',
  description: 'one object: sentence pairs with their edits, acts that changed, formulas that were switched',
  extensions: ['.json'],
  binary: false,
  write: compared => written(comparisonObject(compared)),
  writePoints: points => written(pointsObject(points)),
}

export function comparisonObject({ a, b, comparison: { pairs, acts, formulas } }: Compared): object {
  return { schema: SCHEMA, a: head(a), b: head(b), pairs, acts, formulas }
}

export function pointsObject({ statements, points }: Points): object {
  return {
    schema: POINTS,
    statements: statements.map(head),
    points: points.map(({ topic, target, acts }) => ({
      topic,
      target,
      acts: acts.map((own, i) =>
        own.map(index => {
          const { act, trigger, content } = actView(statements[i]!, index)
          const { force, intensity, actors } = act
          return { act: index, force, intensity, actors, trigger, content }
        }),
      ),
    })),
  }
}

function head({ statement: { id, title, date, issuers, url } }: Read) {
  return { id, title, date, issuers, url }
}

function written(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
