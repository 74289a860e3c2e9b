import { CholeskyDecomposition, Matrix } from "ml-matrix";

/** Rounds of self-distillation at one λ: student i imitates student i − 1 with weight xis[i − 1]; student 0 is the teacher. */
export interface Rounds {
  /** λ > 0 of all fits. */
  readonly lambda: number;
  /** ξ_1, …, ξ_k. */
  readonly xis: readonly number[];
}

/**
 * The teacher's and the student's normal equations. No closed form is used here.
 *
 * X is n × d, samples in rows. Labels and predictions come as n × m matrices, one column per draw; estimates as d × m. A
 * fit needs labels only through their `statistic`: Xᵀy where n ≥ d, and then (XᵀX + λI)θ = Xᵀy is solved; y itself where
 * n < d, and then (XXᵀ + λI)α = y, θ = Xᵀα.
 *
 * @example
 * ```ts
 * import { Matrix } from "ml-matrix";
 * import { ridge } from "sd-theorems";
 *
 * const design = new Matrix([[1, 0], [1, 1], [0, 2]]);
 * const labels = Matrix.columnVector([1, 2, 2]);
 * const equations = new ridge.NormalEquations(design);
 * const fit = equations.at(0.5);
 * const teacher = fit.teacher(equations.statistic(labels));
 * const student = fit.student(equations.statistic(labels), teacher, 1.5);
 * console.log(teacher.to1DArray().map((value) => value.toFixed(3))); // [ '0.824', '0.941' ]
 * console.log(student.to1DArray().map((value) => value.toFixed(3))); // [ '0.612', '0.851' ]
 *
 * // The same by its closed form: each mode of the labels, shrunk by g_j.
 * const basis = ridge.singularBasis(design);
 * const problem = ridge.problemFromDesign(design, [1, 1], 1);
 * const shrinkage = new ridge.ClosedForms().perMode("g", problem, 0.5, 1.5);
 * const coordinates = ridge.labelCoordinates(basis, labels);
 * const estimate = ridge.shrunkEstimates(basis.right, shrinkage, coordinates);
 * console.log(estimate.to1DArray().map((value) => value.toFixed(3))); // [ '0.612', '0.851' ]
 * ```
 */
export class NormalEquations {
  /** X, n × d. */
  readonly design: Matrix;
  readonly #transposed: Matrix;
  readonly #gram: Matrix;
  readonly #primal: boolean;

  /**
   * Prepares fits to a design.
   *
   * @param design X, n × d, samples in rows.
   */
  constructor(design: Matrix) {
    this.design = design;
    this.#transposed = design.transpose();
    this.#primal = design.rows >= design.columns;
    this.#gram = symmetric(this.#primal ? this.#transposed.mmul(design) : design.mmul(this.#transposed));
  }

  /** Length of a statistic: min(n, d). */
  get size(): number {
    return this.#gram.rows;
  }

  /** The matrix (size × n) whose image of the labels is their statistic; null where that is the labels themselves. */
  get statisticMap(): Matrix | null {
    return this.#primal ? this.#transposed : null;
  }

  /** What a fit needs of the labels (n × m): a `size` × m matrix. */
  statistic(labels: Matrix): Matrix {
    return this.#primal ? this.#transposed.mmul(labels) : labels;
  }

  /** The statistic of the labels that an estimate (d × m) predicts. */
  predicted(estimate: Matrix): Matrix {
    return this.#primal ? this.#gram.mmul(estimate) : this.design.mmul(estimate);
  }

  /** Factorises the system for one λ > 0. @throws RangeError where it is not positive definite in floating point. */
  at(lambda: number): RegularizedFit {
    const system = this.#gram.clone();
    for (let i = 0; i < system.rows; i++) system.set(i, i, system.get(i, i) + lambda);
    const factor = new CholeskyDecomposition(system);
    if (!factor.isPositiveDefinite()) {
      throw new RangeError(`XᵀX + λI is not positive definite in floating point for λ = ${lambda}`);
    }
    const solve = (statistic: Matrix): Matrix => {
      const solution = factor.solve(statistic);
      return this.#primal ? solution : this.#transposed.mmul(solution);
    };
    return new RegularizedFit(this, solve);
  }
}

/** Fits at one λ, from statistics of the labels: what `NormalEquations.at` gives. */
export class RegularizedFit {
  readonly #equations: NormalEquations;
  readonly #solve: (statistic: Matrix) => Matrix;

  /** @hidden `NormalEquations` makes them. */
  constructor(equations: NormalEquations, solve: (statistic: Matrix) => Matrix) {
    this.#equations = equations;
    this.#solve = solve;
  }

  /**
   * argmin ½‖y − Xθ‖² + ½λ‖θ‖², for each column.
   *
   * @param statistic of the labels, size × m: see `NormalEquations.statistic`.
   */
  teacher(statistic: Matrix): Matrix {
    return this.#solve(statistic);
  }

  /**
   * argmin ½ξ‖Xθ_T − Xθ‖² + ½(1 − ξ)‖y − Xθ‖² + ½λ‖θ‖², for each column. Its normal equations are those of ridge with
   * the labels ξXθ_T + (1 − ξ)y, as the weights of the two squares add up to 1.
   *
   * @param statistic of the labels, size × m.
   * @param teacher whom it imitates, d × m.
   * @param xi any number.
   */
  student(statistic: Matrix, teacher: Matrix, xi: number): Matrix {
    const imitated = Matrix.mul(this.#equations.predicted(teacher), xi);
    return this.#solve(imitated.add(Matrix.mul(statistic, 1 - xi)));
  }

  /**
   * The teacher and the students of each round, one after the other: each imitates the one before it.
   *
   * @param statistic of the labels, size × m.
   * @param xis one per round.
   */
  rounds(statistic: Matrix, xis: readonly number[]): Matrix[] {
    const estimates = [this.teacher(statistic)];
    for (const xi of xis) estimates.push(this.student(statistic, estimates.at(-1)!, xi));
    return estimates;
  }

  /** The student from labels (n × m), the teacher being fitted on the way. */
  studentFromLabels(labels: Matrix, xi: number): Matrix {
    const statistic = this.#equations.statistic(labels);
    return this.student(statistic, this.teacher(statistic), xi);
  }
}

// The product is symmetric up to rounding; ml-matrix's Cholesky asks for exact symmetry.
function symmetric(matrix: Matrix): Matrix {
  for (let i = 0; i < matrix.rows; i++) {
    for (let j = 0; j < i; j++) matrix.set(i, j, matrix.get(j, i));
  }
  return matrix;
}
