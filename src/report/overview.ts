import type { Claim } from "../evidence/index.ts";
import { type Report, type StatusKind, statusOf } from "../run/index.ts";
import { evidenceSummary } from "./evidence-page.ts";
import { evidenceWords, shownKinds } from "./evidence-words.ts";
import { type Markup, markup } from "./markup.ts";
import { counted, listed, prose } from "./prose.ts";
import { badge } from "./status-marks.ts";
import type { Theory } from "./theories.ts";

/** The verdicts of a run, of these claims or some of them, in one sentence. */
export function verdictSentence(
  { claims, summary: { supported } }: Pick<Report, "claims" | "summary">,
  among: readonly Claim[],
): string {
  const partial = claims.length < among.length ? ` checked here, of ${among.length},` : "";
  const many = claims.length;
  if (many === 0) return "No claim was checked.";
  const conditional = claims.filter((claim) => statusOf(claim) === "conditional").length;
  if (supported === many) {
    if (many === 1) {
      return `The one claim${partial} is supported${conditional === 0 ? "" : "; what it rests on was not checked"}.`;
    }
    return `All ${many} claims${partial} are supported${conditional === 0 ? "" : `; ${onUnchecked(conditional, many)}`}.`;
  }
  const parts = (["refuted", "inconclusive", "untested"] as const).flatMap((verdict) => {
    const ids = claims.filter((claim) => claim.verdict === verdict).map(({ id }) => id);
    return ids.length === 0 ? [] : [`${ids.length} ${ids.length === 1 ? "is" : "are"} ${verdict} (${listed(ids)})`];
  });
  const ground = conditional === 0 ? "" : ` (${onUnchecked(conditional, supported)})`;
  const rest =
    supported === 0 ? "none is supported" : `${supported} ${supported === 1 ? "is" : "are"} supported${ground}`;
  return `Of the ${counted(many, "claim")}${partial} ${listed([...parts, rest])}.`;
}

function onUnchecked(count: number, of: number): string {
  const [some, rest] =
    count === of
      ? [of === 1 ? "it" : "all", of === 1 ? "rests" : "rest"]
      : [`${count} of them`, count === 1 ? "rests" : "rest"];
  return `${some} ${rest} on claims that were not checked`;
}

/** The table of verdicts: a row per claim, in groups by theory. Roles are named, as a phone's style lays rows out anew. */
export function verdictTable(
  groups: readonly Theory[],
  { claims }: Report,
  kindOf: (id: string) => StatusKind,
): Markup {
  const bodies = groups.map(({ title, claims: own }) => {
    const rows = own.map((claim) => {
      const { evidence } = claims.find(({ id }) => id === claim.id)!;
      return markup`<tr role="row"><th scope="row" role="rowheader"><a href="#${claim.id}">${prose(claim.title)}</a><code>${claim.id}</code></th>
<td role="cell">${badge(kindOf(claim.id))}</td>
<td role="cell"><ul class="kinds">${evidenceSummary(evidence)}</ul></td></tr>
`;
    });
    return markup`<tbody role="rowgroup"><tr role="row" class="theory"><th role="rowheader" scope="rowgroup" colspan="3">${title}</th></tr>
${rows}</tbody>
`;
  });
  return markup`<table class="verdicts" role="table"><caption class="spoken">Verdict and evidence of each claim</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Claim</th><th role="columnheader" scope="col">Verdict</th><th role="columnheader" scope="col">Evidence</th></tr></thead>
${bodies}</table>
`;
}

/** What the kinds of evidence are. */
export function howToRead(): Markup {
  const kinds = shownKinds.map(
    (kind) => markup`<dt>${evidenceWords[kind].name}</dt><dd>${evidenceWords[kind].does}</dd>`,
  );
  return markup`<dl class="kinds-of-evidence">${kinds}</dl>`;
}
