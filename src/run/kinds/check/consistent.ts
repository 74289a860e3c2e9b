import { isDeepStrictEqual } from "node:util";
import { InvalidInput, shown } from "../../../data/index.ts";
import { type CheckKind, type Claim, type MutantResult, mutationScore, tryMutants } from "../../../evidence/index.ts";
import {
  concluded,
  type EvidenceItem,
  findingOfScore,
  mutationName,
  NOT_CARRIED_OUT,
  proofAssistantsOf,
  type Report,
  withoutScore,
} from "./report.ts";
import type { ClaimSource } from "../../claims/claim-source.ts";

/**
 * Refuses a report that contradicts itself or the claims that it is about: all but the evidence itself is worked out again, by
 * what made it.
 *
 * @param source where the claims come from.
 * @throws InvalidInput that says where it does; its message begins with what the report says.
 */
export function requireConsistent(report: Report, source: ClaimSource): void {
  const claims = reportedClaims(report, source.claims);
  requireEvidence(report, claims);
  const { seed, margin, engine } = report;
  const plan = { claims, source, seed, margin, engine };
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
    const mutants = asked.has("mutation") ? mutantsOf(claim, performed) : new Map<string, Mutants>();
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
    for (const item of reports[i]!.evidence)
      requireItem(item, item.kind === "mutation" ? mutants.get(item.name) : undefined, claim);
  });
}

/** The mutants of what the checks of each kind cover, by the name of the evidence; none where there are none. */
function mutantsOf({ book }: Claim, checks: Claim["checks"]): Map<string, Mutants> {
  const kinds = [...new Set(checks.map(({ kind }) => kind))];
  const all = kinds.map((of): readonly [string, Mutants] => {
    const covers = checks.filter(({ kind }) => kind === of).flatMap((check) => check.covers);
    const results = tryMutants(book, covers, { finding: NONE, notices: () => ({ noticed: true }) });
    return [mutationName(of), { of, total: mutationScore(results).total, changes: new Set(results.map(changeOf)) }];
  });
  return new Map(all.filter(([, { total }]) => total > 0));
}

interface Mutants {
  readonly of: CheckKind;
  readonly total: number;
  readonly changes: ReadonlySet<string>;
}

function changeOf({ formula, change }: Pick<MutantResult, "formula" | "change">): string {
  return `${formula}: ${change}`;
}

const NONE = { verdict: "supported", detail: "" } as const;

/** What a piece of evidence says besides its verdict, as far as that can be worked out again. */
function requireItem(item: EvidenceItem, mutants: Mutants | undefined, claim: Claim): void {
  const { kind, name, verdict, detail } = item;
  const refuse = (why: string): never => {
    const said = `the claim ${claim.id}, ${kind}, ${shown(name, 80)}, is ${verdict}: ${shown(detail, 80)}`;
    throw new InvalidInput(`${said}; ${why}`);
  };
  const check = claim.checks.find((each) => each.kind === kind && each.name === name);
  if (item.without !== check?.without) refuse(`the hypothesis it does without is ${shown(check?.without, 80)}`);
  if (item.of !== mutants?.of) refuse(`its mutants are of ${shown(mutants?.of, 80)}`);
  if (detail.startsWith(NOT_CARRIED_OUT) && verdict !== "inconclusive") {
    refuse("it was not carried out, so it is inconclusive");
  }
  if (mutants === undefined) {
    if (item.mutants !== undefined) refuse("it has mutants, and is not a mutation score");
    return;
  }
  if (item.mutants === undefined) {
    const lost = claim.checks.filter((each) => each.kind === mutants.of).map((each) => withoutScore(each.name));
    if (!lost.some((each) => each.verdict === verdict && each.detail === detail)) {
      refuse("expected how many mutants were caught");
    }
    return;
  }
  const { caught, total, survivors } = item.mutants;
  if (total !== mutants.total || caught + survivors.length !== total) refuse(`there are ${mutants.total} mutants`);
  const foreign = survivors.find((each) => !mutants.changes.has(changeOf(each)));
  if (foreign !== undefined) refuse(`${shown(changeOf(foreign), 80)} is not one of its mutants`);
  const again = findingOfScore(item.mutants);
  if (verdict !== again.verdict || detail !== again.detail) refuse(`its mutants amount to ${again.verdict}`);
}
