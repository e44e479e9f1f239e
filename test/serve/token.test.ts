import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { looksLikeToken, newToken, recordOf, tokensIn } from '../../src/serve/token.js'
import { followTokens, readTokens, writeTokens } from '../../src/serve/token-file.js'
import { demarche } from '../cli/demarche.js'
import { bearer, open, withTokens } from './desk.js'

const folder = mkdtempSync(join(tmpdir(), 'demarche-tokens-'))

test('a token is 256 random bits, and only its hash is kept', () => {
  const { token, record } = newToken('edda', 'editor', '2031-03-04')
  expect(token).toMatch(/^demarche_[\w-]{43}$/)
  expect(looksLikeToken(token)).toBe(true)
  expect(JSON.stringify(record)).not.toContain(token.slice(9, 20))
  expect(recordOf(token, [newToken('a', 'reader', '2031-03-04').record, record])).toBe(record)
  for (const wrong of ['', token.slice(0, -1), `${token}x`, record.hash, 'demarche_'])
    expect(recordOf(wrong, [record])).toBeNull()
  expect(() => newToken('a b', 'reader', '2031-03-04')).toThrow('--name: "a b"')
})

test('the file is for its owner only, and what is wrong in it is named', () => {
  const file = join(folder, 'deep', 'tokens')
  const { record } = newToken('edda', 'editor', '2031-03-04')
  writeTokens(file, [record])
  expect(readTokens(file)).toEqual([record])
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readTokens(join(folder, 'none'))).toEqual([])
  expect(() => tokensIn('# x\nedda king 2031-03-04 sha256:00\n', 'f')).toThrow(
    'f, line 2: is no token’s'.replace('’', "'"),
  )
})

test('a token that is taken back opens nothing within a second', () => {
  const file = join(folder, 'followed')
  const { record } = newToken('edda', 'editor', '2031-03-04')
  writeTokens(file, [record])
  let now = 0
  const tokens = followTokens(file, () => now)
  expect(tokens.records()).toHaveLength(1)
  writeTokens(file, [])
  expect(tokens.records()).toHaveLength(1)
  now += 1001
  expect(tokens.records()).toHaveLength(0)
  writeFileSync(file, 'nonsense')
  now += 1001
  expect(tokens.records()).toHaveLength(0)
  rmSync(file)
  now += 1001
  expect(tokens.records()).toHaveLength(0)
})

test('who has no token gets 401 from the API, a reader 403 for what changes something', async () => {
  const { tokens, reader, editor } = withTokens()
  const desk = await open({ tokens })
  const asked = async (path: string, method: string, headers: Record<string, string> = {}) =>
    (await desk.ask(path, { method, headers, ...(method === 'POST' && { body: '{}' }) })).status
  const statements = '/api/v1/statements'
  expect(await asked(statements, 'GET')).toBe(401)
  expect(await asked(statements, 'GET', bearer('demarche_wrong'))).toBe(401)
  expect(await asked(statements, 'GET', bearer(reader))).toBe(200)
  expect(await asked(statements, 'POST', bearer(reader))).toBe(403)
  expect(await asked(`${statements}/1`, 'DELETE', bearer(reader))).toBe(403)
  expect(await asked('/api/v1/read', 'POST', bearer(reader))).toBe(200)
  expect(await asked('/api/v1/check', 'POST', bearer(reader))).toBe(200)
  expect(await asked('/api/v1/lookup/precedents', 'POST', bearer(reader))).toBe(200)
  expect(await asked('/api/v1/read/statements', 'POST', bearer(reader))).toBe(403)
  expect(await asked(statements, 'POST', bearer(editor))).toBe(200)
  expect(await asked('/metrics', 'GET')).toBe(401)
  expect(await asked('/metrics', 'GET', bearer(reader))).toBe(200)
  expect(await asked('/healthz', 'GET')).toBe(200)
  const refused = await desk.ask(statements)
  expect(refused.headers['www-authenticate']).toBe('Bearer realm="demarche"')
  expect(refused.json()).toMatchObject({
    status: 401,
    title: 'Unauthorized',
    detail: expect.stringContaining('/sign-in'),
  })
})

test('a session stands for the token in a cookie that no script sees, until it is ended or the token taken back', async () => {
  const { tokens, reader } = withTokens()
  const desk = await open({ tokens })
  const signIn = (headers: Record<string, string> = {}) =>
    desk.ask('/session', { method: 'POST', headers, body: JSON.stringify({ token: reader }) })
  const made = await signIn()
  expect(made.json()).toEqual({ role: 'reader', name: 'rita', tokens: true })
  const [cookie] = made.headers['set-cookie']!
  expect(cookie).toMatch(
    new RegExp(`^demarche-${desk.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict; Max-Age=604800$`),
  )
  const kept = { cookie: `other=1; ${cookie!.split(';')[0]}` }
  expect((await desk.ask('/session')).json()).toEqual({ role: null, name: null, tokens: true })
  expect((await desk.ask('/session', { headers: kept })).json()).toMatchObject({ role: 'reader' })
  expect((await desk.ask('/api/v1/stats', { headers: kept })).status).toBe(200)
  expect((await desk.ask('/session', { method: 'DELETE', headers: kept })).headers['set-cookie']![0]).toContain(
    'Max-Age=0',
  )
  expect((await desk.ask('/api/v1/stats', { headers: kept })).status).toBe(401)

  const secure = await signIn({ host: 'desk.example.org', origin: 'https://desk.example.org' })
  expect(secure.headers['set-cookie']![0]).toMatch(/^__Host-demarche=.*; Secure$/)
  const again = { cookie: secure.headers['set-cookie']![0]!.split(';')[0]! }
  expect((await desk.ask('/api/v1/stats', { headers: again })).status).toBe(200)
  tokens.records = () => []
  expect((await desk.ask('/api/v1/stats', { headers: again })).status).toBe(401)
})

test('the page to sign in works without a script', async () => {
  const { tokens, reader } = withTokens()
  const desk = await open({ tokens })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const post = (token: string) =>
    desk.ask('/session', { method: 'POST', headers, body: new URLSearchParams({ token }).toString() })
  expect(await desk.ask('/s/1')).toMatchObject({ status: 303, headers: { location: '/sign-in' } })
  const page = await desk.ask('/sign-in')
  expect(page.text).toContain('<form method="post" action="/session">')
  expect(page.text).not.toMatch(/<script|style=|<style| on\w+=/)
  expect((await desk.ask('/sign-in.css')).headers['content-type']).toBe('text/css; charset=utf-8')
  expect(await post('wrong')).toMatchObject({ status: 303, headers: { location: '/sign-in?refused' } })
  expect((await desk.ask('/sign-in?refused')).text).toContain('role="alert"')
  const made = await post(` ${reader}\n`)
  expect(made).toMatchObject({ status: 303, headers: { location: '/' } })
  const cookie = made.headers['set-cookie']![0]!.split(';')[0]!
  expect((await desk.ask('/s/1', { headers: { cookie } })).status).toBe(200)
  // Where another site led here the cookie is kept back: the app itself finds out.
  expect((await desk.ask('/s/1', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(200)
})

test('what is no token is refused with the remedy', async () => {
  const { tokens } = withTokens()
  const desk = await open({ tokens })
  const post = (body: string) => desk.ask('/session', { method: 'POST', body })
  expect((await post('{')).status).toBe(400)
  expect((await post('{"token": 1}')).status).toBe(422)
  expect((await post('{"token": "demarche_x"}')).status).toBe(401)
  expect((await post(`{"token": "${'x'.repeat(5000)}"}`)).status).toBe(413)
  expect((await desk.ask('/session', { method: 'PUT' })).status).toBe(405)
  expect((await (await open()).ask('/session', { method: 'POST', body: '{}' })).status).toBe(409)
})

test('demarche token makes, lists and takes back', async () => {
  const file = join(folder, 'made')
  const made = await demarche(['token', 'new', '--role', 'editor', '--name', 'edda', '--file', file])
  expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^demarche_[\w-]{43}\n$/) })
  expect(made.err).toContain('an editor')
  const second = await demarche(['token', 'new', '--name', 'edda', '--file', file])
  expect(second.err).toContain('edda-2: a token for a reader')
  expect(readFileSync(file, 'utf8')).not.toContain(made.out.trim().slice(9))
  expect(recordOf(made.out.trim(), readTokens(file))).toMatchObject({ name: 'edda', role: 'editor' })
  expect((await demarche(['token', 'list', '--file', file])).out).toMatch(
    /2 of them\n\S+ {2}editor {2}edda\n\S+ {2}reader {2}edda-2\n$/,
  )
  expect(await demarche(['token', 'remove', 'edda', '--file', file])).toMatchObject({
    code: 0,
    out: 'edda: taken back\n',
  })
  expect(readTokens(file).map(({ name }) => name)).toEqual(['edda-2'])
  expect((await demarche(['token', 'remove', 'edda', '--file', file])).err).toContain('has no token of that name')
  expect((await demarche(['token', 'new', '--role', 'king', '--file', file])).code).toBe(2)
})

test('others come in with tokens only', async () => {
  const serving = (...args: string[]) =>
    demarche(['serve', '--fresh', ...args], { env: { XDG_CONFIG_HOME: folder, APPDATA: folder } })
  expect(await serving('--host', '0.0.0.0')).toMatchObject({
    code: 2,
    err: expect.stringContaining('open to others; give --token'),
  })
  expect(await serving('--origin', 'https://desk.example.org')).toMatchObject({
    code: 2,
    err: expect.stringContaining('give --token'),
  })
  expect(await serving('--token')).toMatchObject({ code: 1, err: expect.stringContaining('has no tokens; make one') })
  const { token } = newToken('a', 'reader', '2031-03-04')
  const shown = await serving('--token', token)
  expect(shown).toMatchObject({ code: 2, err: expect.stringContaining('takes the file of tokens') })
  expect(shown.err).not.toContain(token)
  expect(await serving('--token', '--origin', 'desk.example.org/x')).toMatchObject({ code: 1 })
})
