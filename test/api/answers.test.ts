/** Walks every resource of the OpenAPI document and holds real answers to their shapes. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type TestDesk } from './desk.js'

interface Operation {
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}
interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}

const A = '2022-11-19-arland-norvia-sund-icbm-launch'
const B = '2022-11-21-arland-norvia-sund-icbm-launch-revised'
const C = '2023-12-19-arland-norvia-sund-hwasong-18'
const DRAFT =
  'Arland strongly condemns the launch of 25 May 2022. We urge the DPRK to return to talks without preconditions.'

/** Requests by resource; each is asked and its answer held to the document. */
const REQUESTS: Record<string, readonly string[]> = {
  '/statements': [
    '',
    '?limit=2',
    '?from=2022-11&to=2022&issuer=OTHER:arland&language=en',
    '?versions=true&kind=speech',
  ],
  '/statements/{id}': [`/statements/${A}`],
  '/statements/{id}/text': [`/statements/${A}/text`],
  '/statements/{id}/reading': [`/statements/${A}/reading`, `/statements/${C}/reading`],
  '/statements/{id}/acts': [`/statements/${A}/acts`],
  '/statements/{id}/claims': [`/statements/${A}/claims`, '/statements/2022-05-27-arland-on-the-vote-of-may-26/claims'],
  '/statements/{id}/precedents': [`/statements/${B}/precedents?closest=3&last=2`],
  '/statements/{id}/previous': [`/statements/${C}/previous`],
  '/statements/{id}/versions': [`/statements/${A}/versions`],
  '/statements/{id}/corrections': [`/statements/${A}/corrections`],
  '/corrections': [''],
  '/search': ['?q=missile', '?q="ballistic missile" -sanctions&force=condemn', '?strength=concern:1&instrument=2397'],
  '/acts': ['?q=launch', '?actor=OTHER:arland&condition=false', '?event=launch:KP-2022-11-18-01'],
  '/positions': ['', '?topic=missile-launch&from=2022&to=2023'],
  '/positions/{cell}': ['/positions/OTHER:arland:missile-launch'],
  '/lineage': ['?phrase=without preconditions', '?phrase=missile'],
  '/formulas': ['?least=2&voices=1'],
  '/timeline': ['?from=2022-11&to=2022-11', '?only=vote&limit=3', '?actor=PRK&from=2022-05&to=2022-05'],
  '/stats': [''],
  '/comparison': [`?a=${A}&b=${B}`, `?a=${A}&b=${B}&c=${C}`],
  '/events': [
    '?kind=launch&class=ICBM&from=2022',
    '?count_by=month&from=2022',
    '?actor=PRK&outcome=failure',
    '?count_by=kind',
  ],
  '/events/{id}': ['/events/launch:KP-2022-11-18-01?within=5', '/events/launch:KP-2022-05-25-01'],
  '/events/{id}/violations': ['/events/launch:KP-2022-11-18-01/violations', '/events/2022-05-25/violations'],
  '/instruments': [''],
  '/instruments/{symbol}': ['/instruments/2397', '/instruments/S%2FRES%2F1718%20(2006)'],
  '/votes/{symbol}': ['/votes/S%2F2022%2F431', '/votes/S/RES/2397 (2017)'],
  '/obligations': ['?on=2022-05-25', '?on=2022-05-25&activity=ballistic-launch&bearer=PRK'],
  '/vocabulary': [''],
  '/actors': ['', '?q=korea&limit=5'],
  '/dossiers': [''],
  '/formulas/families': [''],
  '/stream': [''],
  '/openapi.json': [''],
  '/docs': [''],
  '/docs.css': [''],
}
/** What is posted and removed, in order: the later stand on the earlier. */
const WRITES: readonly [method: string, path: string, sent: string, body?: unknown][] = [
  [
    'post',
    '/statements',
    '/statements',
    { text: DRAFT, title: 'A draft', date: '2022-05-28', issuers: ['OTHER:arland'], label: 'walk' },
  ],
  [
    'post',
    '/statements',
    '/statements',
    { text: DRAFT, title: 'A draft', date: '2022-05-28', issuers: ['OTHER:arland'], label: 'walk' },
  ],
  [
    'post',
    '/statements/{id}/corrections',
    '/statements/walk/corrections',
    { kind: 'change', act: 0, fields: { force: 'concern', targets: ['PRK'] }, who: 'A. Reader', why: 'a test' },
  ],
  [
    'post',
    '/statements/{id}/corrections',
    '/statements/walk/corrections',
    { kind: 'add', fields: { force: 'offer', trigger: { start: 60, end: 64 } }, who: 'A. Reader', why: 'a test' },
  ],
  [
    'post',
    '/statements/{id}/corrections',
    '/statements/walk/corrections',
    { kind: 'delete', act: 0, who: 'A. Reader', why: 'a test' },
  ],
  [
    'post',
    '/statements/{id}/corrections',
    '/statements/walk/corrections',
    { kind: 'undo', who: 'A. Reader', why: 'a test' },
  ],
  ['get', '/statements/{id}/corrections', '/statements/walk/corrections'],
  ['get', '/statements/{id}/reading', '/statements/walk/reading'],
  ['post', '/read', '/read', { text: DRAFT, date: '2022-05-28' }],
  ['post', '/check', '/check', { text: DRAFT, date: '2022-05-28', issuers: ['OTHER:arland'] }],
  ['post', '/lookup/precedents', '/lookup/precedents', { text: DRAFT, issuers: ['OTHER:arland'], date: '2023-01-01' }],
  ['post', '/comparison', '/comparison', { statements: [{ id: A }, { text: DRAFT, date: '2022-05-28' }] }],
  ['delete', '/statements/{id}', '/statements/walk'],
]

let desk: TestDesk
let document: Document
let ajv: Ajv2020

beforeAll(async () => {
  desk = await openDesk()
  document = (await (await desk.get('/openapi.json')).json()) as Document
  ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(document, 'api')
})
afterAll(() => desk.close())

interface Shape {
  $ref?: string
  properties?: Record<string, Shape>
  additionalProperties?: unknown
  items?: Shape
  allOf?: Shape[]
  anyOf?: Shape[]
  oneOf?: Shape[]
}

/** Places of fields that the document does not tell of. */
function untold(shape: Shape, value: unknown, at = ''): string[] {
  const own = resolved(shape)
  const choices = own.anyOf ?? own.oneOf
  if (choices) return choices.map(choice => untold(choice, value, at)).sort((a, b) => a.length - b.length)[0]!
  if (Array.isArray(value)) return own.items ? value.flatMap((item, n) => untold(own.items!, item, `${at}/${n}`)) : []
  if (typeof value !== 'object' || value === null || own.additionalProperties !== undefined) return []
  const told = fieldsOf(own)
  return Object.entries(value).flatMap(([key, field]) =>
    told[key] ? untold(told[key], field, `${at}/${key}`) : [`${at}/${key}`],
  )
}

function resolved(shape: Shape): Shape {
  return shape.$ref ? resolved(document.components.schemas[shape.$ref.split('/').at(-1)!]!) : shape
}

function fieldsOf(shape: Shape): Record<string, Shape> {
  const { properties = {}, allOf = [] } = resolved(shape)
  return Object.assign({}, ...allOf.map(fieldsOf), properties)
}

function faultsOf(method: string, path: string, status: number, media: string, value: unknown): string {
  const escaped = `/api/v1${path}`.replaceAll('~', '~0').replaceAll('/', '~1')
  const type = media.replaceAll('/', '~1')
  const place = status < 400 ? String(status) : 'default'
  const pointer = `api#/paths/${escaped}/${method}/responses/${place}/content/${type}/schema`
    .replaceAll('{', '%7B')
    .replaceAll('}', '%7D')
  const validate = ajv.getSchema(pointer)
  if (!validate) return `no shape at ${pointer}`
  if (!validate(value)) return JSON.stringify(validate.errors?.slice(0, 3))
  return untold(validate.schema as Shape, value)
    .slice(0, 5)
    .join(' ')
}

const mediaOf = (answer: Response) => answer.headers.get('content-type')!.split(';')[0]!

describe('every answer', () => {
  it('has a request in this test', () => {
    const known = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method} ${path.replace('/api/v1', '')}`),
    )
    const tested = [
      ...Object.keys(REQUESTS).map(path => `get ${path}`),
      ...WRITES.map(([method, path]) => `${method} ${path}`),
    ]
    expect(known.filter(one => !tested.includes(one))).toEqual([])
    expect([...new Set(tested)].filter(one => !known.includes(one))).toEqual([])
  })

  for (const [path, paths] of Object.entries(REQUESTS))
    for (const asked of paths)
      it(`of GET ${path} ${asked.startsWith('?') ? asked : ''} is as the document says`, async () => {
        const sent = asked.startsWith('/') ? asked : path + asked
        const stop = new AbortController()
        const answer = await desk.app.fetch(new Request(`http://127.0.0.1/api/v1${sent}`, { signal: stop.signal }))
        expect([sent, answer.status]).toEqual([sent, 200])
        const media = mediaOf(answer)
        if (media === 'text/event-stream') {
          stop.abort()
          return
        }
        const body = media === 'application/json' ? await answer.json() : await answer.text()
        expect(faultsOf('get', path, 200, media, body)).toBe('')
      })

  it('to what is posted and removed is as the document says', async () => {
    for (const [method, path, sent, body] of WRITES) {
      const request = new Request(`http://127.0.0.1/api/v1${sent}`, {
        method: method.toUpperCase(),
        ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      })
      const answer = await desk.app.fetch(request)
      const text = await answer.text()
      expect([sent, answer.status < 300, answer.status < 300 ? '' : text]).toEqual([sent, true, ''])
      if (answer.status === 204) continue
      expect([sent, faultsOf(method, path, answer.status, mediaOf(answer), JSON.parse(text))]).toEqual([sent, ''])
    }
  })

  it('that is a problem is as the document says', async () => {
    for (const [path, sent] of [
      ['/statements/{id}', '/statements/nonesuch'],
      ['/statements', '/statements?limit=none'],
      ['/lineage', '/lineage'],
    ] as const) {
      const answer = await desk.get(sent)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(faultsOf('get', path, answer.status, mediaOf(answer), await answer.json())).toBe('')
    }
  })

  it('has the same rows as a stream', async () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      if (!methods.get?.responses['200']?.content?.['application/x-ndjson']) continue
      const own = path.replace('/api/v1', '')
      const asked = REQUESTS[own]![0]!
      const sent = asked.startsWith('/') ? asked : own + asked
      const answer = await desk.get(sent, { accept: 'application/x-ndjson' })
      expect([sent, answer.status, mediaOf(answer)]).toEqual([sent, 200, 'application/x-ndjson'])
      const lines = (await answer.text()).split('\n').filter(Boolean)
      for (const line of lines) JSON.parse(line)
      const whole = (await (await desk.get(sent)).json()) as { next?: string | null }
      if (whole.next == null) continue
      expect([sent, lines.length > 0]).toEqual([sent, true])
    }
  })
})
