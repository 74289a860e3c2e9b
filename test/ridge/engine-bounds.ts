import { drawsOf } from "../../proofs/ridge/shortcut-draws.ts";
import { Streams } from "../../src/random/index.ts";
import { type Experiment, inSingularBasis, sumsRoundingBound } from "../../src/ridge/index.ts";
import type { CellsOptions } from "../../src/ridge/simulate.ts";
import { bestBase } from "../../src/ridge/simulation/spectral.ts";

/**
 * By how much rounding may let the means of squared distances that the two engines give for the same labels differ, cell by cell.
 *
 * For one draw the claim ridge/simulation-shortcuts bounds it, where ξ is counted from 0: by that of the fit, and by
 * (2r + 28)u(1 + |ξ|)²T² for the sums, T² = Σ_j T_j². The engine counts ξ from a base: |u_j| ≤ (1 + |base|)T_j and
 * (|u_j| + |ξ − base||v_j|)² ≤ (1 + |base| + |ξ − base|)²T_j² take the place of (1 + |ξ|)²T_j², with 4 roundings more for u. A
 * mean over n draws adds nu of what is added up, on either side.
 */
export function engineBounds(experiment: Experiment, options: Omit<CellsOptions, "experiment" | "engine">): number[] {
  const { lambdas, xis, replicates: count, seed } = options;
  const streams = new Streams({ seed, claim: "simulate", problem: experiment.noise.name });
  const draws = drawsOf(experiment, streams, { lambdas, xis, count });
  const bases = new Map(lambdas.map((lambda) => [lambda, bestBase(inSingularBasis(experiment), lambda)]));
  const bounds = draws.map(({ problem, lambda, xi, w, direct, bound }) => {
    const roundings = 2 * problem.signal.length + 28;
    const fromZero = sumsRoundingBound(problem, lambda, xi, w);
    const unit = fromZero / (roundings * (1 + Math.abs(xi)) ** 2); // u times T²
    const base = bases.get(lambda)!;
    const fromBase = (roundings + 4 + count) * unit * (1 + Math.abs(base) + Math.abs(xi - base)) ** 2;
    return bound - fromZero + fromBase + (count * Number.EPSILON * direct) / 2;
  });
  return lambdas.flatMap((_, row) =>
    xis.map((_unused, column) => {
      const first = (row * xis.length + column) * count;
      return bounds.slice(first, first + count).reduce((sum, bound) => sum + bound / count, 0);
    }),
  );
}
