/** How an event is said to have ended, and whether the record says so too. */
import type { Description } from './descriptions.js'
import { cueAt, type Scene } from './scene.js'
import type { Decision } from './verdict.js'

/** "Successfully launched", "a failed launch", "a launch that failed": the outcome in and right behind words `[first, last)`, or null. */
export function outcomeIn(scene: Scene, first: number, last: number, head: number): Description['outcome'] {
  const { words } = scene
  for (let i = first; i < Math.min(last, head + 1); i++) {
    if (cueAt(scene, i, 'failed') > 0) return 'failure'
    if (cueAt(scene, i, 'succeeded') > 0) return words.keys[i - 1] === 'not' ? 'failure' : 'success'
  }
  for (let i = last; i < Math.min(words.length, last + 4); i++) {
    if (words.marks[i]! || words.keys[i] === 'and') return null
    if (i > last && !['that', 'which', 'has', 'had', 'have', 'was', 'were', 'is'].includes(words.keys[i - 1]!))
      return null
    if (cueAt(scene, i, 'failed') > 0 && words.keys[i + 1] !== 'to') return 'failure'
    if (cueAt(scene, i, 'succeeded') > 0) return 'success'
  }
  return null
}

/** A verdict that the record has the event, narrowed to the outcome that the words give it. */
export function withOutcome(scene: Scene, d: Description, decision: Decision): Decision {
  if (d.outcome === null || decision.outcome !== 'supported' || decision.rows.length === 0) return decision
  const { events } = scene.dossier
  const shown = new Set(decision.rows.map(({ id }) => id))
  const outcomes: string[] = []
  for (let i = 0; i < events.length; i++) if (shown.has(events.idAt(i))) outcomes.push(events.cellAt(i, 'outcome'))
  const said = d.outcome
  if (outcomes.every(outcome => outcome === said))
    return { ...decision, because: `${decision.because}, outcome ${said}` }
  const disputed = decision.rows.some(row => row.disputed.some(text => text.startsWith('outcome')))
  const against = !disputed && outcomes.every(outcome => outcome !== said && CLEAR.has(outcome))
  return {
    ...decision,
    outcome: against ? 'contradicted' : 'not-in-record',
    because: against
      ? `${decision.because}, but its outcome is ${outcomes[0]}, not ${said}`
      : `${decision.because}; whether it was a ${said} is disputed or not recorded for each of them`,
    opposite: `a row with the outcome ${said}`,
  }
}

const CLEAR = new Set(['success', 'failure'])
