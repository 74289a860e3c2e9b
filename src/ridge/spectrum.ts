import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { InvalidInput } from "../data/index.ts";
import { requireFinite, requireSquarable, type RidgeProblem, ridgeProblem } from "./problem.ts";

/**
 * The spectral problem of a design: X = Σ_j σ_j u_j v_jᵀ by singular value decomposition, θ_j = ⟨v_j, θ*⟩.
 *
 * @param design X, n × d, samples in rows.
 * @param parameter θ*, length d.
 * @param noiseVariance γ² ≥ 0.
 * @throws InvalidInput for an empty or zero design, lengths that do not match, entries that are not finite.
 */
export function problemFromDesign(design: Matrix, parameter: readonly number[], noiseVariance: number): RidgeProblem {
  const [n, d] = [design.rows, design.columns];
  if (n === 0 || d === 0) throw new InvalidInput("design is empty; at least one row and one column are needed");
  if (parameter.length !== d) {
    throw new InvalidInput(`parameter has length ${parameter.length} and design has ${d} columns; they must be equal`);
  }
  parameter.forEach((value, i) => {
    requireFinite(value, `parameter[${i}]`);
    requireSquarable(value, `parameter[${i}]`);
  });
  const scale = design.max() > -design.min() ? design.max() : -design.min();
  requireFinite(scale, "the largest entry of design");
  requireSquarable(scale, "the largest entry of design");
  if (scale === 0) throw new InvalidInput("every entry of design is 0; at least one must differ");
  const svd = new SingularValueDecomposition(Matrix.div(design, scale), { autoTranspose: true });
  const values = svd.diagonal.map((value) => value * scale);
  const directions = svd.rightSingularVectors;
  const rank = values.filter((value) => value > rankTolerance(n, d) * Math.max(...values)).length;
  const order = values.map((_, j) => j).sort((j, k) => values[k]! - values[j]!);
  const kept = order.slice(0, rank);
  const signal = kept.map((j) => dot(directions.getColumn(j), parameter));
  const outside = [...parameter];
  kept.forEach((j, mode) => {
    directions.getColumn(j).forEach((entry, i) => (outside[i]! -= signal[mode]! * entry));
  });
  return ridgeProblem({
    singularValues: kept.map((j) => values[j]!),
    signal: signal.map(withoutUnderflow),
    noiseVariance,
    residualSignal: rank === d ? 0 : dot(outside, outside),
  });
}

/** Relative size below which a computed singular value is rounding error: max(n, d) units in the last place. */
export function rankTolerance(rows: number, columns: number): number {
  return Math.max(rows, columns) * Number.EPSILON;
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, i) => sum + value * right[i]!, 0);
}

// A coordinate that is rounding error of 0 may be too small to square; its square is 0 either way.
function withoutUnderflow(value: number): number {
  return value * value < 2 ** -1022 ? 0 : value;
}
