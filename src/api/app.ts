/**
 * The API: a pure function from request to response. What it serves stands in `resources/`, one file a group; the shapes of what
 * it takes and gives in `shapes/`; how all are served alike in `serve.ts`.
 */
import { z } from '@hono/zod-openapi'
import { Hono } from 'hono'
import { deskOf } from './desk.js'
import { documentOf } from './document.js'
import type { AppParts } from './parts.js'
import { type Resource, resource } from './resource.js'
import { QUESTIONS } from './resources/questions.js'
import { readings } from './resources/reading.js'
import { RECORD } from './resources/record.js'
import { SEARCH } from './resources/search.js'
import { STATEMENTS } from './resources/statements.js'
import { serveAll } from './serve.js'

const ROOT = '/api/v1'

export interface App {
  /** Answers a request; never throws. */
  fetch(request: Request): Promise<Response>
}

/** The app over what it is handed. */
export function createApp(parts: AppParts): App {
  const desk = deskOf(parts)
  const resources: Resource[] = [...STATEMENTS, ...readings(), ...SEARCH, ...QUESTIONS, ...RECORD]
  const document = resource({
    method: 'get',
    path: '/openapi.json',
    tag: 'program',
    summary: 'This document: OpenAPI 3.1',
    answer: z.record(z.string(), z.unknown()),
    of: 'program',
    make: () => documentOf(ROOT, resources),
  })
  resources.push(document)
  const app = new Hono()
  serveAll(app, ROOT, resources, desk)
  return { fetch: async request => app.fetch(request) }
}
