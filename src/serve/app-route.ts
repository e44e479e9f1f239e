/** The web app: its files, and its first page for every address that is the app's own. */
import { etagOf } from '../api/etag.js'
import { type Asset, type Assets, codingFor } from './assets.js'
import { answer, answerTagged, type Exchange, refuse } from './exchange.js'
import { SIGN_IN, SIGN_IN_STYLE, signInPage, signInStyle } from './sign-in.js'

/** Endings that only files have; an address of the app may end in `2.0` or in a symbol. */
const FILE = /\.(?:html|m?js|css|map|json|png|svg|ico|webp|woff2?|txt|xml|php|wasm|webmanifest)$/i
const HTML = 'text/html; charset=utf-8'

const UNBUILT = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Demarche</title></head>
<body><h1>The web app is not built</h1><p>Run <code>npm run build</code>, then start the desk again. The API answers under
<code>/api/v1</code>.</p></body></html>
`

export interface AppRoute {
  /** @param open whether no token is asked for */
  handle(exchange: Exchange, open: boolean): void
}

export function createAppRoute(assets: Assets): AppRoute {
  const index = assets.get('/index.html') ?? null
  return {
    handle(exchange, open) {
      const { path, incoming } = exchange
      if (incoming.method !== 'GET' && incoming.method !== 'HEAD') {
        const detail = `${incoming.method} ${path}: only GET and HEAD are answered here; the API is under /api/v1`
        refuse(exchange, { status: 405, detail, headers: { allow: 'GET, HEAD' } })
      } else if (path === SIGN_IN && !open)
        page(exchange, signInPage(new URLSearchParams(queryOf(incoming.url)).has('refused')))
      else if (path === SIGN_IN_STYLE) tagged(exchange, 'text/css; charset=utf-8', signInStyle())
      else {
        const asset = path === '/index.html' ? undefined : assets.get(decodeURIComponent(path))
        if (asset) file(exchange, asset)
        else if (path.startsWith('/assets/') || FILE.test(path))
          refuse(exchange, { status: 404, detail: `${path}: there is no such file; open / for the app` })
        else if (mustSignIn(exchange, open))
          answer(exchange, 303, HTML, '', { location: SIGN_IN, 'cache-control': 'no-store' })
        else if (index) file(exchange, index)
        else page(exchange, UNBUILT)
      }
    },
  }
}

/**
 * Whether the browser is sent to the page that asks for a token. Where another site led here, the browser keeps a Strict cookie back, so
 * that nothing is known of the person: the app is given, and finds out by itself.
 */
function mustSignIn({ role, incoming }: Exchange, open: boolean): boolean {
  const site = incoming.headers['sec-fetch-site']
  return !open && role === null && site !== 'cross-site' && site !== 'same-site'
}

function file(exchange: Exchange, asset: Asset): void {
  const coding = codingFor(asset, exchange.incoming.headers['accept-encoding'])
  const etag = coding === 'identity' ? asset.etag : `${asset.etag.slice(0, -1)}-${coding}"`
  answerTagged(exchange, etag, asset.type, asset.bytes[coding]!, {
    'cache-control': asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
    ...(coding === 'identity' ? {} : { 'content-encoding': coding }),
  })
}

function page(exchange: Exchange, text: string): void {
  answer(exchange, 200, HTML, text, { 'cache-control': 'no-store' })
}

function tagged(exchange: Exchange, type: string, text: string): void {
  answerTagged(exchange, etagOf(text), type, text, { 'cache-control': 'no-cache' })
}

function queryOf(target = ''): string {
  return target.slice(target.indexOf('?') + 1 || target.length)
}
