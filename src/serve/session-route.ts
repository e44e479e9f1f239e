/** `/session`: who one is, coming in with a token, going out. */
import type { IncomingMessage } from 'node:http'
import { answer, answerJson, type Exchange, refuse } from './exchange.js'
import type { Identities } from './identity.js'
import type { Problem } from './problem.js'
import { SIGN_IN } from './sign-in.js'
import type { TokenRecord } from './token.js'

/** Bytes of a body that holds a token. */
const MOST = 4096

export async function handleSession(exchange: Exchange, identities: Identities, port: number): Promise<void> {
  const { incoming, role, name } = exchange
  switch (incoming.method) {
    case 'GET':
    case 'HEAD':
      return answerJson(exchange, 200, { role, name, tokens: !identities.open })
    case 'DELETE':
      return answerJson(
        exchange,
        200,
        { role: null, name: null, tokens: !identities.open },
        {
          'set-cookie': identities.end(incoming, port),
        },
      )
    case 'POST':
      return begin(exchange, identities, port)
    default:
      return refuse(exchange, {
        status: 405,
        detail: `${incoming.method} /session: use GET, POST or DELETE`,
        headers: { allow: 'GET, HEAD, POST, DELETE' },
      })
  }
}

async function begin(exchange: Exchange, identities: Identities, port: number): Promise<void> {
  const { incoming } = exchange
  if (identities.open)
    return refuse(exchange, { status: 409, detail: 'no token is needed here: the desk is open to this machine only' })
  const form = (incoming.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
  const given = await tokenOf(incoming, form)
  if (typeof given !== 'string') return refuse(exchange, given)
  const record = identities.check(given, exchange.client)
  if (record === null && form)
    return answer(exchange, 303, 'text/plain', '', { location: `${SIGN_IN}?refused`, 'cache-control': 'no-store' })
  if (record === null || 'status' in record)
    return refuse(
      exchange,
      record ?? { status: 401, detail: 'the token opens nothing here; see that it was copied whole' },
    )
  opened(exchange, record, identities.begin(record, incoming, port), form)
}

function opened(exchange: Exchange, { role, name }: TokenRecord, cookie: string, form: boolean): void {
  exchange.role = role
  exchange.name = name
  if (form)
    answer(exchange, 303, 'text/plain', '', { location: '/', 'set-cookie': cookie, 'cache-control': 'no-store' })
  else answerJson(exchange, 200, { role, name, tokens: true }, { 'set-cookie': cookie })
}

/** The token in a body: a form with `token`, or JSON with it. */
async function tokenOf(incoming: IncomingMessage, form: boolean): Promise<string | Problem> {
  let text = ''
  for await (const chunk of incoming.setEncoding('utf8')) {
    text += chunk
    if (text.length > MOST)
      return { status: 413, detail: `the body is over the limit of ${MOST} bytes; send a token only` }
  }
  const wanted: Problem = { status: 422, detail: 'the body has no token; send {"token": "demarche_..."} as JSON' }
  if (form) return new URLSearchParams(text).get('token')?.trim() || wanted
  try {
    const { token } = JSON.parse(text) as { token?: unknown }
    return typeof token === 'string' ? token : wanted
  } catch {
    return { ...wanted, status: 400 }
  }
}
