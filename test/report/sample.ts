import { claims } from "../../proofs/index.ts";
import type { EvidenceKind, Verdict } from "../../src/evidence/index.ts";
import { htmlReport } from "../../src/report/page.ts";
import { check, type ClaimReport, type Report, standings, summaryOf } from "../../src/run/index.ts";

/*
 * Reports of real, cheap runs, each made once for all tests. Times are left out: they differ from run to run.
 */

/** Every claim, by its derivations alone. */
export const derivations = once(() =>
  run(
    claims.map(({ id }) => id),
    ["derivation"],
  ),
);

/** The first two claims, by all kinds of evidence. */
export const everything = once(() =>
  run(
    ["ridge/student-estimator", "ridge/path-tangent"],
    ["derivation", "simulation", "trial", "property", "counterexample", "mutation"],
  ),
);

/**
 * A report with a bit of everything: the first two claims as if a trial had spoken against the first one and a property had not decided
 * the second; two claims with pictures of which one rests on those; and one that rests on what was not checked.
 */
export const mixed = once((): Report => {
  const [first, second] = everything().claims as [ClaimReport, ClaimReport];
  const only = (id: string): ClaimReport => derivations().claims.find((claim) => claim.id === id)!;
  const found = [
    spoiled(first, "trial", "refuted"),
    spoiled(second, "property", "inconclusive"),
    only("ridge/two-modes"),
    only("logistic/student-threshold"),
  ];
  return settled({ ...derivations(), claims: found });
});

/** A report with the verdicts that follow from its evidence, whatever it said. */
export function settled(report: Report): Report {
  const standing = standings(claims, new Map(report.claims.map(({ id, evidence }) => [id, evidence])));
  const found = report.claims.map((claim) => ({ ...claim, ...standing.get(claim.id)! }));
  return { ...report, claims: found, summary: summaryOf(found) };
}

/** The page of all claims, without pictures. */
export const pageOfDerivations = once(() => htmlReport(derivations(), { claims, figures: [] }));

function spoiled(claim: ClaimReport, kind: EvidenceKind, verdict: Verdict): ClaimReport {
  const evidence = claim.evidence.map((item) =>
    item.kind === kind ? { ...item, verdict, detail: "measured 1 ± 0.1, closed form 2" } : item,
  );
  return { ...claim, evidence };
}

function run(ids: readonly string[], evidence: readonly EvidenceKind[]): Report {
  const { claims: found, ...rest } = check(
    claims.filter(({ id }) => ids.includes(id)),
    { evidence },
  );
  const untimed = (claim: ClaimReport): ClaimReport => ({
    ...claim,
    evidence: claim.evidence.map((item) => ({ ...item, seconds: 0 })),
  });
  return { ...rest, claims: found.map(untimed) };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
