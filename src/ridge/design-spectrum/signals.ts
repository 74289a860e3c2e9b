import { Fractions, type Fraction, ballArithmetic, type Real, Reals } from "../../formula/index.ts";
import type { EigenvalueBounds } from "./eigenvalue-bounds.ts";
import type { Eigenvectors } from "./eigenvectors.ts";
import { bitsOf, dividedUp, dot, rootAbove, rootOf } from "./integers.ts";
import type { ScaledDesign } from "./scaled-design.ts";

/** Eigenvalues of a design that are not told apart, or one: in the units of the integers. */
export interface EnclosedEigenvalues {
  readonly multiplicity: number;
  readonly s: Real;
  /** Σ θ_j² over them. */
  readonly signal: Real;
}

export interface EnclosedSpectrum {
  /** From the largest down. */
  readonly eigenvalues: readonly EnclosedEigenvalues[];
  /** θ_⊥². */
  readonly residual: Real;
}

const arithmetic = ballArithmetic(640);

/**
 * The squared signals, by what is proved of the eigenvectors: the projection of the image on the space of some, of which the
 * norm is enclosed.
 *
 * @param unit the unit of eigenvalues, as a power of two.
 */
export function enclosedSpectrum(
  { byRows, image, parameter }: ScaledDesign,
  { bits, vectors }: Eigenvectors,
  { clusters, kernel, excess }: EigenvalueBounds,
  unit: number,
): EnclosedSpectrum {
  const one = 1n << BigInt(bits);
  const coordinates = vectors.map((vector) => dot(vector, image));
  const length = rootAbove(dot(coordinates, coordinates));
  const squaredNorm = (of: readonly number[], tilt: bigint): Real => {
    const square = of.reduce((sum, i) => sum + coordinates[i]! ** 2n, 0n);
    // With V made orthonormal coordinates change by at most ε of the length, and their projection by the tilt.
    const off = dividedUp((excess + 2n * tilt) * length, one);
    const [least, most] = [rootOf(square) - off, rootAbove(square) + off];
    return Reals.realBetween(least > 0n ? least * least : 0n, most * most, -2 * bits);
  };
  const eigenvalues = clusters.map(({ vectors: of, values, tilt }) => {
    const s = Reals.realBetween(values.lower, values.upper, unit - bits);
    const projected = squaredNorm(of, tilt);
    return { multiplicity: of.length, s, signal: byRows ? notNegative(quotient(projected, s)) : projected };
  });
  if (!byRows) {
    const residual = kernel === null ? Reals.real(Fractions.fraction(0n)) : squaredNorm(kernel.vectors, kernel.tilt);
    return { eigenvalues, residual };
  }
  const whole = integer(dot(parameter, parameter));
  const seen = eigenvalues.reduce((sum, { signal }) => arithmetic.add(sum, signal.ball)!, arithmetic.integer(0n)!);
  return { eigenvalues, residual: notNegative({ exact: null, ball: arithmetic.subtract(whole.ball, seen)! }) };
}

export function integer(value: bigint): Real {
  return Reals.real(Fractions.fraction(value));
}

/** A number that is not negative times a rational number ≥ 0. */
export function multiple({ exact, ball }: Real, factor: Fraction): Real {
  if (exact !== null) return Reals.real(Fractions.multiply(exact, factor));
  return notNegative({ exact, ball: arithmetic.multiply(ball, arithmetic.fraction(factor))! });
}

function quotient(one: Real, other: Real): Real {
  return { exact: null, ball: arithmetic.divide(one.ball, other.ball)! };
}

// What is known not to be negative.
function notNegative(value: Real): Real {
  const { middle, radius, exponent } = value.ball;
  if (middle >= radius) return value;
  return Reals.realBetween(0n, middle + radius > 0n ? middle + radius : 0n, exponent);
}

/** About log₂ of the least it can be (−∞ where that is 0), of the most, and of the difference. */
export function logarithms({ exact, ball }: Real): {
  readonly least: number;
  readonly most: number;
  readonly width: number;
} {
  const { middle, radius, exponent } = ball;
  const log = (value: bigint): number => (value <= 0n ? -Infinity : exponent + bitsOf(value));
  return {
    least: log(middle - radius),
    most: log(middle + radius),
    width: exact === null ? log(radius) : -Infinity,
  };
}
