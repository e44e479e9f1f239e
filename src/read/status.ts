/** Sentences that carry no act by the codebook's section 1: headings, furniture, fragments. */
import { Form, mayBeFinite } from './groups.js'
import type { Parsed } from './parse.js'
import type { SentenceStatus } from './reading.js'
import type { RawSentence } from './sentences.js'
import { T } from './tagger/tagged.js'

export interface Verdict {
  status: Exclude<SentenceStatus, 'read' | 'unread'>
  rule: string
}

const LEAD_IN = [
  /^(the )?(text of|following (is|are))\b.{0,200}\b(statement|text|remarks|declaration|communiqu[eé]|readout|release)\b/i,
  /\b(the )?(text of the following|following (is|are|joint|statement|text|remarks)|following statement)\b/i,
  /\b(issued|released|made|gave|delivered|provided|published|made public)\b.{0,80}\b(the )?following (statement|answer|remarks|joint|text|press|message|declaration|report|bulletin|commentary|article|announcement|notice|information|letter|white paper)\b.{0,500}[:.]?$/i,
  /\b(as follows|following answer|following statement|following press statement)\b.{0,160}[:.]?$/i,
  /^(begin|end) (of )?(text|statement|quote|transcript)/i,
  /^(attributable to|statement attributable to|the below is attributable|the following is attributable)/i,
]
/** In every text that one of `LEAD_IN` fits: most sentences are through with this one. */
const LEADS = /follow|text of|attributable|^(begin|end) /i
/** A line that names the text: "Statement by the Spokesperson on ...". */
const TITLE =
  /^(joint )?(statement|remarks|declaration|communiqu[eé]|message|readout|press (statement|release)|address|speech) (by|of|from|on|attributable)\b.{0,200}$/i
const SALUTATION =
  /^(dear|mr|mrs|ms|madam|madame|excellenc|your (excellenc|majest|royal|highness)|honou?rable|distinguished|ladies and gentlemen|colleagues|friends|good (morning|afternoon|evening|day)|my fellow|fellow \w+|thank you,? (mr|madam)|dear)\b.{0,140}[,:.!]?$/i
const DATELINE =
  /^(\(?[A-Z][\w .,'’-]{1,40}\)?,? )?(\d{1,2} )?(january|february|march|april|may|june|july|august|september|october|november|december)\.? \d{1,2}?,? ?\d{0,4}[.,]?( \(?[A-Z]+\)?)?( ?[-–—]+)?$/i
const QUESTION = /^(q(uestion)?\b ?[:.)]|reporter ?:|q\s*[-–—])/i
const PAGE =
  /^(share|print|download|tweet|facebook|twitter|linkedin|email|e-mail|subscribe|sign up|related (links|content|articles)|back to top|read more|no comments?:?|post a comment|contact( us| information)?|for (more|further|additional) information|media (contact|enquir|inquir)|press office|tags?:|categories|posted (in|by|on)|last updated|page \d+( of \d+)?|copyright|©|all rights reserved|home|menu|search|skip to|cookies?|for immediate release|embargo|###|\* \* \*|-+ ?\d* ?-+|source:|photo:|image:|end\b\.?|ends\b\.?|-end-|-0-|\d+)\b.{0,120}$/i
const OFFICE =
  /^(office of|bureau of|department of|ministry of|press (office|service|secretary)|embassy of|permanent mission|media note|press (release|statement)|fact sheet|spokesperson|unofficial translation|statements? and releases|briefing room)\b.{0,100}$/i
const WISH =
  /^\(?(may (god|they|he|she|their|his|her|we|our|almighty|the lord|peace)|god (bless|save)|long live|thank you( very much| all)?[.!,]?$|thank you,? (mr|madam|everyone)|amen|peace be upon)/i

/** `index` of `total`: the sentence's place in the text. */
export function statusOf(p: Parsed, raw: RawSentence, index: number, total: number): Verdict | null {
  const body = p.text.slice(raw.bodyStart, raw.end).trim()
  const words = p.tokens.length
  if (!/[\p{L}]/u.test(body)) return { status: 'furniture', rule: 'furniture/no-words' }
  if (/^<!--/.test(body) || /^\[?(image|photo|video|advertisement)\]?$/i.test(body))
    return { status: 'furniture', rule: 'furniture/markup' }
  if (QUESTION.test(body)) return { status: 'furniture', rule: 'furniture/question' }
  if (WISH.test(body)) return { status: 'furniture', rule: 'furniture/wish' }
  if (words <= 40 && raw.first && SALUTATION.test(body) && (!hasPredicate(p) || (/,$/.test(body) && words <= 16)))
    return { status: 'furniture', rule: 'furniture/salutation' }
  if (words <= 14 && DATELINE.test(body) && !tells(p)) return { status: 'furniture', rule: 'furniture/dateline' }
  if (TITLE.test(body) && !/[.:]$/.test(body) && words <= 40) return { status: 'heading', rule: 'heading/title' }
  if (words <= 95 && LEADS.test(body))
    for (const re of LEAD_IN)
      if (re.test(body) && !/\b(hereby|agreed|adopted|decided)\b/i.test(body))
        return { status: 'furniture', rule: 'furniture/lead-in' }
  if (
    words <= 70 &&
    body.endsWith(':') &&
    /\b(said|says|stated|added|continued|replied|answered|remarked|commented|read)( the following)?( today)?:$/i.test(
      body,
    )
  )
    return { status: 'furniture', rule: 'furniture/lead-in' }
  if (
    /^(\d{1,3}\s+)?(ibid\b|see (also )?(official records|ibid|resolution|document|s\/)|official records of the|united nations,? treaty series|cf\.)/i.test(
      body,
    ) ||
    (words <= 40 && /\bibid\b/i.test(body)) ||
    (/^\d{1,3} /.test(body) && /(treaty series|official records|document s\/|\bvol\.|\bpp?\.$)/i.test(body))
  )
    return { status: 'furniture', rule: 'furniture/footnote' }
  const lineOnly = raw.first && raw.last
  if (
    lineOnly &&
    words <= 9 &&
    !/\d/.test(body) &&
    body === body.toUpperCase() &&
    /[A-Z]{3}/.test(body) &&
    !/[:;!?]$/.test(body)
  )
    return { status: 'furniture', rule: 'furniture/name-line' }
  if (lineOnly && /^adopted by the security council at its \d/i.test(body))
    return { status: 'furniture', rule: 'furniture/adoption-line' }
  const stop = /[.!?;]["”’)]?$/.test(body)
  // a page's buttons are commands: "Post a Comment"
  if (lineOnly && !stop && words <= 16 && (PAGE.test(body) || OFFICE.test(body)) && (words <= 5 || !hasPredicate(p)))
    return { status: 'furniture', rule: 'furniture/page' }
  if (lineOnly && /^(the )?(security council|general assembly|council|heads of state|committee),?$/i.test(body))
    return { status: 'furniture', rule: 'furniture/enacting-body' }
  if (lineOnly && !stop && words <= 14 && index > 0 && index >= total - 2 && total > 3 && !hasPredicate(p))
    return { status: 'furniture', rule: 'furniture/signature' }
  // cut off: the text ends inside a phrase
  if (
    index === total - 1 &&
    !stop &&
    words >= 4 &&
    /^[a-z]/.test(p.tokens.words[words - 1] ?? '') &&
    (p.tags[words - 1] === T.T ||
      p.tags[words - 1] === T.I ||
      p.tags[words - 1] === T.J ||
      p.tags[words - 1] === T.C ||
      p.tags[words - 1] === T.S ||
      p.tags[words - 1] === T.K)
  )
    return { status: 'fragment', rule: 'fragment/cut-off' }
  if (lineOnly && !stop && !/[,:]$/.test(body) && words <= 30 && !hasPredicate(p))
    return { status: 'heading', rule: 'heading/no-predicate' }
  if (lineOnly && !stop && words <= 26 && titleCase(p)) return { status: 'heading', rule: 'heading/title-case' }
  if (lineOnly && !stop && /:$/.test(body) && words <= 12 && !hasPredicate(p))
    return { status: 'heading', rule: 'heading/colon' }
  if (lineOnly && words <= 12 && /,$/.test(body) && !hasPredicate(p))
    return { status: 'furniture', rule: 'furniture/name-line' }
  if (!hasPredicate(p)) return { status: 'fragment', rule: 'fragment/no-verb' }
  return null
}

/** A finite verb, or a bare form that may be one, stands in a main clause. */
function hasPredicate(p: Parsed): boolean {
  for (const g of p.groups) if (mayBeFinite(g.form)) return true
  for (const c of p.clauses) if (c.loose && (c.kind === 'ing' || c.kind === 'participle')) return true
  return false
}

/** A verb behind its subject says something; names of months are no such verbs. */
function tells(p: Parsed): boolean {
  return p.groups.some(
    ({ form, start }) => start > 0 && (form === Form.Past || form === Form.PresentS || form === Form.Ed),
  )
}

function titleCase(p: Parsed): boolean {
  let upper = 0
  let all = 0
  for (let i = 0; i < p.tokens.length; i++) {
    const w = p.tokens.words[i]!
    if (w.length < 4 || p.tags[i] === T.U) continue
    all++
    if (w[0] !== w[0]!.toLowerCase()) upper++
  }
  return all >= 3 && upper / all > 0.75
}
