/** `npm run schemas`: writes the JSON Schemas of the published formats to `data/schema/`, from the shapes that the API answers by. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publishedSchemas } from '../src/api/published-schemas.js'
import { apiDocument } from './api-document.js'

const folder = join(import.meta.dirname, '..', 'data', 'schema')
for (const [name, schema] of publishedSchemas(await apiDocument()))
  writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`)
