import type { Claim } from "../evidence/index.ts";
import { type ClaimReport, groundSentence, type StatusKind } from "../run/index.ts";
import { derivationPage } from "./derivation-page.ts";
import { evidencePage } from "./evidence-page.ts";
import { gathered, replay, type RunSettings } from "./evidence-words.ts";
import { formulasPage } from "./formulas-page.ts";
import { type Content, type Markup, markup } from "./markup.ts";
import { prose, sentence } from "./prose.ts";
import { badge, mark } from "./status-marks.ts";

/** What a claim's page is made from. */
export interface ClaimPage {
  readonly claim: Claim;
  readonly result: ClaimReport;
  readonly run: RunSettings;
  readonly statusOf: (id: string) => StatusKind;
  /** Claims that rest on this one, of those that have a page. */
  readonly restedOnBy: readonly string[];
  readonly figures: readonly Markup[];
}

/** A claim like a page of a paper: statement, hypotheses, pictures, formulas, derivation, evidence. */
export function claimPage({ claim, result, run, statusOf, restedOnBy, figures }: ClaimPage): Markup {
  const { id, title, source, statement, hypotheses, book, checks } = claim;
  const derivations = checks.flatMap(({ derivation }) =>
    derivation === undefined ? [] : [derivationPage(derivation, book)],
  );
  return markup`<article id="${id}" class="claim" aria-labelledby="title-${id}">
<header><p class="claim-id"><code>${id}</code> ${badge(statusOf(id))}</p>
<h3 id="title-${id}">${prose(title)}</h3>
<p class="source">${prose(source)}</p></header>
<p class="statement">${prose(statement)}</p>
${foundations(claim, result, statusOf)}
<section><h4>Hypotheses</h4>
<ul class="hypotheses">${hypotheses.map((hypothesis) => markup`<li>${prose(hypothesis)}</li>`)}</ul></section>
${figures}${formulasPage(claim)}${
    derivations.length === 0
      ? null
      : markup`<section><h4>Derivation</h4>
<p>${proofAssistant(result)}</p>
${derivations}</section>
`
  }${evidencePage(claim, result, run)}<footer class="claim-end"><p class="replay"><span>Check this claim again:</span> <code>${replay(id, gathered(claim, result.evidence), run)}</code></p>
<p>${restedOnBy.length === 0 ? null : ["Claims that rest on this one: ", links(restedOnBy), ". "]}<a href="#verdicts">Back to the verdicts</a></p></footer>
</article>
`;
}

function foundations({ dependsOn }: Claim, result: ClaimReport, statusOf: ClaimPage["statusOf"]): Markup {
  if (dependsOn.length === 0) return markup`<p class="rests">Rests on no other claim.</p>`;
  const ground = groundSentence(result);
  const each = dependsOn.map((id, i) => [i === 0 ? "" : ", ", reference(id, statusOf(id))]);
  return markup`<p class="rests">Rests on ${each}.${ground === null ? null : [" ", sentence(ground)]}</p>`;
}

function reference(id: string, kind: StatusKind): Content {
  return [mark(kind), kind === "unchecked" ? id : markup`<a href="#${id}">${id}</a>`];
}

function links(ids: readonly string[]): Content {
  return ids.map((id, i) => [i === 0 ? "" : i === ids.length - 1 ? " and " : ", ", markup`<a href="#${id}">${id}</a>`]);
}

function proofAssistant({ proofAssistant: found }: ClaimReport): string {
  if (found === null) return "No proof assistant has rechecked these steps.";
  const { name, version, accepted, steps } = found;
  if (accepted === steps)
    return `${name} ${version} accepts ${steps === 1 ? "the step" : `all ${steps} steps`} as well.`;
  return `${name} ${version} accepts ${accepted} of the ${steps} steps.`;
}
