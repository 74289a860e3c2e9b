import type { Check, Context } from "../src/evidence/index.ts";
import type { Book } from "../src/formula/index.ts";

/** Something asked of direct computations on drawn problems: it is certain, to within their bounds, whatever is drawn. */
export interface Drawn<Problem, Measured, Reading> {
  readonly name: string;
  readonly covers: readonly string[];
  readonly problems: (context: Context) => readonly Problem[];
  /** What the direct computation gives for a problem; it knows no formula. */
  readonly measure: (problem: Problem) => Measured;
  /** The numeric reading of a book. */
  readonly read: (book: Book) => Reading;
  /** A sentence where what was measured contradicts the formulas, else null. */
  readonly violation: (problem: Problem, measured: Measured, reading: Reading) => string | null;
  readonly show: (problem: Problem) => string;
  /** What so many of the problems are: `12 draws of flips`. */
  readonly count: (many: number) => string;
}

/** Evidence by simulation where every single draw must agree: no means are compared. */
export function drawn<Problem, Measured, Reading>(
  book: Book,
  { name, covers, problems, measure, read, violation, show, count }: Drawn<Problem, Measured, Reading>,
): Check {
  return {
    kind: "simulation",
    name,
    covers,
    comparisons: 0,
    effort: 1,
    examine: (context) => {
      const measured = problems(context).map((problem) => ({ problem, of: measure(problem) }));
      const failureWith = (reading: Reading): string | null => {
        for (const { problem, of } of measured) {
          const says = violation(problem, of, reading);
          if (says !== null) return `${says}, for ${show(problem)}`;
        }
        return null;
      };
      const failure = failureWith(read(book));
      return {
        finding:
          failure === null
            ? { verdict: "supported", detail: `holds for direct fits to ${count(measured.length)}` }
            : { verdict: "refuted", detail: failure },
        judge: (broken) => {
          const caught = failureWith(read(broken)) !== null;
          return caught ? { caught } : { caught, blind: null };
        },
      };
    },
  };
}
