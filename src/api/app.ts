/**
 * The API: a pure function from request to response. What it serves stands in `resources/`, one file a group; the shapes of what
 * it takes and gives in `shapes/`; how all are served alike in `serve.ts`.
 */
import { Hono } from 'hono'
import { deskOf } from './desk.js'
import type { AppParts } from './parts.js'
import type { Resource } from './resource.js'
import { ADDING } from './resources/adding.js'
import { COMPARISON } from './resources/comparison.js'
import { CORRECTIONS } from './resources/corrections.js'
import { program } from './resources/program.js'
import { QUESTIONS } from './resources/questions.js'
import { readings } from './resources/reading.js'
import { RECORD } from './resources/record.js'
import { SEARCH } from './resources/search.js'
import { STATEMENTS } from './resources/statements.js'
import { STREAM } from './resources/stream.js'
import { TEXTS } from './resources/texts.js'
import { VOCABULARY } from './resources/vocabulary.js'
import { serveAll } from './serve.js'

const ROOT = '/api/v1'

export interface App {
  /** Answers a request; never throws. */
  fetch(request: Request): Promise<Response>
}

/** The app over what it is handed. */
export function createApp(parts: AppParts): App {
  const desk = deskOf(parts)
  const resources: Resource[] = [
    ...STATEMENTS,
    ...readings(),
    ...ADDING,
    ...CORRECTIONS,
    ...SEARCH,
    ...QUESTIONS,
    ...COMPARISON,
    ...TEXTS,
    ...RECORD,
    ...VOCABULARY,
    ...STREAM,
  ]
  resources.push(...program(ROOT, resources))
  const app = new Hono()
  serveAll(app, ROOT, resources, desk)
  return { fetch: async request => app.fetch(request) }
}
