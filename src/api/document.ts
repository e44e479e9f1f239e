/** The OpenAPI 3.1 document, made of the shapes by which requests are taken and answers are given. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import pack from '../../package.json' with { type: 'json' }
import type { Resource } from './resource.js'

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().openapi({ description: 'One line that names the value and the remedy.' }),
    errors: z.array(z.object({ where: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem', { description: 'A problem document (RFC 9457).' })

const TAGS: Record<string, string> = {
  statements: 'Statements of the ledger and what is made of each',
  search: 'Sentences and acts by words and filters',
  questions: 'What is asked of many statements',
  compare: 'Statements side by side',
  texts: 'Texts that are not kept',
  corrections: "People's corrections",
  record: 'Events, instruments, votes and provisions of the dossiers',
  vocabulary: 'The words that the others use',
  program: 'The program itself',
}

export function documentOf(root: string, resources: readonly Resource[]): object {
  const { openAPIRegistry, getOpenAPI31Document } = bound(new OpenAPIHono())
  for (const one of resources)
    openAPIRegistry.registerPath({
      method: one.method,
      path: `${root}${one.path}`,
      operationId: operationOf(one),
      tags: [one.tag],
      summary: one.summary,
      ...(one.description && { description: one.description }),
      request: {
        ...(one.params && { params: one.params }),
        ...((one.query || one.rows) && { query: queryOf(one) }),
        ...(one.body && { body: { required: true, content: bodyOf(one) } }),
      },
      responses: {
        [one.answer === null ? 204 : (one.status ?? 200)]:
          one.answer === null
            ? { description: 'Done' }
            : {
                description: 'The answer',
                content: {
                  [one.media ?? 'application/json']: { schema: one.answer },
                  ...(one.rows && {
                    'application/x-ndjson': {
                      schema: z.string().openapi({ description: `One row of \`${one.rows}\` a line.` }),
                    },
                  }),
                },
              },
        ...(one.method === 'get' && one.of !== undefined && { 304: { description: 'As it was' } }),
        default: { description: 'A problem', content: { 'application/problem+json': { schema: problem } } },
      },
    })
  return getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Demarche',
      version: pack.version,
      description:
        'Official statements read into speech acts, kept, compared, and checked against a sourced record. Every place in a text counts UTF-16 code units, half-open.',
      license: { name: pack.license, url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
  })
}

function bound(app: OpenAPIHono) {
  return { openAPIRegistry: app.openAPIRegistry, getOpenAPI31Document: app.getOpenAPI31Document }
}

function queryOf({ query, rows }: Resource): z.ZodObject {
  const own = query ?? z.object({})
  return rows
    ? own.extend({
        format: z
          .enum(['json', 'ndjson'])
          .optional()
          .openapi({ description: '`ndjson`: all rows, one JSON object a line.' }),
      })
    : own
}

function bodyOf({ body, files }: Resource) {
  return {
    'application/json': { schema: body! },
    ...(files && {
      'multipart/form-data': {
        schema: z.object({
          file: z.array(z.string().openapi({ format: 'binary' })).openapi({ description: 'Files, each a statement.' }),
          title: z.string().optional(),
          date: z.string().optional(),
          issuers: z.string().optional(),
          language: z.string().optional(),
        }),
      },
    }),
  }
}

/** `getStatementsIdReading`. */
function operationOf({ method, path }: Resource): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter(Boolean)
  return method + words.map(word => word[0]!.toUpperCase() + word.slice(1)).join('')
}
