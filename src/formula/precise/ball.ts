import type { Fraction } from "../exact/fraction.ts";
import type { Arithmetic } from "../interpret.ts";

/**
 * A real number known to lie within radius·2^exponent of middle·2^exponent: with as many digits as one likes, and no least or
 * largest number; or null, of which nothing is known.
 */
export type Ball = { readonly middle: bigint; readonly radius: bigint; readonly exponent: number } | null;

/** Arithmetic on balls. */
export interface BallArithmetic extends Arithmetic<Ball> {
  readonly fraction: (value: Fraction) => Ball;
}

/** Each result contains the exact one for all numbers in its operands; middles keep about `bits` bits. */
export function ballArithmetic(bits: number): BallArithmetic {
  const negate = (x: Ball): Ball => x && { ...x, middle: -x.middle };
  const add = (x: Ball, y: Ball): Ball => {
    if (x === null || y === null) return null;
    if (isZero(x)) return y;
    if (isZero(y)) return x;
    // What is far smaller than the other moves into the radius.
    const exponent = Math.max(Math.min(x.exponent, y.exponent), Math.max(topOf(x), topOf(y)) - bits);
    const [one, other] = [movedTo(x, exponent), movedTo(y, exponent)];
    return { middle: one.middle + other.middle, radius: one.radius + other.radius, exponent };
  };
  const multiply = (x: Ball, y: Ball): Ball => {
    if (x === null || y === null) return null;
    const radius = sizeOf(x.middle) * y.radius + x.radius * (sizeOf(y.middle) + y.radius);
    return shortened({ middle: x.middle * y.middle, radius, exponent: x.exponent + y.exponent });
  };
  const divide = (x: Ball, y: Ball): Ball => {
    if (x === null || y === null || sizeOf(y.middle) <= y.radius) return null;
    if (isZero(x)) return x;
    const shift = BigInt(Math.max(0, bits + bitsOf(y.middle) - bitsOf(x.middle)));
    const middle = (x.middle << shift) / y.middle;
    // |x/y − m/n| ≤ (r + |m/n|·s)/(|n| − s), where the division leaves less than 1 of m/n.
    const spread = (x.radius << shift) + (sizeOf(middle) + 1n) * y.radius;
    const radius = spread / (sizeOf(y.middle) - y.radius) + 2n;
    return shortened({ middle, radius, exponent: x.exponent - y.exponent - Number(shift) });
  };
  const power = (base: Ball, exponent: number): Ball => {
    if (exponent < 0) return divide(integer(1n), power(base, -exponent));
    if (exponent === 0) return integer(1n);
    const half = power(base, Math.floor(exponent / 2));
    return exponent % 2 === 0 ? multiply(half, half) : multiply(multiply(half, half), base);
  };
  // What is cut off is at most 1 in the new last digit.
  const shortened = (ball: NonNullable<Ball>): Ball => {
    const excess = bitsOf(ball.middle) - bits;
    return excess > 0 ? movedTo(ball, ball.exponent + excess) : ball;
  };
  const integer = (value: bigint): Ball => shortened({ middle: value, radius: 0n, exponent: 0 });
  return {
    integer,
    negate,
    add,
    subtract: (x, y) => add(x, negate(y)),
    multiply,
    divide,
    power,
    fraction: ({ numerator, denominator }) =>
      denominator === 1n ? integer(numerator) : divide(integer(numerator), integer(denominator)),
  };
}

function movedTo({ middle, radius, exponent }: NonNullable<Ball>, to: number): NonNullable<Ball> {
  if (to === exponent) return { middle, radius, exponent };
  if (to < exponent) {
    const shift = BigInt(exponent - to);
    return { middle: middle << shift, radius: radius << shift, exponent: to };
  }
  const shift = BigInt(to - exponent);
  return { middle: middle >> shift, radius: (radius >> shift) + 2n, exponent: to };
}

// All of it lies below 2^this.
function topOf({ middle, radius, exponent }: NonNullable<Ball>): number {
  return exponent + bitsOf(sizeOf(middle) + radius);
}

// At least the number of bits, and at most 3 more.
function bitsOf(value: bigint): number {
  return sizeOf(value).toString(16).length * 4;
}

function sizeOf(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function isZero({ middle, radius }: NonNullable<Ball>): boolean {
  return middle === 0n && radius === 0n;
}
