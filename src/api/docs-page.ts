/** The document as a page to browse: no script, no outside resource, one style sheet of its own. */
import { escapeHtml } from '../export/markup.js'

interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  description?: string
  format?: string
  default?: unknown
  minimum?: number
  maximum?: number
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
}
interface Operation {
  tags: string[]
  summary: string
  description?: string
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>
}
export interface OpenApi {
  info: { title: string; version: string; description: string }
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

const html = (text: string) => escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>')

export function docsPage({ info, tags, paths, components }: OpenApi, root: string): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const groups = tags
    .map(tag => ({ tag, own: operations.filter(({ operation }) => operation.tags[0] === tag.name) }))
    .filter(({ own }) => own.length > 0)
  const schemas = Object.entries(components.schemas).sort(([a], [b]) => (a < b ? -1 : 1))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(info.title)} API ${html(info.version)}</title>
<link rel="stylesheet" href="${root}/docs.css">
</head>
<body>
<header>
<h1>${html(info.title)} <small>API ${html(info.version)}</small></h1>
<p>${html(info.description)}</p>
<p><a href="${root}/openapi.json">OpenAPI document</a></p>
</header>
<nav aria-label="Resources"><ul>
${groups.map(({ tag }) => `<li><a href="#${html(tag.name)}">${html(tag.name)}</a></li>`).join('\n')}
<li><a href="#shapes">shapes</a></li>
</ul></nav>
<main>
${groups
  .map(
    ({ tag, own }) => `<section id="${html(tag.name)}">
<h2>${html(tag.name)}</h2>
<p>${html(tag.description)}</p>
${own.map(operationHtml).join('\n')}
</section>`,
  )
  .join('\n')}
<section id="shapes">
<h2>shapes</h2>
${schemas.map(([name, schema]) => shapeHtml(name, schema)).join('\n')}
</section>
</main>
</body>
</html>
`
}

function operationHtml({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const { summary, description, parameters = [], requestBody, responses } = operation
  const rows = parameters.map(
    ({ name, in: where, required, description: what, schema }) =>
      `<tr><td><code>${html(name)}</code></td><td>${where}${required ? ', needed' : ''}</td><td>${typeHtml(schema)}</td><td>${html(what ?? schema.description ?? '')}</td></tr>`,
  )
  const answers = Object.entries(responses).map(([status, { description: what, content = {} }]) => {
    const forms = Object.entries(content).map(
      ([media, { schema }]) => `<code>${html(media)}</code> ${typeHtml(schema)}`,
    )
    return `<li><strong>${status}</strong> ${html(what)}${forms.length ? `: ${forms.join('; ')}` : ''}</li>`
  })
  const bodies = Object.entries(requestBody?.content ?? {}).map(
    ([media, { schema }]) => `<li>takes <code>${html(media)}</code> ${typeHtml(schema)}</li>`,
  )
  return `<details>
<summary><span class="method">${method.toUpperCase()}</span> <code>${html(path)}</code> <span>${html(summary)}</span></summary>
${description ? `<p>${html(description)}</p>` : ''}
${rows.length ? `<table><thead><tr><th>parameter</th><th>in</th><th>form</th><th>what</th></tr></thead><tbody>${rows.join('')}</tbody></table>` : ''}
<ul>${[...bodies, ...answers].join('')}</ul>
</details>`
}

function shapeHtml(name: string, schema: Schema): string {
  const parts = [schema, ...(schema.allOf ?? [])]
  const rows = parts.flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties).map(
      ([field, own]) =>
        `<tr><td><code>${html(field)}</code></td><td>${typeHtml(own)}${required.includes(field) ? '' : ', may be absent'}</td><td>${html(own.description ?? '')}</td></tr>`,
    ),
  )
  const extended = (schema.allOf ?? []).filter(({ $ref }) => $ref).map(typeHtml)
  return `<details id="shape-${html(name)}">
<summary><code>${html(name)}</code>${extended.length ? ` with all of ${extended.join(', ')}` : ''} <span>${html(schema.description ?? '')}</span></summary>
${rows.length ? `<table><tbody>${rows.join('')}</tbody></table>` : `<p>${typeHtml({ ...schema, description: undefined })}</p>`}
</details>`
}

function typeHtml(schema: Schema): string {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1)!
    return `<a href="#shape-${html(name)}">${html(name)}</a>`
  }
  if (schema.const !== undefined) return `<code>${html(JSON.stringify(schema.const))}</code>`
  if (schema.enum) return schema.enum.map(value => `<code>${html(String(value))}</code>`).join(' ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.map(typeHtml).join(' or ')
  if (schema.allOf) return schema.allOf.map(typeHtml).join(' with ')
  if (schema.items) return `list of ${typeHtml(schema.items)}`
  const type = [schema.type ?? 'anything'].flat().join(' or ')
  const range =
    schema.minimum === undefined
      ? ''
      : `, ${schema.minimum}${schema.maximum === undefined ? ' or more' : ` to ${schema.maximum}`}`
  const usual = schema.default === undefined ? '' : `, ${JSON.stringify(schema.default)} unless given`
  return html(`${schema.format ?? type}${range}${usual}`)
}

export const DOCS_STYLE = `:root { color-scheme: light dark; --ink: #1d1b18; --paper: #fbf9f4; --line: #d8d2c4; --soft: #625c51; --link: #7a2e1d }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e4d9; --paper: #17150f; --line: #3a362c; --soft: #a59d8c; --link: #e39a80 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 6rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 Cambria, 'Times New Roman', serif }
h1 { font-weight: 400; margin: 0 } h1 small, h2 { color: var(--soft); font-weight: 400 }
h2 { border-top: 1px solid var(--line); padding-top: 1rem; margin-top: 3rem }
a { color: var(--link) }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0 }
code, .method { font: .85em/1.4 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere }
.method { display: inline-block; min-width: 4rem; color: var(--soft) }
details { border-bottom: 1px solid var(--line); padding: .35rem 0 }
summary { cursor: pointer } summary > span:last-child { color: var(--soft) }
summary:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
table { border-collapse: collapse; width: 100%; font-size: .92rem; margin: .75rem 0 }
th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-top: 1px solid var(--line) }
th { color: var(--soft); font-weight: 400 }
`
