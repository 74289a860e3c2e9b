import { Matrix, solve } from "ml-matrix";
import { all, create } from "mathjs";
import { type Fraction, Fractions, gaussian, type Streams } from "sd-theorems";

/*
 * What the formulas are held against: estimators as they are defined, from their normal equations. No formula of the
 * claim is used in this file.
 */

/** A regression problem: the design (n × d), the truth (d × 1), and a penalty. */
export interface Setting {
  readonly design: Matrix;
  readonly truth: Matrix;
  readonly noiseVariance: number;
  readonly lambda: number;
}

/** Draws responses, fits least squares and ridge to each, and measures both squared distances to the truth. */
export function squaredErrors(
  { design, truth, noiseVariance, lambda }: Setting,
  streams: Streams,
  first: number,
  count: number,
): { readonly leastSquares: Float64Array; readonly ridge: Float64Array } {
  const signal = design.mmul(truth);
  const responses = new Matrix(design.rows, count);
  for (let draw = 0; draw < count; draw++) {
    const random = streams.replicate(first + draw);
    for (let i = 0; i < design.rows; i++) {
      responses.set(i, draw, signal.get(i, 0) + Math.sqrt(noiseVariance) * gaussian.draw(random));
    }
  }
  const gram = design.transpose().mmul(design);
  const moments = design.transpose().mmul(responses);
  const errorsAt = (penalty: number): Float64Array => {
    const estimates = solve(Matrix.add(gram, Matrix.eye(gram.rows).mul(penalty)), moments);
    const distances = estimates.subColumnVector(truth);
    return Float64Array.from({ length: count }, (_, draw) =>
      distances.getColumnVector(draw).dot(distances.getColumnVector(draw)),
    );
  };
  return { leastSquares: errorsAt(0), ridge: errorsAt(lambda) };
}

/** Two predictors in rational numbers. A turn t stands for the rotation of the angle φ with tan(φ/2) = t. */
export interface ExactProblem {
  readonly singularValues: readonly [Fraction, Fraction];
  /** The truth along the two singular directions. */
  readonly theta: readonly [Fraction, Fraction];
  readonly leftTurn: Fraction;
  readonly rightTurn: Fraction;
  readonly noiseVariance: Fraction;
}

const exactly = create(all!, { number: "Fraction" });

// E‖My − θ‖² for the linear estimator M: its squared bias, and the noise variance times its squared entries.
const meanSquaredError = exactly.compile(`
  turn(t) = [1 - t^2, -2t; 2t, 1 - t^2]/(1 + t^2)
  X = turn(leftTurn) * [sigma1, 0; 0, sigma2] * turn(rightTurn)'
  theta = turn(rightTurn) * [theta1; theta2]
  M = inv(X'*X + [penalty, 0; 0, penalty]) * X'
  sum((M*X*theta - theta).^2) + noiseVariance*sum(M.^2)`);

/** The mean squared error of ridge with a penalty, of least squares for 0: exact, by matrix algebra alone. */
export function exactError(problem: ExactProblem, penalty: Fraction): Fraction {
  const [sigma1, sigma2] = problem.singularValues;
  const [theta1, theta2] = problem.theta;
  const { leftTurn, rightTurn, noiseVariance } = problem;
  const values = { sigma1, sigma2, theta1, theta2, leftTurn, rightTurn, noiseVariance, penalty };
  const scope = Object.fromEntries(
    Object.entries(values).map(([name, { numerator, denominator }]) => [
      name,
      exactly.fraction(numerator, denominator),
    ]),
  );
  const { entries } = meanSquaredError.evaluate(scope) as { entries: { s: bigint; n: bigint; d: bigint }[] };
  const { s, n, d } = entries.at(-1)!;
  return Fractions.fraction(s * n, d);
}
