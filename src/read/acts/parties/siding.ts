/** Whom support, thanks, praise and condolence go to. */
import { cluster, firstOf, isPronoun, startsPossessive, startsThat, thatTargets } from './reference.js'
import type { View } from './view.js'

export function sided(v: View): string[] {
  const { p, c, found, content, objects } = v
  if (objects && objects.length > 0) {
    // the verb's object is the first noun phrase: those coordinated with it count too
    const all = near(v)
    return all.includes(objects[0]!) ? [...objects, ...all] : objects
  }
  if (addressed(v)) return others(v)
  if (objects && isPronoun(p, found.object!.start, found.object!.end) && c.ctx.lastTargets.length > 0)
    return c.ctx.lastTargets
  if (startsThat(p, content.start)) return thatTargets(c, content)
  const resumed = startsPossessive(p, content.start, content.end) ? firstOf(c.ctx.lastTargets, c.ctx.culprits) : []
  const named = firstOf(resumed, councilAct(v), near(v), v.first('agent'), v.first('of'))
  if (named.length > 0 || found.force !== 'sympathise') return named
  // condolences are conveyed in a meeting to the other side
  return c.ctx.readout && c.ctx.participants.length === 2 && found.rule.includes('condolence') ? c.ctx.participants : []
}

/** The one who is thanked or supported stands before any verb of the content: behind one it is whom that verb serves. */
function near(v: View): string[] {
  const names = v.names.filter(n => !n.served || n.role === 'agent')
  return cluster(v.p, names, ['with', 'to', 'object', 'agent', 'of'])
}

/** "welcomes the adoption of the resolution", "support that resolution": the Council is meant. */
function councilAct(v: View): string[] {
  const { p, c, content } = v
  if (!c.ctx.council || c.lexicon.council === null) return []
  const named = v.names[0]
  for (let k = content.start; k < Math.min(content.end, content.start + 9); k++) {
    if (named && named.start <= k) return []
    if (/^(resolution|council|provisions|draft)$/.test(p.tokens.keys[k]!)) return [c.lexicon.council]
  }
  return []
}

/** "thank you", "your support": the audience. */
function addressed(v: View): boolean {
  for (let k = v.c.g.end; k < Math.min(v.content.end, v.content.start + 4); k++)
    if (/^(you|your)$/.test(v.p.tokens.keys[k]!)) return true
  return false
}

/** The other participants; the one whom a message is about where there is no meeting. */
function others(v: View): string[] {
  const { ctx } = v.c
  const rest = ctx.participants.filter(id => !v.actors.includes(id))
  return rest.length > 0 ? rest : ctx.rival
}
