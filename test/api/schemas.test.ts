import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { apiDocument } from '../../scripts/api-document.js'
import { publishedSchemas } from '../../src/api/published-schemas.js'
import { ask } from '../cli/demarche.js'

const ROOT = join(import.meta.dirname, '..', '..')

describe('the published schemas', async () => {
  const schemas = publishedSchemas(await apiDocument())
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { exports: Record<string, unknown> }

  for (const [name, schema] of schemas)
    it(`has ${name} as the shapes make it, exported by the package`, () => {
      const file = join(ROOT, 'data', 'schema', `${name}.schema.json`)
      expect(existsSync(file)).toBe(true)
      // npm run schemas writes it anew.
      expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(schema)
      expect(manifest.exports[`./schema/${name}.json`]).toBe(`./data/schema/${name}.schema.json`)
    })

  it('are what the command line prints', async () => {
    const ajv = new Ajv2020({ strict: false })
    addFormats.default(ajv)
    const asked: [name: string, args: string[]][] = [
      ['events', ['events', '--kind', 'launch', '--from', '2022-05', '--to', '2022-06']],
      ['events', ['events', '--count-by', 'year']],
      ['obligations', ['obligations', '--on', '2022-05-25']],
      ['violations', ['violations', '2022-05-25']],
      ['vote', ['vote', '2397']],
      ['resolution', ['resolution', 'S/2022/431']],
    ]
    for (const [name, args] of asked) {
      const stdout = await ask([...args, '--format', 'json'])
      const validate = ajv.compile(schemas.get(name)!)
      expect([args.join(' '), validate(JSON.parse(stdout)), validate.errors]).toEqual([args.join(' '), true, null])
    }
  })
})
