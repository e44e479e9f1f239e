import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DataError } from '../../src/text/errors.js'
import type { ScoredAct } from './measure.js'

/** A statement to be measured: its file as it is, front matter included, and its gold acts. */
export interface Item {
  id: string
  raw: string
  acts: ScoredAct[]
}

/** Statements that are measured together. */
export interface Part {
  name: string
  items: Item[]
  /** Whether its mismatches may be looked at. */
  open: boolean
}

const SEED_ID = '2022-05-28-usa-kor-jpn-dprk-launches'
const HELD_OUT = 17

/** The statements of our own in `test/gold`, which need nothing else. */
export function ownPart(goldFolder: string): Part {
  const items = readdirSync(goldFolder)
    .filter(id => existsSync(join(goldFolder, id, 'gold.json')))
    .sort()
    .map(id => ({
      id,
      raw: readFileSync(join(goldFolder, id, 'statement.txt'), 'utf8'),
      acts: readGold(join(goldFolder, id, 'gold.json')).acts,
    }))
  return { name: 'own', items, open: true }
}

/**
 * The parts whose texts stand in `../shared`: `measuring` (never shown), `development`, and our own annotations of
 * other statements, `aside` (never shown) and `corpus`. Throws where the held-out ids are not those that the rule gives.
 */
export function sharedParts(shared: string, goldFolder: string): Part[] {
  const folder = join(shared, 'gold', 'dev')
  const ids = idsIn(folder)
  const held = heldOut(ids)
  const named = readFileSync(join(goldFolder, 'held-out.txt'), 'utf8').trim().split('\n')
  if ([...named].sort().join() !== [...held].sort().join()) {
    throw new DataError(
      `test/gold/held-out.txt does not name the ${HELD_OUT} ids of lowest SHA-256: write ${held.join(', ')}`,
    )
  }
  const part = (name: string, open: boolean, from: string, members: string[]): Part => ({
    name,
    open,
    items: members.map(id => ({ id, raw: statement(shared, id), acts: readGold(join(from, `${id}.json`)).acts })),
  })
  const parts = [
    part('measuring', false, folder, held),
    part(
      'development',
      true,
      folder,
      ids.filter(id => !held.includes(id)),
    ),
  ]
  for (const [name, sub, open] of [
    ['aside', 'aside', false],
    ['corpus', 'dev', true],
  ] as const) {
    const corpus = join(goldFolder, 'corpus', sub)
    if (existsSync(corpus)) parts.push(part(name, open, corpus, idsIn(corpus)))
  }
  return parts
}

/** The ids kept for measuring: those whose SHA-256 is lowest, the seed statement never among them. */
export function heldOut(ids: string[]): string[] {
  const digest = (id: string) => createHash('sha256').update(id).digest('hex')
  return ids
    .filter(id => id !== SEED_ID)
    .map(id => ({ id, digest: digest(id) }))
    .sort((a, b) => (a.digest < b.digest ? -1 : 1))
    .slice(0, HELD_OUT)
    .map(({ id }) => id)
}

function idsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .map(file => file.slice(0, -'.json'.length))
    .sort()
}

function readGold(path: string): { acts: ScoredAct[] } {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function statement(shared: string, id: string): string {
  const path = [join(shared, 'corpus-open', `${id}.txt`), join(shared, 'seed', `${id}.txt`)].find(existsSync)
  if (path === undefined) throw new DataError(`no text of the gold statement "${id}" in ${shared}`)
  return readFileSync(path, 'utf8')
}
