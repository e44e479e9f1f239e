/** Who did an event to whom, by the names around its verb. */
import { before, objectOf, type Range } from './event-words.js'
import type { Happening } from './happenings.js'
import type { Parsed } from './parse.js'

/** Actor ids, sorted; both empty where nobody with an id is named. */
export function partiesOfEvent(p: Parsed, event: Pick<Happening, 'group'>): { source: string[]; target: string[] } {
  if (event.group < 0) return { source: [], target: [] }
  const g = p.groups[event.group]!
  const object = objectOf(p, event.group)
  if (object[0] < g.start) {
    // passive: what stands before the verb suffers, the doer follows "by"
    const by = p.tokens.keys.indexOf('by', g.end)
    return {
      source: by >= 0 && by - g.end < 6 ? idsIn(p, [by, Math.min(p.tokens.length, by + 8)]) : [],
      target: idsIn(p, object),
    }
  }
  const source = doer(p, event.group)
  return { source, target: idsIn(p, object).filter(id => !source.includes(id)) }
}

/** The names before the verb, or before the verb whose subject it shares. */
function doer(p: Parsed, group: number): string[] {
  let gi = group
  for (let depth = 0; depth < 4; depth++) {
    const ids = idsIn(p, before(p, gi))
    if (ids.length > 0) return ids
    const clause = p.clauses[p.clauseOf[gi]!]!
    const earlier = clause.verbs.filter(v => v < gi).pop() ?? p.clauses[clause.parent]?.verbs.filter(v => v < gi).pop()
    if (earlier === undefined || p.subjectOf[gi]! >= 0) return []
    gi = earlier
  }
  return []
}

function idsIn(p: Parsed, [from, to]: Range): string[] {
  const ids = p.names.filter(name => name.start >= from && name.end <= to && name.id !== '').map(name => name.id)
  return [...new Set(ids)].sort()
}
