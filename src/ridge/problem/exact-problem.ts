import { type Expression, evaluate, Fractions, type Fraction, mapExpression } from "../../formula/index.ts";
import { ridgeBook } from "../book/ridge.ts";
import { roundedFraction } from "./exact-number.ts";
import { type RidgeProblem, ridgeProblem } from "./problem.ts";

/**
 * A ridge problem in rational numbers. The error depends on the singular values and the signal through their squares
 * alone, so those are what is given: small rational squares need no rational roots, and nothing is rounded.
 */
export interface ExactProblem {
  /** s_j > 0, one per mode. */
  readonly squaredSingularValues: readonly Fraction[];
  /** θ_j² ≥ 0, one per mode. */
  readonly squaredSignal: readonly Fraction[];
  /** γ² ≥ 0. */
  readonly noiseVariance: Fraction;
  /** θ_⊥² ≥ 0. */
  readonly residualSignal: Fraction;
}

/** The problem that floating-point numbers stand for, exactly. */
export function exactProblem(problem: RidgeProblem): ExactProblem {
  const square = (value: number): Fraction => Fractions.power(Fractions.fromNumber(value), 2);
  return {
    squaredSingularValues: problem.singularValues.map(square),
    squaredSignal: problem.signal.map(square),
    noiseVariance: Fractions.fromNumber(problem.noiseVariance),
    residualSignal: Fractions.fromNumber(problem.residualSignal),
  };
}

/**
 * The same problem in floating-point numbers: each within a unit in the last place.
 *
 * @throws InvalidInput where a number is beyond the range of floating-point numbers, too large or so small that it would lose
 * digits or vanish.
 */
export function roundedProblem(problem: ExactProblem): RidgeProblem {
  const roots = (values: readonly Fraction[], where: string): number[] =>
    values.map((value, j) => Math.sqrt(roundedFraction(value, `the square of ${where}[${j}]`)));
  return ridgeProblem({
    singularValues: roots(problem.squaredSingularValues, "singularValues"),
    signal: roots(problem.squaredSignal, "signal"),
    noiseVariance: roundedFraction(problem.noiseVariance, "noiseVariance"),
    residualSignal: roundedFraction(problem.residualSignal, "residualSignal"),
  });
}

/**
 * The exact value of a formula of the ridge theory, or of an expression over its names, at a problem and a student.
 *
 * @param formula a name of `ridgeBook`, such as "error", or an expression over its names.
 * @param problem in rational numbers.
 * @param options the student: λ, and ξ or 0.
 * @throws RangeError where the signal does not occur squared; DivisionByZero where a denominator vanishes.
 */
export function exactValue(
  formula: string,
  problem: ExactProblem,
  { lambda, xi = Fractions.fraction(0n) }: { readonly lambda: Fraction; readonly xi?: Fraction },
): Fraction {
  return evaluate(inSquares(ridgeBook.expand(formula)), {
    modes: problem.squaredSingularValues.length,
    scalars: { lambda, xi, noiseVariance: problem.noiseVariance, residualSignal: problem.residualSignal },
    perMode: { s: problem.squaredSingularValues, thetaSquared: problem.squaredSignal },
  });
}

/** The expression with θ_j² as a symbol of its own, `thetaSquared`, and likewise `theta1Squared` and `theta2Squared`. */
export function inSquares(expression: Expression): Expression {
  return mapExpression(expression, (part) =>
    part.kind === "power" && part.exponent === 2 && part.base.kind === "symbol" && /^theta\d?$/.test(part.base.name)
      ? { ...part.base, name: `${part.base.name}Squared` }
      : null,
  );
}

/** A problem as people write it: `s = (3, 1), θ² = (0, 1/2), γ² = 2`. */
export function showExactProblem(problem: ExactProblem): string {
  const list = (values: readonly Fraction[]): string => `(${values.map(Fractions.show).join(", ")})`;
  const { squaredSingularValues, squaredSignal, noiseVariance, residualSignal } = problem;
  const outside = Fractions.sign(residualSignal) === 0 ? "" : `, θ_⊥² = ${Fractions.show(residualSignal)}`;
  const modes = `s = ${list(squaredSingularValues)}, θ² = ${list(squaredSignal)}`;
  return `${modes}, γ² = ${Fractions.show(noiseVariance)}${outside}`;
}

/** A shell command that answers whether self-distillation beats ridge on a problem. */
export function showOptimumCommand(problem: ExactProblem): string {
  const written = (value: Fraction): number | string => {
    const shown = Fractions.show(value);
    return Number.isSafeInteger(Number(shown)) ? Number(shown) : shown;
  };
  const file = {
    squaredSingularValues: problem.squaredSingularValues.map(written),
    squaredSignal: problem.squaredSignal.map(written),
    noiseVariance: written(problem.noiseVariance),
    residualSignal: written(problem.residualSignal),
  };
  return `echo '${JSON.stringify(file)}' | npx sd-theorems optimum --problem -`;
}
