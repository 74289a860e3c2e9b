import type { Book } from "../formula/index.ts";
import type { Derivation } from "./step.ts";
import type { SearchOutcome } from "./find-example.ts";

/** The kinds of checks, in the order in which they are reported. */
export const checkKinds = [
  "derivation",
  "certificate",
  "simulation",
  "experiment",
  "property",
  "counterexample",
] as const;
/** A kind of check. */
export type CheckKind = (typeof checkKinds)[number];

/** The kinds of evidence, in the order in which they are reported. */
export const evidenceKinds = [...checkKinds, "mutation"] as const;
/** A kind of evidence: that of a check, or `mutation`, the score of checks against formulas broken on purpose. */
export type EvidenceKind = (typeof evidenceKinds)[number];

/** All verdicts, the best first. */
export const verdicts = ["supported", "untested", "inconclusive", "refuted"] as const;

/**
 * Refuted: something speaks against it. Inconclusive: nothing decides. Untested: all that was found speaks for it, but it would
 * have done so with a wrong formula as well. Supported is positive: "not rejected" is inconclusive.
 */
export type Verdict = (typeof verdicts)[number];

/** The outcome of one piece of evidence, and what it rests on in a sentence. */
export interface Finding {
  /** What it says of the claim. */
  readonly verdict: Verdict;
  /** What the verdict rests on, in a sentence. */
  readonly detail: string;
}

/** A statement of the theory and the checks that bear on it. A file under proofs/ holds each. */
export interface Claim {
  /** `theory/claim`, such as `ridge/optimal-xi`. */
  readonly id: string;
  /** In one line. */
  readonly title: string;
  /** The publication and the idea in it; "new here" where there is none. */
  readonly source: string;
  /** In the words of the field, with the formulas' names. */
  readonly statement: string;
  /** What is assumed, each in words: a counterexample names the one that it takes away. */
  readonly hypotheses: readonly string[];
  /** Claims that this one builds on: it is supported only if they are. */
  readonly dependsOn: readonly string[];
  /** The closed forms that the claim and its checks are written in. */
  readonly book: Book;
  /** What bears on it, at least one. */
  readonly checks: readonly Check[];
  /** Where the claim says that something exists: how to find examples of it. */
  readonly searches?: readonly Search[];
}

/** The theory that a claim is of: what its id begins with. */
export function theoryOf({ id }: Pick<Claim, "id">): string {
  return id.slice(0, id.indexOf("/"));
}

/** A search among random problems, which shows what it finds as a command. */
export interface Search {
  /** What is looked for, in words. */
  readonly name: string;
  /** Tries so many random problems; equal claims and seeds find the same one. */
  readonly run: (context: Pick<Context, "claim" | "seed">, tries: number) => SearchOutcome<string>;
}

/** Whether simulations fit every student to every draw (direct), or take the shortcuts that a claim shows to be right. */
export const engines = ["spectral", "direct"] as const;
/** How simulations measure errors. */
export type Engine = (typeof engines)[number];

/** What a run fixes for all its checks. */
export interface Context {
  /** The id of the claim that is checked: random streams depend on it. */
  readonly claim: string;
  /** Integer from 0 to 2⁵³ − 1. */
  readonly seed: number;
  /** Relative margin of the equivalence tests, such as 0.01. */
  readonly margin: number;
  /** How simulations measure errors. */
  readonly engine: Engine;
  /** How many comparisons all simulations of the suite make together: they share one error rate. */
  readonly suiteComparisons: number;
}

/** A way to check a claim. */
export interface Check {
  /** Which kind of evidence it gives. */
  readonly kind: CheckKind;
  /** What is checked, in words; unique within the claim. */
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
  readonly search?: Search["run"];
  /** The hypothesis that a counterexample takes away, as the claim lists it. */
  readonly without?: string;
  /** Why it cannot be carried out in a book, as far as that is known before: in a sentence, or null. */
  readonly unreadable?: (book: Book) => string | null;
  /** Carries it out. Equal contexts give equal findings. */
  readonly run: (context: Context) => CheckRun;
}

/** A check carried out: its finding, and a way to hold what was measured against a book with a broken formula. */
export interface CheckRun {
  /** What was found with the formulas as they are. */
  readonly finding: Finding;
  /** Holds the same measurements against a book in which one formula is broken. */
  readonly notices: (broken: Book) => Notice;
}

/** Whether a broken formula was noticed; if not, `because` says why no check of this kind could, or is null. */
export type Notice = { readonly noticed: true } | { readonly noticed: false; readonly because: string | null };

/** Whether the kind named is one. */
export function isEvidenceKind(name: string): name is EvidenceKind {
  return (evidenceKinds as readonly string[]).includes(name);
}

/** The worst of all, supported where there are none. */
export function worst(all: readonly Verdict[]): Verdict {
  return verdicts.findLast((verdict) => all.includes(verdict)) ?? "supported";
}
