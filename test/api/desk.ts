/** An app over a ledger of invented statements and the bundled record, for tests. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type App, createApp } from '../../src/api/app.js'
import type { AppParts } from '../../src/api/parts.js'
import { link } from '../../src/check/link.js'
import type { Dossier } from '../../src/dossier/dossier.js'
import { load, read } from '../../src/index.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { openLedger } from '../../src/ledger/open.js'
import { defaultLexicon } from '../../src/lexicon/default.js'
import { bundledDossiers } from '../../src/source/bundled.js'
import { loadDossier } from '../../src/source/dossier.js'
import { fetchSource } from '../../src/source/source.js'

const EXAMPLES = join(import.meta.dirname, '..', '..', 'examples')

export interface TestDesk {
  app: App
  ledger: Ledger
  dossiers: Dossier[]
  /** Ids of the examples by their labels. */
  ids: Map<string, string>
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  close(): Promise<void>
}

/** @param more parts in place of the usual */
export async function openDesk(more: (parts: AppParts) => Partial<AppParts> = () => ({})): Promise<TestDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-api-'))
  const ledger = await openLedger(join(folder, 'ledger.db'), 'write')
  const dossiers = await Promise.all([...bundledDossiers().values()].map(path => loadDossier(path)))
  const lexicon = defaultLexicon()
  const ids = new Map<string, string>()
  for (const file of readdirSync(EXAMPLES).filter(name => name.endsWith('.txt'))) {
    const doc = await load(await fetchSource(join(EXAMPLES, file)))
    const [added] = await ledger.add([{ doc, reading: link(doc, read(doc), dossiers, { lexicon }) }])
    ids.set(doc.id, added!.id)
  }
  const parts: AppParts = {
    ledger,
    dossiers,
    lexicon,
    clock: {
      now: () => new Date('2024-08-01T12:00:00Z'),
      sleep: (milliseconds, signal) => wait(milliseconds, undefined, { signal }).catch(() => {}),
    },
  }
  const app = createApp({ ...parts, ...more(parts) })
  const url = (path: string) => `http://127.0.0.1/api/v1${path}`
  return {
    app,
    ledger,
    dossiers,
    ids,
    get: (path, headers = {}) => app.fetch(new Request(url(path), { headers })),
    post: (path, body, headers = {}) =>
      app.fetch(
        new Request(url(path), {
          method: 'POST',
          body: typeof body === 'string' ? body : JSON.stringify(body),
          headers: { 'content-type': 'application/json', ...headers },
        }),
      ),
    async close() {
      await ledger.close().catch(() => {})
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
