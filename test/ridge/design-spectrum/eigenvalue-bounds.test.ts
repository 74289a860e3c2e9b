import fc from "fast-check";
import { expect, test } from "vitest";
import { Fractions, Reals } from "../../../src/formula/index.ts";
import { eigenvalueBounds } from "../../../src/ridge/design-spectrum/eigenvalue-bounds.ts";
import type { Eigenvectors } from "../../../src/ridge/design-spectrum/eigenvectors.ts";
import { product, shortened, transposed } from "../../../src/ridge/design-spectrum/integers.ts";
import type { ScaledDesign } from "../../../src/ridge/design-spectrum/scaled-design.ts";
import { enclosedSpectrum } from "../../../src/ridge/design-spectrum/signals.ts";

const BITS = 96;
const ONE = 1n << BigInt(BITS);

/** Unit vectors, off by up to 2^−`digits` in every coordinate: neither orthogonal nor of length 1. */
function rough(noise: readonly (readonly number[])[], digits: number): bigint[][] {
  return noise.map((row, i) =>
    row.map((value, k) => (i === k ? ONE : 0n) + ((BigInt(value) << BigInt(BITS)) >> BigInt(digits + 4))),
  );
}

function eigenvectorsOf(matrix: readonly (readonly bigint[])[], vectors: bigint[][]): Eigenvectors {
  const cut = (rows: bigint[][]): bigint[][] => rows.map((row) => row.map((value) => shortened(value, BITS)));
  const across = transposed(vectors);
  const excess = cut(product(vectors, across));
  excess.forEach((row, i) => (row[i]! -= ONE));
  return { bits: BITS, vectors, excess, images: cut(product(cut(product(vectors, matrix)), across)) };
}

const cases = fc.integer({ min: 2, max: 5 }).chain((n) =>
  fc.record({
    eigenvalues: fc.array(fc.constantFrom(0n, 1n, 3n, 3n, 40n, 900n), { minLength: n, maxLength: n }),
    image: fc.array(fc.bigInt({ min: -5n, max: 5n }), { minLength: n, maxLength: n }),
    noise: fc.array(fc.array(fc.integer({ min: -16, max: 16 }), { minLength: n, maxLength: n }), {
      minLength: n,
      maxLength: n,
    }),
    digits: fc.constantFrom(13, 20, 40),
  }),
);

test("of a diagonal matrix, vectors off in whatever way enclose eigenvalues and squared coordinates, or nothing is said", () => {
  let said = 0;
  fc.assert(
    fc.property(cases, ({ eigenvalues, image, noise, digits }) => {
      const unit = 1n << 60n; // of eigenvalues, so that there is something to round
      const matrix = eigenvalues.map((value, i) => eigenvalues.map((_, k) => (i === k ? value * unit : 0n)));
      const found = eigenvectorsOf(matrix, rough(noise, digits));
      const rank = eigenvalues.filter((value) => value > 0n).length;
      if (rank === 0) return;
      const bounds = eigenvalueBounds(found, rank, false);
      if (bounds === null) return;
      said++;
      const scaled = { byRows: false, image, parameter: image } as unknown as ScaledDesign;
      const { eigenvalues: groups, residual } = enclosedSpectrum(scaled, found, bounds, -60);
      const sorted = eigenvalues
        .map((value, i) => ({ value, square: image[i]! ** 2n }))
        .toSorted((one, other) => Number(other.value - one.value));
      const isIn = (value: bigint, real: (typeof groups)[number]["s"]): boolean => {
        const [lower, upper] = Reals.endsOf(real);
        const exact = Fractions.fraction(value);
        return Fractions.compare(lower, exact) <= 0 && Fractions.compare(exact, upper) <= 0;
      };
      let first = 0;
      for (const { s, signal, multiplicity } of groups) {
        const own = sorted.slice(first, first + multiplicity);
        expect(own.every(({ value }) => isIn(value, s))).toBe(true);
        expect(isIn(own.reduce((sum, { square }) => sum + square, 0n), signal)).toBe(true); // prettier-ignore
        first += multiplicity;
      }
      const rest = sorted.slice(first).reduce((sum, { square }) => sum + square, 0n);
      expect([first, isIn(rest, residual)]).toEqual([rank, true]);
    }),
    { numRuns: 300 },
  );
  expect(said).toBeGreaterThan(100);
});

// Orthonormal but for rounding, turned by an angle of sine 2t/(1 + t²): then vᵀMv = s·cos², and the rest of s is in the null space's
// block.
test("what orthonormal vectors leave of an eigenvalue to the null space is counted", () => {
  for (const tangent of [8n, 64n, 1024n]) {
    const length = tangent * tangent + 1n;
    const [cosine, sine] = [((tangent * tangent - 1n) * ONE) / length, (2n * tangent * ONE) / length];
    const value = 5n << 60n;
    const found = eigenvectorsOf(
      [
        [value, 0n],
        [0n, 0n],
      ],
      [
        [cosine, sine],
        [-sine, cosine],
      ],
    );
    const { values } = eigenvalueBounds(found, 1, false)!.clusters[0]!;
    expect(values.lower <= value * ONE && value * ONE <= values.upper).toBe(true);
  }
});

// v₁ = (1, t) and v₂ = (−ts₂/s₁, 1): VᵀMV is diagonal, and all that tells of the tilt is that V is not orthonormal.
test("vectors that make M diagonal without being orthonormal are not taken for eigenvectors", () => {
  const tilt = ONE >> 12n;
  const matrix = [
    [3n << 60n, 0n],
    [0n, 1n << 60n],
  ];
  const found = eigenvectorsOf(matrix, [
    [ONE, tilt],
    [-tilt / 3n, ONE],
  ]);
  const scaled = { byRows: false, image: [0n, 1n], parameter: [0n, 1n] } as unknown as ScaledDesign;
  const { eigenvalues } = enclosedSpectrum(scaled, found, eigenvalueBounds(found, 2, false)!, -60);
  expect(eigenvalues.map(({ signal }) => Reals.sign(signal))).toEqual([null, 1]);
});
