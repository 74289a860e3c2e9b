import { symmetricEigen } from "../../matrix/index.ts";
import { bitsOf, type Integers, longest, product, shortened, sizeOf, transposed } from "./integers.ts";

/**
 * Approximate eigenvectors of a symmetric matrix M, with what tells how good they are. Numbers are integers, in units of
 * 2^−bits for vectors.
 */
export interface Eigenvectors {
  readonly bits: number;
  /** v_i, in rows. */
  readonly vectors: Integers;
  /** ⟨v_i, v_j⟩ − δ_ij, rounded to the unit of vectors. */
  readonly excess: Integers;
  /** v_iᵀMv_j in the unit of M: see `ROUNDING` for how far off. */
  readonly images: Integers;
}

/** `images` are off by at most ROUNDING·(n + 1), where the lengths of the vectors are below √2. */
export const ROUNDING = 2n;

const MOST_STEPS = 60;
const DOUBLE = 53;

/**
 * Refines eigenvectors until they are as good as `bits` allow (Ogita and Aishima's iteration, which squares the error): of two
 * vectors whose eigenvalues are well apart, each is turned away from the other; vectors that mix strongly are turned among
 * themselves, by floating-point eigenvectors of their part of M, which see small eigenvalues once large ones are out of the way.
 *
 * @param matrix M, whose entries are below 2^bits in size.
 * @param start vectors to start from, in units of 2^−bits.
 */
export function refinedEigenvectors(matrix: Integers, start: Integers, bits: number): Eigenvectors {
  let vectors = start;
  for (let step = 0; ; step++) {
    const { excess, images } = productsOf(matrix, vectors, bits);
    const done = { bits, vectors, excess, images };
    if (step === MOST_STEPS) return done;
    const turn = turnOf(excess, images, bits);
    if (turn.size === 0n && turn.blocks.length === 0) return done;
    const turned = product(transposed(turn.factors), vectors);
    vectors = vectors.map((row, i) => row.map((value, k) => value + shortened(turned[i]![k]!, bits)));
    for (const block of turn.blocks) vectors = turnedAmong(vectors, block, images, bits);
    if (turn.blocks.length === 0 && bitsOf(turn.size) < 0.45 * bits) {
      return { bits, vectors, ...productsOf(matrix, vectors, bits) };
    }
  }
}

/** Floating-point eigenvectors, in rows, in units of 2^−bits. */
export function firstEigenvectors(matrix: Integers, bits: number): bigint[][] {
  const all = matrix.map((_, i) => i);
  return eigenvectorsOf(all, (i, j) => matrix[i]![j]!).map((row) => row.map((value) => fixed(value, bits)));
}

function productsOf(matrix: Integers, vectors: Integers, bits: number): Pick<Eigenvectors, "excess" | "images"> {
  const across = transposed(vectors);
  const cut = (rows: Integers): bigint[][] => rows.map((row) => row.map((value) => shortened(value, bits)));
  const excess = cut(product(vectors, across));
  for (let i = 0; i < excess.length; i++) excess[i]![i]! -= 1n << BigInt(bits);
  return { excess, images: cut(product(cut(product(vectors, matrix)), across)) };
}

interface Turn {
  /** How much of v_i is added to v_j, in units of 2^−bits, in row i and column j. */
  readonly factors: Integers;
  /** The largest of them. */
  readonly size: bigint;
  /** Vectors that mix strongly. */
  readonly blocks: readonly (readonly number[])[];
}

function turnOf(excess: Integers, images: Integers, bits: number): Turn {
  const n = images.length;
  const one = 1n << BigInt(bits);
  const noise = BigInt(64 * (n + 1));
  const strong = BigInt(8 * n);
  const values = images.map((row, i) => (row[i]! * one) / (one + excess[i]![i]!));
  const roots = images.map((_, i) => i);
  let size = 0n;
  const factors = images.map((row, i) =>
    row.map((image, j) => {
      const level = -excess[i]![j]! / 2n;
      let factor = level;
      if (i !== j) {
        const gap = values[j]! - values[i]!;
        const mixed = shortened(2n * image * one - (values[i]! + values[j]!) * excess[i]![j]!, bits + 1);
        if ((sizeOf(mixed) + noise) * strong < sizeOf(gap)) factor = (image * one - values[j]! * excess[i]![j]!) / gap;
        else if (sizeOf(mixed) > noise) join(roots, i, j);
      }
      if (sizeOf(factor) > size) size = sizeOf(factor);
      return factor;
    }),
  );
  const members = roots.map((_, i) => roots.map((__, j) => j).filter((j) => rootIn(roots, j) === i));
  return { factors, size, blocks: members.filter((block) => block.length > 1) };
}

function turnedAmong(vectors: Integers, block: readonly number[], images: Integers, bits: number): Integers {
  const centre = block.reduce((sum, i) => sum + images[i]![i]!, 0n) / BigInt(block.length);
  const rounded = eigenvectorsOf(block, (i, j) => images[i]![j]! - (i === j ? centre : 0n));
  const turn = orthonormal(
    rounded.map((row) => row.map((value) => fixed(value, bits))),
    bits,
  );
  const turned = product(
    turn,
    block.map((i) => vectors[i]!),
  );
  const result = [...vectors];
  block.forEach((i, place) => (result[i] = turned[place]!.map((value) => shortened(value, bits))));
  return result;
}

// Rows that are orthonormal but for rounding in floating point, made so to all bits (Newton's iteration, (3 − WWᵀ)W/2): else
// each turn would leave them as far from it as the last.
function orthonormal(start: Integers, bits: number): Integers {
  let rows = start;
  for (let known = DOUBLE - 8; known < bits; known *= 2) {
    const squares = product(rows, transposed(rows)).map((row) => row.map((value) => -shortened(value, bits)));
    for (let i = 0; i < squares.length; i++) squares[i]![i]! += 3n << BigInt(bits);
    rows = product(squares, rows).map((row) => row.map((value) => shortened(value, bits + 1)));
  }
  return rows;
}

// In rows, of a part of a matrix, from the largest eigenvalue down.
function eigenvectorsOf(part: readonly number[], entry: (i: number, j: number) => bigint): number[][] {
  const n = part.length;
  const entries = part.map((i) => part.map((j) => entry(i, j)));
  const excess = longest(entries) - 1000; // so that each becomes a floating-point number
  const values = Float64Array.from(entries.flat(), (value) => Number(excess > 0 ? value >> BigInt(excess) : value));
  const { vectors } = symmetricEigen({ rows: n, columns: n, values });
  return part.map((_, i) => part.map((__, k) => vectors.values[k * n + (n - 1 - i)]!));
}

function fixed(value: number, bits: number): bigint {
  return shortened(BigInt(Math.round(value * 2 ** Math.trunc(DOUBLE))), DOUBLE - bits);
}

function rootIn(roots: readonly number[], i: number): number {
  return roots[i] === i ? i : rootIn(roots, roots[i]!);
}

function join(roots: number[], i: number, j: number): void {
  const [one, other] = [rootIn(roots, i), rootIn(roots, j)];
  roots[Math.max(one, other)] = Math.min(one, other);
}
