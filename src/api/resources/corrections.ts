/** Corrections of a statement's acts: the history, a new one, and taking one back. */
import type { z } from '@hono/zod-openapi'
import { actNumbered, newAct } from '../../ask/correction.js'
import { actorIds } from '../../ask/filters.js'
import { historyAnswer } from '../../export/ledger-lists.js'
import type { ActFields, CorrectionMade } from '../../ledger/corrections.js'
import type { Stored } from '../../ledger/ledger.js'
import type { Desk } from '../desk.js'
import { keptOf, rowOf } from '../kept.js'
import { Problem } from '../problem.js'
import { knowing } from '../queries.js'
import { type Resource, resource } from '../resource.js'
import { correctionGiven } from '../shapes/asked.js'
import { correction, corrections } from '../shapes/ledger.js'
import { byId } from './statements.js'

type Given = z.output<typeof correctionGiven>

export const CORRECTIONS: readonly Resource[] = [
  resource({
    method: 'get',
    path: '/corrections',
    tag: 'corrections',
    summary: 'All corrections, oldest first',
    answer: corrections,
    rows: 'corrections',
    of: 'ledger',
    make: async ({ desk }) => historyAnswer(await desk.ledger.corrections(), null).json,
  }),
  resource({
    method: 'get',
    path: '/statements/{id}/corrections',
    tag: 'corrections',
    summary: 'The corrections of a statement, oldest first',
    params: byId,
    answer: corrections,
    rows: 'corrections',
    of: 'ledger',
    async make({ desk, params }) {
      const { id } = await rowOf(desk, params.id)
      return historyAnswer(await desk.ledger.corrections(id), null).json
    },
  }),
  resource({
    method: 'post',
    path: '/statements/{id}/corrections',
    tag: 'corrections',
    summary: 'Changes, adds or deletes an act, or takes a correction back; keeps who did so and why',
    params: byId,
    body: correctionGiven,
    answer: correction,
    status: 201,
    async make({ desk, params, body }) {
      const kept = await keptOf(desk, params.id)
      const made = await corrected(desk, kept, body)
      const { id } = kept.row
      const statement = await rowOf(desk, id)
      desk.announcements.tell({ event: 'statement', data: { outcome: 'changed', id, statement } })
      return made
    },
  }),
]

async function corrected(desk: Desk, kept: Stored, given: Given): Promise<CorrectionMade> {
  const { who, why } = given
  const { ledger } = desk
  const { id } = kept.row
  if (given.kind === 'undo')
    return ledger.undo(id, { who, why, ...(given.of !== undefined && { correction: given.of }) })
  if (given.kind === 'add') {
    const fields = await checked(desk, given.fields)
    return ledger.correct(id, {
      kind: 'add',
      act: newAct(kept, { ...fields, trigger: given.fields.trigger, force: given.fields.force }),
      who,
      why,
    })
  }
  const act = actNumbered(kept, given.act)
  if (given.kind === 'delete') return ledger.correct(id, { kind: 'delete', act, who, why })
  const fields = await checked(desk, given.fields)
  if (Object.keys(fields).length === 0)
    throw new Problem('wrong-content', 'fields: says no change; give the force, the targets or another part of the act')
  return ledger.correct(id, { kind: 'change', act, fields, who, why })
}

/** Actors may be named; topics are the codebook's. */
async function checked(desk: Desk, fields: ActFields): Promise<ActFields> {
  const known = desk.lexicon.topics.ids
  const strange = fields.topics?.find(topic => !known.includes(topic))
  if (strange !== undefined)
    throw new Problem(
      'wrong-content',
      `topics: "${strange.slice(0, 80)}" is no topic; choose among ${known.join(', ')}`,
    )
  const ids = async (values: readonly string[], field: string) =>
    [...new Set(await actorIds(values, field, knowing(desk)))].sort()
  return {
    ...fields,
    ...(fields.actors && { actors: await ids(fields.actors, 'actors') }),
    ...(fields.targets && { targets: await ids(fields.targets, 'targets') }),
  }
}
