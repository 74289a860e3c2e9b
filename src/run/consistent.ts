import { isDeepStrictEqual } from "node:util";
import { InvalidInput, shown } from "../data/index.ts";
import { type Claim, mutationFinding, mutationScore, tryMutants } from "../evidence/index.ts";
import { concluded, type ClaimReport, type EvidenceItem, proofAssistantsOf, type Report } from "./check-report.ts";
import { claimsIn } from "./claims-file.ts";

/**
 * Refuses a report that contradicts itself or the claims that it is about: all but the evidence itself is worked out again, by
 * what made it.
 *
 * @param claimsFile the module, loaded, that the claims come from; undefined for the project's own.
 * @throws InvalidInput that says where it does; its message begins with what the report says.
 */
export function requireConsistent(report: Report, claimsFile: string | undefined): void {
  const claims = reportedClaims(report, claimsIn(claimsFile));
  requireEvidence(report, claims);
  const { seed, margin, engine } = report;
  const plan = { claims, ...(claimsFile === undefined ? {} : { claimsFile }), seed, margin, engine };
  const evidence = new Map(claims.map((claim, i) => [claim, report.claims[i]!.evidence]));
  const again = concluded(plan, (claim) => evidence.get(claim)!, proofAssistantsOf(claims));
  again.claims.forEach((claim, i) => requireSame(report.claims[i]!, claim, `the claim ${claim.id}`));
  requireSame(report, { summary: again.summary }, "the report");
}

function reportedClaims(report: Report, among: readonly Claim[]): Claim[] {
  if (report.claims.length === 0) throw new InvalidInput("it is about no claim");
  const before = new Set<string>();
  return report.claims.map(({ id }) => {
    const claim = among.find((each) => each.id === id);
    if (claim === undefined) throw new InvalidInput(`there is no claim ${id}`);
    if (before.has(id)) throw new InvalidInput(`the claim ${id} is in it twice`);
    const late = claim.dependsOn.find((other) => !before.has(other) && report.claims.some((each) => each.id === other));
    if (late !== undefined) throw new InvalidInput(`the claim ${id} comes before ${late}, on which it depends`);
    before.add(id);
    return claim;
  });
}

/** Says what differs first, of the fields that were worked out again. */
function requireSame(given: object, again: object, what: string): void {
  for (const [field, value] of Object.entries(again)) {
    const its: unknown = (given as Record<string, unknown>)[field];
    if (isDeepStrictEqual(its, value)) continue;
    throw new InvalidInput(
      `${what} has the ${field} ${shown(its, 80)}, and its evidence amounts to ${shown(value, 80)}`,
    );
  }
}

/** Each kind that was asked for was asked of every claim: then it has all checks of that kind, and the mutants of all. */
function requireEvidence({ claims: reports }: Report, claims: readonly Claim[]): void {
  const asked = new Set(reports.flatMap(({ evidence }) => evidence.map(({ kind }) => kind)));
  const onlyMutation = asked.size === 1 && asked.has("mutation");
  claims.forEach((claim, i) => {
    const performed = claim.checks.filter(({ kind }) => onlyMutation || asked.has(kind));
    const mutants = asked.has("mutation") ? mutantsOf(claim, performed) : new Map<string, number>();
    const expected = [
      ...(onlyMutation ? [] : performed.map(({ kind, name }) => `${kind}: ${name}`)),
      ...[...mutants.keys()].map((name) => `mutation: ${name}`),
    ];
    const found = reports[i]!.evidence.map(({ kind, name }) => `${kind}: ${name}`);
    const foreign = found.find((name, at) => !expected.includes(name) || found.indexOf(name) !== at);
    if (foreign !== undefined) {
      throw new InvalidInput(`the claim ${claim.id} has evidence that none of its checks gives: ${shown(foreign, 80)}`);
    }
    const missing = expected.find((name) => !found.includes(name));
    if (missing !== undefined) throw new InvalidInput(`the claim ${claim.id} lacks its evidence ${shown(missing, 80)}`);
    for (const item of reports[i]!.evidence) requireItem(item, mutants.get(item.name), reports[i]!);
  });
}

/** How many mutants there are of what the checks of each kind cover, by the name of the evidence; none where there are none. */
function mutantsOf({ book }: Claim, checks: Claim["checks"]): Map<string, number> {
  const counts = [...new Set(checks.map(({ kind }) => kind))].map((kind) => {
    const covers = checks.filter((check) => check.kind === kind).flatMap((check) => check.covers);
    const all = tryMutants(book, covers, { finding: NONE, judge: () => ({ caught: true }) });
    return [`${kind}, broken on purpose`, mutationScore(mutationFinding(all))!.of] as const;
  });
  return new Map(counts.filter(([, count]) => count > 0));
}

const NONE = { verdict: "supported", detail: "" } as const;

/** What the words of a piece of evidence say of its verdict. */
function requireItem(item: EvidenceItem, mutants: number | undefined, { id }: ClaimReport): void {
  const { kind, name, verdict, detail } = item;
  const refuse = (why: string): never => {
    throw new InvalidInput(`the claim ${id}, ${kind}, ${shown(name, 80)}, is ${verdict}: ${shown(detail, 80)}; ${why}`);
  };
  if (/^not carried out: |^no score without /.test(detail)) {
    if (verdict !== "inconclusive") refuse("it was not carried out, so it is inconclusive");
    return;
  }
  if (kind !== "mutation") return;
  const score = mutationScore(item);
  if (score === null) return refuse("expected how many mutants were caught");
  if (score.of !== mutants || score.caught > score.of) refuse(`there are ${mutants} mutants`);
  const isWhole = score.caught === score.of || (score.caught > 0 && score.others.startsWith("beyond sight: "));
  if (verdict !== (isWhole ? "supported" : "untested")) refuse("that is another verdict");
  if ((score.caught === score.of) !== (score.others === "")) refuse("it does not say what became of the others");
}
