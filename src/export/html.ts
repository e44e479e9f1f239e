import type { Verdict } from '../check/verdict.js'
import type { Reading } from '../read/reading.js'
import { type Block, type BlockSentence, blocksOf, tailOf } from './blocks.js'
import { familyOf } from './families.js'
import type { Format } from './format.js'
import { claimHtml, claimsHtml, claimsSummaryHtml, type NumberedClaim } from './html-claims.js'
import { type NumberedAct, sentenceHtml } from './html-sentence.js'
import { STYLE } from './html-style.js'
import { actorLabel, actorsLabel, counted, strengthDots, strengthWords, topicLabel } from './labels.js'
import { escapeHtml } from './markup.js'
import type { StatementRecord } from './statement.js'
import { byForce, byStatus } from './tally.js'

/** Most actors that a cell of the summary names; the rest are counted. */
const NAMED = 8

/** One self-contained page without scripts: a summary, then the statement with its acts marked and noted. */
export const html: Format = {
  name: 'html',
  description: 'one page with margin notes, for one input',
  extension: '.html',
  many: false,
  explains: false,
  head: '',
  between: '',
  write: (statement, reading, { verdicts }) => `<!doctype html>
<html lang="${escapeHtml(statement.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(statement.title ?? statement.id)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${headerHtml(statement)}
${summaryHtml(statement, reading, verdicts)}
${findingsHtml(statement, reading)}<article class="body" dir="auto">
${bodyHtml(statement, reading, numbered(verdicts))}
</article>
${claimsHtml(numbered(verdicts), statement)}<footer lang="en">Read by Demarche ${escapeHtml(reading.reader)}. A number leads from the words to their note and back.</footer>
</main>
</body>
</html>
`,
}

function numbered(verdicts: readonly Verdict[] | null): NumberedClaim[] {
  return (verdicts ?? []).map((verdict, i) => ({ verdict, number: i + 1 }))
}

function headerHtml(statement: StatementRecord): string {
  const { title, id, kind, date, issuers, url, language } = statement
  const fact = (name: string, value: string) => `<div><dt>${name}</dt><dd>${value}</dd></div>`
  // Any other scheme stays words: a link must not run anything.
  const source = url && (/^https?:\/\//i.test(url) ? link(url) : escapeHtml(url))
  return `<header>
${kind ? `<p class="kind" lang="en">${escapeHtml(topicLabel(kind))}</p>\n` : ''}<h1 dir="auto">${escapeHtml(title ?? id)}</h1>
<dl class="facts" lang="en">
${fact('Date', date ? `<time datetime="${escapeHtml(date)}">${escapeHtml(date)}</time>` : 'unknown')}
${fact('Issuers', issuers.length ? escapeHtml(issuers.map(actorLabel).join(', ')) : 'unknown')}
${fact('Language', escapeHtml(language))}
${source ? `${fact('Source', source)}\n` : ''}</dl>
</header>`
}

function link(url: string): string {
  return `<a href="${escapeHtml(url)}" rel="noreferrer">${escapeHtml(url.replace(/^https?:\/\//i, ''))}</a>`
}

function summaryHtml(statement: StatementRecord, reading: Reading, verdicts: readonly Verdict[] | null): string {
  const rows = byForce(reading).map(
    ({ force, count, actors, targets }) =>
      `<tr class="f-${familyOf(force)}"><th scope="row">${force}</th><td class="n">${count}</td><td>${names(actors, statement)}</td><td>${names(targets, statement)}</td></tr>`,
  )
  const counts = byStatus(reading).map(({ status, count }) =>
    status === 'unread' ? `<strong>${count} unread</strong>` : `${count} ${status}`,
  )
  const table = `<table>
<caption>${counted(reading.acts.length, 'act')}</caption>
<thead><tr><th scope="col">Force</th><th scope="col" class="n">Acts</th><th scope="col">By</th><th scope="col">Toward</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
  return `<section class="summary" lang="en" aria-label="Summary">
${rows.length ? table : '<p class="counts">No acts were found.</p>'}
<p class="counts">${counted(reading.sentences.length, 'sentence')}${counts.length ? `: ${counts.join(', ')}` : ''}</p>${verdicts ? `\n${claimsSummaryHtml(verdicts)}` : ''}
</section>`
}

function names(ids: readonly string[], statement: StatementRecord): string {
  if (!ids.length) return '–'
  const label = actorsLabel(ids, statement)
  if (ids.length <= NAMED || label.startsWith('the ')) return escapeHtml(label)
  return `${escapeHtml(actorsLabel(ids.slice(0, NAMED), statement))} and ${ids.length - NAMED} more`
}

function findingsHtml(statement: StatementRecord, reading: Reading): string {
  const items = reading.findings.map(({ severity, message, rule, start, end }) => {
    const words = start !== null && end !== null ? ` <q>${escapeHtml(statement.text.slice(start, end))}</q>` : ''
    return `<li><b>${severity}</b> ${escapeHtml(message)}${words} <code>${escapeHtml(rule)}</code></li>`
  })
  return items.length ? `<ul class="findings" lang="en">\n${items.join('\n')}\n</ul>\n` : ''
}

function bodyHtml(statement: StatementRecord, reading: Reading, claims: readonly NumberedClaim[]): string {
  const claimsOf = Map.groupBy(claims, ({ verdict }) => verdict.sentence)
  const numbered = reading.acts.map((act, i) => ({ act, number: i + 1 }))
  const actsOf = Map.groupBy(numbered, ({ act }) => act.sentence)
  const blocks = blocksOf(statement.text, reading.sentences).map(block => blockHtml(block, statement, actsOf, claimsOf))
  const tail = tailOf(statement.text, reading.sentences)
  if (tail.start < tail.end)
    blocks.push(`<p class="para furniture">${escapeHtml(statement.text.slice(tail.start, tail.end))}</p>`)
  return blocks.join('\n')
}

function blockHtml(
  block: Block,
  statement: StatementRecord,
  actsOf: ReadonlyMap<number, NumberedAct[]>,
  claimsOf: ReadonlyMap<number, NumberedClaim[]>,
): string {
  const sentences = block.sentences.map(item =>
    itemHtml(item, statement, actsOf.get(item.index) ?? [], claimsOf.get(item.index) ?? []),
  )
  return block.kind === 'heading' ? `<h2>${sentences.join(' ')}</h2>` : `<p class="para">${sentences.join('\n')}</p>`
}

/** A sentence: its notes come first, since a float stands beside the line in which it is met. */
function itemHtml(
  item: BlockSentence,
  statement: StatementRecord,
  acts: readonly NumberedAct[],
  claims: readonly NumberedClaim[],
): string {
  const { sentence, lead } = item
  const { text } = statement
  const before =
    lead.start < lead.end
      ? `<span class="lead">${escapeHtml(text.slice(lead.start, lead.end))}</span>${lead.end < sentence.start ? ' ' : ''}`
      : ''
  const words = sentenceHtml(text, sentence, acts)
  const marked = sentence.status === 'read' ? words : `<span class="${sentence.status}">${words}</span>`
  const status =
    sentence.status === 'unread' || sentence.status === 'fragment'
      ? `<span class="status" lang="en">${sentence.status}</span>`
      : ''
  const marginal =
    acts.map(act => noteHtml(act, statement)).join('') + claims.map(claim => claimHtml(claim, statement)).join('')
  const notes = marginal ? `<span class="notes" lang="en">${marginal}</span>` : ''
  return `<span class="s">${notes}<span class="words">${before}${marked}${status}</span></span>`
}

function noteHtml({ act, number }: NumberedAct, statement: StatementRecord): string {
  const who = act.actors.length ? escapeHtml(actorsLabel(act.actors, statement)) : 'no actor'
  const whom = act.targets.length
    ? `<span class="arrow" role="img" aria-label="to">→</span>${escapeHtml(actorsLabel(act.targets, statement))}`
    : ''
  const strength = strengthWords(act.intensity)
  const again = act.repeated ? '<span class="again" role="img" aria-label="repeated" title="repeated">↻</span>' : ''
  const condition = act.condition
    ? `<span class="if"><i>condition:</i> ${escapeHtml(statement.text.slice(act.condition.start, act.condition.end))}</span>`
    : ''
  return `<span class="note f-${familyOf(act.force)}" role="note" id="n${number}"><span><a class="no" href="#a${number}" aria-label="to the words of act ${number}">${number}</a><b>${act.force}</b><span class="dots" role="img" aria-label="${strength}" title="${strength}">${strengthDots(act.intensity)}</span>${again}</span><span>${who}${whom}</span><span class="topics">${escapeHtml(act.topics.map(topicLabel).join(', '))}</span>${condition}</span>`
}
