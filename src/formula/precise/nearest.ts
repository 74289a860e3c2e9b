import { type Fraction, toNumber } from "../exact/fraction.ts";
import { type Ball, ballArithmetic, type BallArithmetic } from "./ball.ts";

/** A number to be shown: the nearest floating-point number, and what that leaves out. */
export interface Nearest {
  /** ±∞ where the value is beyond the floating-point numbers. */
  readonly value: number;
  /** Whether the value is so small, and is not 0, that floating-point numbers have not all their digits for it. */
  readonly tiny: boolean;
}

const FIRST_BITS = 128;
const LAST_BITS = 8192;

/**
 * Values in floating point, each rounded once: the nearest number to the exact value, as balls of more and more digits show.
 * Where 8192 bits tell no more than that a value is too small for any floating-point number but 0, it is taken for 0; where they
 * do not tell it from half-way between two numbers, it is one of them.
 *
 * @param compute the values in a given arithmetic, always as many.
 * @throws RangeError where as many bits do not tell a value or a denominator from 0.
 */
export function nearestNumbers(compute: (arithmetic: BallArithmetic) => readonly Ball[]): Nearest[] {
  for (let bits = FIRST_BITS; ; bits *= 2) {
    const isLast = bits === LAST_BITS;
    const balls = compute(ballArithmetic(bits));
    const found = balls.map((ball) => nearest(ball, isLast));
    if (found.every((each) => each !== null)) return found;
    if (isLast) throw new RangeError(`what cancels is not told from 0 by ${LAST_BITS} bits`);
  }
}

function nearest(ball: Ball, isLast: boolean): Nearest | null {
  if (ball === null) return null;
  const { middle, radius, exponent } = ball;
  const [lower, upper] = [middle - radius, middle + radius];
  if (lower === 0n && upper === 0n) return { value: 0, tiny: false };
  const holdsZero = lower <= 0n && upper >= 0n;
  if (holdsZero && !isLast) return null;
  const [one, other] = [lower, upper].map((end) => toNumber(scaled(end, exponent)));
  if (one !== other && (holdsZero || !isLast)) return null;
  return holdsZero ? { value: 0, tiny: false } : { value: one!, tiny: Math.abs(one!) < 2 ** -1022 };
}

// In whatever terms: only its value is asked for.
function scaled(value: bigint, exponent: number): Fraction {
  return exponent >= 0
    ? { numerator: value << BigInt(exponent), denominator: 1n }
    : { numerator: value, denominator: 1n << BigInt(-exponent) };
}
