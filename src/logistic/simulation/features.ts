import { CholeskyDecomposition, Matrix } from "ml-matrix";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { normal } from "../../random/index.ts";

/** Feature vectors of 2m training points: the first m are of class 1 (true label 1), the others of class 0. */
export interface Features {
  /** m. */
  readonly classSize: number;
  /** d. */
  readonly dimension: number;
  /** φ_0, …, φ_{2m−1}, one after the other, d entries each. */
  readonly rows: Float64Array;
}

/** The true labels: 1 for the first m points, 0 for the others. */
export function trueLabels({ classSize }: Pick<Features, "classSize">): Float64Array {
  return new Float64Array(2 * classSize).fill(1, 0, classSize);
}

/**
 * Features whose Gram matrix has 1 on the diagonal, c within a class and 0 across classes, to within rounding: rows of its
 * Cholesky factor. After j columns what is left of a class's block is (1 − c)I + c_j 11ᵀ, so that column j is constant
 * below the diagonal. Classes use different coordinates: their inner products are exactly 0.
 *
 * @param classSize m ≥ 1.
 * @param c similarity within a class, 0 ≤ c < 1.
 */
export function blockFeatures(classSize: number, c: number): Features {
  requireShape(classSize, c);
  const dimension = 2 * classSize;
  const rows = new Float64Array(dimension * dimension);
  let left = c; // c_j
  for (let j = 0; j < classSize; j++) {
    const diagonal = Math.sqrt(1 - c + left);
    for (const start of [0, classSize]) {
      rows[(start + j) * dimension + start + j] = diagonal;
      for (let i = j + 1; i < classSize; i++) rows[(start + i) * dimension + start + j] = left / diagonal;
    }
    left *= (1 - c) / (1 - c + left);
  }
  return { classSize, dimension, rows };
}

/**
 * The Gram matrix with 1 on the diagonal, c within a class and `across` between classes.
 *
 * @param classSize m ≥ 1.
 * @param c similarity within a class.
 * @param across similarity between classes; 0 by default.
 */
export function blockGram(classSize: number, c: number, across = 0): Matrix {
  const gram = Matrix.zeros(2 * classSize, 2 * classSize);
  for (let i = 0; i < gram.rows; i++) {
    for (let j = 0; j < gram.columns; j++) {
      const sameClass = i < classSize === j < classSize;
      gram.set(i, j, i === j ? 1 : sameClass ? c : across);
    }
  }
  return gram;
}

/**
 * Features with a given Gram matrix (2m × 2m), to within rounding.
 *
 * @param gram 2m × 2m, symmetric; the first m points are of class 1.
 * @throws RangeError unless it is positive definite.
 */
export function featuresFromGram(gram: Matrix): Features {
  const factor = new CholeskyDecomposition(gram);
  if (!factor.isPositiveDefinite()) throw new RangeError("the Gram matrix of features must be positive definite");
  const rows = Float64Array.from(factor.lowerTriangularMatrix.to1DArray());
  return { classSize: gram.rows / 2, dimension: gram.rows, rows };
}

/**
 * Unit features that follow that Gram matrix only nearly: φ = √c·(direction of the class) + √(1 − c)·(uniformly random
 * unit vector), the two directions orthogonal to each other and to the random vectors. Inner products are off by
 * (1 − c) times that of two random unit vectors in d − 2 dimensions, of variance 1/(d − 2): the larger d, the nearer.
 *
 * @param classSize m ≥ 1.
 * @param c similarity within a class, 0 ≤ c < 1.
 * @param dimension d ≥ 3.
 */
export function nearBlockFeatures(classSize: number, c: number, dimension: number, random: RandomGenerator): Features {
  requireShape(classSize, c);
  if (!(dimension >= 3)) {
    throw new RangeError(`features around two directions need at least 3 dimensions; ${dimension} given`);
  }
  const rows = new Float64Array(2 * classSize * dimension);
  for (let i = 0; i < 2 * classSize; i++) {
    const row = rows.subarray(i * dimension, (i + 1) * dimension);
    let square = 0;
    for (let j = 2; j < dimension; j++) {
      row[j] = normal(random);
      square += row[j]! * row[j]!;
    }
    const scale = Math.sqrt((1 - c) / square);
    for (let j = 2; j < dimension; j++) row[j]! *= scale;
    row[i < classSize ? 0 : 1] = Math.sqrt(c);
  }
  return { classSize, dimension, rows };
}

function requireShape(classSize: number, c: number): void {
  if (!(Number.isInteger(classSize) && classSize >= 1)) {
    throw new RangeError(`the class size must be a positive integer; ${classSize} given`);
  }
  if (!(c >= 0 && c < 1)) throw new RangeError(`the similarity within a class must be in [0, 1); ${c} given`);
}
