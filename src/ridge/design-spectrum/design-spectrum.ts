import { InvalidInput } from "../../data/portable.ts";
import { Fractions, Reals } from "../../formula/index.ts";
import type { EnclosedProblem } from "../problem/enclosed-problem.ts";
import type { ExactDesign } from "../problem/exact-design.ts";
import { eigenvalueBounds } from "./eigenvalue-bounds.ts";
import { firstEigenvectors, refinedEigenvectors } from "./eigenvectors.ts";
import { isKnownWell } from "./goals.ts";
import { bitsOf, dot, type Integers, longest, shortened, times } from "./integers.ts";
import { type DistinctModulo, distinctModulo, MOST_WORK } from "./minimal-polynomial.ts";
import { rankOf } from "./rank.ts";
import { type Eigenvalues, rationalWhereShown } from "./rational-values.ts";
import { type ScaledDesign, scaledDesign } from "./scaled-design.ts";
import { type EnclosedSpectrum, enclosedSpectrum, integer, multiple } from "./signals.ts";

/** The problem that a design gives, and the rank of X. */
export interface DesignSpectrum extends EnclosedProblem {
  readonly rank: number;
}

/** Bits to which eigenvalues are to be known at least. */
const LEAST = 20;

const FIRST_BITS = 192;
const MOST_BITS = 8192;

/** A product of matrices costs at most about so many multiplications of 64-bit words, but for the first bits. */
const MOST_PRODUCT = 1e9;

/**
 * The squared singular values of a design, with their multiplicities, the squared signals of each and θ_⊥²: enclosed, and exact
 * where they are shown to be rational. Nothing is rounded that is not enclosed.
 *
 * @param design in rational numbers.
 * @param most how much work the proof that singular values are equal, or rational, may cost: see `MOST_WORK`.
 * @throws InvalidInput for a design that is empty, zero or too large, or whose singular values are too far apart.
 */
export function designSpectrum(design: ExactDesign, most = MOST_WORK): DesignSpectrum {
  const scaled = scaledDesign(design);
  const rank = rankOf(scaled.design);
  const modulo = distinctModulo(scaled.gram);
  const spectrum = withZeros(enclosed(scaled, rank, modulo, design), scaled, rank);
  const eigenvalues = rationalWhereShown(spectrum.eigenvalues, scaled, { rank, modulo, most });
  return { ...inUnitsOf(scaled, eigenvalues, spectrum.residual), rank, noiseVariance: design.noiseVariance };
}

// With as many bits as it takes, or as are worth the time.
function enclosed(
  scaled: ScaledDesign,
  rank: number,
  { distinct }: DistinctModulo,
  { noiseVariance }: ExactDesign,
): EnclosedSpectrum {
  const { gram } = scaled;
  const isSingular = rank < gram.length;
  let vectors: Integers | null = null;
  for (let bits = FIRST_BITS; ; bits *= 2) {
    const excess = longest(gram) - bits;
    const matrix = gram.map((row) => row.map((value) => shortened(value, excess)));
    const start: Integers = vectors === null ? firstEigenvectors(matrix, bits) : longer(vectors, bits / 2);
    const found = refinedEigenvectors(matrix, start, bits);
    const bounds = eigenvalueBounds(found, rank, excess > 0);
    const isLast = 2 * bits > MOST_BITS || productWork(gram.length, 2 * bits) > MOST_PRODUCT;
    if (bounds !== null && bitsOf(bounds.error) <= bits - LEAST) {
      const spectrum = enclosedSpectrum(scaled, found, bounds, excess);
      const known = { bits, error: bounds.error, distinct: distinct - (isSingular ? 1 : 0) };
      if (isLast || isKnownWell(spectrum, known, scaled, noiseVariance)) return spectrum;
    } else if (isLast) {
      throw new InvalidInput(
        `the singular values of the design are too far apart: they cannot be enclosed with ${bits} bits`,
      );
    }
    ({ vectors } = found);
  }
}

function longer(vectors: Integers, bits: number): bigint[][] {
  return vectors.map((row) => row.map((value) => value << BigInt(bits)));
}

function productWork(rows: number, bits: number): number {
  return 2 * rows * rows * rows * (bits / 64) ** 2;
}

// A signal that is 0, inside or outside the row space of X, is shown to be so by ranks.
function withZeros(spectrum: EnclosedSpectrum, scaled: ScaledDesign, rank: number): EnclosedSpectrum {
  const { design, parameter } = scaled;
  const zero = integer(0n);
  if (times(design, parameter).every((value) => value === 0n)) {
    const eigenvalues = spectrum.eigenvalues.map((each) => ({ ...each, signal: zero }));
    return { eigenvalues, residual: integer(dot(parameter, parameter)) };
  }
  const mayBeInside = Reals.sign(spectrum.residual) === null;
  return mayBeInside && rankOf([...design, parameter]) === rank ? { ...spectrum, residual: zero } : spectrum;
}

function inUnitsOf(
  { unitOfS, unitOfSignal }: ScaledDesign,
  eigenvalues: Eigenvalues,
  residual: EnclosedSpectrum["residual"],
): Pick<DesignSpectrum, "groups" | "residualSignal"> {
  return {
    residualSignal: multiple(residual, unitOfSignal),
    groups: eigenvalues.map(({ s, signal, multiplicity, isCluster }) => ({
      s: multiple(s, unitOfS),
      squaredSignal: multiple(signal, Fractions.multiply(unitOfSignal, Fractions.fraction(1n, BigInt(multiplicity)))),
      modes: multiplicity,
      ...(isCluster ? { isCluster } : {}),
    })),
  };
}
