import { createHash } from "node:crypto";
import { type ProofAssistant, Rechecks } from "../../../coq/index.ts";
import { packageVersion } from "../../../data/index.ts";
import {
  type CheckKind,
  type Claim,
  type Engine,
  type EvidenceKind,
  describeScore,
  type MutationScore,
  mutationScore,
  uncoveredFormulas,
  type Verdict,
  verdictOfScore,
} from "../../../evidence/index.ts";
import { type Build, buildOf } from "../../build/index.ts";
import type { CheckResult } from "./task.ts";
import type { ClaimSource } from "../../claims/claim-source.ts";
import { ownClaims } from "../../claims/own-claims.ts";
import { DEFAULTS } from "../../defaults.ts";
import { type Outcome, succeeded } from "../../outcome.ts";
import { standings, summaryOf } from "./verdicts.ts";

/** What is checked. */
export interface CheckPlan {
  /** What is checked; a claim comes after those it depends on. */
  readonly claims: readonly Claim[];
  /** Where they come from, as `loadClaims` gives it; absent for the project's own. */
  readonly source?: ClaimSource;
  /** Which kinds of evidence count. */
  readonly evidence: readonly EvidenceKind[];
  /** Integer from 0 to 2⁵³ − 1. */
  readonly seed: number;
  /** Relative margin of the equivalence tests, between 0 and 1. */
  readonly margin: number;
  /** How simulations measure errors; spectral by default. */
  readonly engine?: Engine;
}

/** A piece of evidence for a claim: a check's, or the mutation score of all checks of one kind. */
export interface EvidenceItem {
  /** Which kind of evidence it is. */
  readonly kind: EvidenceKind;
  /** The check's name. */
  readonly name: string;
  /** What it says of the claim. */
  readonly verdict: Verdict;
  /** What the verdict rests on, in a sentence. */
  readonly detail: string;
  /** The hypothesis that a counterexample does without. */
  readonly without?: string | undefined;
  /** The kind of the checks that a mutation score is of. */
  readonly of?: CheckKind | undefined;
  /** A mutation score; absent where there is none, as a check was not carried out. */
  readonly mutants?: MutationScore | undefined;
  /** How long it took. */
  readonly seconds: number;
}

/** What was found out about one claim. */
export interface ClaimReport {
  /** Which claim, as `theory/claim`. */
  readonly id: string;
  /** In one line. */
  readonly title: string;
  /** The publication and the idea in it. */
  readonly source: string;
  /** The worst of its evidence and of the claims it depends on, as far as checked; inconclusive without evidence. */
  readonly verdict: Verdict;
  /** The ids it waits for: of claims it rests on that were not checked in this run, or not found to be supported as yet. */
  readonly conditional: readonly string[];
  /** The ids it falls with: of claims it rests on that make its verdict worse than its own evidence does. */
  readonly fallsWith: readonly string[];
  /** Every piece of evidence. */
  readonly evidence: readonly EvidenceItem[];
  /** Formulas of its book that no check of any claim covers, whether asked for or not: they may be wrong. */
  readonly uncovered: readonly string[];
  /** How many derivation steps a proof assistant has accepted, as recorded; null where they have not been rechecked. */
  readonly proofAssistant: ProofAssistant | null;
}

/** What a run found out. `digest` is a hash of what was found: the same for the same seed. */
export interface Report {
  /** Of the form of reports. */
  readonly schema: 1;
  /** This package's. */
  readonly version: string;
  /** What made it. */
  readonly build: Build;
  /** The seed that all draws came from. */
  readonly seed: number;
  /** Relative margin of the equivalence tests. */
  readonly margin: number;
  /** How simulations measured errors. */
  readonly engine: Engine;
  /** In the order they were given. */
  readonly claims: readonly ClaimReport[];
  /** How many claims have each verdict. */
  readonly summary: Readonly<Record<Verdict, number>>;
  /** SHA-256 of what was found: of everything but times and what made it (schema, version and build). It is no signature. */
  readonly digest: string;
}

/** A check and what became of it. */
export interface Performed {
  readonly claim: Claim;
  readonly check: Claim["checks"][number];
  readonly outcome: Outcome<CheckResult>;
}

/** What all checks of a run amount to. */
export function reportOf(
  plan: CheckPlan,
  performed: readonly Performed[],
  proofAssistants: ReadonlyMap<Claim, ProofAssistant | null>,
): Report {
  const evidenceFor = (claim: Claim): readonly EvidenceItem[] =>
    evidenceOf(
      performed.filter((each) => each.claim === claim),
      plan.evidence,
    );
  return concluded(plan, evidenceFor, proofAssistants);
}

/** What the evidence for each claim amounts to: all that a report says besides. */
export function concluded(
  { claims, source: from = ownClaims, seed, margin, engine = DEFAULTS.engine }: Omit<CheckPlan, "evidence">,
  evidenceFor: (claim: Claim) => readonly EvidenceItem[],
  proofAssistants: ReadonlyMap<Claim, ProofAssistant | null>,
): Report {
  const among = knownClaims(claims, from.claims);
  const found = new Map(claims.map((claim) => [claim.id, evidenceFor(claim)]));
  const standing = standings(among, found);
  const reports = claims.map((claim) => {
    const { id, title, source } = claim;
    return {
      id,
      title,
      source,
      ...standing.get(id)!,
      evidence: found.get(id)!,
      uncovered: uncoveredFormulas(claim, among),
      proofAssistant: proofAssistants.get(claim) ?? null,
    };
  });
  const content = {
    schema: 1 as const,
    version: packageVersion(),
    build: buildOf(from.named.claimsSha256),
    seed,
    margin,
    engine,
    claims: reports,
    summary: summaryOf(reports),
  };
  return { ...content, digest: digestOf(content) };
}

// Those that are not checked in this run as well, so that what is said of a claim does not depend on what else is checked.
function knownClaims(given: readonly Claim[], all: readonly Claim[]): Claim[] {
  const known = all.map((claim) => given.find(({ id }) => id === claim.id) ?? claim);
  return [...known, ...given.filter((claim) => !known.includes(claim))];
}

function evidenceOf(performed: readonly Performed[], evidence: readonly EvidenceKind[]): EvidenceItem[] {
  return [
    ...performed.filter(({ check }) => evidence.includes(check.kind)).map(itemOf),
    ...(evidence.includes("mutation") ? mutationItems(performed) : []),
  ];
}

function itemOf({ check: { kind, name, without }, outcome }: Performed): EvidenceItem {
  const dropped = without === undefined ? {} : { without };
  if (!succeeded(outcome)) {
    const detail = `${NOT_CARRIED_OUT}${outcome.failed}`;
    return { kind, name, verdict: "inconclusive", detail, ...dropped, seconds: 0 };
  }
  const { finding, seconds } = outcome.result;
  return { kind, name, ...finding, ...dropped, seconds };
}

/** What the detail of a check begins with that has no finding. */
export const NOT_CARRIED_OUT = "not carried out: ";

function mutationItems(performed: readonly Performed[]): EvidenceItem[] {
  const kinds = [...new Set(performed.map(({ check }) => check.kind))];
  return kinds.flatMap((kind) => {
    const ofKind = performed.filter(({ check }) => check.kind === kind);
    const results = ofKind.flatMap(({ outcome }) => (succeeded(outcome) ? [outcome.result] : []));
    const lost = ofKind.find(({ check, outcome }) => check.covers.length > 0 && !succeeded(outcome));
    const mutants = results.flatMap((result) => result.mutants);
    if (mutants.length === 0 && lost === undefined) return [];
    const seconds = results.reduce((sum, { mutationSeconds }) => sum + mutationSeconds, 0);
    // What the others miss, or excuse, the lost check might have caught.
    const score = lost === undefined ? mutationScore(mutants) : null;
    const finding = score === null ? withoutScore(lost!.check.name) : findingOfScore(score);
    return [
      {
        kind: "mutation" as const,
        name: mutationName(kind),
        ...finding,
        of: kind,
        ...(score && { mutants: score }),
        seconds,
      },
    ];
  });
}

/** What the mutation score of a kind of checks is called. */
export function mutationName(kind: CheckKind): string {
  return `${kind}, broken on purpose`;
}

/** The verdict of a mutation score, with what it rests on in words. */
export function findingOfScore(score: MutationScore): Pick<EvidenceItem, "verdict" | "detail"> {
  return { verdict: verdictOfScore(score), detail: describeScore(score) };
}

/** The same of a kind of checks that has no score, as the check of this name was not carried out. */
export function withoutScore(lost: string): Pick<EvidenceItem, "verdict" | "detail"> {
  return { verdict: "inconclusive", detail: `no score without what was not carried out: ${lost}` };
}

/** What a proof assistant is on record to have accepted of each claim. */
export function proofAssistantsOf(claims: readonly Claim[]): ReadonlyMap<Claim, ProofAssistant | null> {
  const rechecks = new Rechecks();
  return new Map(claims.map((claim) => [claim, rechecks.of(claim)]));
}

/** What made a report, as distinct from what was found: a release, or a formula written in another way, moves no digest. */
const MADE_BY: ReadonlySet<string> = new Set(["schema", "version", "build"]);

/** The SHA-256 of what a report says was found, as JSON: without times and without what made it. */
export function digestOf(content: Omit<Report, "digest">): string {
  const found = Object.entries(content).filter(([field]) => !MADE_BY.has(field));
  const untimed = JSON.stringify(Object.fromEntries(found), (key, value: unknown) =>
    key === "seconds" ? undefined : value,
  );
  return createHash("sha256").update(untimed).digest("hex");
}
