import fc from "fast-check";
import type { Book } from "../formula/index.ts";
import { Streams } from "../random/index.ts";
import type { Check, Context, Finding } from "./claim.ts";
import { type Catch, hunt } from "./hunt.ts";

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
 * Evidence from a property that must hold for all problems: fast-check looks for one where it fails, and shrinks it.
 *
 * @param book with the formulas it is about.
 */
export function property<Problem, Measured, Reading>(
  book: Book,
  { name, covers, problems, runs, measure, read, violation, show }: Property<Problem, Measured, Reading>,
): Check {
  // A problem on which the computation breaks down speaks against the property as well.
  const saysOf = (problem: Problem, measured: () => Measured, reading: Reading): string | null => {
    try {
      return violation(problem, measured(), reading);
    } catch (error) {
      return (error as Error).message;
    }
  };
  const find = (context: Pick<Context, "seed" | "claim">, tries: number): Catch<Problem> => {
    const reading = read(book);
    const says = (problem: Problem): string | null => saysOf(problem, () => measure(problem), reading);
    return hunt({ problems, tries, seed: seedFor(context, name), says });
  };
  return {
    kind: "property",
    name,
    covers,
    comparisons: 0,
    effort: 0,
    hunt: (context, tries) => {
      const { tried, found } = find(context, tries);
      return { tried, found: found === null ? null : { ...found, problem: show(found.problem) } };
    },
    examine: (context) => {
      const finding = findingOf(find(context, runs), show);
      const sample = fc.sample(problems, { seed: seedFor(context, name), numRuns: runs });
      const measured: Measured[] = [];
      const violated = (reading: Reading, i: number): boolean => {
        const problem = sample[i]!;
        return saysOf(problem, () => (measured[i] ??= measure(problem)), reading) !== null;
      };
      return {
        finding,
        judge: (broken) => {
          const reading = read(broken);
          const caught = sample.some((_, i) => violated(reading, i));
          return caught ? { caught } : { caught, blind: null };
        },
      };
    },
  };
}

function findingOf<Problem>({ tried, found }: Catch<Problem>, show: (problem: Problem) => string): Finding {
  if (found === null) return { verdict: "supported", detail: `holds on ${tried} random problems` };
  const { says, shrinks, problem } = found;
  return { verdict: "refuted", detail: `${says}, after ${shrinks} shrinks, for ${show(problem)}` };
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
