/** Statements that are brought to be kept, and taken out. */
import { z } from '@hono/zod-openapi'
import type { AddOutcome, StatementRow } from '../../ledger/ledger.js'
import type { Source } from '../../load/load.js'
import type { Reading } from '../../read/reading.js'
import { DemarcheError } from '../../text/errors.js'
import type { Finding } from '../../text/finding.js'
import type { Progress } from '../announcements.js'
import { docOf, type Given, readingOf, sourceOf } from '../bringing.js'
import type { Desk } from '../desk.js'
import { idOf, unknownStatement } from '../kept.js'
import { inWordsOfTheApi, Problem } from '../problem.js'
import { type Resource, resource } from '../resource.js'
import { added, statementGiven } from '../shapes/asked.js'
import { byId } from './statements.js'

/** One that is to be kept. */
interface Input {
  name: string
  given: Given
  bring(): Promise<Source>
  fetched: boolean
}

interface Result {
  input: string
  outcome: AddOutcome | 'failed'
  message: string | null
  statement: StatementRow | null
  found: { sentences: number; unread: number; acts: number; mentions: number; linked: number } | null
  findings: readonly Finding[]
}

export const ADDING: readonly Resource[] = [
  resource({
    method: 'post',
    path: '/statements',
    tag: 'statements',
    summary: 'Reads statements and keeps them',
    description:
      'A text, an address that is fetched, or files (`multipart/form-data`, each field `file` one). What the ledger has already is known and left as it is; another text at the same address is a new version. Answers 422 where nothing could be kept.',
    query: z.object({
      job: z.string().max(100).optional().openapi({ description: 'By which `/stream` names its progress.' }),
    }),
    body: statementGiven,
    files: true,
    answer: added,
    async make({ desk, query, body, request }) {
      const inputs =
        (body as unknown) instanceof FormData
          ? filesIn(body as unknown as FormData, desk)
          : [oneIn(body, desk, request)]
      const results: Result[] = []
      for (const [done, input] of inputs.entries()) {
        const tell = (step: Progress['step'], more = 0) =>
          desk.announcements.tell({
            event: 'progress',
            data: { job: query.job ?? null, input: input.name, step, done: done + more, total: inputs.length },
          })
        // Whoever brought it has gone: what is not begun is left.
        if (request.signal.aborted) break
        const result = await keep(desk, input, tell)
        tell(result.outcome === 'failed' ? 'failed' : 'done', 1)
        results.push(result)
      }
      if (results.every(({ outcome }) => outcome === 'failed')) {
        const [first] = results
        throw new Problem('unreadable', first?.message ?? 'nothing was brought', results.length > 1 ? { results } : {})
      }
      return { schema: 'demarche.added/1', results }
    },
  }),
  resource({
    method: 'delete',
    path: '/statements/{id}',
    tag: 'statements',
    summary: 'Takes a statement out for good, with its reading and corrections',
    params: byId,
    answer: null,
    async make({ desk, params }) {
      const id = await idOf(desk, params.id)
      if (!(await desk.ledger.remove(id))) throw unknownStatement(params.id)
      desk.announcements.tell({ event: 'statement', data: { outcome: 'removed', id, statement: null } })
      return new Response(null, { status: 204 })
    },
  }),
]

function oneIn(body: z.output<typeof statementGiven>, desk: Desk, request: Request): Input {
  const { text, url, ...given } = body
  if (text !== undefined)
    return {
      name: url ?? given.label ?? 'text',
      given,
      fetched: false,
      bring: async () => sourceOf(desk, text, url ?? null),
    }
  if (url === undefined)
    throw new Problem(
      'wrong-content',
      'text, url: neither is given; send a text, an address, or files as multipart/form-data',
    )
  const { bring } = desk
  if (bring === undefined) throw new Problem('wrong-content', 'url: addresses are not fetched here; send the text')
  return { name: url, given, fetched: true, bring: () => bring(url, request.signal) }
}

/** Fields of a form that are said of its files; issuers have commas between them. */
const FIELDS = ['title', 'date', 'issuers', 'language', 'kind', 'label'] as const

function filesIn(form: FormData, desk: Desk): Input[] {
  const files: File[] = []
  const said: Partial<Record<(typeof FIELDS)[number], string>> = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string') files.push(value)
    else if ((FIELDS as readonly string[]).includes(name)) said[name as (typeof FIELDS)[number]] = value.trim()
    else
      throw new Problem(
        'wrong-content',
        `${name.slice(0, 80)}: is no field of this form; known: file, ${FIELDS.join(', ')}`,
      )
  }
  if (files.length === 0)
    throw new Problem('wrong-content', 'file: there is none; send each statement in a field of that name')
  if (files.length > desk.limits.count)
    throw new Problem('too-large', `file: there are ${files.length}; send at most ${desk.limits.count} at a time`)
  const { issuers, title, label, ...rest } = said
  const alone = files.length === 1
  const given: Given = {
    ...rest,
    ...(issuers && {
      issuers: issuers
        .split(/[,;]/)
        .map(name => name.trim())
        .filter(Boolean),
    }),
    // A title or a label is of one statement.
    ...(alone && { title, label }),
  }
  return files.map(file => ({
    name: file.name || 'file',
    given,
    fetched: false,
    bring: async () => ({
      bytes: new Uint8Array(await file.arrayBuffer()),
      // The name tells the form, and becomes the label; where on a disk it lay is nobody's business.
      name: file.name.replace(/^.*[/\\]/, '') || null,
      url: null,
      mediaType: file.type || null,
      retrievedAt: desk.clock.now().toISOString(),
    }),
  }))
}

async function keep(
  desk: Desk,
  { name, given, bring, fetched }: Input,
  tell: (step: Progress['step']) => void,
): Promise<Result> {
  try {
    if (fetched) tell('fetching')
    const source = await bring()
    tell('loading')
    const doc = await docOf(desk, source, given)
    const known = await desk.ledger.known(doc)
    if (known !== null)
      return { input: name, outcome: 'known', message: null, statement: known, found: null, findings: doc.findings }
    tell('reading')
    const reading = await readingOf(desk, doc)
    tell('keeping')
    const [made] = await desk.ledger.add([{ doc, reading }])
    const { id, outcome } = made!
    const statement = (await desk.ledger.known(doc))!
    if (outcome !== 'known') desk.announcements.tell({ event: 'statement', data: { outcome, id, statement } })
    return { input: name, outcome, message: null, statement, found: countsOf(reading), findings: reading.findings }
  } catch (error) {
    if (!(error instanceof DemarcheError)) throw error
    const message = inWordsOfTheApi(error.message)
    return { input: name, outcome: 'failed', message, statement: null, found: null, findings: [] }
  }
}

function countsOf({ sentences, acts, mentions }: Reading): NonNullable<Result['found']> {
  return {
    sentences: sentences.length,
    unread: sentences.filter(({ status }) => status === 'unread').length,
    acts: acts.length,
    mentions: mentions.length,
    linked: mentions.filter(({ refs }) => refs?.length).length,
  }
}
