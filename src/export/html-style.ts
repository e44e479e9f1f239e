import type { FamilyId } from './families.js'

/** Colour of each family on a light and on a dark page; each stands out from both grounds by 4.5 to 1 or more. */
export const FAMILY_COLOURS: Record<FamilyId, { light: string; dark: string }> = {
  censure: { light: '#a3232b', dark: '#ff9a94' },
  worry: { light: '#7a3a9c', dark: '#d3acff' },
  refusal: { light: '#a3470f', dark: '#ffb37c' },
  asking: { light: '#1d57a3', dark: '#92bfff' },
  promise: { light: '#0b675f', dark: '#66d4c7' },
  approval: { light: '#35691b', dark: '#a3d983' },
  doing: { light: '#6f5300', dark: '#e2c562' },
  weight: { light: '#4d5763', dark: '#b1bac5' },
}

/** Grounds of the page, for the style sheet and for the test of contrasts. */
export const PAGE = { light: { ground: '#fdfcf8', ink: '#1f1d1a' }, dark: { ground: '#16181b', ink: '#e6e3dc' } }

const colours = (tone: 'light' | 'dark') =>
  Object.entries(FAMILY_COLOURS)
    .map(([family, colour]) => `--${family}:${colour[tone]}`)
    .join(';')

const families = Object.keys(FAMILY_COLOURS)
  .map(family => `.f-${family}{--c:var(--${family})}`)
  .join('\n')

const SERIF =
  "Charter,'Bitstream Charter','Iowan Old Style','Palatino Linotype',Palatino,'Source Serif 4',Georgia,serif"
const SANS = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Liberation Sans',Arial,sans-serif"

/**
 * The style sheet of the page. Wide: the statement in a column of about 66 characters (in em, since a font's `ch` is wider than its average letter), its notes in the margin beside
 * the line where their sentence begins. Narrow: each sentence in a block with its notes beneath.
 */
export const STYLE = `
:root{color-scheme:light dark;--ground:${PAGE.light.ground};--ink:${PAGE.light.ink};--dim:#656057;--rule:#d9d4c8;--tint:11%;--measure:34.5rem;${colours('light')}}
@media screen and (prefers-color-scheme:dark){:root{--ground:${PAGE.dark.ground};--ink:${PAGE.dark.ink};--dim:#a19c92;--rule:#3a3c40;--tint:17%;${colours('dark')}}}
${families}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1.125rem/1.62 ${SERIF};font-kerning:normal;overflow-wrap:break-word}
main{max-width:58.5rem;margin:0 auto;padding:4.5rem 2rem 5rem}
header{max-width:46rem}
.body{max-width:var(--measure)}
a{color:inherit;text-decoration-thickness:.06em;text-underline-offset:.18em}
a:focus-visible{outline:.15em solid currentColor;outline-offset:.15em;border-radius:.1em}
.kind,.facts,.counts,table,.notes,.lead,.status,footer,.findings{font-family:${SANS}}
.kind{margin:0 0 .9rem;font-size:.78rem;letter-spacing:.09em;text-transform:uppercase;color:var(--dim)}
h1{margin:0;font-size:clamp(1.45rem,1.1rem + 1.5vw,2.05rem);line-height:1.24;font-weight:600;letter-spacing:-.006em;text-wrap:balance}
.facts{display:flex;flex-wrap:wrap;gap:.25rem 1.6rem;margin:1.3rem 0 0;font-size:.86rem;line-height:1.5}
.facts div{display:flex;gap:.5rem;min-width:0}
.facts dt{color:var(--dim)}
.facts dd{margin:0;min-width:0;overflow-wrap:anywhere}
.summary{margin:2.6rem 0 3.4rem;border-top:1px solid var(--rule);border-bottom:1px solid var(--rule);padding:1.1rem 0 1.2rem;max-width:none}
table{width:100%;border-collapse:collapse;font-size:.84rem;line-height:1.45}
caption{text-align:left;padding:0 0 .6rem;font-weight:600}
th,td{text-align:left;vertical-align:baseline;padding:.26rem 1.1rem .26rem 0}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:400;font-size:.76rem;color:var(--dim);border-bottom:1px solid var(--rule)}
tbody tr:first-child>*{padding-top:.5rem}
tbody th{font-weight:600;color:var(--c);white-space:nowrap;width:1%}
tbody th::before{content:"";display:inline-block;width:.62em;height:.62em;margin-right:.6em;border-radius:.14em;background:var(--c)}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;width:1%;white-space:nowrap}
.counts{margin:.9rem 0 0;font-size:.84rem;color:var(--dim)}
.counts strong{color:var(--refusal);font-weight:600}
.findings{margin:0 0 2.8rem;padding:.1rem 0 .1rem 1rem;border-left:.22rem solid var(--doing);font-size:.86rem;line-height:1.5;list-style:none}
.findings li{margin:.3rem 0}
.findings b{font-weight:600}
.findings code{font-size:.92em;color:var(--dim)}
p.para{display:flow-root;margin:0 0 1.15em;hanging-punctuation:first}
h2{clear:both;margin:2.1em 0 .8em;font-size:1.12rem;line-height:1.35;font-weight:600;text-wrap:balance}
h2:first-child{margin-top:0}
mark{color:var(--c);background:color-mix(in srgb,var(--c) var(--tint),transparent);border-radius:.16em;padding:.06em .14em;margin:0 -.06em;font-weight:600;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.what{text-decoration:underline;text-decoration-color:color-mix(in srgb,var(--c) 38%,transparent);text-decoration-thickness:.055em;text-underline-offset:.24em;text-decoration-skip-ink:auto}
.cond{border-bottom:.11em dotted var(--c);padding-bottom:.02em}
sup{font:600 .62em/0 ${SANS};font-variant-numeric:tabular-nums;vertical-align:.55em;margin-left:.18em;color:var(--dim)}
sup a{text-decoration:none;padding:.5em .2em;margin:-.5em -.2em}
mark:target{outline:.13em solid var(--c);outline-offset:.08em}
.lead{color:var(--dim);font-size:.9em;margin-right:.3em}
.furniture,.fragment{color:var(--dim)}
.furniture{font-style:italic}
.unread{background:repeating-linear-gradient(-45deg,transparent 0 .32em,color-mix(in srgb,var(--refusal) 9%,transparent) .32em .64em);-webkit-box-decoration-break:clone;box-decoration-break:clone}
.status{font-size:.66em;font-weight:600;letter-spacing:.04em;white-space:nowrap;color:var(--dim);border:1px solid currentColor;border-radius:.25em;padding:.06em .4em;margin-left:.4em;vertical-align:.1em}
.unread+.status{color:var(--refusal)}
.notes{font-size:.78rem;line-height:1.42;color:var(--ink)}
.note{display:block;border-left:.16rem solid var(--c);padding:.05rem 0 .1rem .65rem;margin:0 0 .6rem}
.note:target{background:color-mix(in srgb,var(--c) var(--tint),transparent)}
.note>span{display:block}
.note .no{color:var(--dim);text-decoration:none;font-variant-numeric:tabular-nums;margin-right:.35em}
.note b{color:var(--c);font-weight:650;margin-right:.45em}
.note .dots{color:var(--c);letter-spacing:.06em;font-size:.86em}
.note .again{color:var(--c);margin-left:.35em}
.note .arrow{color:var(--dim);padding:0 .2em}
.note .topics{color:var(--dim)}
.note.claim{border-left-style:double}
.note q,.claims blockquote{color:var(--dim)}
.claims{max-width:46rem;margin-top:3rem;border-top:1px solid var(--rule);font-family:${SANS};font-size:.86rem;line-height:1.5}
.claims ol{list-style:none;margin:0;padding:0}
.claims li{border-left:.2rem solid var(--c);padding:.1rem 0 .1rem 1rem;margin:0 0 1.6rem}
.claims li:target{background:color-mix(in srgb,var(--c) var(--tint),transparent)}
.claims p{margin:.25rem 0}
.claims b{color:var(--c)}
.claims blockquote{margin:.35rem 0;font-family:${SERIF};font-size:1rem}
.claims .opposite,.claims summary,.claims .src{color:var(--dim)}
.claims summary{cursor:pointer}
.claims table{font-size:.78rem;margin-top:.5rem}
.claims td,.claims tbody th{font-weight:400;color:var(--ink);white-space:normal;vertical-align:top;overflow-wrap:anywhere}
.claims tbody th{width:22%}
.claims tbody th::before{display:none}
.claims td.src{width:34%;color:var(--dim)}
.note .if{font-style:normal}
.note .if i{color:var(--dim);font-style:normal}
footer{margin-top:3.5rem;padding-top:1rem;border-top:1px solid var(--rule);font-size:.76rem;line-height:1.5;color:var(--dim);max-width:none}
@media (min-width:60rem){
.body{position:relative}
.notes{float:right;clear:right;width:17rem;margin:.28rem -20rem 0 0;user-select:none}
.body p.para{width:calc(var(--measure) + 20rem);padding-right:20rem}
}
@media (max-width:59.99rem){
main{padding:2.4rem 1.25rem 3rem}
body{font-size:1.0625rem;line-height:1.56}
header,.body{margin-left:auto;margin-right:auto}
.summary,footer,.findings{max-width:var(--measure);margin-left:auto;margin-right:auto}
.s{display:flex;flex-direction:column}
.s .words{order:1}
.s .notes{order:2;margin:.45rem 0 .85rem .1rem}
p.para{margin-bottom:1.3em}
}
@media (max-width:30rem){
th,td{padding-right:.7rem}
.facts{display:block}
.facts div{margin:.15rem 0}
.facts dt{flex:0 0 4.6rem}
}
@media print{
:root{--ground:#fff;--ink:#000;--tint:9%}
main{padding:0;max-width:none}
body{font-size:10pt}
.note,tr{break-inside:avoid}
h1,h2{break-after:avoid}
mark,.unread{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`
