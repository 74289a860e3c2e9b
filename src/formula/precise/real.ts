import {
  compare as compareFractions,
  equal,
  type Fraction,
  fraction,
  sign as signOfFraction,
} from "../exact/fraction.ts";
import { evaluate } from "../exact/evaluate.ts";
import type { Expression } from "../expression.ts";
import { fromFraction } from "../interval/from-fraction.ts";
import type { Interval } from "../interval/interval.ts";
import { interpret, type Modes, type Point } from "../interpret.ts";
import { type Ball, ballArithmetic } from "./ball.ts";

/** A real number as far as it is known: within a ball of hundreds of bits, and exactly where it is known to be rational. */
export interface Real {
  /** Null where it is not known. */
  readonly exact: Fraction | null;
  readonly ball: NonNullable<Ball>;
}

const BITS = 640;
const arithmetic = ballArithmetic(BITS);

/** Sums and products of more numbers, or of longer ones, are evaluated in balls. */
const MOST_EXACT = 32;
const LONGEST = 1n << 4096n;

export function real(exact: Fraction): Real {
  return { exact, ball: arithmetic.fraction(exact)! };
}

/** A number from lower·2^exponent to upper·2^exponent. */
export function realBetween(lower: bigint, upper: bigint, exponent: number): Real {
  if (lower === 0n && upper === 0n) return real(fraction(0n));
  return { exact: null, ball: { middle: lower + upper, radius: upper - lower, exponent: exponent - 1 } };
}

/** −1, 0 or 1: the sign of left − right; 0 only where they are proved to be equal, and null where nothing is shown. */
export function compare(left: Real, right: Real): -1 | 0 | 1 | null {
  if (left.exact !== null && right.exact !== null) return compareFractions(left.exact, right.exact);
  const difference = arithmetic.subtract(left.ball, right.ball)!;
  if (difference.middle > difference.radius) return 1;
  return -difference.middle > difference.radius ? -1 : null;
}

const zero = real(fraction(0n));

/** −1, 0 or 1; null where it is not known. */
export function sign(value: Real): -1 | 0 | 1 | null {
  return value.exact === null ? compare(value, zero) : signOfFraction(value.exact);
}

/** Whether two numbers are the same rational number. */
export function isSame(left: Real, right: Real): boolean {
  return left.exact !== null && right.exact !== null && equal(left.exact, right.exact);
}

/** The ends of what it is known to lie between. */
export function endsOf({ exact, ball }: Real): readonly [lower: Fraction, upper: Fraction] {
  if (exact !== null) return [exact, exact];
  const { middle, radius, exponent } = ball;
  const end = (value: bigint): Fraction =>
    exponent >= 0 ? fraction(value << BigInt(exponent)) : fraction(value, 1n << BigInt(-exponent));
  return [end(middle - radius), end(middle + radius)];
}

/** An interval of floating-point numbers that contains it: as narrow as they allow, where it is known well. */
export function inInterval(value: Real): Interval {
  const [lower, upper] = endsOf(value);
  return value.exact === null
    ? { lower: fromFraction(lower).lower, upper: fromFraction(upper).upper }
    : fromFraction(value.exact);
}

/** The number over a positive integer. */
export function divided({ exact, ball }: Real, divisor: number): Real {
  if (exact !== null) return real(fraction(exact.numerator, exact.denominator * BigInt(divisor)));
  return { exact, ball: arithmetic.divide(ball, arithmetic.integer(BigInt(divisor)))! };
}

/** The number times 2^power. */
export function timesPowerOfTwo({ exact, ball }: Real, power: number): Real {
  const factor = power >= 0 ? [1n << BigInt(power), 1n] : [1n, 1n << BigInt(-power)];
  return {
    exact: exact === null ? null : fraction(exact.numerator * factor[0]!, exact.denominator * factor[1]!),
    ball: { ...ball, exponent: ball.exponent + power },
  };
}

/**
 * The value of an expression at numbers that are known: exactly where all of them are, and are few and short.
 *
 * @param expression expanded: see `Book.expand`.
 * @param point a value of each symbol that occurs.
 * @param at which modes j and k are, for a term outside any sum.
 * @throws RangeError where a denominator may be 0.
 */
export function evaluateReal(expression: Expression, point: Point<Real>, at: Modes = {}): Real {
  const values = [...Object.values(point.scalars), ...Object.values(point.perMode).flat()];
  if (point.modes <= MOST_EXACT && values.every(isShort)) {
    return real(
      evaluate(
        expression,
        mapped(point, ({ exact }) => exact!),
        at,
      ),
    );
  }
  const ball = interpret(
    expression,
    mapped<Ball>(point, (value) => value.ball),
    arithmetic,
    at,
  );
  if (ball === null) throw new RangeError("a denominator is not told from 0");
  return { exact: null, ball };
}

function isShort({ exact }: Real): boolean {
  return exact !== null && exact.denominator < LONGEST && exact.numerator < LONGEST && -exact.numerator < LONGEST;
}

function mapped<T>({ modes, scalars, perMode }: Point<Real>, change: (value: Real) => T): Point<T> {
  return {
    modes,
    scalars: Object.fromEntries(Object.entries(scalars).map(([name, value]) => [name, change(value)])),
    perMode: Object.fromEntries(Object.entries(perMode).map(([name, values]) => [name, values.map(change)])),
  };
}
