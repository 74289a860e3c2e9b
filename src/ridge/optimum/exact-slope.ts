import { type Expression, Fractions, type Real, Reals } from "../../formula/index.ts";
import type { EnclosedProblem } from "../problem/enclosed-problem.ts";
import type { Chart } from "./chart.ts";
import { formulaFor } from "./counted.ts";
import { pointOf } from "./known-point.ts";

const best = formulaFor("pull/curvature");
const slope = formulaFor("excessSlope");
const zero = Reals.real(Fractions.fraction(0n));

/**
 * The sign of the slope, at an end of the line, of the least error over ξ, in the chart's coordinate and with as many digits as
 * are known: the slope of the error for the best κ there, M/C at κ = 0. Null where it is not known.
 */
export function exactSlopeSign(chart: Chart, problem: EnclosedProblem): -1 | 0 | 1 | null {
  const { modes, scalars, perMode } = pointOf(problem);
  const ofOne = (expression: Expression, given: Readonly<Record<string, readonly Real[]>>, kappa = zero): Real[] =>
    problem.groups.map((_, j) =>
      Reals.evaluateReal(
        expression,
        { modes, scalars: { [chart.coordinate]: zero, kappa }, perMode: { s: perMode.s, ...given } },
        { j },
      ),
    );
  const alpha = ofOne(chart.alpha, {});
  const beta = ofOne(chart.beta, {});
  const d = ofOne(chart.d, { a: alpha, b: beta, highB: beta });
  const total = (sum: Expression, kappa: Real, missSlope: readonly Real[] = []): Real =>
    Reals.evaluateReal(sum, {
      modes,
      scalars: { ...scalars, kappa },
      perMode: { ...perMode, alpha, d, missSlope },
    });
  const kappa = total(best(problem.groups), zero);
  return Reals.sign(total(slope(problem.groups), kappa, ofOne(chart.missSlope, {}, kappa)));
}
