import {
  type Ball,
  type BallArithmetic,
  type Expression,
  type Fraction,
  interpret,
  type Modes,
  type Point,
} from "../../formula/index.ts";
import { type ExactProblem, inSquares } from "../problem/exact-problem.ts";
import { ridgeBook } from "../book/ridge.ts";

/** Values of symbols and formulas as balls: of a scalar one, of others one for each mode. */
export type PreciseValues = Point<Ball>;

/** What the formulas of a student are evaluated at, before any of them is. */
export function preciseInputs(
  problem: ExactProblem,
  student: { readonly lambda: Fraction; readonly xi: Fraction },
  { fraction }: BallArithmetic,
): PreciseValues {
  const { squaredSingularValues, squaredSignal, noiseVariance, residualSignal } = problem;
  const scalars = { noiseVariance, residualSignal, ...student };
  return {
    modes: squaredSingularValues.length,
    scalars: Object.fromEntries(Object.entries(scalars).map(([name, value]) => [name, fraction(value)])),
    perMode: { s: squaredSingularValues.map(fraction), thetaSquared: squaredSignal.map(fraction) },
  };
}

/**
 * The values of formulas of the ridge theory beside those that are known, each from the ones before it: what a formula is made
 * of is computed once.
 *
 * @param names formulas, those that others are made of first.
 * @param inputs values of symbols, and of formulas that are known.
 */
export function withFormulas(
  names: readonly string[],
  inputs: PreciseValues,
  arithmetic: BallArithmetic,
): PreciseValues {
  const values = { ...inputs, scalars: { ...inputs.scalars }, perMode: { ...inputs.perMode } };
  const known = [...Object.keys(values.scalars), ...Object.keys(values.perMode)].filter((name) =>
    ridgeBook.formulas.has(name),
  );
  names.forEach((name, i) => {
    const expression = expanded(name, [...known, ...names.slice(0, i)]);
    const at = (modes: Modes): Ball => interpret(expression, values, arithmetic, modes);
    if (!ridgeBook.formula(name).perMode) values.scalars[name] = at({});
    else values.perMode[name] = Array.from({ length: values.modes }, (_, j) => at({ j }));
  });
  return values;
}

const expressions = new Map<string, Expression>();

// A formula over others whose values are there.
function expanded(name: string, over: readonly string[]): Expression {
  const key = `${name} over ${over.join(", ")}`;
  const found = expressions.get(key);
  if (found !== undefined) return found;
  const index = ridgeBook.formula(name).perMode ? "j" : null;
  const expression = inSquares(ridgeBook.opaque(...over).expand({ kind: "symbol", name, index }));
  expressions.set(key, expression);
  return expression;
}
