import { Matrix } from "ml-matrix";
import type { Dense } from "../../matrix/index.ts";
import { gaussian } from "../../random/index.ts";
import type { NoisyRegression } from "../simulation/experiment.ts";
import { decompose, rowOf } from "../simulation/jacobi.ts";
import type { SpectralExperiment } from "../simulation/spectral.ts";
import { largestEntry, problemInBasis, rankTolerance } from "../problem/spectrum.ts";

/**
 * An experiment in the coordinates of its design's singular basis, for simulations that work mode by mode.
 *
 * @param drawLabels whether the noise of every label is drawn although that of the modes would do.
 * @throws InvalidInput as `problemFromDesign` does.
 */
export function inSingularBasis(
  { design, parameter, noiseVariance, noise }: NoisyRegression,
  drawLabels = false,
): SpectralExperiment {
  const scale = largestEntry(design);
  const isTall = design.rows >= design.columns;
  const tolerance = rankTolerance(design.rows, design.columns);
  // No more rows than columns.
  const short = decompose(dividedBy(design, scale, isTall), tolerance);
  const threshold = tolerance * Math.max(...short.singularValues);
  const kept = [...short.singularValues.keys()].filter((j) => short.singularValues[j]! > threshold);
  kept.sort((j, k) => short.singularValues[k]! - short.singularValues[j]!);
  const [left, right] = isTall ? [short.right, short.left] : [short.left, short.right];
  const basis = {
    singularValues: kept.map((j) => scale * short.singularValues[j]!),
    right: new Matrix(kept.map((j) => [...rowOf(right, j)])).transpose(),
  };
  const { singularValues, signal, residualSignal } = problemInBasis(basis, parameter, noiseVariance);
  const leftBasis = drawLabels || noise !== gaussian ? rowsOf(left, kept) : null;
  return { singularValues, signal, residualSignal, noiseVariance, noise, leftBasis };
}

function dividedBy(matrix: Matrix, divisor: number, isTransposed: boolean): Dense {
  const { rows, columns } = matrix;
  const values = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++)
      values[isTransposed ? j * rows + i : i * columns + j] = matrix.get(i, j) / divisor;
  }
  return isTransposed ? { rows: columns, columns: rows, values } : { rows, columns, values };
}

function rowsOf(matrix: Dense, rows: readonly number[]): Dense {
  const values = new Float64Array(rows.length * matrix.columns);
  rows.forEach((row, i) => values.set(rowOf(matrix, row), i * matrix.columns));
  return { rows: rows.length, columns: matrix.columns, values };
}
