import type fc from "fast-check";
import { type Check, type Context, property } from "../../../src/evidence/index.ts";
import { logisticBook } from "../../../src/logistic/index.ts";
import { type Case, showCase } from "./cases.ts";
import { DirectFits } from "./direct.ts";
import { Forms } from "./forms.ts";

/** Something asked of direct fits: it is certain, to within the bounds of the fits, whatever the case. */
export interface Question<M> {
  readonly name: string;
  readonly covers: readonly string[];
  /** What direct fits to a case give; no formula is known here. */
  readonly measure: (direct: DirectFits) => M;
  /** A sentence where that contradicts the formulas, else null. */
  readonly violation: (measured: M, forms: Forms) => string | null;
}

/** Evidence from direct fits of all 2m points to drawn flips. */
export function simulated<M>(
  { name, covers, measure, violation }: Question<M>,
  cases: (context: Context) => readonly Case[],
): Check {
  return {
    kind: "simulation",
    name: `${name}, at drawn flips`,
    covers,
    comparisons: 0,
    effort: 1,
    run: (context) => {
      const measured = cases(context).map((each) => ({ case: each, of: measure(new DirectFits(each)) }));
      const failureWith = (forms: Forms): string | null => {
        for (const { case: example, of } of measured) {
          const says = violation(of, forms);
          if (says !== null) return `${says}, for ${showCase(example)}`;
        }
        return null;
      };
      const failure = failureWith(new Forms());
      return {
        finding:
          failure === null
            ? { verdict: "supported", detail: `holds for direct fits to ${measured.length} draws of flips` }
            : { verdict: "refuted", detail: failure },
        notices: (broken) => {
          const noticed = failureWith(new Forms(broken)) !== null;
          return noticed ? { noticed } : { noticed, because: null };
        },
      };
    },
  };
}

/** Evidence that the same holds for all cases: one where it fails is looked for, and shrunk. */
export function forAll<M>(
  { name, covers, measure, violation }: Question<M>,
  cases: fc.Arbitrary<Case>,
  runs: number,
): Check {
  return property(logisticBook, {
    name,
    covers,
    problems: cases,
    runs,
    measure: (example) => measure(new DirectFits(example)),
    read: (book) => new Forms(book),
    violation: (_, measured, forms) => violation(measured, forms),
    show: showCase,
  });
}
