/** The desk from its plan to its end: ledger, record, app, server, and a clean stop. */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { createApp } from '../api/app.js'
import { openLasting } from '../ledger/lasting.js'
import type { Ledger } from '../ledger/ledger.js'
import { defaultLexicon } from '../lexicon/default.js'
import { read } from '../read/read.js'
import { createLog, type Log, stackOf } from '../serve/log.js'
import { refuseOpenDoor, serve } from '../serve/serve.js'
import type { Tokens } from '../serve/token-file.js'
import { bundledWeb } from '../source/bundled.js'
import { loadDossier } from '../source/dossier.js'
import { fetchSource } from '../source/source.js'
import { InputError } from '../text/errors.js'
import { hasDisplay, openBrowser } from './browser.js'
import { EXIT, Interrupted } from './failure.js'
import { ledgerJob } from './ledger-job.js'
import type { ReadJob } from './pipeline.js'
import { readingBy } from './reading-crew.js'
import { addInputs } from './run-add.js'
import { type Interruption, interruptible } from './signals.js'
import type { Io } from './terminal.js'

export interface ServePlan {
  inputs: readonly string[]
  host: string
  port: number | null
  /** Where the ledger is; null for one that goes with the desk. */
  place: string | null
  /** Folders of the dossiers. */
  dossiers: readonly string[]
  tokens: Tokens | null
  origin: string | null
  open: boolean
  /** File of the log; null for standard error. */
  log: string | null
}

/** Serves until it is interrupted, which is its ordinary end; returns the exit code. */
export async function runServe(plan: ServePlan, io: Io): Promise<number> {
  refuseOpenDoor(plan)
  let open = false
  try {
    return await interruptible(interruption => served(plan, interruption, io, () => (open = true)))
  } catch (error) {
    if (error instanceof Interrupted && open) return EXIT.done
    throw error
  }
}

async function served(plan: ServePlan, interruption: Interruption, io: Io, opened: () => void): Promise<never> {
  const { cleanUp } = interruption
  keepMemorySteady()
  // 1. The ledger and what is to be in it.
  const place = plan.place ?? freshPlace(interruption)
  const ledger = await openLasting(place)
  cleanUp(() => ledger.close())
  const newest = await added(plan, place, ledger, interruption, io)

  // 2. The app.
  const log = logFor(plan.log, interruption, io)
  const lexicon = defaultLexicon()
  const dossiers = await Promise.all(plan.dossiers.map(folder => loadDossier(folder)))
  const app = createApp({
    ledger,
    dossiers,
    lexicon,
    clock: {
      now: () => new Date(),
      sleep: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }).catch(() => {}),
    },
    read: readingBy(doc => read(doc, { lexicon }), jobFor(plan, place, io), interruption),
    bring: (url, signal) => fetchSource(url, { signal }),
    report: error => log.write({ level: 'error', message: 'the API failed', error: stackOf(error) }),
  })

  // 3. The server.
  const { host, port, tokens, origin } = plan
  const desk = await serve({ app, ledger, web: bundledWeb(), host, port, tokens, origin, log })
  cleanUp(() => desk.stop())
  opened()
  const address = `${origin ?? desk.url}${newest === null ? '/' : `/s/${newest}`}`
  io.stdout.write(`The desk is open at ${address}\n`)
  io.stdout.write(
    `${plan.place === null ? 'What is corrected there is gone when it is closed. ' : ''}Ctrl-C closes it.\n`,
  )
  if (plan.open && hasDisplay(io.env, Boolean(io.stdout.isTTY))) openBrowser(address)
  return new Promise<never>(() => {})
}

/**
 * Lets the space for what is soon garbage grow to its full size at once. Growing by doubling, it is too small for the first tens of
 * thousands of answers: they move to the space for what lasts, which grows for them to twice the size and is never given back.
 */
function keepMemorySteady(): void {
  setFlagsFromString('--semi-space-growth-factor=32')
}

function freshPlace({ cleanUp }: Interruption): string {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-desk-'))
  cleanUp(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'ledger.db')
}

/** Of more statements than these, the newest of the ledger is shown. */
const FEW = 500

/** Adds the inputs. @returns the newest statement of the last input, or of the ledger where there is none; null where that is empty */
async function added(
  served: ServePlan,
  place: string,
  ledger: Ledger,
  interruption: Interruption,
  io: Io,
): Promise<string | null> {
  const job = jobFor(served, place, io)
  let last: string[] = []
  for (const input of served.inputs) {
    last = []
    const plan = { inputs: [input], place, each: false, jobs: null, job }
    await addInputs(plan, ledger, interruption, { ...io, stdout: nowhere() }, id => last.push(id))
  }
  if (last.length === 0 || last.length > FEW) return (await ledger.list({}, { limit: 1, after: null }))[0]?.id ?? null
  const rows = await Promise.all(last.map(async id => (await ledger.row(id))!))
  return rows.reduce((newest, row) => ((row.date ?? '') > (newest.date ?? '') ? row : newest)).id
}

function jobFor({ dossiers }: ServePlan, ledger: string, { env }: Io): ReadJob {
  const debug = Boolean(env.DEMARCHE_DEBUG)
  return ledgerJob({ command: 'add', ledger, dossiers, allowPrivate: false, debug, given: {} })
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}

/** The log, in a file or on standard error; at a terminal, where someone looks on, only what went wrong. */
function logFor(file: string | null, { cleanUp }: Interruption, io: Io): Log {
  const terminal = file === null && Boolean(io.stderr.isTTY)
  let descriptor: number | null = null
  try {
    if (file !== null) descriptor = openSync(file, 'a', 0o640)
  } catch (error) {
    throw new InputError(`--log: ${file} cannot be written (${(error as Error).message}); give another place`)
  }
  const write = (text: string) => {
    // A full disk must not end the desk.
    try {
      if (descriptor === null) io.stderr.write(text)
      else writeSync(descriptor, text)
    } catch {}
  }
  const log = createLog(write, { least: terminal ? 'warn' : 'info' })
  cleanUp(() => {
    log.flush()
    if (descriptor !== null) closeSync(descriptor)
    descriptor = null
  })
  return log
}
