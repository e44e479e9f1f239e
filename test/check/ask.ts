/** What the tests of claims ask: the verdicts on a text, as plain lines. */
import { check } from '../../src/check/check.js'
import type { Verdict } from '../../src/check/verdict.js'
import type { Dossier } from '../../src/dossier/dossier.js'
import { load, read } from '../../src/index.js'
import { loadDossier } from '../../src/source/dossier.js'

const loaded = new Map<string, Promise<Dossier>>()

export function dossier(folder: string): Promise<Dossier> {
  const known = loaded.get(folder) ?? loadDossier(folder)
  loaded.set(folder, known)
  return known
}

/** The verdicts on a text that an invented issuer spoke on a day; null for an unknown day. */
export async function verdictsOn(text: string, date: string | null, folder = 'data/dossiers/dprk'): Promise<Verdict[]> {
  const bytes = new TextEncoder().encode(text)
  const given = { language: 'en', issuers: ['OTHER:arland'], ...(date !== null && { date }) }
  const doc = await load({ bytes, name: 'statement.txt', mediaType: 'text/plain' }, given)
  return check(doc, read(doc), [await dossier(folder)])
}

/** `kind outcome: words` of each verdict. */
export async function saidOf(text: string, date: string | null, folder?: string): Promise<string[]> {
  const verdicts = await verdictsOn(text, date, folder)
  return verdicts.map(({ kind, outcome, start, end }) => `${kind} ${outcome}: ${text.slice(start, end)}`)
}
