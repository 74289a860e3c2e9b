import { Fractions, fromFraction, type Real, Reals } from "../../formula/index.ts";
import type { DesignSpectrum } from "../design-spectrum/design-spectrum.ts";

/** How well the spectrum of a design is known. */
export interface SpectrumOf {
  /** Of X, proved. */
  readonly rank: number;
  /** How many different s_j > 0 there are; null where some are neither shown to be equal nor told apart: see `reason`. */
  readonly distinct: number | null;
  /** How many of them are known exactly, as they are rational. */
  readonly exact: number;
  /** The relative width of the widest enclosure of an s_j; 0 where all are exact. */
  readonly widest: number;
}

export function spectrumOf({ rank, groups }: DesignSpectrum): SpectrumOf {
  const isToldApart = groups.every(({ isCluster }) => isCluster === undefined);
  return {
    rank,
    distinct: isToldApart ? groups.length : null,
    exact: groups.filter(({ s }) => s.exact !== null).length,
    widest: Math.max(...groups.map(({ s }) => relativeWidth(s))),
  };
}

function relativeWidth(value: Real): number {
  if (value.exact !== null) return 0;
  const [lower, upper] = Reals.endsOf(value);
  return fromFraction(Fractions.multiply(Fractions.subtract(upper, lower), Fractions.reciprocal(lower))).upper;
}
