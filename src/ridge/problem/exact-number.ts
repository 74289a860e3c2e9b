import { InvalidInput, plain, quoted } from "../../data/portable.ts";
import { type Fraction, Fractions } from "../../formula/index.ts";

/**
 * The rational number that is written, however many digits it has: `0.1` is 1/10, and so are `1/10` and `1e-1`. A
 * floating-point number stands for the one it is.
 *
 * @param where what to call it in a message.
 * @throws InvalidInput in one sentence.
 */
export function exactNumber(given: number | string, where: string): Fraction {
  if (typeof given === "number") {
    if (!Number.isFinite(given)) throw new InvalidInput(`${where} is ${given}; it must be a finite number`);
    return Fractions.fromNumber(given);
  }
  if (given.length > LONGEST) {
    throw new InvalidInput(`${where} has ${given.length} characters; numbers and fractions have at most ${LONGEST}`);
  }
  const value = Fractions.parse(given);
  if (value !== null) return value;
  if (/^\s*[-+]?[\d.]+[eE][-+]?\d+\s*$/.test(given)) {
    throw new InvalidInput(`${where} is ${plain(given)}; exponents have at most ${Fractions.LARGEST_EXPONENT} in size`);
  }
  throw new InvalidInput(`${where} is ${quoted(given)}; write a fraction as "7/13", or a number such as 0.1`);
}

/** The same, where it must not be negative. @throws InvalidInput in one sentence. */
export function nonnegativeNumber(given: number | string, where: string): Fraction {
  const value = exactNumber(given, where);
  if (Fractions.sign(value) < 0) throw new InvalidInput(`${where} is ${plain(String(given))}; it must not be negative`);
  return value;
}

/** The same, where it is a singular value or its square. @throws InvalidInput in one sentence. */
export function positiveNumber(given: number | string, where: string, hint = ""): Fraction {
  const value = nonnegativeNumber(given, where);
  if (Fractions.sign(value) > 0) return value;
  throw new InvalidInput(`${where} is ${plain(String(given))}; singular values are positive${hint}`);
}

/**
 * The nearest floating-point number.
 *
 * @param given as it was written.
 * @param where what to call it in a message.
 * @throws InvalidInput where it is beyond their range: too large, or so small that digits would be lost.
 */
export function roundedNumber(given: number | string, where: string): number {
  return roundedFraction(exactNumber(given, where), where, plain(String(given)));
}

/** The same of a rational number; `written` is how a message shows it. @throws InvalidInput as `roundedNumber` does. */
export function roundedFraction(exact: Fraction, where: string, written?: string): number {
  const value = Fractions.toNumber(exact);
  const lost = Math.abs(value) === Infinity ? "large" : isCoarse(value, exact) ? "small" : null;
  if (lost === null) return value;
  throw new InvalidInput(`${where} is ${written ?? shown(exact)}, too ${lost} for floating-point numbers`);
}

// Below 2^−1022 floating-point numbers have fewer digits: only what needs no rounding is taken.
function isCoarse(value: number, exact: Fraction): boolean {
  return Math.abs(value) < 2 ** -1022 && !Fractions.equal(Fractions.fromNumber(value), exact);
}

function shown(value: Fraction): string {
  const text = Fractions.show(value);
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}

// Putting a fraction in lowest terms takes a time that grows with the square of its length.
const LONGEST = 2000;
