import type { Claim } from "../evidence/index.ts";
import { type Build, describeBuild, type Report, type StatusKind, statusOf, statusWords } from "../run/index.ts";
import { claimPage } from "./claim-page.ts";
import { dependencyGraphs } from "./dependency-graph.ts";
import { figurePage } from "./figure-page.ts";
import { type Figure, figures, type FigureSource } from "./figures/index.ts";
import { type Markup, markup, trusted } from "./markup.ts";
import { groundsSentence } from "./grounds.ts";
import { howToRead, verdictSentence, verdictTable } from "./overview.ts";
import { policy } from "./policy.ts";
import { prose } from "./prose.ts";
import { script } from "./script.ts";
import { mark } from "./status-marks.ts";
import { style } from "./style.ts";
import type { Subject } from "./subject.ts";
import { shortName, theories, type Theory } from "./theories.ts";
import { mathematicsStyle } from "./mathematics-style.ts";

const OWN_TITLE = "Self-distillation under label noise";

/**
 * The report as one HTML document that needs nothing else: style, fonts, pictures and script are in it. The same report
 * gives the same document.
 */
export function htmlReport(report: Report, subject: Subject): string {
  const { claims, figures: sources = figures, title = OWN_TITLE } = subject;
  const kindOf = (id: string): StatusKind => statusOf(report.claims.find((result) => result.id === id));
  const checked = claims.filter(({ id }) => report.claims.some((result) => result.id === id));
  const pictures = placed(sources, checked);
  const groups = theories(checked);
  const body = markup`<a class="skip" href="#main">Skip to the verdicts</a>
${contents(groups, kindOf)}
<div class="page">
<header class="masthead"><div><h1>${title}</h1><p>The theory, claim by claim, and what a machine made of it</p></div>
<button id="theme" type="button" aria-pressed="false" hidden>Dark theme</button></header>
<main id="main" tabindex="-1">
<div class="overview">
<section aria-labelledby="verdicts"><h2 id="verdicts">Verdicts</h2>
${summary(report, claims)}
${verdictTable(groups, report, kindOf)}</section>
<section aria-labelledby="foundations"><h2 id="foundations">What rests on what</h2>
<p>A claim is only as good as what it rests on: its status is computed from its own evidence and that of every claim beneath it. Each arrow leads from a claim to one that rests on it; arrows that follow from others are left out.</p>
${dependencyGraphs(claims, kindOf)}</section>
<section aria-labelledby="reading"><h2 id="reading">How to read the evidence</h2>
<p>No verdict is declared; each is computed, and “not refuted” is not enough for “supported”.</p>
${howToRead()}</section>
${listOfPictures(pictures)}</div>
${groups.map((group) => theoryPages(group, report, { checked, kindOf, pictures, claimsFile: subject.claimsFile }))}</main>
<footer class="colophon"><p>Written by sd-theorems ${report.version}. Digest of what was found: <code>${report.digest}</code>. It is no signature.</p>
${buildDetails(report.build)}</footer>
</div>`;
  return document(body, title, verdictSentence(report, claims));
}

function document(body: Markup, title: string, description: string): string {
  const sheet = mathematicsStyle(body.text) + style;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy(script, sheet))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}: report</title>
<meta name="description" content="${description}">
<link rel="icon" href="data:,">
<style>${trusted(sheet)}</style>
</head>
<body class="with-contents">
${body}
<script>${trusted(script)}</script>
</body>
</html>
`.text;
}

interface Placed {
  readonly figure: Figure;
  readonly number: number;
  /** The claim with which it stands. */
  readonly claim: string;
}

// A picture stands with the first of its claims that is reported, and is numbered in the order of the claims.
function placed(sources: readonly FigureSource[], checked: readonly Claim[]): Placed[] {
  const order = checked.map(({ id }) => id);
  return sources
    .flatMap(({ claims, make }) => {
      const claim = claims.find((id) => order.includes(id));
      return claim === undefined ? [] : [{ make, claim }];
    })
    .toSorted((one, other) => order.indexOf(one.claim) - order.indexOf(other.claim))
    .map(({ make, claim }, i) => ({ figure: make(), claim, number: i + 1 }));
}

function summary(report: Report, claims: readonly Claim[]): Markup {
  const { seed, margin, version, build, digest } = report;
  const kinds = new Set(report.claims.map((result) => statusOf(result)));
  const kind = WORST_FIRST.find((each) => kinds.has(each)) ?? "supported";
  return markup`<p class="verdict"><span class="mark ${kind}" aria-hidden="true">${statusWords[kind].sign}</span>${verdictSentence(report, claims)}</p>
<p>${groundsSentence(claims, report)}</p>
<p class="run">sd-theorems ${version}, build ${describeBuild(build)}, seed ${seed}, margin ${Number((100 * margin).toPrecision(6))} %, digest ${digest.slice(0, 12)}</p>`;
}

function buildDetails({ digest, commit, node, coq, dependencies }: Build): Markup {
  const packages = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
  const made = [`Node ${node}`, coq === null ? "no record of Coq" : `Coq ${coq}`, ...packages].join(", ");
  return markup`<p>Build: <code>${digest}</code>${commit === null ? "" : markup`, commit <code>${commit}</code>`}; with ${made}.</p>`;
}

const WORST_FIRST: readonly StatusKind[] = ["refuted", "inconclusive", "untested", "conditional"];

function contents(groups: readonly Theory[], kindOf: (id: string) => StatusKind): Markup {
  const lists = groups.map(({ title, claims }) => {
    const items = claims.map(({ id }) => {
      return markup`<li><a href="#${id}">${mark(kindOf(id))}${shortName(id)}</a></li>`;
    });
    return markup`<p>${title}</p><ul>${items}</ul>`;
  });
  return markup`<nav class="contents" aria-label="Claims"><ul><li><a href="#verdicts">Verdicts</a></li><li><a href="#foundations">What rests on what</a></li><li><a href="#reading">How to read the evidence</a></li></ul>${lists}</nav>`;
}

function listOfPictures(pictures: readonly Placed[]): Markup | null {
  if (pictures.length === 0) return null;
  const items = pictures.map(
    ({ figure: { id, title }, number }) =>
      markup`<li><a href="#figure-${id}">Figure ${number}</a>: ${prose(title)}</li>`,
  );
  return markup`<section aria-labelledby="pictures"><h2 id="pictures">Pictures</h2>\n<ul class="pictures">${items}</ul></section>\n`;
}

/** What the pages of all claims are made with. */
interface Whole {
  readonly checked: readonly Claim[];
  readonly kindOf: (id: string) => StatusKind;
  readonly pictures: readonly Placed[];
  readonly claimsFile: string | undefined;
}

function theoryPages({ name, title, claims }: Theory, report: Report, whole: Whole): Markup {
  const { checked, kindOf, pictures, claimsFile } = whole;
  const pages = claims.map((claim) =>
    claimPage({
      claim,
      result: report.claims.find(({ id }) => id === claim.id)!,
      run: { seed: report.seed, margin: report.margin, claimsFile },
      statusOf: kindOf,
      restedOnBy: checked.filter(({ dependsOn }) => dependsOn.includes(claim.id)).map(({ id }) => id),
      figures: pictures
        .filter((each) => each.claim === claim.id)
        .map(({ figure, number }) => figurePage(figure, number)),
    }),
  );
  return markup`<section aria-labelledby="theory-${name}"><h2 id="theory-${name}">${title}</h2>\n${pages}</section>\n`;
}
