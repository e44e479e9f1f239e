/**
 * Persons and offices as a statement introduces them: participants and persons that its title names, offices that stand
 * for a state from then on ("the Deputy Secretary"), and the speakers of a transcript ("PRESIDENT LUND:").
 */
import { lookUp } from '../../../lexicon/gazetteer.js'
import type { Lexicon } from '../../../lexicon/lexicon.js'
import type { Context } from '../../context.js'
import { givenNames, isPersonWord, isTitle, labelOf, learn, ofState, stateBefore } from '../../introductions.js'
import { type Parsed, parseSentence } from '../../parse.js'

const MEETS = /\b(calls?|meetings?|meets?|conversation|talks|spoke|visit|lunch|dinner|summit)\b.*\b(with|between)\b/i
const ABOUT = /^(on|regarding|about|concerning|in|at|ahead|before|after|following|to|for)$/

/** Takes in what the sentence, and before the first one the title, says of persons. Runs once for each sentence. */
export function introduce(p: Parsed, ctx: Context, lexicon: Lexicon): void {
  if (ctx.seen === p) return
  if (ctx.seen === null) fromTitle(ctx, lexicon)
  ctx.seen = p
  if (ctx.persons.size > 0) bind(p, ctx)
  const label = labelOf(p)
  if (label) ctx.speaker = speaker(label, ctx, lexicon)
  offices(p, ctx, lexicon)
}

function fromTitle(ctx: Context, lexicon: Lexicon): void {
  const title = ctx.doc.title
  if (!title) return
  const p = parseSentence(title, 0, title.length, title.length, lexicon, givenNames(ctx.doc.names))
  learn(p, ctx.persons, lexicon)
  offices(p, ctx, lexicon)
  if (!MEETS.test(title)) return
  const from = p.tokens.keys.findIndex(k => k === 'with' || k === 'between')
  const ids = new Set(ctx.issuers)
  for (let k = from + 1; k > 0 && k < p.tokens.length && !ABOUT.test(p.tokens.keys[k]!); k++) {
    const n = p.nameAt[k]!
    if (n >= 0) ids.add(p.names[n]!.id)
    const person = lookUp(ctx.persons, p.tokens.words, k)
    if (person) ids.add(person.alias.id)
  }
  if (ids.size > ctx.issuers.length) ctx.participants = [...ids].sort()
}

/** Persons that the title names are names in the sentence too. */
function bind(p: Parsed, ctx: Context): void {
  const { words, length } = p.tokens
  for (let k = 0; k < length; k++) {
    if (p.nameAt[k]! >= 0) continue
    const entry = lookUp(ctx.persons, words, k)
    if (!entry) continue
    const end = k + entry.words.length
    p.names.push({
      start: k,
      end,
      id: entry.alias.id,
      role: entry.alias.role,
      kind: entry.alias.kind,
      alias: entry.alias.alias,
    })
    for (let m = k; m < end; m++) p.nameAt[m] = p.names.length - 1
    k = end - 1
  }
}

function speaker(label: string[], ctx: Context, lexicon: Lexicon): string[] {
  for (const word of label) {
    const w = word[0]! + word.slice(1).toLowerCase()
    const entry = lookUp(ctx.persons, [w], 0) ?? lookUp(lexicon.gazetteer.byFirst, [w], 0)
    if (entry && entry.alias.id !== '' && !entry.alias.weak) return [entry.alias.id]
  }
  return ctx.issuers
}

/** "Arlandic Foreign Minister Holt" makes the office `foreign minister` Arland's; an office of two states is nobody's. */
function offices(p: Parsed, ctx: Context, lexicon: Lexicon): void {
  const { keys, words, length } = p.tokens
  for (let i = 0; i < length; i++) {
    if (!isTitle(p, i, lexicon)) continue
    const of = ofState(p, i, lexicon)
    const held =
      of !== null ||
      isPersonWord(p, i + 1, lexicon) ||
      (p.nameAt[i + 1]! >= 0 && p.names[p.nameAt[i + 1]!]!.role === 'person')
    if (!held) continue
    const known = p.nameAt[i + 1]! >= 0 ? p.names[p.nameAt[i + 1]!]!.id : null
    const id = of ?? known ?? stateBefore(p, i) ?? (ctx.issuers.length === 1 ? ctx.issuers[0]! : remaining(p, ctx))
    if (id === null) continue
    hold(ctx, keys[i]!, id)
    if (i > 0 && /^[A-Z]/.test(words[i - 1]!) && p.nameAt[i - 1]! < 0) hold(ctx, `${keys[i - 1]} ${keys[i]}`, id)
  }
}

/** Of two issuers the one whom no other person of the sentence stands for: "President Lund and Prime Minister Holt met". */
function remaining(p: Parsed, ctx: Context): string | null {
  if (ctx.issuers.length !== 2) return null
  const others = ctx.issuers.filter(id => !p.names.some(n => n.role === 'person' && n.id === id))
  return others.length === 1 ? others[0]! : null
}

function hold(ctx: Context, office: string, id: string): void {
  const known = ctx.offices.get(office)
  ctx.offices.set(office, known === undefined || known === id ? id : '')
}

/** The state of "the (Deputy) Secretary" whose head is at `head`, or null where none or several have it. */
export function officeHolder(p: Parsed, head: number, ctx: Context): string | null {
  const key = p.tokens.keys[head]!
  const full = head > 0 ? ctx.offices.get(`${p.tokens.keys[head - 1]} ${key}`) : undefined
  return full || ctx.offices.get(key) || null
}
