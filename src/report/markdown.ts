import { onOneLine } from "../data/index.ts";
import { type Claim, uncoveredSentence } from "../evidence/index.ts";
import {
  type ClaimReport,
  describeBuild,
  type EvidenceItem,
  groundSentence,
  type Report,
  statusOf,
  statusWords,
} from "../run/index.ts";
import { gathered, mutantsOf, replay, type RunSettings, shownKinds } from "./evidence-words.ts";
import { groundsSentence } from "./grounds.ts";
import { verdictSentence } from "./overview.ts";
import { listed } from "./prose.ts";
import type { Subject } from "./subject.ts";

/** A comment on a pull request holds 65 536 characters. */
const MOST_CHARACTERS = 60_000;

/**
 * The verdicts as Markdown for a pull request: what is not supported first, then a table, then all evidence, folded away.
 * Where it would be too long for a comment, the evidence of supported claims is left out.
 */
export function markdownReport(report: Report, { claims, claimsFile }: Subject): string {
  const run = { seed: report.seed, margin: report.margin, claimsFile };
  const head = [
    `## ${plain(verdictSentence(report, claims))}`,
    plain(groundsSentence(claims, report)),
    ...alarms(report),
    ...grounds(report),
    ...uncovered(report),
    table(report),
    `Seed ${report.seed}, margin ${Number((100 * report.margin).toPrecision(6))} %, version ${plain(report.version)}, build ${plain(describeBuild(report.build))}, digest \`${code(report.digest.slice(0, 12))}\`.`,
  ];
  const detailed = (result: ClaimReport): string =>
    evidenceOf(
      claims.find(({ id }) => id === result.id)!,
      result,
      run,
    );
  const all = report.claims.map(detailed);
  const whole = [...head, ...all].join("\n\n");
  if (whole.length <= MOST_CHARACTERS) return `${whole}\n`;
  const kept = report.claims.filter(({ verdict }) => verdict !== "supported").map(detailed);
  return `${[...head, ...kept, "The evidence for supported claims is left out: it is too long for a comment."].join("\n\n")}\n`;
}

// What speaks against a claim, or did not decide, is not folded away.
function alarms({ claims }: Report): string[] {
  return claims.flatMap(({ id, evidence }) =>
    evidence
      .filter(({ verdict }) => verdict !== "supported")
      .map(
        ({ kind, name, verdict, detail }) => `**${verdict}**: ${plain(id)}, ${kind}, ${plain(name)}: ${plain(detail)}`,
      ),
  );
}

function grounds({ claims }: Report): string[] {
  return claims.flatMap((claim) => {
    const says = groundSentence(claim);
    return says === null ? [] : [`**${statusWords[statusOf(claim)].name}**: ${plain(claim.id)}: ${plain(says)}`];
  });
}

function uncovered({ claims }: Report): string[] {
  return claims.flatMap(({ id, uncovered: names }) => {
    const says = uncoveredSentence(names, ` of ${id}`);
    return says === null ? [] : [`**not covered**: ${plain(says)}`];
  });
}

function table({ claims }: Report): string {
  const rows = claims.map((claim) => {
    const { id, title, evidence } = claim;
    const { sign, name } = statusWords[statusOf(claim)];
    return `| \`${code(id)}\` ${plain(title)} | ${sign} ${name} | ${kindsOf(evidence)} |`;
  });
  return ["| claim | verdict | evidence |", "| --- | --- | --- |", ...rows].join("\n");
}

function kindsOf(evidence: readonly EvidenceItem[]): string {
  const kinds = shownKinds.flatMap((kind) => {
    const count = evidence.filter((item) => item.kind === kind).length;
    if (count === 0) return [];
    const { caught, of } = mutantsOf(evidence);
    return [kind === "mutation" ? `${caught} of ${of} mutants` : `${kind}${count === 1 ? "" : ` × ${count}`}`];
  });
  return kinds.length === 0 ? "none" : listed(kinds);
}

function evidenceOf(claim: Claim, result: ClaimReport, run: RunSettings): string {
  const { id, title, evidence } = result;
  const items = evidence.map(
    (item) => `- ${statusWords[item.verdict].sign} ${item.kind}, ${plain(item.name)}: ${plain(item.detail)}`,
  );
  const summary = `<summary>${statusWords[statusOf(result)].sign} ${plain(id)}: ${plain(title)}</summary>`;
  return `<details>${summary}\n\n${[...items, `\n\`${code(replay(id, gathered(claim, evidence), run))}\``].join("\n")}\n\n</details>`;
}

/** Text with nothing in it that Markdown, or HTML in it, would take for markup. */
function plain(text: string): string {
  return onOneLine(text)
    .replaceAll(/\s+/g, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_[\]|~#$]/g, String.raw`\$&`);
}

/** Text inside a code span. */
function code(text: string): string {
  return onOneLine(text).replaceAll(/[`|\s]+/g, " ");
}
