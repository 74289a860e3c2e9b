import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { InvalidInput } from "../../data/portable.ts";
import { requireFinite, requireSquarable, type RidgeProblem, ridgeProblem } from "./problem.ts";

/** The singular value decomposition of a design, without its null space: X = Σ_j σ_j u_j v_jᵀ. */
export interface SingularBasis {
  /** σ_j > 0, largest first where a design was decomposed. */
  readonly singularValues: readonly number[];
  /** n × r, the u_j in columns. */
  readonly left: Matrix;
  /** d × r, the v_j in columns. */
  readonly right: Matrix;
}

/**
 * Decomposes a design. Singular values that are rounding error (see `rankTolerance`) are left out.
 *
 * @param design X, n × d, samples in rows.
 * @throws InvalidInput for a design that is empty or zero, or has entries that are not finite or too large to square.
 */
export function singularBasis(design: Matrix): SingularBasis {
  const scale = largestEntry(design);
  const svd = new SingularValueDecomposition(Matrix.div(design, scale), { autoTranspose: true });
  const values = svd.diagonal.map((value) => value * scale);
  const threshold = rankTolerance(design.rows, design.columns) * Math.max(...values);
  const kept = values.map((_, j) => j).filter((j) => values[j]! > threshold);
  kept.sort((j, k) => values[k]! - values[j]!);
  return {
    singularValues: kept.map((j) => values[j]!),
    left: svd.leftSingularVectors.subMatrixColumn(kept),
    right: svd.rightSingularVectors.subMatrixColumn(kept),
  };
}

/** The size of a design's largest entry, where it can be decomposed. @throws InvalidInput as `singularBasis` does. */
export function largestEntry(design: Matrix): number {
  const [n, d] = [design.rows, design.columns];
  if (n === 0 || d === 0) throw new InvalidInput("design is empty; at least one row and one column are needed");
  let largest = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < d; j++) {
      const size = Math.abs(design.get(i, j));
      if (size <= largest) continue;
      const where = `design[${i}][${j}]`;
      requireFinite(design.get(i, j), where);
      if (size > 1) requireSquarable(design.get(i, j), where);
      largest = size;
    }
  }
  if (largest === 0) throw new InvalidInput("every entry of design is 0; at least one must differ");
  return largest;
}

/**
 * The spectral problem of a design: θ_j = ⟨v_j, θ*⟩, and θ_⊥² is what is left of ‖θ*‖².
 *
 * @param design X, n × d, samples in rows.
 * @param parameter θ*, length d.
 * @param noiseVariance γ² ≥ 0.
 * @throws InvalidInput as `singularBasis` does, and where lengths do not match or a value is impossible.
 */
export function problemFromDesign(design: Matrix, parameter: readonly number[], noiseVariance: number): RidgeProblem {
  return problemInBasis(singularBasis(design), parameter, noiseVariance);
}

/** The spectral problem of a design whose singular basis is known. @throws InvalidInput as `problemFromDesign` does. */
export function problemInBasis(
  { singularValues, right }: Pick<SingularBasis, "singularValues" | "right">,
  parameter: readonly number[],
  noiseVariance: number,
): RidgeProblem {
  if (parameter.length !== right.rows) {
    throw new InvalidInput(
      `parameter has length ${parameter.length} and design has ${right.rows} columns; they must be equal`,
    );
  }
  parameter.forEach((value, i) => {
    requireFinite(value, `parameter[${i}]`);
    requireSquarable(value, `parameter[${i}]`);
  });
  const truth = Matrix.columnVector([...parameter]);
  const signal = right.transpose().mmul(truth);
  const outside = truth.sub(right.mmul(signal)).norm("frobenius") ** 2;
  return ridgeProblem({
    singularValues,
    signal: signal.to1DArray().map(withoutUnderflow),
    noiseVariance,
    residualSignal: singularValues.length === right.rows ? 0 : outside,
  });
}

/** Relative size below which a computed singular value is rounding error: max(n, d) units in the last place. */
export function rankTolerance(rows: number, columns: number): number {
  return Math.max(rows, columns) * Number.EPSILON;
}

// A coordinate that is rounding error of 0 may be too small to square; its square is 0 either way.
function withoutUnderflow(value: number): number {
  return value * value < 2 ** -1022 ? 0 : value;
}

/**
 * ⟨u_j, y⟩/σ_j for each mode j and each column y of `labels` (n × m): an r × m matrix.
 *
 * @param basis of the design, as `singularBasis` gives it.
 * @param labels n × m, one column a draw.
 */
export function labelCoordinates(basis: Pick<SingularBasis, "left" | "singularValues">, labels: Matrix): Matrix {
  const inverse = basis.singularValues.map((value) => 1 / value);
  return basis.left.transpose().mmul(labels).mulColumnVector(inverse);
}

/**
 * The estimates that a shrinkage makes of labels: Σ_j shrinkage_j coordinate_j v_j for each column of coordinates, d ×
 * m.
 *
 * @param right the v_j in columns, d × r.
 * @param shrinkage one per mode, such as g.
 * @param coordinates as `labelCoordinates` gives them.
 */
export function shrunkEstimates(right: Matrix, shrinkage: Float64Array, coordinates: Matrix): Matrix {
  return right.mmul(coordinates.clone().mulColumnVector([...shrinkage]));
}
