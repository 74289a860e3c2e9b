import fc from "fast-check";
import type { Book } from "../formula/index.ts";
import { Streams } from "../random/index.ts";
import type { Check, Context, Finding } from "./claim.ts";

export interface Property<Problem, Measured, Reading> {
  readonly name: string;
  readonly covers: readonly string[];
  readonly problems: fc.Arbitrary<Problem>;
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

/** Evidence from a property that must hold for all problems: fast-check looks for one where it fails, and shrinks it. */
export function property<Problem, Measured, Reading>(
  book: Book,
  { name, covers, problems, runs, measure, read, violation, show }: Property<Problem, Measured, Reading>,
): Check {
  const seedOf = ({ seed, claim }: Context): number => new Streams({ seed, claim, problem: name }).replicate(0).next();
  const find = (context: Context): Finding => {
    const reading = read(book);
    const holds = fc.property(problems, (problem) => {
      const failure = violation(problem, measure(problem), reading);
      if (failure !== null) throw new Error(failure);
    });
    const { failed, counterexample, errorInstance, numShrinks } = fc.check(holds, {
      seed: seedOf(context),
      numRuns: runs,
    });
    if (!failed) return { verdict: "supported", detail: `holds on ${runs} random problems` };
    const reason = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
    const [smallest] = counterexample!;
    return { verdict: "refuted", detail: `${reason}, after ${numShrinks} shrinks, for ${show(smallest)}` };
  };
  return {
    kind: "property",
    name,
    covers,
    comparisons: 0,
    effort: 0,
    examine: (context) => {
      const finding = find(context);
      const sample = fc.sample(problems, { seed: seedOf(context), numRuns: runs });
      const measured: Measured[] = [];
      const violated = (reading: Reading, i: number): boolean => {
        const problem = sample[i]!;
        measured[i] ??= measure(problem);
        return violation(problem, measured[i], reading) !== null;
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
