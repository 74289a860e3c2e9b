import type { Context, Replication } from "../../../src/evidence/index.ts";
import {
  ClosedForms,
  type Experiment,
  problemFromDesign,
  type RidgeProblem,
  squaredErrors,
} from "../../../src/ridge/index.ts";
import {
  deviation,
  meanEstimate,
  mergeMoments,
  type Moments,
  momentsOf,
  noMoments,
  plannedReplicates,
} from "../../../src/statistics/index.ts";
import { batches } from "./replications.ts";

/** A student by its two choices. */
export interface Student {
  readonly lambda: number;
  readonly xi: number;
}

/** How many comparisons `gapReplication` makes. */
export const GAP_COMPARISONS = 2;

/**
 * How much larger one student's error is than another's, on the same draws of labels, and the other's error. Margins are
 * relative to the error of the first. `expect` gives the same two values from closed forms.
 */
export function gapReplication(
  experiment: Experiment,
  [worse, better]: readonly [Student, Student],
  context: Context,
  expect: (forms: ClosedForms, problem: RidgeProblem) => readonly [gap: number, error: number],
): Replication {
  const { design, parameter, noiseVariance } = experiment;
  const problem = problemFromDesign(design, parameter, noiseVariance);
  let [gap, error, scale] = [noMoments, noMoments, noMoments];
  const extend = batches({
    experiment,
    lambdas: [worse.lambda, better.lambda],
    context,
    take: ([ofWorse, ofBetter]) => {
      const [larger, smaller] = [squaredErrors(ofWorse!, worse.xi), squaredErrors(ofBetter!, better.xi)];
      const add = (to: Moments, values: Float64Array): Moments => mergeMoments(to, momentsOf(values));
      scale = add(scale, larger);
      error = add(error, smaller);
      gap = add(
        gap,
        larger.map((value, draw) => value - smaller[draw]!),
      );
    },
  });
  const measured = (): { what: string; moments: Moments }[] => [
    { what: "the gap between the two errors", moments: gap },
    { what: "the smaller error", moments: error },
  ];
  return {
    extend,
    plan: (_, z) => {
      const relative = measured().map(
        ({ moments }) => deviation(moments, meanEstimate(moments)) / (scale.mean * context.margin),
      );
      return plannedReplicates(Math.max(...relative), z);
    },
    compare: (book) => {
      const expected = expect(new ClosedForms(book), problem);
      return measured().map(({ what, moments }, i) => ({
        what,
        estimate: meanEstimate(moments),
        expected: expected[i]!,
        margin: context.margin * scale.mean,
      }));
    },
  };
}
