import { evaluate, type Expression, type Fraction, Fractions } from "../../formula/index.ts";
import { type ExactProblem, inSquares } from "../exact-problem.ts";
import { optimumBook } from "./book.ts";
import type { Chart } from "./chart.ts";
import type { Group } from "./groups.ts";

const [pull, curvature, slope] = ["pull", "curvature", "excessSlope"].map((name) =>
  inSquares(optimumBook.expand(name)),
) as [Expression, Expression, Expression];
const zero = Fractions.fraction(0n);

/**
 * The sign of the slope, at an end of the line, of the least error over ξ, in the chart's coordinate and in rational
 * numbers: the slope of the error for the best κ there, M/C at κ = 0.
 */
export function exactSlopeSign(chart: Chart, groups: readonly Group[], { noiseVariance }: ExactProblem): -1 | 0 | 1 {
  const modes = groups.flatMap((group) => Array.from({ length: group.modes }, () => group));
  const s = modes.map((mode) => mode.s);
  const thetaSquared = modes.map(({ squaredSignal }) => squaredSignal);
  const ofOne = (
    expression: Expression,
    given: Readonly<Record<string, readonly Fraction[]>>,
    kappa = zero,
  ): Fraction[] =>
    modes.map((_, j) => {
      const scalars = { [chart.coordinate]: zero, kappa };
      return evaluate(expression, { modes: modes.length, scalars, perMode: { s, ...given } }, { j });
    });
  const alpha = ofOne(chart.alpha, {});
  const beta = ofOne(chart.beta, {});
  const d = ofOne(chart.d, { a: alpha, b: beta, highB: beta });
  const total = (sum: Expression, kappa: Fraction, missSlope: readonly Fraction[] = []): Fraction =>
    evaluate(sum, {
      modes: modes.length,
      scalars: { kappa, noiseVariance },
      perMode: { s, thetaSquared, alpha, d, missSlope },
    });
  const best = Fractions.multiply(total(pull, zero), Fractions.reciprocal(total(curvature, zero)));
  return Fractions.sign(total(slope, best, ofOne(chart.missSlope, {}, best)));
}
