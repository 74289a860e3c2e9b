import type { Book } from "../formula/index.ts";
import { equivalence, type Equivalence, type Estimate, intervalHalfWidth, LOOKS } from "../statistics/index.ts";
import { type Check, type Context, type Finding, type Notice, worst } from "./claim.ts";

/** An estimate to hold against a closed form. */
export interface Comparison {
  /** What was estimated, where: `error at λ = 1, ξ = 2`. */
  readonly what: string;
  /** What was estimated, with its standard error. */
  readonly estimate: Estimate;
  /** What the closed form says it is. */
  readonly expected: number;
  /** Absolute margin of the equivalence test. */
  readonly margin: number;
}

/** A simulation under way. */
export interface Replication {
  /** Adds replicates until there are this many. */
  readonly extend: (replicates: number) => void;
  /** How many replicates settle every comparison, as far as the first ones tell; taken up to a whole number of pilots. */
  readonly plan: (book: Book, halfWidth: number) => number;
  /** The estimates so far beside what a book says of them. */
  readonly compare: (book: Book) => readonly Comparison[];
}

/** What a simulation consists of. */
export interface Simulation {
  /** What is simulated, in words. */
  readonly name: string;
  /** The formulas that it would show to be wrong. */
  readonly covers: readonly string[];
  /** How many comparisons `compare` makes, at least 1: what all simulations make together decides how wide an interval is. */
  readonly comparisons: number;
  /** How long it takes compared with other checks, roughly; 0 where it hardly matters. */
  readonly effort: number;
  /** Starts it, with no replicates yet; equal contexts draw the same. */
  readonly start: (context: Context) => Replication;
}

/** Replicates of the pilot that planning may look at; they are part of the simulation. */
export const PILOT = 4096;

/** No simulation is planned with more replicates than this: a margin that needs more stays inconclusive. */
export const MOST_PLANNED = 2 ** 21;

/**
 * Evidence by simulation: every estimate must be equivalent to its closed form, within the margin. A pilot of `PILOT`
 * replicates plans how many there are; all comparisons of a suite share one error rate.
 *
 * @param book with the formulas that are compared.
 * @param simulation what is drawn and compared.
 * @throws RangeError where `comparisons` is no count; when examined, where `compare` makes another number of them.
 */
export function simulation(book: Book, { name, covers, comparisons, effort, start }: Simulation): Check {
  const called = `the simulation ${JSON.stringify(name)}`;
  if (!Number.isSafeInteger(comparisons) || comparisons < 1) {
    throw new RangeError(`${called} has comparisons ${String(comparisons)}; expected an integer of at least 1`);
  }
  return {
    kind: "simulation",
    name,
    covers,
    comparisons,
    effort,
    run: (context) => {
      const z = intervalHalfWidth(context.suiteComparisons);
      const replication = start(context);
      const compare = (written: Book): readonly Comparison[] => {
        const made = replication.compare(written);
        if (made.length === comparisons) return made;
        throw new RangeError(`${called} states ${comparisons} as its comparisons and makes ${made.length}`);
      };
      replication.extend(PILOT);
      requireNumbers(compare(book), called); // before `plan`, which may compare as well
      const wanted = replication.plan(book, z);
      if (Number.isNaN(wanted)) throw new RangeError(`${called} plans NaN replicates`);
      const planned = Math.min(wholePilots(wanted), MOST_PLANNED);
      let replicates = planned;
      for (const look of LOOKS) {
        replicates = planned * look;
        replication.extend(replicates);
        if (!tests(compare(book), z).some(({ verdict }) => verdict === "inconclusive")) break;
      }
      const expected = compare(book);
      requireNumbers(expected, called);
      return {
        finding: describe(expected, tests(expected, z), replicates, context.margin),
        notices: (broken) => noticeOf(expected, compare(broken), z),
      };
    },
  };
}

/** Of the right formulas: what is no number, or has no bounds, can be compared with nothing, and supports and refutes nothing. */
function requireNumbers(comparisons: readonly Comparison[], called: string): void {
  for (const { what, estimate, expected, margin } of comparisons) {
    const { value, standardError } = estimate;
    for (const [name, given] of Object.entries({ value, standardError, expected, margin })) {
      const isSize = name === "standardError" || name === "margin";
      if (Number.isFinite(given) && (!isSize || given >= 0)) continue;
      throw new RangeError(
        `${called}, ${what}, has the ${name} ${String(given)}; expected a ${isSize ? "size" : "number"}`,
      );
    }
  }
}

function wholePilots(replicates: number): number {
  return Math.max(1, Math.ceil(replicates / PILOT)) * PILOT;
}

function tests(comparisons: readonly Comparison[], z: number): Equivalence[] {
  return comparisons.map(({ estimate, expected, margin }) => equivalence(estimate, expected, margin, z));
}

function describe(
  comparisons: readonly Comparison[],
  results: readonly Equivalence[],
  replicates: number,
  margin: number,
): Finding {
  const verdict = worst(results.map((result) => result.verdict));
  const many = `${replicates.toLocaleString("en")} replicates`;
  if (verdict === "supported") {
    const used = Math.max(...results.map(({ deviation }, i) => deviation / comparisons[i]!.margin));
    const detail = `${results.length} estimates equivalent at a margin of ${percent(margin)}, ${many}`;
    return { verdict, detail: `${detail}; the farthest uses ${percent(used)} of its margin` };
  }
  const which = results.findIndex((result) => result.verdict === verdict);
  const { what, estimate, expected, margin: allowed } = comparisons[which]!;
  const { halfWidth, factorNeeded } = results[which]!;
  const interval = `${show(estimate.value)} ± ${show(halfWidth)}`;
  const comparison = `${what}: measured ${interval}, closed form ${show(expected)}, margin ± ${show(allowed)}, ${many}`;
  const needed = `about ${(replicates * factorNeeded).toLocaleString("en")} would settle it`;
  return { verdict, detail: verdict === "refuted" ? comparison : `${comparison}; ${needed}` };
}

// A mutant that no comparison refutes is excused only if it moves none by more than an interval of this width can show.
function noticeOf(original: readonly Comparison[], broken: readonly Comparison[], z: number): Notice {
  const results = tests(broken, z);
  if (results.some(({ verdict }) => verdict === "refuted")) return { noticed: true };
  const visible = broken.map((comparison, i) => {
    const change = Math.abs(comparison.expected - original[i]!.expected);
    return {
      change: change / comparison.margin,
      needed: (comparison.margin + 2 * results[i]!.halfWidth) / comparison.margin,
    };
  });
  if (visible.some(({ change, needed }) => change > needed)) return { noticed: false, because: null };
  const largest = visible.reduce((most, each) => (each.change / each.needed > most.change / most.needed ? each : most));
  if (largest.change === 0) return { noticed: false, because: "every closed form that is compared stays the same" };
  const seen = `it moves no estimate by more than ${percent(largest.change)} of its margin`;
  return { noticed: false, because: `${seen}, and ${percent(largest.needed)} is needed to be sure to see it` };
}

function percent(ratio: number): string {
  return `${Number((100 * ratio).toPrecision(2))} %`;
}

function show(value: number): string {
  return String(Number(value.toPrecision(6)));
}
