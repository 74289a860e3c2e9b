import { type Claim, type EvidenceKind, describeScore, uncoveredSentence } from "../evidence/index.ts";
import { type ClaimReport, type EvidenceItem, statusWords } from "../run/index.ts";
import { evidenceWords, mutantsOf, replay, type RunSettings, shownKinds, surety } from "./evidence-words.ts";
import { type Markup, markup } from "./markup.ts";
import { prose, sentence } from "./prose.ts";
import { mark } from "./status-marks.ts";

/** Each piece of evidence for a claim with its numbers, by kind, and the commands that repeat it. */
export function evidencePage(claim: Claim, { evidence, uncovered }: ClaimReport, run: RunSettings): Markup {
  const kinds = shownKinds.filter((kind) => evidence.some((item) => item.kind === kind));
  if (kinds.length === 0) return markup`<section><h4>Evidence</h4><p>None was asked for in this run.</p></section>`;
  const sections = kinds.map((kind) => {
    const items = evidence.filter((item) => item.kind === kind);
    return markup`<section class="kind"><h5>${evidenceWords[kind].name}</h5>
${remark(claim, kind, run)}<ul class="evidence">
${items.map(itemPage)}</ul>
<p class="replay"><span>Repeat:</span> <code>${replay(claim.id, [kind], run)}</code></p></section>
`;
  });
  const uncoveredNote = uncoveredSentence(uncovered);
  const note = uncoveredNote === null ? null : markup`<p>${sentence(uncoveredNote)}</p>\n`;
  return markup`<section><h4>Evidence</h4>\n${note}${sections}</section>\n`;
}

function remark(claim: Claim, kind: EvidenceKind, { margin }: RunSettings): Markup | null {
  const checks = claim.checks.filter((check) => check.kind === kind);
  const sure = kind === "simulation" ? surety(checks, margin) : null;
  return sure === null ? null : markup`<p>${sure}</p>\n`;
}

function itemPage(item: EvidenceItem): Markup {
  const { name, verdict, seconds } = item;
  const [called, said] =
    item.of !== undefined ? [`By ${item.of}`, mutationDetail(item)] : [name, sentence(item.detail)];
  const time = seconds < 0.05 ? null : markup` <span class="time">${seconds.toFixed(1)} s</span>`;
  return markup`<li>${mark(verdict)}<div><b>${sentence(called)}</b> ${said}${time}</div></li>
`;
}

// What a kind cannot see may be long, and is for who asks.
function mutationDetail({ detail, mutants }: EvidenceItem): Markup {
  if (mutants === undefined || mutants.survivors.length === 0) return markup`${detail}.`;
  const { caught, total } = mutants;
  const others = describeScore(mutants).slice(`${caught} of ${total} mutants caught; `.length);
  return markup`${caught} of ${total} mutants caught. <details><summary>The other ${total - caught}</summary><p>${others}.</p></details>`;
}

/** A line that names the kinds of a claim's evidence with their counts, for a table. */
export function evidenceSummary(evidence: readonly EvidenceItem[]): Markup[] {
  return shownKinds.flatMap((kind) => {
    const items = evidence.filter((item) => item.kind === kind);
    if (items.length === 0) return [];
    const bad = items.find(({ verdict }) => verdict !== "supported");
    const flag =
      bad === undefined
        ? null
        : markup`<span class="mark ${bad.verdict}">${statusWords[bad.verdict].sign} ${bad.verdict}</span> `;
    return [markup`<li>${flag}${summaryOf(kind, items)}</li>`];
  });
}

function summaryOf(kind: EvidenceKind, items: readonly EvidenceItem[]): Markup {
  if (kind !== "mutation") return prose(items.length === 1 ? kind : `${items.length} ${PLURALS[kind]}`);
  const { caught, of } = mutantsOf(items);
  return markup`${caught.toLocaleString("en")} of ${of.toLocaleString("en")} mutants`;
}

const PLURALS = {
  derivation: "derivations",
  certificate: "certificates",
  simulation: "simulations",
  trial: "trials",
  experiment: "experiments",
  property: "properties",
  counterexample: "counterexamples",
} as const;
