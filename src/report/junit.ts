import { claims as allClaims } from "../../proofs/index.ts";
import { type ClaimReport, describeBuild, type EvidenceItem, type Report } from "../run/index.ts";
import { type Markup, markup, render } from "./markup.ts";
import { listed } from "./prose.ts";
import { type Status, statuses } from "./statuses.ts";
import type { Subject } from "./subject.ts";

/**
 * The verdicts as JUnit XML, which most CI servers show: a test suite per claim, in it a test case per piece of evidence and
 * one for what the claim rests on. What is refuted fails; what is inconclusive has neither passed nor failed: it is skipped, and says
 * what would settle it.
 */
export function junitReport(report: Report, { claims = allClaims }: Subject = {}): string {
  const found = statuses(claims, report.claims);
  const suites = report.claims.map((result) => {
    const { dependsOn } = claims.find(({ id }) => id === result.id)!;
    return suiteOf(
      result,
      casesOf(result, dependsOn, (id) => found.get(id)!),
    );
  });
  const total = (part: keyof Counts): number => suites.reduce((sum, { counts }) => sum + counts[part], 0);
  const root = markup`<testsuites name="sd-theorems ${report.version}, build ${describeBuild(report.build)}" tests="${total("tests")}" failures="${total("failures")}" errors="0" time="${total("seconds").toFixed(3)}">
${suites.map(({ text }) => text)}</testsuites>
`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${render(root)}`;
}

interface Case {
  readonly name: string;
  readonly seconds: number;
  readonly outcome: "passed" | "failed" | "undecided";
  readonly says: string;
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly skipped: number;
  readonly seconds: number;
}

const OUTCOMES = { supported: "passed", refuted: "failed", inconclusive: "undecided" } as const;

function casesOf(
  { id, evidence }: ClaimReport,
  dependsOn: readonly string[],
  statusOf: (id: string) => Status,
): Case[] {
  const own = evidence.map(({ kind, name, verdict, detail, seconds }: EvidenceItem) => ({
    name: `${kind}: ${name}`,
    seconds,
    outcome: OUTCOMES[verdict],
    says: detail,
  }));
  const nothing = { name: "evidence", seconds: 0, outcome: "undecided" as const, says: "none was asked for" };
  const beneath = dependsOn.length === 0 ? [] : [ground(dependsOn, statusOf(id), statusOf)];
  return [...(own.length === 0 ? [nothing] : own), ...beneath];
}

// Fails where a claim beneath is refuted; not decided where one is inconclusive or was not checked.
function ground(dependsOn: readonly string[], { troubled, unchecked }: Status, statusOf: (id: string) => Status): Case {
  const refuted = troubled.filter((id) => statusOf(id).kind === "refuted");
  const outcome = refuted.length > 0 ? "failed" : troubled.length + unchecked.length > 0 ? "undecided" : "passed";
  const says = [
    refuted.length === 0 ? "" : `refuted: ${listed(refuted)}`,
    troubled.length === refuted.length ? "" : `inconclusive: ${listed(troubled.filter((id) => !refuted.includes(id)))}`,
    unchecked.length === 0 ? "" : `not checked in this run: ${listed(unchecked)}`,
  ];
  return {
    name: `rests on ${listed(dependsOn)}`,
    seconds: 0,
    outcome,
    says: says.filter((part) => part !== "").join("; "),
  };
}

function suiteOf(
  { id, title }: ClaimReport,
  cases: readonly Case[],
): { readonly counts: Counts; readonly text: Markup } {
  const counts = {
    tests: cases.length,
    failures: cases.filter(({ outcome }) => outcome === "failed").length,
    skipped: cases.filter(({ outcome }) => outcome === "undecided").length,
    seconds: cases.reduce((sum, { seconds }) => sum + seconds, 0),
  };
  const text = markup`  <testsuite name="${id}: ${title}" tests="${counts.tests}" failures="${counts.failures}" errors="0" skipped="${counts.skipped}" time="${counts.seconds.toFixed(3)}">\n${cases.map((each) => caseOf(id, each))}  </testsuite>\n`;
  return { counts, text };
}

function caseOf(id: string, { name, seconds, outcome, says }: Case): Markup {
  const open = markup`    <testcase classname="${id}" name="${name}" time="${seconds.toFixed(3)}"`;
  if (outcome === "passed") return markup`${open}/>\n`;
  if (outcome === "undecided") return markup`${open}><skipped message="not decided: ${says}"/></testcase>\n`;
  return markup`${open}><failure type="refuted" message="${says}">${says}</failure></testcase>\n`;
}
