import fc from "fast-check";
import { expect, test } from "vitest";
import { InvalidInput } from "../../../../src/data/index.ts";
import { requireConsistent } from "../../../../src/run/kinds/check/consistent.ts";
import { type ClaimReport, type EvidenceItem, ownClaims, type Report } from "../../../../src/run/index.ts";
import { derivations, everything } from "../../../report/sample.ts";

type Change = (report: Report) => Report;

/** A change to one claim of a report, the first by default. */
const claim =
  (change: (claim: ClaimReport) => object, at = 0): Change =>
  (report) => ({
    ...report,
    claims: report.claims.map((each, i) => (i === at ? { ...each, ...change(each) } : each)),
  });

/** A change to the evidence that is picked, in the first claim. */
const evidence = (isPicked: (item: EvidenceItem) => boolean, change: (item: EvidenceItem) => object): Change =>
  claim(({ evidence: items }) => ({
    evidence: items.map((item) => (isPicked(item) ? { ...item, ...change(item) } : item)),
  }));

const isMutation = ({ kind }: EvidenceItem): boolean => kind === "mutation";
const first = ({ name }: EvidenceItem): boolean => name === everything().claims[0]!.evidence[0]!.name;

test("reports of real runs are consistent, of all kinds of evidence and of one", () => {
  requireConsistent(everything(), ownClaims);
  requireConsistent(derivations(), ownClaims);
});

const lies: readonly (readonly [what: string, change: Change, message: string])[] = [
  ["no claims", (report) => ({ ...report, claims: [] }), "it is about no claim"],
  ["a claim twice", (report) => ({ ...report, claims: [...report.claims, report.claims[0]!] }), "is in it twice"],
  ["a claim that there is not", claim(() => ({ id: "ridge/none" })), "there is no claim ridge/none"],
  [
    "claims in an order that loses what one rests on",
    (report) => ({ ...report, claims: report.claims.toReversed() }),
    "on which it depends",
  ],
  ["another verdict", claim(() => ({ verdict: "refuted" })), 'has the verdict "refuted", and its evidence amounts to'],
  ["another title", claim(() => ({ title: "Better" })), 'has the title "Better"'],
  ["another source", claim(() => ({ source: "Better" })), 'has the source "Better"'],
  ["formulas that are covered", claim(() => ({ uncovered: ["bias"] })), "has the uncovered "],
  ["a proof assistant that says more", claim(() => ({ proofAssistant: null })), "has the proofAssistant null"],
  [
    "another count",
    (report) => ({ ...report, summary: { ...report.summary, supported: 26 } }),
    'the report has the summary {"supported":26',
  ],
  ["no evidence", claim(() => ({ evidence: [] })), "lacks its evidence"],
  ["evidence less", claim(({ evidence: [, ...rest] }) => ({ evidence: rest })), "lacks its evidence"],
  [
    "a mutation score less",
    claim(({ evidence: items }) => ({ evidence: items.filter((item) => !isMutation(item)) })),
    'lacks its evidence "mutation: ',
  ],
  [
    "evidence twice",
    claim(({ evidence: items }) => ({ evidence: [...items, items[0]] })),
    "has evidence that none of its checks gives",
  ],
  ["evidence of another name", evidence(first, () => ({ name: "x" })), "has evidence that none of its checks gives"],
  [
    "evidence of another kind",
    evidence(first, () => ({ kind: "experiment" })),
    "has evidence that none of its checks gives",
  ],
  [
    "evidence that speaks against a claim that is supported",
    evidence(first, () => ({ verdict: "refuted" })),
    "and its evidence amounts to",
  ],
  [
    "a verdict of what was not carried out",
    evidence(first, () => ({ detail: "not carried out: it hung" })),
    "it was not carried out, so it is inconclusive",
  ],
  [
    "a score in words alone",
    evidence(isMutation, () => ({ mutants: undefined })),
    "expected how many mutants were caught",
  ],
  [
    "other words for its score",
    evidence(isMutation, () => ({ detail: "all caught" })),
    "its mutants amount to supported",
  ],
  ["a score of other checks", evidence(isMutation, () => ({ of: "experiment" })), "its mutants are of"],
  [
    "mutants that there are not",
    evidence(isMutation, () => ({ mutants: { caught: 9999, total: 9999, survivors: [] } })),
    "there are ",
  ],
  [
    "mutants that are neither caught nor survive",
    evidence(isMutation, ({ mutants }) => ({ mutants: { ...mutants!, caught: 0, survivors: [] } })),
    "there are ",
  ],
  [
    "a survivor that is no mutant",
    evidence(isMutation, ({ mutants }) => ({
      mutants: {
        ...mutants!,
        caught: mutants!.total - 1,
        survivors: [{ formula: "x", change: "y", because: "none" }],
      },
    })),
    '"x: y" is not one of its mutants',
  ],
  [
    "a score of what was not broken",
    evidence(first, () => ({ mutants: { caught: 0, total: 0, survivors: [] } })),
    "it has mutants, and is not a mutation score",
  ],
  [
    "a hypothesis done without",
    evidence(first, () => ({ without: "λ > 0" })),
    "the hypothesis it does without is undefined",
  ],
];

test.each(lies)("a report with %s contradicts itself", (_, change, message) => {
  const report = change(everything());
  expect(() => requireConsistent(report, ownClaims)).toThrow(InvalidInput);
  expect(() => requireConsistent(report, ownClaims)).toThrow(message);
});

test("whatever verdicts and counts are put into it, a report passes only with those that follow from its evidence", () => {
  const verdict = fc.constantFrom("supported", "inconclusive", "refuted");
  const report = derivations();
  fc.assert(
    fc.property(fc.nat(report.claims.length - 1), verdict, verdict, fc.nat(30), (at, ofClaim, ofItem, supported) => {
      const [item, ...rest] = report.claims[at]!.evidence;
      fc.pre(item !== undefined);
      const lie = claim(() => ({ verdict: ofClaim, evidence: [{ ...item, verdict: ofItem }, ...rest] }), at)(report);
      const counted = { ...lie, summary: { ...lie.summary, supported } };
      const isTrue = ofItem === "supported" && ofClaim === "supported" && supported === report.summary.supported;
      if (isTrue) requireConsistent(counted, ownClaims);
      else if (supported !== report.summary.supported || ofClaim !== ofItem) {
        expect(() => requireConsistent(counted, ownClaims)).toThrow(InvalidInput);
      }
    }),
    { numRuns: 15 },
  );
});
