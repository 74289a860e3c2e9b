import type { Matrix } from "ml-matrix";
import type { Comparison, Context, Replication } from "../../../src/evidence/index.ts";
import type { Book } from "../../../src/formula/index.ts";
import { gaussian, Streams } from "../../../src/random/index.ts";
import {
  ClosedForms,
  errorSource,
  type Experiment,
  lambdaCount,
  lambdaGrid,
  problemFromDesign,
  type QuadraticErrors,
  type RidgeProblem,
  squaredErrors,
  xiGrid,
} from "../../../src/ridge/index.ts";
import {
  combinationEstimate,
  deviation,
  type Estimate,
  type JointMoments,
  jointMomentsOf,
  meanEstimate,
  mergeJointMoments,
  mergeMoments,
  momentsOf,
  noMoments,
  plannedReplicates,
  varianceEstimate,
} from "../../../src/statistics/index.ts";

// Batches start at the same replicates whatever their number is, so that sums are added in the same order.
const BATCH = 1024;

/** The variance is estimated less precisely than the mean: its margin is wider by this factor. */
const VARIANCE_MARGIN = 5;

/** How many comparisons are made of one number at each λ. */
export const COMPARISONS_OF_ONE = lambdaCount;

/** Draws batches until there are enough replicates; `take` receives each batch's errors, one entry per λ. */
export function batches({
  experiment,
  lambdas,
  context,
  metricFactor = null,
  drawLabels = false,
  take,
}: {
  readonly experiment: Experiment;
  readonly lambdas: readonly number[];
  readonly context: Context;
  /** B, where distances are measured in the metric BᵀB. */
  readonly metricFactor?: Matrix | null;
  /** Whether the noise of every label is drawn although that of the modes would do. */
  readonly drawLabels?: boolean;
  readonly take: (errors: readonly QuadraticErrors[]) => void;
}): (replicates: number) => void {
  const streams = new Streams({ seed: context.seed, claim: context.claim, problem: experiment.name });
  const source = errorSource({ engine: context.engine, experiment, lambdas, metricFactor, drawLabels });
  let done = 0;
  return (replicates) => {
    for (; done < replicates; done += BATCH) take(source.measure(streams, done, BATCH));
  };
}

/** How many comparisons `errorReplication` makes. */
export function errorComparisons({ noise }: Experiment): number {
  return lambdaCount * xiGrid.length * (noise === gaussian ? 2 : 1);
}

/**
 * The mean squared distance to the truth over a grid of students; for Gaussian noise, its variance over draws as well.
 *
 * @param options whether the noise of every label is drawn although that of the modes would do.
 */
export function errorReplication(
  experiment: Experiment,
  context: Context,
  { drawLabels = false }: { readonly drawLabels?: boolean } = {},
): Replication {
  const { design, parameter, noiseVariance, noise } = experiment;
  const problem = problemFromDesign(design, parameter, noiseVariance);
  const lambdas = lambdaGrid(design);
  const cells = lambdas.flatMap((lambda, row) => xiGrid.map((xi) => ({ lambda, xi, row })));
  const moments = cells.map(() => noMoments);
  const take = (errors: readonly QuadraticErrors[]): void => {
    cells.forEach(({ xi, row }, cell) => {
      moments[cell] = mergeMoments(moments[cell]!, momentsOf(squaredErrors(errors[row]!, xi)));
    });
  };
  const compare = (book: Book): Comparison[] => {
    const forms = new ClosedForms(book);
    return cells.flatMap(({ lambda, xi }, cell) => {
      const { error, errorVariance } = forms.errors(problem, lambda, xi);
      const where = `at λ = ${lambda.toPrecision(4)}, ξ = ${xi}`;
      const mean = comparison(`mean squared distance ${where}`, meanEstimate(moments[cell]!), error, context.margin);
      if (noise !== gaussian) return [mean];
      const margin = VARIANCE_MARGIN * context.margin;
      return [mean, comparison(`its variance ${where}`, varianceEstimate(moments[cell]!), errorVariance, margin)];
    });
  };
  // For Gaussian noise the squared distance is a generalised chi-square with known variance; otherwise the pilot tells.
  const plan = (book: Book, z: number): number => {
    const forms = new ClosedForms(book);
    const relative = cells.flatMap(({ lambda, xi }, cell) => {
      const { error, errorVariance } = forms.errors(problem, lambda, xi);
      const pilot = moments[cell]!;
      if (noise !== gaussian) return [deviation(pilot, meanEstimate(pilot)) / (error * context.margin)];
      const ofVariance = deviation(pilot, varianceEstimate(pilot)) / (errorVariance * VARIANCE_MARGIN * context.margin);
      return [Math.sqrt(errorVariance) / (error * context.margin), ofVariance];
    });
    return plannedReplicates(Math.max(...relative), z);
  };
  return { extend: batches({ experiment, lambdas, context, drawLabels, take }), plan, compare };
}

/** What is estimated at one λ, and its natural scale, which margins are relative to. */
export interface Measured {
  readonly what: string;
  readonly estimate: Estimate;
  readonly scale: number;
}

/**
 * Estimates at each λ from the joint moments of ‖u‖², ⟨u, v⟩ and ‖v‖², where θ_S − θ* = u + ξv, held against the values
 * that closed forms give, in the same order. Norms are those of a metric BᵀB where its factor B is given.
 */
export function jointReplication(
  experiment: Experiment,
  context: Context,
  measure: (moments: JointMoments) => readonly Measured[],
  expect: (forms: ClosedForms, problem: RidgeProblem, lambda: number) => readonly number[],
  metricFactor: Matrix | null = null,
): Replication {
  const { design, parameter, noiseVariance } = experiment;
  const problem = problemFromDesign(design, parameter, noiseVariance);
  const lambdas = lambdaGrid(design);
  const joint: (JointMoments | undefined)[] = lambdas.map(() => undefined);
  const take = (errors: readonly QuadraticErrors[]): void => {
    errors.forEach(({ atZero, cross, curvature }, row) => {
      const batch = jointMomentsOf([atZero, cross, curvature]);
      const before = joint[row];
      joint[row] = before === undefined ? batch : mergeJointMoments(before, batch);
    });
  };
  const compare = (book: Book): Comparison[] => {
    const forms = new ClosedForms(book);
    return lambdas.flatMap((lambda, row) => {
      const expected = expect(forms, problem, lambda);
      return measure(joint[row]!).map(({ what, estimate, scale }, i) => {
        const where = `${what} at λ = ${lambda.toPrecision(4)}`;
        return { what: where, estimate, expected: expected[i]!, margin: context.margin * scale };
      });
    });
  };
  const plan = (_: Book, z: number): number => {
    const relative = joint.flatMap((moments) =>
      measure(moments!).map(({ estimate, scale }) => deviation(moments!, estimate) / (scale * context.margin)),
    );
    return plannedReplicates(Math.max(...relative), z);
  };
  return { extend: batches({ experiment, lambdas, context, metricFactor, take }), plan, compare };
}

// N/D with its first-order (delta-method) error, dξ* = (dN − ξ* dD)/D; the second order is smaller by D's relative
// standard error, a few thousandths. As |N| ≤ √(eD), its scale is √(e/D).
function bestXi(moments: JointMoments): Measured {
  const e = combinationEstimate(moments, [1, 0, 0]).value;
  const D = combinationEstimate(moments, [0, 0, 1]).value;
  const value = combinationEstimate(moments, [0, -1, 0]).value / D;
  const standardError = combinationEstimate(moments, [0, -1, -value]).standardError / D;
  return { what: "ξ*", estimate: { value, standardError }, scale: Math.sqrt(e / D) };
}

/** How many comparisons `optimumReplication` makes. */
export const OPTIMUM_COMPARISONS = 4 * lambdaCount;

/**
 * N, D, ξ* and the gain for each λ. In the average of ‖u + ξv‖² over draws, N is minus the mean of ⟨u, v⟩ and D that of
 * ‖v‖². Margins are relative to the natural scale of each: with e = e(λ, 0), |N| ≤ √(eD), |ξ*| ≤ √(e/D), gain ≤ e.
 */
export function optimumReplication(experiment: Experiment, context: Context): Replication {
  const measure = (moments: JointMoments): Measured[] => {
    const e = combinationEstimate(moments, [1, 0, 0]).value;
    const N = combinationEstimate(moments, [0, -1, 0]);
    const D = combinationEstimate(moments, [0, 0, 1]);
    const best = bestXi(moments);
    const xi = best.estimate.value;
    // First order, as in `bestXi`: dG = 2ξ* dN − ξ*² dD.
    const gainError = combinationEstimate(moments, [0, -2 * xi, -xi * xi]).standardError;
    return [
      { what: "N", estimate: N, scale: Math.sqrt(e * D.value) },
      { what: "D", estimate: D, scale: D.value },
      best,
      { what: "gain", estimate: { value: xi * N.value, standardError: gainError }, scale: e },
    ];
  };
  return jointReplication(experiment, context, measure, (forms, problem, lambda) => {
    const { optimalXi, gain } = forms.optimalXi(problem, lambda);
    return [forms.scalar("N", problem, lambda, 0), forms.scalar("D", problem, lambda, 0), optimalXi ?? NaN, gain];
  });
}

/**
 * The best ξ of an experiment without signal, or without noise, whose error is variance alone, or squared bias alone: a
 * formula with that value is held against it at each λ.
 */
export function partReplication(formula: string, experiment: Experiment, context: Context): Replication {
  const measure = (moments: JointMoments): Measured[] => [bestXi(moments)];
  return jointReplication(experiment, context, measure, (forms, problem, lambda) => [
    forms.scalar(formula, problem, lambda, 0),
  ]);
}

/** What pure imitation loses against the best ξ, (N − D)²/D, for each λ. Margins are relative to e(λ, 0). */
export function lossReplication(experiment: Experiment, context: Context): Replication {
  const measure = (moments: JointMoments): Measured[] => {
    const e = combinationEstimate(moments, [1, 0, 0]).value;
    const D = combinationEstimate(moments, [0, 0, 1]).value;
    const xi = bestXi(moments).estimate.value;
    // First order, as in `bestXi`: dL = 2(ξ* − 1) dN + (1 − ξ*²) dD.
    const { standardError } = combinationEstimate(moments, [0, -2 * (xi - 1), 1 - xi * xi]);
    return [{ what: "the loss of pure imitation", estimate: { value: D * (xi - 1) ** 2, standardError }, scale: e }];
  };
  return jointReplication(experiment, context, measure, (forms, problem, lambda) => [
    forms.scalar("imitationLoss", problem, lambda, 0),
  ]);
}

/**
 * What pure imitation gains for each λ: ‖u‖² − ‖u + v‖² averaged over the same draws of labels. Margins are relative to
 * √(eD) + D, where e = e(λ, 0): the gain is 2N − D, and |N| ≤ √(eD).
 */
export function imitationReplication(experiment: Experiment, context: Context): Replication {
  const measure = (moments: JointMoments): Measured[] => {
    const e = combinationEstimate(moments, [1, 0, 0]).value;
    const D = combinationEstimate(moments, [0, 0, 1]).value;
    const estimate = combinationEstimate(moments, [0, -2, -1]);
    return [{ what: "the gain of pure imitation", estimate, scale: Math.sqrt(e * D) + D }];
  };
  return jointReplication(experiment, context, measure, (forms, problem, lambda) => [
    forms.scalar("imitationGain", problem, lambda, 0),
  ]);
}

/** The error of the best student at each λ, ‖u + ξ*v‖² averaged over draws; margins are relative to the teacher's error. */
export function bestErrorReplication(
  experiment: Experiment,
  context: Context,
  expect: (forms: ClosedForms, problem: RidgeProblem, lambda: number) => number,
): Replication {
  const measure = (moments: JointMoments): Measured[] => {
    const e = combinationEstimate(moments, [1, 0, 0]).value;
    const xi = bestXi(moments).estimate.value;
    // As the error is flat at ξ*, the error of ξ* itself is of second order.
    return [
      { what: "the best student's error", estimate: combinationEstimate(moments, [1, 2 * xi, xi * xi]), scale: e },
    ];
  };
  return jointReplication(experiment, context, measure, (...at) => [expect(...at)]);
}

/** A comparison whose margin is relative to the closed form. */
export function comparison(what: string, estimate: Estimate, expected: number, relativeMargin: number): Comparison {
  return { what, estimate, expected, margin: relativeMargin * Math.abs(expected) };
}
