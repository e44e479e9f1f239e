import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { load } from '../../src/load/load.js'
import type { Doc } from '../../src/text/doc.js'
import { actors, utf8 } from './actors.js'
import { MODERN, MODERN_TEXT, OLD } from './pages.js'

const page = (html: string) => load({ bytes: utf8(html), name: 'page.html' }, { actors })
const PROSE =
  'The Government of Norvia deplores the test that was carried out today and expresses its deep concern about the consequences that it may have.'

/** Every run of the text must stand at its place in the source, or be an entity there. */
function checkOrigin(doc: Doc, html: string): void {
  let end = 0
  for (const run of doc.origin) {
    expect(run.start).toBeGreaterThanOrEqual(end)
    end = run.end
    const words = doc.text.slice(run.start, run.end)
    const there = html.slice(run.source ?? 0, (run.source ?? 0) + words.length)
    if (there !== words) expect(html[run.source ?? 0]).toBe('&')
  }
  expect(end).toBeLessThanOrEqual(doc.text.length)
}

describe('the text of a page', () => {
  it('is the statement, without what stands around it', async () => {
    const doc = await page(MODERN)
    expect(doc.text).toBe(MODERN_TEXT)
    expect(doc).toMatchObject({
      title: 'Joint Statement by Arland and Norvia on the Launches of May 25',
      date: '2022-05-28',
      issuers: ['ARL', 'NRV'],
      kind: 'joint-statement',
      language: 'en',
      findings: [],
    })
    checkOrigin(doc, MODERN)
  })

  it('has a place in the source for every character but line ends, tabs and spaces', async () => {
    const doc = await page(MODERN)
    const placed = new Set(
      doc.origin.flatMap(run => Array.from({ length: run.end - run.start }, (_, i) => run.start + i)),
    )
    for (let i = 0; i < doc.text.length; i++) if (!placed.has(i)) expect(doc.text[i]).toMatch(/[\n\t ]/)
  })

  it('is found in a layout of tables, in an old charset', async () => {
    const html = OLD
    const doc = await load(
      { bytes: new Uint8Array(iconv.encode(html, 'windows-1252')), url: 'https://mfa.example/1' },
      { actors },
    )
    expect(doc.text).toBe(
      'Statement by the Spokesman of the Ministry of Foreign Affairs of Norvia\nMay 28, 1998\n\n' +
        'The Government of Norvia deplores the test that was carried out today – the second this month – and expresses its deep concern about the consequences that it may have for the peace of the region.\n\n' +
        'Norvia calls on all states concerned to exercise restraint, to refrain from further tests and to join the treaty without delay. Norvia’s position has not changed.\n\n' +
        'Norvia will consult with its partners.',
    )
    expect(doc).toMatchObject({ date: '1998-05-28', issuers: ['NRV'], url: 'https://mfa.example/1' })
    expect(doc.provenance.charset).toBe('windows-1252')
    checkOrigin(doc, iconv.decode(Buffer.from(iconv.encode(html, 'windows-1252')), 'windows-1252'))
  })

  it.each([
    ['blocks', `<p>${PROSE}</p><p>Second.</p><div>Third.</div>`, `${PROSE}\n\nSecond.\n\nThird.`],
    ['line breaks', `${PROSE}<br>Second.<br><br>Third.<br/><br><br>Fourth.`, `${PROSE}\nSecond.\n\nThird.\n\nFourth.`],
    ['lists', `<p>${PROSE}</p><ol><li>One,<li>two:<ul><li>a</li><li>b</li></ul></ol>`, `${PROSE}\n\nOne,\ntwo:\na\nb`],
    [
      'paragraphs in lists',
      `<p>${PROSE}</p><ul><li><p>One.</p><p>More.</p></li><li><p>Two.</p></li></ul>`,
      `${PROSE}\n\nOne.\n\nMore.\nTwo.`,
    ],
    [
      'tables',
      `<p>${PROSE}</p><table><caption>C</caption><tr><th>A<th>B<tr><td>1<td>2</table>`,
      `${PROSE}\n\nC\n\nA\tB\n1\t2`,
    ],
    ['white space', `<p>\n  ${PROSE.replace('deep concern', 'deep\r\n\t concern')}\n</p>`, PROSE],
    ['no-break spaces', `<p>${PROSE} &nbsp;x</p>`, `${PROSE} \u00A0x`],
    ['inline elements', `<p>${PROSE} <b>b</b>o<i>l</i>d <a href="#">link</a>.</p>`, `${PROSE} bold link.`],
    ['preformatted text', `<pre>\nLine one\n  line  two\n\n${PROSE}\n</pre>`, `Line one\n  line  two\n\n${PROSE}`],
    ['definition lists', `<p>${PROSE}</p><dl><dt>Term<dd>Meaning</dl>`, `${PROSE}\n\nTerm\nMeaning`],
    ['rulers and headings', `<h2>Head</h2><p>${PROSE}</p><hr><h3>Sub</h3>x`, `Head\n\n${PROSE}\n\nSub\n\nx`],
    ['emoji and combining marks', `<p>${PROSE} e\u0301 \u{1F600}&#x1F600;</p>`, `${PROSE} e\u0301 \u{1F600}\u{1F600}`],
    [
      'scripts, comments, hidden things',
      `<p>${PROSE}<script>x()</script><!-- c --><span hidden>h</span><span style="color:red; display: none">n</span></p>`,
      PROSE,
    ],
  ])('keeps %s', async (_, html, text) => {
    const whole = `<html><body><main>${html}</main></body></html>`
    const doc = await page(whole)
    expect(doc.text).toBe(text)
    checkOrigin(doc, whole)
  })

  it.each([
    ['a form around everything', `<form id="aspnetForm"><div><p>${PROSE}</p><p>Second.</p></div></form>`],
    ['a container with a misleading name', `<div class="print-area"><p>${PROSE}</p><p>Second.</p></div>`],
    [
      'cookie notices',
      `<div class="x"><p>This site uses cookies to improve your browsing. <a href="#">Accept</a></p></div><main><p>${PROSE}</p><p>Second.</p></main>`,
    ],
    [
      'share buttons and tags',
      `<main><p>${PROSE}</p><p>Second.</p><p>Share this</p><div class="tagsList">Tags: <a href="#">a</a></div></main>`,
    ],
    [
      'links to other pages',
      `<main><p>${PROSE}</p><p>Second.</p><h3>See also</h3><ul><li><a href="1">Another statement of the ministry</a><li><a href="2">A third statement</a></ul></main>`,
    ],
    [
      'the end of a weblog',
      `<div class="post"><div class="post-body"><div>${PROSE}</div><div>Second.</div></div><h4>No comments:</h4><p><a href="#">Post a Comment</a></p></div>`,
    ],
    [
      'figures and asides',
      `<article><p>${PROSE}</p><figure><img src="x"><figcaption>The minister</figcaption></figure><aside>Aside</aside><p>Second.</p></article>`,
    ],
  ])('passes over %s', async (_, html) => {
    expect((await page(`<html><body>${html}</body></html>`)).text).toBe(`${PROSE}\n\nSecond.`)
  })

  it('keeps short lines that stand among the paragraphs', async () => {
    const doc = await page(
      `<html><body><div class="post-body"><div>Office of the Spokesperson</div><div><br></div><div>${PROSE}</div><div>${PROSE}</div></div></body></html>`,
    )
    expect(doc.text).toBe(`Office of the Spokesperson\n\n${PROSE}\n\n${PROSE}`)
  })

  it('is found on a page that is nearly all menu', async () => {
    const menu = Array.from({ length: 60 }, (_, i) => `<li><a href="/${i}">Section ${i} of the site</a></li>`).join('')
    const doc = await page(
      `<html><body><div><ul>${menu}</ul></div><div id="main"><h1>Norvia condemns the test</h1><p>28 May 2022</p><p>Norvia condemns the test of Veska.</p></div></body></html>`,
    )
    expect(doc.text).toBe('Norvia condemns the test\n\n28 May 2022\n\nNorvia condemns the test of Veska.')
    expect(doc).toMatchObject({ title: 'Norvia condemns the test', date: '2022-05-28' })
  })

  it('survives broken and endless markup', async () => {
    expect((await page(`<table>stray<tr><td>${PROSE}</table><p>a<b>b<i>c</b>d</i>e`)).text).toContain(
      `${PROSE}\n\nabcde`,
    )
    expect((await page('<div>'.repeat(20_000) + PROSE)).text).toBe(PROSE)
    expect((await page(`<p>&notit; &ampfoo &nbspx &unknown; &NotEqualTilde; &#0; ${PROSE}`)).text).toBe(
      `¬it; &foo \u00A0x &unknown; \u2242\u0338 \uFFFD ${PROSE}`,
    )
  })
})

describe('an entity', () => {
  it('is a run of its own', async () => {
    const html = `<p>${PROSE} A&amp;B &mdash; C</p>`
    const doc = await page(html)
    const at = (needle: string) => doc.origin.find(run => doc.text.slice(run.start, run.end) === needle)
    expect(html.slice(at('—')?.source ?? 0)).toMatch(/^&mdash;/)
    expect(html.slice(at('&')?.source ?? 0)).toMatch(/^&amp;/)
    expect(html.slice(at('B ')?.source ?? 0)).toMatch(/^B &mdash;/)
  })
})

describe('what a page says of itself', () => {
  const head = (content: string) =>
    page(`<html lang="en"><head>${content}</head><body><p>${PROSE} ${PROSE}</p></body></html>`)

  it.each([
    ['<title>Statement on the test | Ministry of Norvia</title>', 'Statement on the test'],
    ['<title>Statement on the test - Ministry of Foreign Affairs of Norvia</title>', 'Statement on the test'],
    ['<title>Norvia and Arland - a statement</title>', 'Norvia and Arland - a statement'],
    [
      '<meta property="og:title" content="Statement on the &quot;test&quot;"><title>X</title>',
      'Statement on the "test"',
    ],
    [
      '<script type="application/ld+json">{"@type":["NewsArticle"],"headline":"Statement on the test"}</script>',
      'Statement on the test',
    ],
    [
      '<script type="application/ld+json">{broken</script><title>Statement on the test</title>',
      'Statement on the test',
    ],
  ])('title: %s', async (content, title) => {
    expect((await head(content)).title).toBe(title)
  })

  it.each([
    ['<meta name="date" content="2022-05-28">'],
    ['<meta name="DC.date.issued" content="28 May 2022">'],
    ['<meta itemprop="datePublished" content="2022-05-28T23:00:00-05:00">'],
    ['<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2022-05-28"}]}</script>'],
    ['</head><body><div class="post-date">28 May 2022</div>'],
    ['</head><body><time datetime="2022-05-28">yesterday</time>'],
  ])('date: %s', async content => {
    expect((await head(content)).date).toBe('2022-05-28')
  })

  it('issuer: its publisher, where the text does not say', async () => {
    const html = `<html><head><meta property="og:site_name" content="Ministry of Foreign Affairs of Sund"></head><body><p>We condemn the test that was carried out today in the strongest terms, and we call for restraint.</p></body></html>`
    expect((await page(html)).issuers).toEqual(['SUN'])
  })
})

describe('a page without any text', () => {
  it.each([
    '<!doctype html><html><body><div id="root"></div><script>app()</script></body></html>',
    '<html></html>',
    '<!doctype html>',
    '<html><body><nav><a href="/">Home</a></nav></body></html>',
  ])('%s', async html => {
    await expect(page(html)).rejects.toThrow(/page\.html: holds no text; the page may need JavaScript/)
  })
})
