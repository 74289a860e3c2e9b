import {
  type Ball,
  type BallArithmetic,
  Fractions,
  interpret,
  nearestNumbers,
  type Real,
} from "../../formula/index.ts";
import type { EnclosedProblem } from "../problem/enclosed-problem.ts";
import { type ExactProblem, inSquares } from "../problem/exact-problem.ts";
import { optimumBook } from "./book.ts";
import { counted } from "./counted.ts";
import { pointOf } from "./known-point.ts";

const ofModes = inSquares(optimumBook.expand("oracleError"));
const ofGroups = counted("oracleError");

/** The error of the best shrinkage mode by mode: the nearest floating-point number. */
export function oracleOfModes(problem: ExactProblem): number {
  const { squaredSingularValues, squaredSignal, noiseVariance, residualSignal } = problem;
  // 0/0 in a mode that has neither signal nor noise.
  if (Fractions.sign(noiseVariance) === 0) return Fractions.toNumber(residualSignal);
  return nearest((arithmetic) => {
    const { fraction } = arithmetic;
    const scalars = { noiseVariance: fraction(noiseVariance), residualSignal: fraction(residualSignal) };
    const perMode = { s: squaredSingularValues.map(fraction), thetaSquared: squaredSignal.map(fraction) };
    return interpret(ofModes, { modes: squaredSignal.length, scalars, perMode }, arithmetic);
  });
}

/** The error of the best shrinkage by a function of s, likewise as far as the numbers of the problem are known. */
export function oracleOfGroups(problem: EnclosedProblem): number {
  const { modes, scalars, perMode } = pointOf(problem);
  return nearest((arithmetic) => {
    const ball = ({ exact, ball: known }: Real): Ball => (exact === null ? known : arithmetic.fraction(exact));
    if (Fractions.sign(problem.noiseVariance) === 0) return ball(problem.residualSignal);
    const known = {
      modes,
      scalars: Object.fromEntries(Object.entries(scalars).map(([name, value]) => [name, ball(value)])),
      perMode: Object.fromEntries(Object.entries(perMode).map(([name, values]) => [name, values.map(ball)])),
    };
    return interpret(ofGroups, known, arithmetic);
  });
}

function nearest(compute: (arithmetic: BallArithmetic) => Ball): number {
  return nearestNumbers((arithmetic) => [compute(arithmetic)])[0]!.value;
}
