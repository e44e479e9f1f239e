/** Pages as governments' sites lay them out: the statement, and everything around it that is no part of it. */

const CONDEMN =
  'The Ministers of Arland and Norvia strongly condemn the launches of 25&nbsp;May, which endanger shipping &amp; aviation in the whole of the Northern Sea and violate the obligations that Veska took upon itself.'
const URGE =
  'They urge Veska to return to the talks without preconditions, and stress that the path to dialogue remains open to all who want to take it in good faith.'
const COMMIT = 'Our nations remain committed to the security of the region.'

/** A content management system of today. */
export const MODERN = `<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<title>Joint Statement by Arland and Norvia on the Launches of May 25 - Ministry of Foreign Affairs</title>
<meta property="og:site_name" content="Ministry of Foreign Affairs of Arland">
<meta property="og:title" content="Joint Statement by Arland and Norvia on the Launches of May 25">
<meta property="article:published_time" content="2022-05-28T09:30:00+09:00">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Joint Statement by Arland and Norvia on the Launches of May 25","datePublished":"2022-05-28","publisher":{"@type":"Organization","name":"Ministry of Foreign Affairs of Arland"}}]}</script>
<style>.entry-content p { margin: 0 }</style>
<script>var dataLayer = [{ page: "statement" }];</script>
</head>
<body class="single has-sidebar">
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<div id="cookie-notice" role="dialog"><p>We use cookies to improve your browsing of this website. <button>Accept</button></p></div>
<header class="site-header"><div class="logo"><a href="/">Ministry of Foreign Affairs</a></div>
<nav class="main-navigation"><ul><li><a href="/news">News</a></li><li><a href="/policy">Policy</a></li><li><a href="/about">About us</a></li></ul></nav></header>
<main id="content">
<nav class="breadcrumb"><a href="/">Home</a> / <a href="/news">News</a></nav>
<article class="post">
<header class="entry-header"><h1 class="entry-title">Joint Statement by Arland and Norvia on the Launches of May 25</h1>
<div class="entry-meta"><time class="published" datetime="2022-05-28">May 28, 2022</time></div>
<ul class="share-buttons"><li><a href="#">Share on Facebook</a></li><li><a href="#">Tweet</a></li></ul></header>
<div class="entry-content">
<p>${CONDEMN}</p>
<p>${URGE}</p>
<ul>
  <li>they will share early-warning data;</li>
  <li>they will hold <em>joint</em> exercises.</li>
</ul>
<p>${COMMIT}<br>Northport, Halden</p>
<p style="display:none">Internal tracking text that nobody sees on the page.</p>
<p aria-hidden="true">Decorative words of no meaning at all.</p>
<table><tr><th>Party</th><th>Signed</th></tr><tr><td>Arland</td><td>A. Doe</td></tr><tr><td>Norvia</td><td>B. Roe</td></tr></table>
</div>
<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">X</a></li><li><a href="#">Email</a></li></ul></div>
</article>
<section class="related-posts"><h2>Related</h2><ul><li><a href="/1">Minister meets counterpart of Sund</a></li><li><a href="/2">Readout of a call</a></li></ul></section>
</main>
<aside class="widget-area"><h2>Latest news</h2><ul><li><a href="/3">New visa rules apply</a></li></ul></aside>
<footer class="site-footer"><p>© 2022 Ministry of Foreign Affairs. All rights reserved. <a href="/privacy">Privacy</a></p></footer>
</body></html>`

export const MODERN_TEXT = `The Ministers of Arland and Norvia strongly condemn the launches of 25\u00A0May, which endanger shipping & aviation in the whole of the Northern Sea and violate the obligations that Veska took upon itself.

They urge Veska to return to the talks without preconditions, and stress that the path to dialogue remains open to all who want to take it in good faith.

they will share early-warning data;
they will hold joint exercises.

Our nations remain committed to the security of the region.
Northport, Halden

Party\tSigned
Arland\tA. Doe
Norvia\tB. Roe`

/** A site of the nineties: tables for layout, fonts, paragraphs parted by `<br><br>`, a charset of its own. */
export const OLD = `<HTML><HEAD><TITLE>MOFA: Statement by the Spokesman</TITLE>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252"></HEAD>
<BODY BGCOLOR=white><TABLE WIDTH=100% BORDER=0><TR><TD WIDTH=150 VALIGN=top><FONT SIZE=2>
<A HREF="/">Home</A><BR><A HREF="/about">About Us</A><BR><A HREF="/press">Press</A><BR><A HREF="/links">Links</A></FONT></TD>
<TD VALIGN=top><CENTER><FONT SIZE=4><B>Statement by the Spokesman of the Ministry of Foreign Affairs of Norvia</B></FONT><BR>
May 28, 1998</CENTER><BR><BR>
The Government of Norvia deplores the test that was carried out today &#150; the second this month &#150; and expresses its deep concern about the consequences that it may have for the peace of the region.<BR><BR>
Norvia calls on all states concerned to exercise restraint, to refrain from further tests and to join the treaty without delay. Norvia\u2019s position has not changed.<BR><BR>
Norvia will consult with its partners.
<P><HR><A HREF="/press">Back to Index</A></TD></TR></TABLE></BODY></HTML>`
