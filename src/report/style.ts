import { colours } from "./palette.ts";

/** The style sheet of a report, but for that of its mathematics. */
export const style = `
:root{color-scheme:light;${colours("light")};
--serif:Charter,"Bitstream Charter","Charis SIL","Iowan Old Style","Sitka Text",Cambria,Georgia,serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,sans-serif;
--mono:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${colours("dark")}}}
:root[data-theme=dark]{color-scheme:dark;${colours("dark")}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 var(--serif);overflow-wrap:break-word}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
sub,sup{font-size:.72em;line-height:0}
code{font:.86em/1.5 var(--mono);overflow-wrap:anywhere}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-4rem;padding:.5rem 1rem;background:var(--paper);border:1px solid var(--link);z-index:2}
.skip:focus{top:.5rem}
.page{max-width:47rem;margin:0 auto;padding:0 1rem}
@media (min-width:75rem){body.with-contents{display:grid;grid-template-columns:17.5rem minmax(0,1fr)}
.with-contents .page{max-width:52rem;padding:0 3rem;width:100%}}

.masthead{padding:2.5rem 0 1.25rem;display:flex;gap:1rem;justify-content:space-between;align-items:flex-start}
h1,h2,h3,h4,h5{line-height:1.25;text-wrap:balance}
h1{font-size:clamp(1.7rem,5vw,2.35rem);margin:0;letter-spacing:-.01em}
@media (max-width:36rem){.masthead{flex-direction:column-reverse;padding-top:1rem}.masthead #theme{align-self:flex-end}}
.masthead p{margin:.5rem 0 0;color:var(--muted)}
#theme{flex:none;font:.8125rem/1 var(--sans);color:var(--ink);background:var(--raised);border:1px solid var(--rule);border-radius:99px;padding:.6rem .9rem;cursor:pointer}
#theme[aria-pressed=true]::before{content:"☾ "}
#theme[aria-pressed=false]::before{content:"☀ "}
h2{font-size:1.5rem;margin:3.5rem 0 1rem;padding-top:1rem;border-top:2px solid var(--ink)}
h3{font-size:1.45rem;margin:.3rem 0 .35rem}
h4{font:600 .8125rem/1.3 var(--sans);letter-spacing:.07em;text-transform:uppercase;color:var(--muted);margin:2.1rem 0 .6rem;padding-top:.55rem;border-top:1px solid var(--rule)}
h5{font-size:1.0625rem;margin:1.6rem 0 .4rem}
p{margin:.6rem 0}
.verdict{font-size:1.45rem;line-height:1.3;margin:.2rem 0 .6rem;text-wrap:balance}
.verdict .mark{margin-right:.35em}
.run{font:.8125rem/1.6 var(--sans);color:var(--muted)}

table{border-collapse:collapse;width:100%;font:.875rem/1.45 var(--sans)}
th,td{text-align:left;vertical-align:top;padding:.6rem .75rem .6rem 0;border-bottom:1px solid var(--rule)}
td:last-child{padding-right:0}
thead th{color:var(--muted);font-weight:500;padding-bottom:.35rem}
tbody th{font-weight:500}
.theory th{font-weight:650;padding-top:1.5rem}
.verdicts th a{display:block;text-decoration:none}
.verdicts th a:hover{text-decoration:underline}
.verdicts code{color:var(--muted);font-size:.78rem}
.kinds{list-style:none;margin:0;padding:0;color:var(--muted)}
.kinds li{display:inline-block;white-space:nowrap;margin-right:.35em}
.kinds li:not(:last-child)::after{content:" ·"}
.badge{display:inline-block;white-space:nowrap;font:600 .78rem/1 var(--sans);padding:.3rem .5rem;border-radius:99px;border:1.5px solid;color:var(--tone);background:var(--paper)}
.rests .mark{margin-right:.25em}
.mark{color:var(--tone);font-family:var(--sans);font-weight:650;white-space:nowrap}
.supported{--tone:var(--green)}
.conditional{--tone:var(--blue)}
.inconclusive{--tone:var(--purple)}
.untested{--tone:var(--yellow)}
.refuted{--tone:var(--orange)}
.unchecked{--tone:var(--muted)}
.badge.conditional{border-style:dashed}.badge.untested{border-style:groove;border-width:3px}.badge.inconclusive{border-style:dotted}.badge.refuted{border-style:double;border-width:4px}

.scroll,.math{overflow-x:auto;overflow-y:hidden;scrollbar-width:thin}
.scroll{margin:1rem 0;padding:2px}
.component{margin:1.5rem 0}.graph{display:block;max-width:max(100%,40rem);height:auto;font:500 12.5px var(--sans)}
.graph .edges path{fill:none;stroke:var(--muted);stroke-width:1.1}
.node rect{fill:var(--paper);stroke:var(--tone);stroke-width:1.6}
.node text{fill:var(--ink)}
.node .sign{fill:var(--tone);font-weight:700}
.node.conditional rect{stroke-dasharray:6 3}.node.untested rect{stroke-dasharray:8 2 2 2}.node.inconclusive rect{stroke-dasharray:2 3}.node.refuted rect{stroke-width:3.5}.node.unchecked rect{stroke-dasharray:1 4}
a.node:hover rect{fill:var(--raised)}
.statuses,.pictures{padding:0;list-style:none;font:.875rem/1.55 var(--sans)}
.statuses li{margin:.5rem 0}
.pictures{columns:19rem;column-gap:2rem}
.pictures li{margin:.15rem 0;break-inside:avoid}
dl{margin:1rem 0;display:grid;grid-template-columns:max-content 1fr;gap:.55rem 1.25rem;font:.875rem/1.55 var(--sans)}
dt{font-weight:600}
dd{margin:0}
@media (max-width:36rem){dl{grid-template-columns:1fr;gap:.1rem}dd{margin-bottom:.6rem}
.verdicts thead{display:none}
.verdicts tr:not(.theory){display:grid;grid-template-columns:1fr auto;border-bottom:1px solid var(--rule);padding:.7rem 0}
.verdicts tr:not(.theory)>*{border:0;padding:0}
.verdicts td:nth-child(2){padding-left:.75rem}
.verdicts td:nth-child(3){grid-column:1/-1;padding-top:.35rem;font-size:.8125rem}
.theory th{padding-top:1.3rem}}

.claim{margin:3rem 0 4.5rem;content-visibility:auto;contain-intrinsic-size:auto 3000px}
h2+.claim{margin-top:2rem}
.claim-id{font:.8125rem/1.4 var(--sans);color:var(--muted);margin:0;display:flex;flex-wrap:wrap;gap:.4rem .9rem;align-items:center}
.source{color:var(--muted);font-style:italic;margin:0}
.statement{font-size:1.17rem;line-height:1.55;margin:1.1rem 0;padding-left:1rem;border-left:3px solid var(--green)}
.rests{font:.875rem/1.6 var(--sans)}
.hypotheses{padding-left:1.2rem;margin:.4rem 0}
.definitions,.symbols{list-style:none;padding:0;margin:.5rem 0}
.definitions li{padding:.2rem 0;display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:.1rem 1.5rem;align-items:center}
.meaning{font:.875rem/1.45 var(--sans);color:var(--muted)}
@media (max-width:36rem){.definitions li{grid-template-columns:minmax(0,1fr);padding:.3rem 0}.definitions .katex-display{margin-bottom:0}}
.symbols{font:.875rem/1.6 var(--sans);columns:20rem;column-gap:2rem}
.symbols li{break-inside:avoid;padding:.15rem 0 .15rem 1rem;text-indent:-1rem}
.formulas>p,.given{font:.875rem/1.6 var(--sans);color:var(--muted)}
.given{margin:.35rem 0 .6rem}
.given p{margin:.2rem 0}
.math{padding:.15rem 0}
.math .katex-display{margin:.25rem 0;text-align:left;padding-left:1rem}
.math .katex-display>.katex{text-align:left}
.katex{font-size:1.1em;text-rendering:auto}
.meaning .katex,.symbols .katex,.given .katex{font-size:1.16em;color:var(--ink)}
.symbols .katex{text-indent:0}
.steps{padding-left:2.1rem;margin:.6rem 0}
.steps>li{padding:.3rem 0 .45rem;break-inside:avoid}
.steps>li::marker{font:600 .875rem var(--sans);color:var(--muted)}
.steps p:first-child{margin:0}
.evidence{list-style:none;padding:0;margin:.5rem 0}
.evidence>li{display:flex;gap:.7rem;margin:.5rem 0;font-size:1rem;line-height:1.5}
.evidence>li>div{min-width:0}
.time{font:.75rem var(--sans);color:var(--muted);white-space:nowrap}
.kind>p{font:.875rem/1.55 var(--sans);color:var(--muted)}
.replay{font:.8125rem/1.6 var(--sans);color:var(--muted)}
.replay code{color:var(--ink);background:var(--raised);padding:.2rem .4rem;border-radius:4px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.claim-end{margin-top:1.8rem;padding-top:.6rem;border-top:1px solid var(--rule);font:.875rem/1.6 var(--sans)}
summary{cursor:pointer;color:var(--link);font:.875rem var(--sans)}
details{display:inline-block;vertical-align:top}
details[open]{display:block}
details p{font:.8125rem/1.6 var(--mono);color:var(--muted)}

figure{margin:1.8rem 0}
.figure-title{font:.9375rem/1.4 var(--sans);margin:0 0 .5rem}
.legend{list-style:none;padding:0;margin:0 0 .5rem;display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;font:.8125rem/1.5 var(--sans)}
.legend li{display:flex;gap:.5rem;align-items:center}
.legend svg{flex:none}
figcaption{font:.8125rem/1.6 var(--sans);color:var(--muted);margin-top:.4rem;max-width:44rem}
.plot{display:block;max-width:100%;height:auto;overflow:visible;font-family:var(--sans);color:var(--ink);fill:currentColor}
.plot text{white-space:pre}
.narrow{display:none}
@media (max-width:36rem){.wide{display:none}.narrow{display:block}.narrow .plot{margin:0 auto}.legend{gap:.1rem 1rem}}

.contents{display:none}
@media (min-width:75rem){.contents{display:block;position:sticky;top:0;align-self:start;height:100vh;overflow-y:auto;padding:2.5rem 1rem 2rem 1.75rem;border-right:1px solid var(--rule);background:var(--raised);font:.8125rem/1.45 var(--sans)}
.contents p{font-weight:650;margin:1.1rem 0 .3rem}
.contents ul{list-style:none;margin:0;padding:0}
.contents a{color:var(--ink);text-decoration:none;display:flex;gap:.45rem;padding:.16rem 0}
.contents a:hover{text-decoration:underline}}
.colophon{font:.8125rem/1.6 var(--sans);color:var(--muted);border-top:1px solid var(--rule);margin:3rem 0;padding-top:1rem}

@page{margin:18mm 17mm}
@media print{
:root,:root:not([data-theme=light]),:root[data-theme=dark]{color-scheme:light;${colours("light")};--paper:#fff}
html{font-size:9.6pt}
body,body.with-contents{display:block}
.page,.with-contents .page{max-width:none;padding:0}
.contents,#theme,.skip,.claim-end a[href="#verdicts"]{display:none}
a{color:inherit;text-decoration:none}
.claim{break-before:page;margin:0;content-visibility:visible}
h2+.claim{break-before:auto}
h2{break-before:page;border:0;margin-top:0}
.overview h2{break-before:auto;margin-top:2rem}
h3,h4,h5,.figure-title,.legend{break-after:avoid}
figure,tr,.evidence>li,.definitions li{break-inside:avoid}
.scroll,.math{overflow:visible}
.math.long{font-size:.68em}
.graph{max-width:100%;height:auto}
.wide{display:block}.narrow{display:none}
}
`;
