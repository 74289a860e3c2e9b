import type { Book } from "../formula/index.ts";
import type { Derivation } from "./derivation.ts";
import type { Catch } from "./hunt.ts";

export const evidenceKinds = [
  "derivation",
  "certificate",
  "simulation",
  "experiment",
  "property",
  "counterexample",
  "mutation",
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Supported is positive: "not rejected" is inconclusive. */
export type Verdict = "supported" | "refuted" | "inconclusive";

/** The outcome of one piece of evidence, and what it rests on in a sentence. */
export interface Finding {
  readonly verdict: Verdict;
  readonly detail: string;
}

/** A statement of the theory and the checks that bear on it. A file under proofs/ holds each. */
export interface Claim {
  /** `theory/claim`, such as `ridge/optimal-xi`. */
  readonly id: string;
  readonly title: string;
  /** The publication and the idea in it; "new here" where there is none. */
  readonly source: string;
  /** In the words of the field, with the formulas' names. */
  readonly statement: string;
  readonly hypotheses: readonly string[];
  /** Claims that this one builds on: it is supported only if they are. */
  readonly dependsOn: readonly string[];
  readonly book: Book;
  readonly checks: readonly Check[];
  /** Where the claim says that something exists: how to find examples of it. */
  readonly searches?: readonly Search[];
}

/** A search among random problems, which shows what it finds as a command. */
export interface Search {
  readonly name: string;
  readonly hunt: (context: Pick<Context, "claim" | "seed">, tries: number) => Catch<string>;
}

/** Whether simulations fit every student to every draw (direct), or take the shortcuts that a claim shows to be right. */
export const engines = ["spectral", "direct"] as const;
export type Engine = (typeof engines)[number];

/** What a run fixes for all its checks. */
export interface Context {
  readonly claim: string;
  readonly seed: number;
  /** Relative margin of the equivalence tests, such as 0.01. */
  readonly margin: number;
  readonly engine: Engine;
  /** How many comparisons all simulations of the suite make together: they share one error rate. */
  readonly suiteComparisons: number;
}

/** A way to check a claim. */
export interface Check {
  readonly kind: Exclude<EvidenceKind, "mutation">;
  readonly name: string;
  /** The formulas that this check would show to be wrong: each is broken on purpose to see that it does. */
  readonly covers: readonly string[];
  /** Estimates compared with closed forms; 0 for a deterministic check. */
  readonly comparisons: number;
  /** How long it takes compared with others, roughly: long ones are started first. 0 where it hardly matters. */
  readonly effort: number;
  /** What a derivation's steps are, for whoever wants to read or recheck them. */
  readonly derivation?: Derivation;
  /** Looks among this many random problems for one that speaks against the claim; found ones are shown as commands. */
  readonly hunt?: Search["hunt"];
  /** The hypothesis that a counterexample takes away, as the claim lists it. */
  readonly without?: string;
  readonly examine: (context: Context) => Examination;
}

/** A check carried out: its finding, and a way to hold what was measured against a book with a broken formula. */
export interface Examination {
  readonly finding: Finding;
  readonly judge: (broken: Book) => Judgement;
}

/** Whether a broken formula was noticed; if not, `blind` says why no check of this kind could, or is null. */
export type Judgement = { readonly caught: true } | { readonly caught: false; readonly blind: string | null };

/** Whether the kind named is one. */
export function isEvidenceKind(name: string): name is EvidenceKind {
  return (evidenceKinds as readonly string[]).includes(name);
}

/** Refuted if anything is, else inconclusive if anything is. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("refuted")) return "refuted";
  return verdicts.includes("inconclusive") ? "inconclusive" : "supported";
}
