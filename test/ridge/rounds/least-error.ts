import { type Fraction, Fractions } from "../../../src/formula/index.ts";
import type { ExactProblem } from "../../../src/ridge/problem/exact-problem.ts";

const { add, fraction, multiply, reciprocal, subtract } = Fractions;
const ratio = (numerator: Fraction, denominator: Fraction): Fraction => multiply(numerator, reciprocal(denominator));

/**
 * The least error of k tails by another method: the normal equations of Σ_j θ²h² + (γ²/s)(1 − h)², h = b(1 + Σ T_i aⁱ),
 * solved by elimination in rational numbers.
 */
export function leastError(
  { squaredSingularValues, squaredSignal, noiseVariance }: ExactProblem,
  lambda: Fraction,
  k: number,
): Fraction {
  const modes = squaredSingularValues.map((s, j) => {
    const [a, b] = [ratio(s, add(s, lambda)), ratio(lambda, add(s, lambda))];
    return {
      theta2: squaredSignal[j]!,
      noise: ratio(noiseVariance, s),
      basis: Array.from({ length: k + 1 }, (_, i) => multiply(b, Fractions.power(a, i))),
    };
  });
  const total = (term: (mode: (typeof modes)[number]) => Fraction): Fraction => modes.map(term).reduce(add);
  // Half the derivative by T_i: Σ_j (θ² + γ²/s) b aⁱ (b + Σ_m T_m b aᵐ) − (γ²/s) b aⁱ.
  const rows = Array.from({ length: k }, (_, i) => {
    const row = Array.from({ length: k }, (__, m) =>
      total(({ theta2, noise, basis }) => multiply(add(theta2, noise), multiply(basis[i + 1]!, basis[m + 1]!))),
    );
    const right = total(({ theta2, noise, basis }) =>
      multiply(basis[i + 1]!, subtract(noise, multiply(add(theta2, noise), basis[0]!))),
    );
    return [...row, right];
  });
  for (let pivot = 0; pivot < k; pivot++) {
    for (let i = 0; i < k; i++) {
      if (i === pivot) continue;
      const factor = ratio(rows[i]![pivot]!, rows[pivot]![pivot]!);
      rows[i] = rows[i]!.map((value, m) => subtract(value, multiply(factor, rows[pivot]![m]!)));
    }
  }
  const tails = rows.map((row, i) => ratio(row[k]!, row[i]!));
  return total(({ theta2, noise, basis }) => {
    const h = tails.reduce((sum, tail, i) => add(sum, multiply(tail, basis[i + 1]!)), basis[0]!);
    const g = subtract(fraction(1n), h);
    return add(multiply(theta2, multiply(h, h)), multiply(noise, multiply(g, g)));
  });
}
