import type { RidgeProblem } from "../../src/ridge/portable.ts";
import { forms, grid } from "./forms.ts";

/** A point of a curve, in error relative to the teacher's. */
export interface XiPoint {
  readonly xi: number;
  readonly error: number;
}

/** The error against ξ at one λ for one noise variance. */
export interface XiCurve {
  readonly noiseVariance: number;
  /** e(λ, 0), which the curve is divided by. */
  readonly teacher: number;
  readonly points: readonly XiPoint[];
  /** ξ* and its error; null where every ξ has the same. */
  readonly best: XiPoint | null;
}

export interface ErrorByXi {
  readonly own: XiCurve;
  /** Half the noise threshold γ²_c, the threshold and its double; none where the threshold is 0. */
  readonly others: readonly XiCurve[];
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
}

/** How far from 0 the picture reaches for ξ* or ξ. */
const FARTHEST = 12;
const POINTS = 81;

/** Expected error against ξ: a parabola for each noise variance, through 1 at the teacher. */
export function errorByXi(problem: RidgeProblem, lambda: number, xi: number): ErrorByXi {
  const { optimalXi, noiseThreshold } = forms.optimalXi(problem, lambda);
  const wanted = [-1, 3, xi, optimalXi ?? 0].filter((value) => Math.abs(value) <= FARTHEST);
  const xDomain = [Math.min(...wanted) - 0.15, Math.max(...wanted) + 0.15] as const;
  const xis = grid(...xDomain, POINTS);
  const own = curve(problem, lambda, xis);
  const factors = noiseThreshold > 0 ? [1 / 2, 1, 2] : [];
  const others = factors.map((factor) => curve({ ...problem, noiseVariance: factor * noiseThreshold }, lambda, xis));
  return { own, others, xDomain, yDomain: yDomain([own, ...others], xDomain) };
}

function curve(problem: RidgeProblem, lambda: number, xis: readonly number[]): XiCurve {
  const teacher = forms.errors(problem, lambda, 0).error;
  const unit = teacher > 0 ? teacher : 1;
  const at = (xi: number): XiPoint => ({ xi, error: forms.errors(problem, lambda, xi).error / unit });
  const { optimalXi } = forms.optimalXi(problem, lambda);
  return {
    noiseVariance: problem.noiseVariance,
    teacher,
    points: xis.map(at),
    best: optimalXi === null ? null : at(optimalXi),
  };
}

// From below the least to where the curves have turned, but not so far up that nothing else can be told.
function yDomain(curves: readonly XiCurve[], [left, right]: readonly [number, number]): readonly [number, number] {
  const inside = curves.flatMap(({ points }) => points.filter(({ xi }) => xi >= left && xi <= right));
  const least = Math.min(...inside.map(({ error }) => error));
  const most = Math.max(...curves[0]!.points.map(({ error }) => error));
  return [Math.max(0, least - 0.08), Math.min(2.4, Math.max(1.25, most))];
}
