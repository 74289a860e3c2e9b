import type { Check, Claim, EvidenceKind } from "../evidence/index.ts";
import { POWER, SUITE_ERROR_RATE } from "../statistics/index.ts";
import { DEFAULTS, type EvidenceItem, type Report } from "../run/index.ts";

/** What each kind of evidence is called, and what it does, in a sentence. */
export const evidenceWords: Readonly<Record<EvidenceKind, { readonly name: string; readonly does: string }>> = {
  derivation: {
    name: "Derivation",
    does: "Exact algebra, step by step: each step is decided in integer arithmetic, for every number of modes and all values of the symbols.",
  },
  certificate: {
    name: "Certificate",
    does: "Inequalities proved at the stated parameters, or on a box of them, in interval arithmetic that rounds outward.",
  },
  simulation: {
    name: "Simulation",
    does: "Labels are drawn, the stated problems are solved directly and errors are measured; no closed form is used.",
  },
  trial: {
    name: "Trial",
    does: "Labels are drawn and the stated problems solved directly; what the claim says of every draw is looked at in each, to within bounds on rounding.",
  },
  experiment: {
    name: "Experiment",
    does: "Real data, with labels corrupted again and again: the differences that the claim names are measured in pairs, and judged by their confidence intervals.",
  },
  property: {
    name: "Property",
    does: "The statement is tried on random problems against direct fits, to within a derived bound on rounding; one that failed would be shrunk and shown.",
  },
  counterexample: {
    name: "Counterexample",
    does: "A hypothesis is taken away, and the smallest problem that was found on which the statement then fails shows that it is needed.",
  },
  mutation: {
    name: "Broken on purpose",
    does: "Every formula is broken in each of its places, one at a time, and every broken one must be noticed; what a kind of evidence cannot see is excused by a computed reason alone.",
  },
};

/** The order in which kinds are shown. */
export const shownKinds = Object.keys(evidenceWords) as EvidenceKind[];

/** How sure the statistical comparisons of a claim's simulations are; null where it makes none. */
export function surety(checks: readonly Check[], margin: number): string | null {
  const comparisons = checks.reduce((sum, check) => sum + check.comparisons, 0);
  if (comparisons === 0) return null;
  return `An estimate supports its closed form only if its whole confidence interval lies within the margin, ${percent(margin)} of its scale. The intervals of all simulations of the theory together miss with probability at most ${powerOfTen(SUITE_ERROR_RATE)}, and each simulation has as many replicates as let it pass at its first look with probability ${percent(POWER)} if the closed form is right.`;
}

/** What decides how a run goes. */
export interface RunSettings extends Pick<Report, "seed" | "margin"> {
  /** The module that the claims come from; undefined for the project's own. */
  readonly claimsFile: string | undefined;
}

/** The kinds of evidence that were gathered for a claim; null where they are all that it has, or none. */
export function gathered(claim: Claim, evidence: readonly EvidenceItem[]): EvidenceKind[] | null {
  const kinds = shownKinds.filter((kind) => evidence.some((item) => item.kind === kind));
  const isLeftOut = (kind: EvidenceKind): boolean => !kinds.includes(kind);
  const hasMutants = claim.checks.some(({ covers }) => covers.length > 0);
  const isPartial = claim.checks.some(({ kind }) => isLeftOut(kind)) || (hasMutants && isLeftOut("mutation"));
  return isPartial && kinds.length > 0 ? kinds : null;
}

/** The command that checks this again, with the same draws: these kinds of evidence, or all for null. */
export function replay(
  claim: string,
  kinds: readonly EvidenceKind[] | null,
  { seed, margin, claimsFile }: RunSettings,
): string {
  const file = claimsFile === undefined ? "" : ` --claims ${inShell(claimsFile)}`;
  const evidence = kinds === null ? "" : ` --evidence ${kinds.join(",")}`;
  const how = margin === DEFAULTS.margin ? "" : ` --margin ${margin}`;
  return `npx sd-theorems check ${claim}${file}${evidence} --seed ${seed}${how}`;
}

// A word of a shell's command: quoted where it has to be.
function inShell(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** Mutants caught, of how many, over all kinds of evidence of these items. */
export function mutantsOf(items: readonly EvidenceItem[]): { readonly caught: number; readonly of: number } {
  const scores = items.flatMap(({ mutants }) => mutants ?? []);
  return scores.reduce((sum, { caught, total }) => ({ caught: sum.caught + caught, of: sum.of + total }), {
    caught: 0,
    of: 0,
  });
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(6))} %`;
}

function powerOfTen(value: number): string {
  const exponent = String(Math.round(Math.log10(value)));
  return `10${exponent.replaceAll(/./g, (digit) => SUPERSCRIPTS[digit]!)}`;
}

const SUPERSCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from("-0123456789", (digit, i) => [digit, "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(i)]),
);
