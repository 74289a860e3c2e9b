import type { Expression } from "../expression.ts";
import { symbolKey } from "../expression.ts";
import * as P from "./polynomial.ts";
import * as R from "./rational.ts";
import type { Rational } from "./rational.ts";

/**
 * Expressions with sums over modes, for any number r of modes: (c + Σ_j u(j) + Σ_{j<k} p(j, k)) over another such form.
 *
 * The rule this file rests on: c + Σ_j u(j) + Σ_{j<k} p(j, k) is zero for every r and every value of the symbols iff
 * the three rational functions c, u and p are zero (take r = 0, then r = 1, then r = 2).
 */
export interface SumForm {
  readonly constant: Rational;
  readonly single: Rational;
  readonly pair: Rational;
}

export interface SumRatio {
  readonly numerator: SumForm;
  readonly denominator: SumForm;
}

const unit: SumForm = { constant: R.one, single: R.zero, pair: R.zero };
const ADVICE = 'make it a formula of its own and declare that opaque in `prepare`, by book.opaque("its name")';

/** The sum form of an expression whose names are all declared symbols. @throws RangeError outside the language. */
export function sumRatio(expression: Expression): SumRatio {
  switch (expression.kind) {
    case "number":
      return constant(R.fromPolynomial(P.constant(expression.value)));
    case "symbol":
      return constant(R.fromPolynomial(P.variable(symbolKey(expression))));
    case "negate":
      return subtract(constant(R.zero), sumRatio(expression.argument));
    case "binary": {
      const left = sumRatio(expression.left);
      const right = sumRatio(expression.right);
      if (expression.operator === "+") return addRatios(left, right, 1n);
      if (expression.operator === "-") return subtract(left, right);
      return expression.operator === "*" ? multiply(left, right) : multiply(left, reciprocal(right));
    }
    case "power": {
      const base = expression.exponent < 0 ? reciprocal(sumRatio(expression.base)) : sumRatio(expression.base);
      let result = whole(unit);
      for (let i = 0; i < Math.abs(expression.exponent); i++) result = multiply(result, base);
      return result;
    }
    case "sum":
      return whole({ constant: R.zero, single: bind(rational(expression.summand), /_(j)$/), pair: R.zero });
    case "pairs":
      return whole({ constant: R.zero, single: R.zero, pair: bind(rational(expression.summand), /_([jk])$/) });
    default:
      throw new RangeError(`the kernel does not know ${expression.kind}`);
  }
}

/** A summand in the modes that its sum binds: the j of Σ_j is not the j of a symbol outside, as in s_j·Σ_j s_j. */
export function bind(summand: Rational, modes: RegExp): Rational {
  return R.rename(summand, (name) => name.replace(modes, "[$1]"));
}

/** The sum form of an expression that divides by no sum. @throws RangeError where one does. */
export function sumOf(expression: Expression): SumForm {
  const { numerator, denominator } = sumRatio(expression);
  if (denominator !== unit) throw new RangeError(`a sum stands in a denominator: ${ADVICE}`);
  return numerator;
}

/** The rational function of an expression without sums. @throws RangeError where there is a sum. */
export function rational(expression: Expression): Rational {
  const form = sumOf(expression);
  if (!isConstant(form)) throw new RangeError(`a sum stands where only its terms may: ${ADVICE}`);
  return form.constant;
}

/** True iff the expression is zero for every number of modes and every value of its symbols. */
export function isIdenticallyZero(expression: Expression): boolean {
  return isZero(sumRatio(expression).numerator);
}

function isZero(form: SumForm): boolean {
  return R.isZero(form.constant) && R.isZero(form.single) && R.isZero(form.pair);
}

function isConstant(form: SumForm): boolean {
  return R.isZero(form.single) && R.isZero(form.pair);
}

function whole(numerator: SumForm): SumRatio {
  return { numerator, denominator: unit };
}

function constant(value: Rational): SumRatio {
  return whole({ ...unit, constant: value });
}

function subtract(left: SumRatio, right: SumRatio): SumRatio {
  return addRatios(left, right, -1n);
}

function addRatios(left: SumRatio, right: SumRatio, factor: bigint): SumRatio {
  if (isZero(addForms(left.denominator, right.denominator, -1n))) {
    return { ...left, numerator: addForms(left.numerator, right.numerator, factor) };
  }
  return {
    numerator: addForms(
      multiplyForms(left.numerator, right.denominator),
      multiplyForms(right.numerator, left.denominator),
      factor,
    ),
    denominator: multiplyForms(left.denominator, right.denominator),
  };
}

function multiply(left: SumRatio, right: SumRatio): SumRatio {
  return {
    numerator: multiplyForms(left.numerator, right.numerator),
    denominator: multiplyForms(left.denominator, right.denominator),
  };
}

function reciprocal({ numerator, denominator }: SumRatio): SumRatio {
  if (isZero(numerator)) throw new R.DividesByZeroFunction("division by an expression that is identically zero");
  if (!isConstant(numerator)) return { numerator: denominator, denominator: numerator };
  return whole(scale(denominator, R.divide(R.one, numerator.constant)));
}

function addForms(left: SumForm, right: SumForm, factor: bigint): SumForm {
  return {
    constant: R.add(left.constant, right.constant, factor),
    single: R.add(left.single, right.single, factor),
    pair: R.add(left.pair, right.pair, factor),
  };
}

function scale(form: SumForm, by: Rational): SumForm {
  if (by === R.one) return form;
  return {
    constant: R.multiply(form.constant, by),
    single: R.multiply(form.single, by),
    pair: R.multiply(form.pair, by),
  };
}

// (Σ_j u_j)(Σ_k v_k) = Σ_j u_j v_j + Σ_{j<k} (u_j v_k + u_k v_j).
function multiplyForms(left: SumForm, right: SumForm): SumForm {
  if (isConstant(left)) return scale(right, left.constant);
  if (isConstant(right)) return scale(left, right.constant);
  if (!R.isZero(left.pair) || !R.isZero(right.pair))
    throw new RangeError(`a product of more than two sums is beyond the kernel; for each sum too many, ${ADVICE}`);
  const inK = (term: Rational): Rational => R.rename(term, (name) => name.replace(/\[j\]$/, "[k]"));
  const cross = (u: Rational, v: Rational): Rational => R.multiply(u, inK(v));
  const linear = addForms(scale(left, right.constant), scale(right, left.constant), 1n);
  return {
    constant: R.multiply(left.constant, right.constant),
    single: R.add(linear.single, R.multiply(left.single, right.single)),
    pair: R.add(cross(left.single, right.single), cross(right.single, left.single)),
  };
}
