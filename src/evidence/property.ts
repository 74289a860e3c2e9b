import fc from "fast-check";
import type { Book } from "../formula/index.ts";
import { Streams } from "../random/index.ts";
import type { Check, Context, Finding } from "./claim.ts";
import { findExample, requireCount, requireSentence, type SearchOutcome } from "./find-example.ts";

/** What a property consists of. */
export interface Property<Problem, Measured, Reading> {
  /** What holds, in words. */
  readonly name: string;
  /** The formulas that it would show to be wrong. */
  readonly covers: readonly string[];
  /** What problems are drawn from. */
  readonly problems: fc.Arbitrary<Problem>;
  /** How many problems are tried. */
  readonly runs: number;
  /** What the direct computation gives for a problem; it knows no formula. */
  readonly measure: (problem: Problem) => Measured;
  /** The numeric reading of a book. */
  readonly read: (book: Book) => Reading;
  /** Null where the property holds, else a sentence saying what failed and by how much. */
  readonly violation: (problem: Problem, measured: Measured, reading: Reading) => string | null;
  /** The problem as text that a reader can feed back to the command line. */
  readonly show: (problem: Problem) => string;
}

/**
 * Evidence from a property that must hold for all problems: fast-check looks for one where it fails, and shrinks it. Where the
 * computation breaks down on one, and none fails, nothing is decided.
 *
 * @param book with the formulas it is about.
 * @throws RangeError where `runs` is no count.
 */
export function property<Problem, Measured, Reading>(
  book: Book,
  { name, covers, problems, runs, measure, read, violation, show }: Property<Problem, Measured, Reading>,
): Check {
  requireCount(runs, `the property ${JSON.stringify(name)} has runs`);
  const find = (context: Pick<Context, "seed" | "claim">, tries: number): Found<Problem> => {
    const reading = read(book);
    let broke: Breakdown<Problem> | null = null;
    const says = (problem: Problem): string | null => {
      try {
        return requireSentence(violation(problem, measure(problem), reading));
      } catch (error) {
        broke ??= { problem, reason: (error as Error).message };
        return null;
      }
    };
    const { tried, found } = findExample({ problems, tries, seed: seedFor(context, name), says });
    return { tried, found, broke };
  };
  return {
    kind: "property",
    name,
    covers,
    comparisons: 0,
    effort: 0,
    search: (context, tries) => {
      const { tried, found, broke } = find(context, tries);
      if (found === null && broke !== null) throw new Error(brokeDown(broke, show));
      return { tried, found: found === null ? null : { ...found, problem: show(found.problem) } };
    },
    run: (context) => {
      const finding = findingOf(find(context, runs), show);
      const sample = fc.sample(problems, { seed: seedFor(context, name), numRuns: runs });
      const measured: Measured[] = [];
      // A problem on which the computation breaks down says nothing of a broken formula: another one may.
      const violated = (reading: Reading, i: number): boolean => {
        const problem = sample[i]!;
        try {
          return requireSentence(violation(problem, (measured[i] ??= measure(problem)), reading)) !== null;
        } catch {
          return false;
        }
      };
      return {
        finding,
        notices: (broken) => {
          const reading = read(broken);
          const noticed = sample.some((_, i) => violated(reading, i));
          return noticed ? { noticed } : { noticed, because: null };
        },
      };
    },
  };
}

/** What was found on random problems: one that speaks against the property, or else one on which it could not be computed. */
interface Found<Problem> extends SearchOutcome<Problem> {
  readonly broke: Breakdown<Problem> | null;
}

interface Breakdown<Problem> {
  readonly problem: Problem;
  readonly reason: string;
}

function findingOf<Problem>({ tried, found, broke }: Found<Problem>, show: (problem: Problem) => string): Finding {
  if (found !== null) {
    const { says, shrinks, problem } = found;
    return { verdict: "refuted", detail: `${says}, after ${shrinks} shrinks, for ${show(problem)}` };
  }
  if (broke !== null) return { verdict: "inconclusive", detail: brokeDown(broke, show) };
  return { verdict: "supported", detail: `holds on ${tried} random problems` };
}

function brokeDown<Problem>({ problem, reason }: Breakdown<Problem>, show: (problem: Problem) => string): string {
  return `it could not be computed: ${reason}, for ${show(problem)}`;
}

/**
 * The seed of a search: it depends on the run's seed, the claim and the check's name alone.
 *
 * @param context the run's.
 * @param name of the check.
 */
export function seedFor({ seed, claim }: Pick<Context, "seed" | "claim">, name: string): number {
  return new Streams({ seed, claim, problem: name }).replicate(0).next();
}
