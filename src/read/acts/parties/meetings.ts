/** With whom the doer met or talked: empty where the subject names all sides. */
import type { Parsed } from '../../parse.js'
import { T } from '../../tagger/tagged.js'
import type { View } from './view.js'

const MEETING =
  /^(meet|speak|talk|confer|consult|hold|call|converse|negotiate|brief|inform|phone|exchange|discuss|visit|have|host|receive|welcome)$/

export function met(v: View): string[] {
  const { p, c, found, content, actors, objects, first } = v
  const { subject, ctx, g } = c
  if (actors.length > 1 && (subject.plural || found.passive))
    return directWith(p, content.start, content.end) ? first('with').filter(id => !actors.includes(id)) : []
  const personal = /person|brief|inform|visit|receive|host/.test(found.rule)
  if (objects && objects.length > 0 && personal) return objects
  const withs = /^(meet|call|visit|phone|host)$/.test(g.lemma)
    ? first('with', 'object')
    : /^(speak|talk)$/.test(g.lemma)
      ? first('with', 'to')
      : first('with')
  if (withs.length > 0 && (MEETING.test(g.lemma) || directWith(p, content.start, content.end))) return withs
  if (personal) {
    const seen = first('object', 'of', 'to')
    if (seen.length > 0) return seen
  }
  const others =
    !found.passive && actors.length === 1 && ctx.participants.length > 1 && ctx.participants.includes(actors[0]!)
      ? ctx.participants
      : []
  return others.length > 0 ? others : MEETING.test(g.lemma) ? withs : []
}

/** "with X" comes before any other noun phrase of the content. */
function directWith(p: Parsed, start: number, end: number): boolean {
  for (let k = start; k < end; k++) {
    if (p.tokens.keys[k] === 'with') return true
    if (p.tags[k] === T.N || p.at[k]! >= 0) return false
  }
  return false
}
