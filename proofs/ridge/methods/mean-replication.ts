import type { Comparison, Context, Replication } from "../../../src/evidence/index.ts";
import type { Book } from "../../../src/formula/index.ts";
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
  momentsOf,
  noMoments,
  plannedReplicates,
} from "../../../src/statistics/index.ts";
import { batches, comparison } from "./replications.ts";

/** A student, and the value that a closed form gives for its mean squared distance to the truth. */
export interface ExpectedMean {
  readonly who: string;
  readonly lambda: number;
  readonly xi: number;
  readonly expected: (forms: ClosedForms, problem: RidgeProblem) => number;
}

/** The mean squared distance to the truth of each student, over the same draws of labels. Margins are relative. */
export function meanReplication(
  experiment: Experiment,
  students: readonly ExpectedMean[],
  context: Context,
): Replication {
  const { design, parameter, noiseVariance } = experiment;
  const problem = problemFromDesign(design, parameter, noiseVariance);
  const lambdas = [...new Set(students.map(({ lambda }) => lambda))];
  const moments = students.map(() => noMoments);
  const extend = batches({
    experiment,
    lambdas,
    context,
    take: (errors) => {
      students.forEach(({ lambda, xi }, i) => {
        moments[i] = mergeMoments(moments[i]!, momentsOf(squaredErrors(errors[lambdas.indexOf(lambda)]!, xi)));
      });
    },
  });
  const compare = (book: Book): Comparison[] => {
    const forms = new ClosedForms(book);
    return students.map(({ who, expected }, i) =>
      comparison(
        `mean squared distance of ${who}`,
        meanEstimate(moments[i]!),
        expected(forms, problem),
        context.margin,
      ),
    );
  };
  const plan = (book: Book, z: number): number => {
    const relative = compare(book).map(({ estimate, margin }, i) => deviation(moments[i]!, estimate) / margin);
    return plannedReplicates(Math.max(...relative), z);
  };
  return { extend, plan, compare };
}
