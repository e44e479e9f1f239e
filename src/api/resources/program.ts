/** The program itself: its document, and a page of it. */
import { z } from '@hono/zod-openapi'
import { DOCS_STYLE, docsPage, type OpenApi } from '../docs-page.js'
import { documentOf } from '../document.js'
import { type Resource, resource } from '../resource.js'

/** @param resources the list that these are added to: the document is made of all, when first asked for */
export function program(root: string, resources: readonly Resource[]): readonly Resource[] {
  let made: object | undefined
  const document = () => {
    made ??= documentOf(root, resources)
    return made
  }
  return [
    resource({
      method: 'get',
      path: '/openapi.json',
      tag: 'program',
      summary: 'This document: OpenAPI 3.1',
      answer: z.record(z.string(), z.unknown()),
      of: 'program',
      make: document,
    }),
    page('/docs', 'text/html', 'The document as a page to browse', () => docsPage(document() as OpenApi, root)),
    page('/docs.css', 'text/css', 'How that page looks', () => DOCS_STYLE),
  ]
}

function page(path: string, media: string, summary: string, text: () => string): Resource {
  return resource({
    method: 'get',
    path,
    tag: 'program',
    summary,
    answer: z.string(),
    media,
    make: () =>
      new Response(text(), { headers: { 'content-type': `${media}; charset=utf-8`, 'cache-control': 'no-cache' } }),
  })
}
