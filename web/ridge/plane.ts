import type { RidgeProblem } from "../../src/ridge/portable.ts";
import { forms, grid, logGrid } from "./forms.ts";

/** Shrinkages of two modes. */
export interface Shrinkages {
  readonly x: number;
  readonly y: number;
}

/** The plane of two modes' shrinkages (g_j, g_k). */
export interface Plane {
  /** Ridge for all λ, from (1, 1) at λ = 0 to (0, 0). */
  readonly path: readonly Shrinkages[];
  /** The students at λ, for all ξ that the picture has room for. */
  readonly tangent: readonly Shrinkages[];
  readonly teacher: Shrinkages;
  readonly student: Shrinkages;
  readonly best: Shrinkages | null;
  readonly oracle: Shrinkages | null;
  /** Lines of equal error of these two modes: through the teacher, the best student, and two more. */
  readonly levels: readonly (readonly Shrinkages[])[];
  /** Below the path, what no tangent enters: the corners of it, for s_j ≠ s_k. */
  readonly wedge: readonly Shrinkages[];
}

/** What is drawn around the square from (0, 0) to (1, 1). */
export const PLANE_DOMAIN = [-0.12, 1.12] as const;

/** @param modes two modes' indices, counted from 0. */
export function plane(problem: RidgeProblem, lambda: number, xi: number, [j, k]: readonly [number, number]): Plane {
  const pair = (values: Float64Array): Shrinkages => ({ x: values[j]!, y: values[k]! });
  const at = (ofLambda: number, ofXi: number): Shrinkages => pair(forms.perMode("g", problem, ofLambda, ofXi));
  const squares = problem.singularValues.map((value) => value * value);
  const [sj, sk] = [squares[j]!, squares[k]!];
  const path = [
    { x: 1, y: 1 },
    ...logGrid(Math.min(sj, sk) / 1e3, Math.max(sj, sk) * 1e3, 81).map((l) => at(l, 0)),
    { x: 0, y: 0 },
  ];
  const teacher = at(lambda, 0);
  const perXi = { x: at(lambda, 1).x - teacher.x, y: at(lambda, 1).y - teacher.y };
  const reach = 3 / Math.max(Math.abs(perXi.x), Math.abs(perXi.y), 1e-9);
  const { optimalXi } = forms.optimalXi(problem, lambda);
  const best = optimalXi === null ? null : at(lambda, optimalXi);
  const known = [j, k].every((mode) => problem.noiseVariance > 0 || problem.signal[mode] !== 0);
  const oracle = known ? pair(forms.perMode("oracleShrinkage", problem, lambda, 0)) : null;
  return {
    path,
    tangent: [at(lambda, -reach), at(lambda, reach)],
    teacher,
    student: at(lambda, xi),
    best,
    oracle,
    levels: oracle === null ? [] : levels(pair(forms.perMode("weight", problem, lambda, 0)), oracle, [teacher, best]),
    wedge: wedge(sj, sk),
  };
}

// Half the two modes' error above the oracle's is w_x (x − x°)² + w_y (y − y°)²: its level lines are ellipses.
function levels(weight: Shrinkages, oracle: Shrinkages, through: readonly (Shrinkages | null)[]): Shrinkages[][] {
  const heightOf = ({ x, y }: Shrinkages): number => weight.x * (x - oracle.x) ** 2 + weight.y * (y - oracle.y) ** 2;
  const wanted = through.flatMap((point) => (point === null ? [] : [heightOf(point)]));
  const most = Math.max(...wanted, 0.02 * (weight.x + weight.y));
  const heights = [...wanted, most / 16, most / 4, most * 2.25, most * 4].filter((height) => height > most * 1e-6);
  return heights.map((height) =>
    grid(0, 2 * Math.PI, 73).map((angle) => ({
      x: oracle.x + Math.sqrt(height / weight.x) * Math.cos(angle),
      y: oracle.y + Math.sqrt(height / weight.y) * Math.sin(angle),
    })),
  );
}

/*
 * For s_j > s_k the tangents of the path sweep all that lies under it but what is under its last two as well: y = ρx at λ = ∞,
 * where g ∝ s, and 1 − y = (1 − x)/ρ at λ = 0, where 1 − g ∝ 1/s, for ρ = s_k/s_j. For s_j < s_k the picture is mirrored.
 */
function wedge(sj: number, sk: number): Shrinkages[] {
  if (sj === sk) return [];
  const ratio = Math.min(sj, sk) / Math.max(sj, sk);
  const [bottom, right] = PLANE_DOMAIN;
  const corners = [
    { x: 1 - ratio * (1 - bottom), y: bottom },
    { x: 1 / (1 + ratio), y: ratio / (1 + ratio) },
    { x: right, y: ratio * right },
    { x: right, y: bottom },
  ];
  return sj > sk ? corners : corners.map(({ x, y }) => ({ x: y, y: x }));
}
