/** JSON Schemas of the published formats, taken out of the OpenAPI document, whose schemas are JSON Schemas already. */
import { PUBLISHED } from './shapes/published.js'

type Json = Record<string, unknown>

/** By name, as they stand in `data/schema/NAME.schema.json`. */
export function publishedSchemas(document: { components: { schemas: Record<string, Json> } }): Map<string, Json> {
  const { schemas } = document.components
  return new Map(
    PUBLISHED.map(([name, shape, title, command]) => {
      const used = new Set<string>()
      const own = relocated(schemas[shape]!, used) as Json
      const defs: Json = {}
      // What a definition uses is met while it is written.
      for (const wanted of used) defs[wanted] = relocated(schemas[wanted]!, used)
      return [
        name,
        {
          $schema: 'https://json-schema.org/draft/2020-12/schema',
          $id: `urn:demarche:schema:${name}:1`,
          title,
          description: `What \`${command} --format json\` prints and the API gives. Every \`start\` and \`end\` counts UTF-16 code units, half-open. Fields may be added; those described here keep their meaning.`,
          ...own,
          $defs: Object.fromEntries(Object.entries(defs).sort(([a], [b]) => (a < b ? -1 : 1))),
        },
      ]
    }),
  )
}

/** The same with its references pointing into `$defs`; the names that they point to are added to `used`. */
function relocated(value: unknown, used: Set<string>): unknown {
  if (Array.isArray(value)) return value.map(item => relocated(item, used))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, of]) => {
      if (key !== '$ref') return [key, relocated(of, used)]
      const name = String(of).split('/').at(-1)!
      used.add(name)
      return [key, `#/$defs/${name}`]
    }),
  )
}
