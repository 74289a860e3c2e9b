/** README's lines about the claims: one a claim, made of a report. */
import { join } from "node:path";
import { packageRoot } from "../../src/data/index.ts";
import { type CheckKind, checkKinds } from "../../src/evidence/index.ts";
import { shortName } from "../../src/report/theories.ts";
import { type ClaimReport, type Report, statusOf, statusWords } from "../../src/run/index.ts";
import { plain, withGenerated } from "./generated.ts";

/** Where they are shown. */
export const DOCUMENT = join(packageRoot(), "README.md");

/** What a kind of evidence is called in a line. Mutation has no letter: its score stands beside them. */
export const LETTERS: Readonly<Record<CheckKind, string>> = {
  derivation: "D",
  certificate: "C",
  simulation: "S",
  trial: "T",
  experiment: "E",
  property: "P",
  counterexample: "X",
};

const HEADINGS: Readonly<Record<string, string>> = {
  ridge: "ridge regression, noisy labels",
  logistic: "logistic regression, flipped labels",
  "cross-entropy": "softmax regression, corrupted labels",
};

/** The document with its lines made anew. */
export async function withVerdicts(text: string, report: Report): Promise<string> {
  return withGenerated(text, { verdicts: [table(report), "", lastLine(report)].join("\n") });
}

function table({ claims }: Report): string {
  const theories = [...new Set(claims.map(theoryIn))];
  const rows = theories.flatMap((theory) => [
    `| **${HEADINGS[theory] ?? theory}** | | | | |`,
    ...claims.filter((claim) => theoryIn(claim) === theory).map(line),
  ]);
  return ["| claim | says | verdict | evidence | broken |", "| --- | --- | --- | --- | --: |", ...rows].join("\n");
}

function theoryIn({ id }: ClaimReport): string {
  return id.split("/")[0]!;
}

function line(claim: ClaimReport): string {
  const { id, title, evidence } = claim;
  const { sign, name } = statusWords[statusOf(claim)];
  const counts = checkKinds.flatMap((kind) => {
    const count = evidence.filter((item) => item.kind === kind).length;
    return count === 0 ? [] : `${LETTERS[kind]}${count}`;
  });
  const link = `[${shortName(id)}](proofs/${id}.ts)`;
  return `| ${[link, plain(title), `${sign} ${name}`, counts.join(" "), broken(claim)].join(" | ")} |`;
}

/** Formulas broken on purpose that the strictest kind of evidence noticed, of all. */
function broken({ evidence }: ClaimReport): string {
  const strictest = evidence.some(({ kind }) => kind === "derivation") ? "derivation" : "property";
  const score = evidence.find(({ of }) => of === strictest)?.mutants;
  return score === undefined ? "–" : `${score.caught}/${score.total}`;
}

function lastLine({ summary, seed, claims }: Report): string {
  const { supported, refuted, inconclusive, untested } = summary;
  const counts = `${supported} supported, ${refuted} refuted, ${inconclusive} inconclusive, ${untested} untested on seed ${seed}.`;
  const rechecked = claims.flatMap(({ proofAssistant }) => proofAssistant ?? []);
  const total = (count: "accepted" | "steps"): number => rechecked.reduce((sum, each) => sum + each[count], 0);
  const by = [...new Set(rechecked.map(({ name, version }) => `${name} ${version}`))].join(" and ");
  return rechecked.length === 0
    ? counts
    : `${counts} ${by} accepts ${total("accepted")} of ${total("steps")} derivation steps.`;
}
