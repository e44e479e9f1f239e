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
  const council = councilAct(v)
  if (council.length > 0) return council
  if (startsThat(p, content.start)) return thatTargets(c, content)
  const resumed = startsPossessive(p, content.start, content.end) ? firstOf(c.ctx.lastTargets, c.ctx.culprits) : []
  const named = firstOf(resumed, near(v), v.first('agent'), v.first('of'))
  if (named.length > 0 || found.force !== 'sympathise') return named
  // condolences are conveyed in a meeting to the other side
  return c.ctx.readout && c.ctx.participants.length === 2 && found.rule.includes('condolence') ? c.ctx.participants : []
}

/** The one who is thanked or supported stands before any verb of the content: behind one it is whom that verb serves. */
function near(v: View): string[] {
  const names = v.names.filter(n => !n.served || n.role === 'agent')
  return cluster(v.p, names, ['with', 'to', 'object', 'agent', 'of'])
}

/** "welcomes the adoption of the resolution", "the measures of the resolution are robust": the Council is meant. */
export function councilAct(v: View): string[] {
  const { p, c, content, found } = v
  const { council } = c.lexicon
  if (!c.ctx.council || council === null || v.actors.includes(council)) return []
  if (found.rule.startsWith('support/vote')) return [council]
  const { start, end } = found.rule.startsWith('welcome/is-') ? c.subject : content
  for (let k = start; k < Math.min(end, start + 9); k++) {
    const named = v.names.find(n => n.start <= k)
    if (named && named.id !== council) return []
    if (/^(resolution|council|provisions|draft)$/.test(p.tokens.keys[k]!)) return [council]
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
