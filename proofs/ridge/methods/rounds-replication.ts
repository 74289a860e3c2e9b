import type { Comparison, Context, Replication } from "../../../src/evidence/index.ts";
import type { Book } from "../../../src/formula/index.ts";
import { Streams } from "../../../src/random/index.ts";
import {
  DirectErrors,
  type Experiment,
  lambdaGrid,
  problemFromDesign,
  RepeatedForms,
  RepeatedSimulation,
  type Round,
  type RidgeProblem,
} from "../../../src/ridge/index.ts";
import {
  meanEstimate,
  mergeMoments,
  type Moments,
  momentsOf,
  noMoments,
  plannedReplicates,
} from "../../../src/statistics/index.ts";

const BATCH = 1024;

/** Imitation parameters of one, two, three and five rounds, that fall, rise and change sign. */
const SCHEDULES = [[1.5], [1, 1], [-1, 0.5], [0.5, 2, -0.5], [1, -1, 2, 0.5, 1.2]];

/** Constant imitation parameters, over so many rounds that |ξ|⁵⁰ < 10⁻¹⁵ is left of the way to the limit. */
const CONSTANTS = [0.5, -0.5];
const ROUNDS_TO_LIMIT = 50;

/** Students fitted directly, and the closed form that their mean squared distance to the truth is held against. */
interface Cell {
  readonly what: string;
  readonly lambda: number;
  readonly xis: readonly number[];
  readonly expect: (forms: RepeatedForms, problem: RidgeProblem) => Round;
}

function cellsAt(lambda: number): Cell[] {
  const scheduled = SCHEDULES.map((xis) => ({
    what: `ξ = ${xis.join(", ")}`,
    lambda,
    xis,
    expect: (forms: RepeatedForms, problem: RidgeProblem) => forms.last(problem, lambda, xis),
  }));
  const constant = CONSTANTS.map((xi) => ({
    what: `${ROUNDS_TO_LIMIT} rounds of ξ = ${xi}`,
    lambda,
    xis: Array<number>(ROUNDS_TO_LIMIT).fill(xi),
    expect: (forms: RepeatedForms, problem: RidgeProblem) => {
      const shrinkage = forms.limit(problem, lambda, xi);
      return { shrinkage, shortfall: shrinkage.map((value) => 1 - value) };
    },
  }));
  return [...scheduled, ...constant];
}

// Of the grid of λ: a tenth of the mean squared singular value, that value, and ten times it.
const MIDDLE = [2, 5] as const;

function cellsOf({ design }: Experiment): Cell[] {
  return lambdaGrid(design)
    .slice(...MIDDLE)
    .flatMap(cellsAt);
}

// ‖θ_S − θ*‖² of each replicate: one list per cell.
function roundsSource(
  experiment: Experiment,
  cells: readonly Cell[],
  { engine }: Context,
): (streams: Streams, first: number, count: number) => Float64Array[] {
  if (engine === "direct") {
    const direct = new DirectErrors(experiment, [...new Set(cells.map(({ lambda }) => lambda))]);
    return (...which) => direct.measureRounds(...which, cells);
  }
  const linear = new RepeatedSimulation(experiment, cells);
  return (...which) => linear.measure(...which);
}

/** How many comparisons `repeatedReplication` makes. */
export const REPEATED_COMPARISONS = (MIDDLE[1] - MIDDLE[0]) * cellsAt(1).length;

/**
 * The mean squared distance to the truth after several rounds, each fitted directly to what the one before it predicts.
 * For the experiment's Gaussian noise the squared distance is a generalised chi-square, whose variance plans the replicates.
 */
export function repeatedReplication(experiment: Experiment, context: Context): Replication {
  const { design, parameter, noiseVariance } = experiment;
  const problem = problemFromDesign(design, parameter, noiseVariance);
  const cells = cellsOf(experiment);
  const streams = new Streams({ seed: context.seed, claim: context.claim, problem: experiment.name });
  const measure = roundsSource(experiment, cells, context);
  const moments: Moments[] = cells.map(() => noMoments);
  let done = 0;
  const extend = (replicates: number): void => {
    for (; done < replicates; done += BATCH) {
      measure(streams, done, BATCH).forEach((distances, cell) => {
        moments[cell] = mergeMoments(moments[cell]!, momentsOf(distances));
      });
    }
  };
  const compare = (book: Book): Comparison[] => {
    const forms = new RepeatedForms(book);
    return cells.map(({ what, lambda, expect }, cell) => {
      const { error } = forms.errors(problem, expect(forms, problem));
      return {
        what: `mean squared distance at λ = ${lambda.toPrecision(4)}, ${what}`,
        estimate: meanEstimate(moments[cell]!),
        expected: error,
        margin: context.margin * Math.abs(error),
      };
    });
  };
  const plan = (book: Book, z: number): number => {
    const forms = new RepeatedForms(book);
    const relative = cells.map(({ expect }) => {
      const { error, errorVariance } = forms.errors(problem, expect(forms, problem));
      return Math.sqrt(errorVariance) / (error * context.margin);
    });
    return plannedReplicates(Math.max(...relative), z);
  };
  return { extend, plan, compare };
}
