/**
 * A dossier: the record of one crisis, ready to be asked. It is made whole or not at all (`builder.ts`); questions to it stand
 * in files of their own (`obligations.ts`, `council.ts`, `completeness.ts`, `selection.ts`).
 */
import { ClassOrder } from './classes.js'
import { EventTable } from './event-table.js'
import type { Manifest } from './manifest.js'
import { Places } from './places.js'
import type { Tables } from './raw-row.js'
import type {
  Actor,
  Completeness,
  Dispute,
  FormulaFamily,
  Instrument,
  Membership,
  Place,
  Provision,
  Term,
  Vote,
} from './record.js'
import {
  actorOf,
  completenessOf,
  disputeOf,
  instrumentOf,
  membershipOf,
  placeOf,
  provisionOf,
  termOf,
  voteOf,
} from './rows.js'

export interface Dossier {
  manifest: Manifest
  classOrder: ClassOrder
  actors: ReadonlyMap<string, Actor>
  events: EventTable
  places: ReadonlyMap<string, Place>
  completeness: readonly Completeness[]
  /** In order of date. */
  instruments: ReadonlyMap<string, Instrument>
  provisions: readonly Provision[]
  /** By instrument. */
  votes: ReadonlyMap<string, readonly Vote[]>
  memberships: readonly Membership[]
  /** By the id of the record that they are about. */
  disputes: ReadonlyMap<string, readonly Dispute[]>
  /** Rows of the event table on which sources differ. */
  disputedEvents: ReadonlyMap<number, readonly Dispute[]>
  /** By row of the event table: 1 where sources differ. */
  isDisputed: Uint8Array
  terms: readonly Term[]
  formulas: readonly FormulaFamily[]
}

/** Makes the dossier of rows that were found sound. */
export function dossierOf(manifest: Manifest, tables: Tables, formulas: FormulaFamily[]): Dossier {
  const places = tables.places.map(placeOf)
  const events = new EventTable(tables.events, {
    homeZone: manifest.homeZone,
    attributes: manifest.attributes,
    places: new Places(places),
  })
  const disputes = Map.groupBy(tables.disputes.map(disputeOf), dispute => dispute.record)
  const disputedRows = disputedEvents(events, disputes)
  const isDisputed = new Uint8Array(events.length)
  for (const i of disputedRows.keys()) isDisputed[i] = 1
  const instruments = tables.instruments.map(instrumentOf).sort((a, b) => a.days.from - b.days.from)
  return {
    manifest,
    classOrder: new ClassOrder(manifest.classes),
    actors: new Map(tables.actors.map(actorOf).map(actor => [actor.id, actor])),
    events,
    places: new Map(places.map(place => [place.id, place])),
    completeness: tables.completeness.map(completenessOf),
    instruments: new Map(instruments.map(instrument => [instrument.id, instrument])),
    provisions: tables.provisions.map(provisionOf),
    votes: Map.groupBy(tables.votes.map(voteOf), vote => vote.instrument),
    memberships: tables.memberships.map(membershipOf),
    disputes,
    disputedEvents: disputedRows,
    isDisputed,
    terms: tables.terms.map(termOf),
    formulas,
  }
}

function disputedEvents(
  events: EventTable,
  disputes: ReadonlyMap<string, readonly Dispute[]>,
): Map<number, readonly Dispute[]> {
  const rows = new Map<number, readonly Dispute[]>()
  for (const [id, differing] of disputes) {
    const i = events.indexOf(id)
    if (i !== undefined) rows.set(i, differing)
  }
  return rows
}
