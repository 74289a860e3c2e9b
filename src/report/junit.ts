import {
  type ClaimReport,
  describeBuild,
  type EvidenceItem,
  groundSentence,
  type Report,
  type StatusKind,
  statusOf,
  statusWords,
} from "../run/index.ts";
import { type Markup, markup, render } from "./markup.ts";
import { listed } from "./prose.ts";
import type { Subject } from "./subject.ts";

/**
 * The verdicts as JUnit XML, which most CI servers show: a test suite per claim, in it a test case per piece of evidence and
 * one for what the claim rests on. What is refuted or untested fails; what is inconclusive has neither passed nor failed: it is
 * skipped, and says what would settle it.
 */
export function junitReport(report: Report, { claims }: Pick<Subject, "claims">): string {
  const kindOf = (id: string): StatusKind => statusOf(report.claims.find((result) => result.id === id));
  const suites = report.claims.map((result) => {
    const { dependsOn } = claims.find(({ id }) => id === result.id)!;
    return suiteOf(result, casesOf(result, dependsOn, kindOf));
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
  /** Null where it is supported, on ground that is. */
  readonly trouble: Exclude<StatusKind, "supported"> | null;
  readonly says: string;
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly skipped: number;
  readonly seconds: number;
}

function casesOf(result: ClaimReport, dependsOn: readonly string[], kindOf: (id: string) => StatusKind): Case[] {
  const own = result.evidence.map(({ kind, name, verdict, detail, seconds }: EvidenceItem) => ({
    name: `${kind}: ${name}`,
    seconds,
    trouble: verdict === "supported" ? null : verdict,
    says: detail,
  }));
  const nothing = { name: "evidence", seconds: 0, trouble: "inconclusive" as const, says: "none was asked for" };
  const beneath = dependsOn.length === 0 ? [] : [ground(result, dependsOn, kindOf)];
  return [...(own.length === 0 ? [nothing] : own), ...beneath];
}

// Fails where a claim that it rests on is refuted or untested; not decided where one is inconclusive or was not checked.
function ground(result: ClaimReport, dependsOn: readonly string[], kindOf: (id: string) => StatusKind): Case {
  const having = (kind: StatusKind): string[] => dependsOn.filter((id) => kindOf(id) === kind);
  const trouble = TROUBLES.find((kind) => having(kind).length > 0) ?? null;
  const parts = TROUBLES.flatMap((kind) => {
    const ids = having(kind);
    return ids.length === 0 ? [] : [`${statusWords[kind].name}: ${listed(ids)}`];
  });
  const sentence = groundSentence(result);
  const says = [...(sentence === null ? [] : [sentence]), ...parts].join("; ");
  return { name: `rests on ${listed(dependsOn)}`, seconds: 0, trouble, says };
}

const TROUBLES = ["refuted", "untested", "inconclusive", "conditional", "unchecked"] as const;

function isFailure({ trouble }: Case): boolean {
  return trouble === "refuted" || trouble === "untested";
}

function suiteOf(
  { id, title }: ClaimReport,
  cases: readonly Case[],
): { readonly counts: Counts; readonly text: Markup } {
  const counts = {
    tests: cases.length,
    failures: cases.filter(isFailure).length,
    skipped: cases.filter((each) => each.trouble !== null && !isFailure(each)).length,
    seconds: cases.reduce((sum, { seconds }) => sum + seconds, 0),
  };
  const text = markup`  <testsuite name="${id}: ${title}" tests="${counts.tests}" failures="${counts.failures}" errors="0" skipped="${counts.skipped}" time="${counts.seconds.toFixed(3)}">\n${cases.map((each) => caseOf(id, each))}  </testsuite>\n`;
  return { counts, text };
}

function caseOf(id: string, each: Case): Markup {
  const { name, seconds, trouble, says } = each;
  const open = markup`    <testcase classname="${id}" name="${name}" time="${seconds.toFixed(3)}"`;
  if (trouble === null) return markup`${open}/>\n`;
  if (isFailure(each))
    return markup`${open}><failure type="${trouble}" message="${says}">${says}</failure></testcase>\n`;
  return markup`${open}><skipped message="not decided: ${says}"/></testcase>\n`;
}
