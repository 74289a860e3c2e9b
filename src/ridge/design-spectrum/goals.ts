import { type Fraction, Reals } from "../../formula/index.ts";
import { bitsOf } from "./integers.ts";
import type { ScaledDesign } from "./scaled-design.ts";
import { type EnclosedSpectrum, logarithms } from "./signals.ts";

/** Bits to which all is to be known that an error is computed from: some more than floating-point numbers have. */
const GOAL = 60;

/** From so many bits on, no more are tried only to tell signals apart. */
const ENOUGH = 384;

/** What a spectrum is known by. */
export interface Known {
  readonly bits: number;
  /** The relative half-width of eigenvalues, in units of 2^−bits. */
  readonly error: bigint;
  /** There are at least so many eigenvalues apart from 0. */
  readonly distinct: number;
}

/**
 * Whether a spectrum is known so well that errors are enclosed as narrowly as floating-point numbers allow: a squared signal
 * relative to itself, or to what it adds to the error of the oracle, or to all of that. And whether all eigenvalues are told apart
 * that are known to differ, and neighbours' signals, where some more bits might tell them apart.
 */
export function isKnownWell(
  spectrum: EnclosedSpectrum,
  { bits, error, distinct }: Known,
  { unitOfS, unitOfSignal }: ScaledDesign,
  noiseVariance: Fraction,
): boolean {
  const { eigenvalues, residual } = spectrum;
  if (bitsOf(error) > bits - GOAL || eigenvalues.length < distinct) return false;
  const noise = logarithmOf(noiseVariance) - logarithmOf(unitOfS) - logarithmOf(unitOfSignal);
  const modes = eigenvalues.map(({ s, signal }) => ({
    ...logarithms(signal),
    noise: noise - logarithms(s).least,
  }));
  const outside = logarithms(residual);
  // Each mode adds to the error the lesser of its signal and its noise, or at least half of that.
  const total = modes.reduce((sum, mode) => Math.max(sum, Math.min(mode.least, mode.noise)), outside.least);
  const isNarrow = (mode: { least: number; width: number; noise: number }): boolean =>
    mode.width <= Math.max(mode.least, Math.min(mode.noise, total)) - GOAL;
  if (!modes.every((mode) => noise === -Infinity || isNarrow(mode)) || !isNarrow({ ...outside, noise: total })) {
    return false;
  }
  const means = eigenvalues.map(({ signal, multiplicity }) => Reals.divided(signal, multiplicity));
  return bits >= ENOUGH || means.every((mean, j) => j === 0 || Reals.compare(mean, means[j - 1]!) !== null);
}

function logarithmOf({ numerator, denominator }: Fraction): number {
  return numerator === 0n ? -Infinity : bitsOf(numerator) - bitsOf(denominator);
}
