import fc from "fast-check";
import { type Fraction, Fractions } from "../../../src/formula/index.ts";
import {
  type ExactProblem,
  exactProblems,
  type ExactProblemShape,
  exactValue,
  showExactProblem,
  smallFractions,
} from "../../../src/ridge/index.ts";

/** A problem and a student of it, all in rational numbers. */
export interface ExactStudent {
  readonly problem: ExactProblem;
  readonly lambda: Fraction;
  readonly xi: Fraction;
}

export const zero = Fractions.fraction(0n);
export const one = Fractions.fraction(1n);

/** The quotient of two integers. */
export function ratio(numerator: number, denominator = 1): Fraction {
  return Fractions.fraction(BigInt(numerator), BigInt(denominator));
}

/** Small rational numbers of either sign. */
export const signedFractions: fc.Arbitrary<Fraction> = fc
  .tuple(smallFractions(0), fc.boolean())
  .map(([size, negative]) => (negative ? Fractions.negate(size) : size));

/** Problems of a shape, each with a student. */
export function exactStudents(shape: ExactProblemShape): fc.Arbitrary<ExactStudent> {
  return fc.record({ problem: exactProblems(shape), lambda: smallFractions(1), xi: signedFractions });
}

/** Two or three modes without signal, without noise, and without either. */
export const withoutSignal: ExactProblemShape = { modes: { least: 2, most: 3 }, squaredSignal: fc.constant(zero) };
export const withoutNoise: ExactProblemShape = {
  modes: { least: 2, most: 3 },
  noiseVariance: fc.constant(zero),
  squaredSignal: smallFractions(1),
};
export const withNothing: ExactProblemShape = { ...withoutNoise, ...withoutSignal };

/** A formula's exact value at a student. */
export function valueAt(formula: string, { problem, lambda, xi }: ExactStudent): Fraction {
  return exactValue(formula, problem, { lambda, xi });
}

/** A student as people write it: `s = (2, 1), θ² = (1, 0), γ² = 3, λ = 1, ξ = 1/2`. */
export function showExactStudent({ problem, lambda, xi }: ExactStudent): string {
  return `${showExactProblem(problem)}, λ = ${Fractions.show(lambda)}, ξ = ${Fractions.show(xi)}`;
}

/** The value of a formula that does not depend on ξ at a problem and λ; null where it does. */
export function sameForEveryXi(formula: string, student: ExactStudent): Fraction | null {
  // A quadratic in ξ with the same value three times is constant.
  const values = [-1, 0, 1].map((xi) => valueAt(formula, { ...student, xi: ratio(xi) }));
  return values.every((value) => Fractions.equal(value, values[0]!)) ? values[0]! : null;
}

/**
 * Students whose shrinkage is the oracle's: for any spectrum, noise, λ and −1 ≤ ξ ≤ 1, every 0 < g_j < 1, and the signal
 * θ_j² = γ² g_j/(s_j (1 − g_j)) has g_j as its best shrinkage. ξ is not 0: these are no teachers.
 */
export function oracleStudents(lambda: fc.Arbitrary<Fraction> = smallFractions(1)): fc.Arbitrary<ExactStudent> {
  return fc
    .record({
      problem: exactProblems({ modes: { least: 3, most: 3 } }),
      lambda,
      xi: fc
        .record({ denominator: fc.bigInt(1n, 4n), negative: fc.boolean() })
        .map(({ denominator, negative }) => Fractions.fraction(negative ? -1n : 1n, denominator)),
    })
    .map((student) => ({ ...student, problem: withOracleSignal(student) }));
}

function withOracleSignal({ problem, lambda, xi }: ExactStudent): ExactProblem {
  const squaredSignal = problem.squaredSingularValues.map((s) => {
    const alone = { ...problem, squaredSingularValues: [s], squaredSignal: [zero] };
    return exactValue("sum(noiseVariance*g_j/(s_j*h_j))", alone, { lambda, xi });
  });
  return { ...problem, squaredSignal };
}
