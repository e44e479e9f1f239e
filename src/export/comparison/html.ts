import { type Segment, segmentsOf, trimmedSegment } from '../../compare/segments.js'
import { familyOf } from '../families.js'
import { STYLE } from '../html-style.js'
import { actorLabel, strengthDots, strengthWords, topicLabel } from '../labels.js'
import { escapeHtml } from '../markup.js'
import type { Compared, ComparisonFormat, Points } from './format.js'
import { COMPARISON_STYLE } from './html-style.js'
import { type Paragraph, paragraphsOf } from './paragraphs.js'
import type { Placed } from './placed.js'
import {
  type ActView,
  actSummary,
  actView,
  changeLabel,
  changeViews,
  formulaViews,
  nameOf,
  sentenceSummary,
  timesLabel,
} from './summary.js'

/** One self-contained page without scripts; the reader chooses between side by side and inline. */
export const html: ComparisonFormat = {
  name: 'html',
  description: 'one page, side by side and inline',
  extensions: ['.html', '.htm'],
  binary: false,
  write,
  writePoints,
}

function write(compared: Compared): string {
  const { a, b, comparison } = compared
  const paragraphs = paragraphsOf(compared)
  const body = `<header>
<p class="kind" lang="en">Comparison</p>
<h1 dir="auto">${escapeHtml(nameOf(b))}</h1>
<p class="counts" lang="en">Compared with <span dir="auto">${escapeHtml(nameOf(a))}</span></p>
</header>
<section class="summary" lang="en" aria-label="What changed">
${meaningHtml(compared)}
<p class="counts">${escapeHtml(sentenceSummary(comparison))}; ${escapeHtml(actSummary(comparison))}.</p>
</section>
<div class="views">
<input type="radio" name="view" id="view-side" checked><label for="view-side" lang="en">Side by side</label>
<input type="radio" name="view" id="view-inline"><label for="view-inline" lang="en">Inline</label>
<table class="side">
<thead><tr><th scope="col" dir="auto">${escapeHtml(nameOf(a))}</th><th scope="col" dir="auto">${escapeHtml(nameOf(b))}</th></tr></thead>
${paragraphs.map(paragraph => rowsHtml(paragraph, compared)).join('\n')}
</table>
<article class="inline" dir="auto">
${paragraphs.map(paragraph => inlineHtml(paragraph, compared)).join('\n')}
</article>
</div>`
  return page(nameOf(b), b.statement.language, body)
}

function page(title: string, language: string, body: string): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STYLE}${COMPARISON_STYLE}</style>
</head>
<body>
<main class="comparison">
${body}
</main>
</body>
</html>
`
}

function meaningHtml(compared: Compared): string {
  const views = changeViews(compared)
  const rows = views.map(
    ({ changes, a: before, b: after }) =>
      `<tr><th scope="row">${changes.map(changeLabel).join(', ')}</th><td>${actHtml(before)}</td><td>${actHtml(after)}</td></tr>`,
  )
  const formulas = formulaViews(compared).map(
    ({ family, from, to, before, after, count }) =>
      `<tr><th scope="row">formula ${escapeHtml(family)}${timesLabel(count)}</th><td><del>${escapeHtml(before)}</del> ${escapeHtml(from)}</td><td><ins>${escapeHtml(after)}</ins> ${escapeHtml(to)}</td></tr>`,
  )
  if (!rows.length && !formulas.length) return ''
  return `<table>
<caption>What the change means</caption>
<thead><tr><th scope="col">What</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
<tbody>
${[...rows, ...formulas].join('\n')}
</tbody>
</table>`
}

function actHtml(view: ActView | null): string {
  if (!view) return '–'
  const { act, trigger, content, who, condition } = view
  const strength = `<span title="${strengthWords(act.intensity)}" aria-label="${strengthWords(act.intensity)}">${strengthDots(act.intensity)}</span>`
  const terms = condition ? ` <i>if:</i> <span class="cond">${escapeHtml(condition)}</span>` : ''
  return `<span class="act f-${familyOf(act.force)}"><b>${act.force}</b> ${strength}</span> ${escapeHtml(who)}: <q dir="auto"><strong>${escapeHtml(trigger)}</strong> ${escapeHtml(content)}</q>${terms}`
}

/** The sentences of a paragraph side by side, each pair in a row. */
function rowsHtml(paragraph: Paragraph, compared: Compared): string {
  const rows = paragraph.items.map(item => {
    const { pair, left } = item
    const segments = segmentsOf(pair, compared.a.statement.text, compared.b.statement.text)
    const before =
      pair.moved && !left
        ? ''
        : segments
            .filter(({ kind }) => kind !== 'inserted')
            .map(segmentHtml)
            .join('')
    const after = left
      ? ''
      : segments
          .filter(({ kind }) => kind !== 'deleted')
          .map(segmentHtml)
          .join('')
    const note = pair.moved ? `<span class="status" lang="en">${left ? 'moved from here' : 'moved here'}</span> ` : ''
    const cell = (words: string, here: boolean) => `<td dir="auto">${here ? note : ''}${words}</td>`
    return `<tr class="${pair.kind}${left ? ' left' : ''}">${cell(before, left)}${cell(after, !left)}</tr>`
  })
  return `<tbody${paragraph.heading ? ' class="heading"' : ''}>\n${rows.join('\n')}\n</tbody>`
}

function inlineHtml(paragraph: Paragraph, compared: Compared): string {
  const words = paragraph.items.map(item => placedHtml(item, compared)).join('\n')
  return paragraph.heading ? `<h2>${words}</h2>` : `<p class="para">${words}</p>`
}

function placedHtml({ pair, left }: Placed, { a, b }: Compared): string {
  const [textA, textB] = [a.statement.text, b.statement.text]
  if (left)
    return `<del>${escapeHtml(textA.slice(pair.a[0]!.start, pair.a.at(-1)!.end))}</del><span class="status" lang="en">moved</span>`
  const words = segmentsOf(pair, textA, textB).map(segmentHtml).join('')
  return pair.moved ? `<span class="moved">${words}</span><span class="status" lang="en">moved here</span>` : words
}

/** The space around changed words stays outside: nobody underlines it. */
function segmentHtml(segment: Segment): string {
  if (segment.kind === 'same') return escapeHtml(segment.text)
  const { before, words, after } = trimmedSegment(segment)
  const tag = segment.kind === 'deleted' ? 'del' : 'ins'
  return `${before}<${tag}>${escapeHtml(words)}</${tag}>${after}`
}

function writePoints({ statements, points }: Points): string {
  const rows = points.map(({ topic, target, acts }) => {
    const cells = acts.map((own, i) => {
      const more = own.length > 1 ? ` <span class="more">and ${own.length - 1} more</span>` : ''
      return `<td>${own.length ? actHtml(actView(statements[i]!, own[0]!)) + more : '–'}</td>`
    })
    return `<tr><th scope="row">${topicLabel(topic)}</th><td>${target === null ? '–' : escapeHtml(actorLabel(target))}</td>${cells.join('')}</tr>`
  })
  const heads = statements.map(read => `<th scope="col" dir="auto">${escapeHtml(nameOf(read))}</th>`)
  const body = `<header>
<p class="kind" lang="en">Comparison</p>
<h1>${statements.length} statements</h1>
</header>
<section class="summary" aria-label="Who says what on each point">
<table>
<caption>Who says what on each point</caption>
<thead><tr><th scope="col">Topic</th><th scope="col">Toward</th>${heads.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</section>`
  return page(`${statements.length} statements compared`, 'en', body)
}
