/** What a comparison adds to the style sheet of a statement's page: two views, chosen without a script; `ins` and `del`. */
export const COMPARISON_STYLE = `
main.comparison{max-width:76rem}
main.comparison header{max-width:none}
main.comparison .summary table{table-layout:auto}
main.comparison .summary td{overflow-wrap:anywhere}
tbody th{color:inherit}
tbody th::before{content:none}
.act b{color:var(--c)}
.act{white-space:nowrap}
ins,del{-webkit-box-decoration-break:clone;box-decoration-break:clone;border-radius:.14em;padding:.04em 0}
ins{color:var(--approval);background:color-mix(in srgb,var(--approval) var(--tint),transparent);text-decoration:underline;text-decoration-thickness:.08em;text-underline-offset:.18em}
del{color:var(--censure);background:color-mix(in srgb,var(--censure) var(--tint),transparent);text-decoration:line-through}
.moved{border-bottom:.11em dotted var(--asking)}
.more{color:var(--dim)}
.views>input{position:absolute;opacity:0}
.views>label{display:inline-block;font-family:system-ui,sans-serif;font-size:.84rem;padding:.3rem .9rem;margin:0 .4rem 1.4rem 0;border:1px solid var(--rule);border-radius:1rem;cursor:pointer}
.views>input:checked+label{background:var(--ink);color:var(--ground);border-color:var(--ink)}
.views>input:focus-visible+label{outline:.15em solid var(--asking);outline-offset:.15em}
#view-side:not(:checked)~.side,#view-inline:not(:checked)~.inline{display:none}
.side{table-layout:fixed;font-size:1rem;line-height:1.55}
.side th,.side td{width:50%;padding:.22rem 1.2rem .22rem .6rem;vertical-align:top;border-left:.16rem solid transparent}
.side tbody::before{content:"";display:block;height:.9rem}
.side tbody.heading td{font-weight:600}
.side tr.dropped td:first-child,.side tr.left td:first-child{border-left-color:var(--censure)}
.side tr.added td:last-child{border-left-color:var(--approval)}
.side tr.edited td,.side tr.split td,.side tr.merged td{border-left-color:var(--rule)}
.side tr.same td{color:var(--dim)}
.inline{max-width:var(--measure)}
@media (max-width:44rem){.side th,.side td{padding:.2rem .5rem .2rem .35rem;font-size:.92rem}}
@media print{.views>label{display:none}}
`
