import { type Eigenvectors, ROUNDING } from "./eigenvectors.ts";
import { dividedUp, type Integers, rootAbove, sizeOf } from "./integers.ts";

/** Numbers from lower to upper, in a unit told elsewhere. */
export interface Range {
  readonly lower: bigint;
  readonly upper: bigint;
}

/** Eigenvalues that are not told apart: as many as there are vectors. */
export interface Cluster {
  /** Which of the approximate eigenvectors span their space, nearly. */
  readonly vectors: readonly number[];
  /** Holds each of the eigenvalues, in units of 2^−bits times that of the matrix. */
  readonly values: Range;
  /** ‖P − P'‖ for the projections on the space of those vectors, made orthonormal, and of the eigenvectors: at most. */
  readonly tilt: bigint;
}

/** What is proved of a matrix and its approximate eigenvectors. Norms are in units of 2^−bits. */
export interface EigenvalueBounds {
  /** Eigenvalues > 0, from the largest down. */
  readonly clusters: readonly Cluster[];
  /** The null space likewise; null where there is none. */
  readonly kernel: Omit<Cluster, "values"> | null;
  /** ‖VᵀV − 1‖, at most. */
  readonly excess: bigint;
  /** The relative half-width of each eigenvalue's own range, nearly. */
  readonly error: bigint;
}

/**
 * Encloses the eigenvalues of a positive semidefinite matrix M of known rank r, by approximate eigenvectors V: null where they
 * are not good enough for that.
 *
 * A = VᵀMV has r eigenvalues > 0, and with ε ≥ ‖VᵀV − 1‖ those of M are theirs within factors from 1/(1 + ε) to 1/(1 − ε)
 * (Ostrowski). Take the part of A that belongs to its r largest diagonal entries, D, and φ ≥ ‖D^−½ A D^−½ − 1‖ for it: its
 * eigenvalues are those entries within factors 1 ± φ, however small they are (Ostrowski again). As the rank of A is r, its other
 * part follows from that one, and its eigenvalues are those of the part within factors from 1 to 1 + κ, where κ is the trace of
 * the remaining block over the least eigenvalue of the part.
 *
 * @param isRounded whether the entries of M itself may be off by 1.
 */
export function eigenvalueBounds(
  { bits, excess, images }: Eigenvectors,
  rank: number,
  isRounded: boolean,
): EigenvalueBounds | null {
  const one = 1n << BigInt(bits);
  const diagonal = images.map((row, i) => row[i]!);
  const order = diagonal.map((_, i) => i).toSorted((i, j) => (diagonal[j]! > diagonal[i]! ? 1 : -1));
  const [kept, left] = [order.slice(0, rank), order.slice(rank)];
  // An entry of A that is off by the rounding of two products, and of M; and VᵀV by that of one.
  const off = (ROUNDING + (isRounded ? 2n : 0n)) * BigInt(images.length + 1);
  const epsilon = norm(excess.map((row) => row.map((value) => sizeOf(value) + 1n)));
  if (4n * epsilon > one || kept.some((i) => diagonal[i]! <= off)) return null;

  const misses = images.map((row, i) => row.map((value, j) => (i === j ? off : sizeOf(value) + off)));
  const relative = kept.map((i) =>
    kept.map((j) => dividedUp((misses[i]![j]! << BigInt(bits)) ** 2n, diagonal[i]! * diagonal[j]!)),
  );
  const phi = rootAbove(sumOf(relative.flat()));
  if (4n * phi > one) return null;
  const least = (diagonal[kept.at(-1)!]! * (one - phi)) >> BigInt(bits);
  if (least <= 0n) return null;
  const remaining = sumOf(left.map((i) => sizeOf(diagonal[i]!) + off));
  const kappa = dividedUp(remaining * one, least);

  const ranges = kept.map((i) => ({
    lower: (diagonal[i]! * (one - phi) * one) / (one + epsilon),
    upper: dividedUp(diagonal[i]! * (one + phi) * (one + kappa), one - epsilon),
  }));
  // (VᵀV)^−½ is off 1 by at most ε ≤ 1/4, and turns A into M in an orthonormal basis: off A by at most 3ε‖A‖.
  const beside = norm(misses);
  const most = diagonal[kept[0]!]! + remaining + beside;
  const tilt = tiltBy(diagonal, beside + dividedUp(3n * epsilon * most, one), one);
  const runs = runsOf(ranges);
  return {
    clusters: runs.map(({ from, to, values }, c) => {
      const vectors = kept.slice(from, to);
      const below = c + 1 < runs.length ? runs[c + 1]!.values.upper : left.length > 0 ? 0n : null;
      return { vectors, values, tilt: tilt(vectors, { above: runs[c - 1]?.values.lower ?? null, below }) };
    }),
    kernel:
      left.length === 0 ? null : { vectors: left, tilt: tilt(left, { above: ranges.at(-1)!.lower, below: null }) },
    excess: epsilon,
    error: phi + epsilon + kappa,
  };
}

/**
 * Davis and Kahan: the space of some diagonal entries is off that of the eigenvectors that belong to them by at most how far the
 * whole matrix is from its diagonal, over how far those entries are from all other eigenvalues, which are above or below.
 */
function tiltBy(
  diagonal: readonly bigint[],
  distance: bigint,
  one: bigint,
): (vectors: readonly number[], others: { readonly above: bigint | null; readonly below: bigint | null }) => bigint {
  return (vectors, { above, below }) => {
    const gaps = vectors.flatMap((i) => [
      ...(above === null ? [] : [above - diagonal[i]! * one]),
      ...(below === null ? [] : [diagonal[i]! * one - below]),
    ]);
    if (gaps.length === 0) return 0n;
    const gap = gaps.reduce((least, each) => (each < least ? each : least));
    const tilt = gap <= 0n ? one : dividedUp(distance * one * one, gap);
    return tilt < one ? tilt : one;
  };
}

// Ranges that overlap become one; they come from the largest down.
function runsOf(ranges: readonly Range[]): { readonly from: number; readonly to: number; readonly values: Range }[] {
  const runs: { from: number; to: number; values: Range }[] = [];
  ranges.forEach((range, i) => {
    const run = runs.at(-1);
    if (run === undefined || range.upper < run.values.lower) runs.push({ from: i, to: i + 1, values: range });
    else {
      run.to = i + 1;
      run.values = { lower: range.lower, upper: run.values.upper };
    }
  });
  return runs;
}

// Of Frobenius: not below that as an operator.
function norm(sizes: Integers): bigint {
  return rootAbove(sumOf(sizes.flatMap((row) => row.map((value) => value * value))));
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}
