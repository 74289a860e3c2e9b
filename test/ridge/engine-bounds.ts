import { drawsOf } from "../../proofs/ridge/methods/shortcut-draws.ts";
import { Streams } from "../../src/random/index.ts";
import { type Experiment, inSingularBasis, sumsRoundingBound } from "../../src/ridge/index.ts";
import type { CellsOptions } from "../../src/ridge/experiment/simulate.ts";
import { bestBase } from "../../src/ridge/simulation/spectral.ts";

/** The squared distance of a student fitted directly to one draw of labels, and how far another way to it may be off. */
export interface DrawBound {
  readonly direct: number;
  readonly bound: number;
}

/**
 * By how much rounding may let the squared distance of one draw differ between the engines, where the sums over modes count ξ from
 * a base.
 *
 * Where it is counted from 0 the claim ridge/simulation-shortcuts bounds it: by that of the fit, and by (2r + 28)u(1 + |ξ|)²T²
 * for the sums, T² = Σ_j T_j². From a base, |u_j| ≤ (1 + |base|)T_j and (|u_j| + |ξ − base||v_j|)² ≤ (1 + |base| + |ξ − base|)²T_j²
 * take the place of (1 + |ξ|)²T_j², with 4 roundings more for u; `more` are those of what is done with it.
 */
export function drawBounds(
  experiment: Experiment,
  streams: Streams,
  options: { readonly lambda: number; readonly xi: number; readonly base: number; readonly count: number },
  more = 0,
): DrawBound[] {
  const { lambda, xi, base, count } = options;
  return drawsOf(experiment, streams, { lambdas: [lambda], xis: [xi], count }).map(({ problem, w, direct, bound }) => {
    const roundings = 2 * problem.signal.length + 28;
    const fromZero = sumsRoundingBound(problem, lambda, xi, w);
    const unit = fromZero / (roundings * (1 + Math.abs(xi)) ** 2); // u times T²
    const fromBase = (roundings + 4 + more) * unit * (1 + Math.abs(base) + Math.abs(xi - base)) ** 2;
    return { direct, bound: bound - fromZero + fromBase };
  });
}

/**
 * The same for the means over all draws that the two engines give for the same labels, cell by cell. A mean over n draws adds nu
 * of what is added up, on either side.
 */
export function engineBounds(experiment: Experiment, options: Omit<CellsOptions, "experiment" | "engine">): number[] {
  const { lambdas, xis, replicates: count, seed } = options;
  const streams = new Streams({ seed, claim: "simulate", problem: experiment.noise.name });
  const inModes = inSingularBasis(experiment);
  return lambdas.flatMap((lambda) => {
    const base = bestBase(inModes, lambda);
    return xis.map((xi) =>
      drawBounds(experiment, streams, { lambda, xi, base, count }, count).reduce(
        (sum, { direct, bound }) => sum + (bound + (count * Number.EPSILON * direct) / 2) / count,
        0,
      ),
    );
  });
}
