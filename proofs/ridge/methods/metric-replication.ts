import { Matrix } from "ml-matrix";
import type { Context, Replication } from "../../../src/evidence/index.ts";
import { type Direction, type Experiment, lambdaCount, metricForms, singularBasis } from "../../../src/ridge/index.ts";
import { combinationEstimate, type JointMoments } from "../../../src/statistics/index.ts";
import { jointReplication, type Measured } from "./replications.ts";

/**
 * The rows of a metric's factor B in spectral coordinates: BᵀB = Σ m mᵀ over them.
 *
 * @param right d × r, the v_j in columns.
 * @param parameter θ*, d × 1.
 */
export function directionsOf(metricFactor: Matrix, right: Matrix, parameter: Matrix): Direction[] {
  const along = metricFactor.mmul(right);
  const remainder = parameter.clone().sub(right.mmul(right.transpose().mmul(parameter)));
  const outside = metricFactor.mmul(remainder).getColumn(0);
  return outside.map((value, row) => ({ along: along.getRow(row), outside: value }));
}

/** How many comparisons `metricReplication` makes. */
export const METRIC_COMPARISONS = 3 * lambdaCount;

/**
 * The teacher's error in the metric BᵀB, and N and D, for each λ. Margins are relative to the scales e, √(eD) and D (see
 * `optimumReplication`).
 */
export function metricReplication(experiment: Experiment, metricFactor: Matrix, context: Context): Replication {
  const { design, parameter } = experiment;
  const directions = directionsOf(metricFactor, singularBasis(design).right, Matrix.columnVector([...parameter]));
  const measure = (moments: JointMoments): Measured[] => {
    const e = combinationEstimate(moments, [1, 0, 0]);
    const N = combinationEstimate(moments, [0, -1, 0]);
    const D = combinationEstimate(moments, [0, 0, 1]);
    return [
      { what: "the teacher's error", estimate: e, scale: e.value },
      { what: "N", estimate: N, scale: Math.sqrt(e.value * D.value) },
      { what: "D", estimate: D, scale: D.value },
    ];
  };
  return jointReplication(
    experiment,
    context,
    measure,
    (forms, problem, lambda) => {
      const { directionError, directionN, directionD } = metricForms(forms.book)(problem, lambda, 0, directions);
      return [directionError, directionN, directionD];
    },
    metricFactor,
  );
}
