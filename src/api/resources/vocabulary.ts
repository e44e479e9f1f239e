/** The words that the other resources use, with their labels. */
import { z } from '@hono/zod-openapi'
import { LADDERS } from '../../compare/strength.js'
import { isoOf } from '../../dossier/zones.js'
import { FAMILIES } from '../../export/families.js'
import { actorLabel, strengthWords, topicLabel } from '../../export/labels.js'
import { paged } from '../../export/ledger/page.js'
import { issuersOf } from '../../ledger/stats.js'
import { READER_VERSION } from '../../read/read.js'
import type { Desk } from '../desk.js'
import { pageOf, pages, WHOLE, words } from '../queries.js'
import { type Resource, resource } from '../resource.js'
import { claim, status } from '../shapes/reading.js'
import { actors, dossiers, families, vocabulary } from '../shapes/vocabulary.js'

export const VOCABULARY: readonly Resource[] = [
  resource({
    method: 'get',
    path: '/vocabulary',
    tag: 'vocabulary',
    summary: 'Forces and their families, topics, kinds of claim and their outcomes',
    answer: vocabulary,
    of: 'record',
    make: ({ desk }) => ({
      schema: 'demarche.vocabulary/1',
      reader: READER_VERSION,
      families: FAMILIES,
      ladders: LADDERS,
      intensities: ([0, 1, 2] as const).map(strengthWords),
      topics: desk.lexicon.topics.ids.map(id => ({ id, title: topicLabel(id) })),
      statuses: status.options,
      claims: claim.shape.kind.options,
      outcomes: claim.shape.outcome.options,
    }),
  }),
  resource({
    method: 'get',
    path: '/actors',
    tag: 'vocabulary',
    summary:
      'Actors: those who issued statements first, those with most before; then the rest of the record and the lexicon',
    query: z.object({ q: words('Part of a name or id.'), ...pages(100) }),
    answer: actors,
    rows: 'actors',
    page: WHOLE,
    of: 'ledger',
    async make({ desk, query }) {
      const { rows, next } = paged(await actorsOf(desk, query.q), ({ id }) => id, pageOf(query))
      return { schema: 'demarche.actors/1', actors: rows, next }
    },
  }),
  resource({
    method: 'get',
    path: '/dossiers',
    tag: 'vocabulary',
    summary: 'The dossiers, their kinds, classes and activities, and how far they are complete',
    answer: dossiers,
    rows: 'dossiers',
    of: 'record',
    make: ({ desk }) => ({ schema: 'demarche.dossiers/1', dossiers: desk.dossiers.map(dossierObject) }),
  }),
  resource({
    method: 'get',
    path: '/formulas/families',
    tag: 'vocabulary',
    summary: 'Families of competing wordings that the dossiers track',
    answer: families,
    rows: 'families',
    of: 'record',
    make: ({ desk }) => ({
      schema: 'demarche.families/1',
      families: desk.families.map(({ id, title, source, variants }) => ({
        id,
        title,
        source,
        variants: variants.map(variant => ({ id: variant.id, title: variant.title, phrases: variant.phrases })),
      })),
    }),
  }),
]

interface ActorShown {
  id: string
  name: string
  kind: string | null
  dossiers: string[]
  names: Record<string, string[]>
  statements: number
}

async function actorsOf({ ledger, dossiers: all, lexicon }: Desk, q: string | undefined): Promise<ActorShown[]> {
  const found = new Map<string, ActorShown>()
  const entry = (id: string) => {
    const known = found.get(id)
    if (known !== undefined) return known
    const made: ActorShown = {
      id,
      name: lexicon.gazetteer.nameOf(id) ?? actorLabel(id),
      kind: null,
      dossiers: [],
      names: {},
      statements: 0,
    }
    found.set(id, made)
    return made
  }
  for (const { issuer, statements } of await issuersOf(ledger.database)) entry(issuer).statements = statements
  for (const { manifest, actors: own } of all)
    for (const actor of own.values()) {
      const shown = entry(actor.id)
      Object.assign(shown, { name: actor.name, kind: actor.kind, names: { ...shown.names, ...actor.names } })
      shown.dossiers.push(manifest.id)
    }
  for (const id of lexicon.gazetteer.ids) if (id !== '') entry(id)
  const key = q?.trim().toLowerCase() ?? ''
  return [...found.values()]
    .filter(({ id, name, names }) =>
      [id, name, ...Object.values(names).flat()].some(own => own.toLowerCase().includes(key)),
    )
    .sort(
      (a, b) =>
        b.statements - a.statements ||
        b.dossiers.length - a.dossiers.length ||
        (a.id < b.id ? -1 : Number(a.id > b.id)),
    )
}

function dossierObject(dossier: Desk['dossiers'][number]) {
  const { manifest, events, instruments, provisions, completeness, terms } = dossier
  const { id, title, summary, licence, subjects, homeZone, councilZone, council, attributes } = manifest
  return {
    ...{ id, title, summary, licence, subjects, zone: homeZone, councilZone, council, attributes },
    kinds: [...manifest.kinds.values()].map(kind => ({
      id: kind.id,
      title: kind.title,
      counts: kind.counts,
      classed: kind.classed,
      marks: Object.keys(kind.marks),
    })),
    classes: [...manifest.classes.values()].map(entry => ({ id: entry.id, title: entry.title, within: entry.within })),
    activities: [...manifest.activities.values()].map(entry => ({ id: entry.id, title: entry.title })),
    events: events.length,
    instruments: instruments.size,
    provisions: provisions.length,
    first: events.length === 0 ? null : isoOf(events.from[0]!),
    last: events.length === 0 ? null : isoOf(events.from[events.length - 1]!),
    complete: completeness.map(row => ({
      ...{ kind: row.kind, classes: row.classes, basis: row.basis, verified: row.verified },
      from: isoOf(row.from),
      to: isoOf(row.to),
    })),
    terms: terms.map(({ preferred, avoid, source }) => ({ preferred, avoid, source })),
  }
}
