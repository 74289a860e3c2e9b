import type { Book } from "../formula/index.ts";
import { type PairedInterval, pairedInterval, pairsToSettle } from "../statistics/index.ts";
import { type Check, type Context, type Finding, worst } from "./claim.ts";

/** A difference that a claim says is positive, as it was measured. */
export interface Measured {
  /** What was compared, where: `digits, 50 % corrupted: ξ = 3 against ξ = 1`. */
  readonly what: string;
  /** By repeat; independent of each other. */
  readonly differences: readonly number[];
}

/** What an experiment consists of. */
export interface Experiment {
  /** What is measured, in words. */
  readonly name: string;
  /** How long it takes compared with other checks, roughly; 0 where it hardly matters. */
  readonly effort: number;
  /** What the differences count: `percentage points`. */
  readonly unit: string;
  /** Carries the experiment out. The repeats' draws depend on the context alone. */
  readonly measure: (context: Pick<Context, "claim" | "seed">) => readonly Measured[];
}

/**
 * The probability that the interval of one difference misses its mean, on either side. All of a claim's differences must be
 * seen to be positive: if one is not, the claim is supported all the same with at most half this probability.
 */
export const EXPERIMENT_ERROR_RATE = 5e-3;

/**
 * Evidence by experiment on real data, where there is no closed form to compare with: supported where every difference that the
 * claim says is positive has its whole paired interval above zero, refuted where one has it below, else inconclusive.
 *
 * It covers no formula: that the experiment does what the formulas say is for other checks of the same claim to show.
 */
export function experiment({ name, effort, unit, measure }: Experiment): Check {
  return {
    kind: "experiment",
    name,
    covers: [],
    comparisons: 0,
    effort,
    run: (context) => ({
      finding: findingOf(measure(context), unit),
      notices: (_broken: Book) => ({ noticed: false, because: "it measures, and uses no formula" }),
    }),
  };
}

/** What the measured differences amount to. */
export function findingOf(measured: readonly Measured[], unit: string): Finding {
  if (measured.length === 0) throw new RangeError("nothing was measured; expected at least one difference");
  const results = measured.map(({ what, differences }) => {
    const interval = pairedInterval(differences, EXPERIMENT_ERROR_RATE);
    return { what, interval, verdict: verdictOf(interval) };
  });
  const verdict = worst(results.map((result) => result.verdict));
  const level = `${100 * (1 - EXPERIMENT_ERROR_RATE)} % intervals`;
  if (verdict === "supported") {
    const closest = results.reduce((least, each) => (each.interval.lower < least.interval.lower ? each : least));
    const many = `${results.length} ${results.length === 1 ? "difference is" : "differences are"} positive, by ${level}`;
    return { verdict, detail: `${many}; the closest to zero is ${closest.what}: ${show(closest.interval, unit)}` };
  }
  const { what, interval } = results.find((result) => result.verdict === verdict)!;
  const said = `${what}: ${show(interval, unit)}, by ${level}`;
  if (verdict === "refuted") return { verdict, detail: `${said}; it should be positive` };
  const needed = pairsToSettle(interval, EXPERIMENT_ERROR_RATE);
  const settle = needed === null ? "no number of repeats is seen to settle it" : `about ${needed} would settle it`;
  return { verdict, detail: `${said}; ${settle}` };
}

function verdictOf({ lower, upper }: PairedInterval): Finding["verdict"] {
  if (lower > 0) return "supported";
  return upper < 0 ? "refuted" : "inconclusive";
}

function show({ mean, lower, upper, pairs }: PairedInterval, unit: string): string {
  const [at, from, to] = [mean, lower, upper].map((value) => Number(value.toPrecision(3)));
  return `${at} ${unit}, in [${from}, ${to}], ${pairs} repeats`;
}
