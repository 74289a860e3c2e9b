import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fraction, Fractions, type Real, Reals } from "../../../src/formula/index.ts";
import { type DesignSpectrum, designSpectrum } from "../../../src/ridge/design-spectrum/design-spectrum.ts";

const { add, compare, fraction, multiply, parse, subtract } = Fractions;
type Written = number | string;

const exact = (value: Written): Fraction => parse(String(value))!;
const spectrum = (
  design: readonly (readonly Written[])[],
  parameter: readonly Written[],
  { noise = 1, most }: { readonly noise?: Written; readonly most?: number } = {},
): DesignSpectrum =>
  designSpectrum(
    { design: design.map((row) => row.map(exact)), parameter: parameter.map(exact), noiseVariance: exact(noise) },
    most,
  );
const shown = ({ exact: value }: Real): string => (value === null ? "enclosed" : Fractions.show(value));
const groupsOf = ({ groups }: DesignSpectrum): (string | number)[][] =>
  groups.map(({ s, squaredSignal, modes }) => [shown(s), shown(squaredSignal), modes]);
const holds = (real: Real, value: Fraction): boolean => {
  const [lower, upper] = Reals.endsOf(real);
  return compare(lower, value) <= 0 && compare(value, upper) <= 0;
};
const circulant = (first: readonly Written[]): Written[][] =>
  first.map((_, i) => first.map((__, j) => first[(j - i + first.length) % first.length]!));

describe("rational values are exact", () => {
  test("of an orthogonal design, scaled by any fraction", () => {
    const scaled = [
      ["3/7", "3/7", "3/7"],
      ["3/7", "-3/7", "-3/7"],
      ["-3/7", "3/7", "-3/7"],
      ["-3/7", "-3/7", "3/7"],
    ];
    expect(groupsOf(spectrum(scaled, [1, 2, 3]))).toEqual([["36/49", "14/3", 3]]);
  });

  test("of one number, one column, one row, equal columns, and rows and columns of zeros", () => {
    expect(groupsOf(spectrum([[3]], ["1/3"]))).toEqual([["9", "1/9", 1]]);
    expect(groupsOf(spectrum([[1], [2]], [0.1]))).toEqual([["5", "1/100", 1]]);
    const row = spectrum([[1, 2, 2]], [1, 0, 0]);
    expect([groupsOf(row), holds(row.residualSignal, fraction(8n, 9n))]).toEqual([[["9", "1/9", 1]], true]);
    expect(
      groupsOf(
        spectrum(
          [
            [1, 1],
            [2, 2],
          ],
          [1, 3],
        ),
      ),
    ).toEqual([["10", "8", 1]]);
    const withZeros = spectrum(
      [
        [2, 0],
        [0, 0],
        [1, 0],
      ],
      [1, 5],
    );
    expect([groupsOf(withZeros), withZeros.rank]).toEqual([[["5", "1", 1]], 1]);
    expect(holds(withZeros.residualSignal, fraction(25n))).toBe(true);
  });

  test("a circulant design has equal eigenvalues that are not rational, and signals of 0 there", () => {
    // By hand, the eigenvalues are the values of 3 + 2cos(2πk/5).
    expect(groupsOf(spectrum(circulant([3, 1, 0, 0, 1]), [1, 1, 1, 1, 1]))).toEqual([
      ["25", "5", 1],
      ["enclosed", "0", 2],
      ["enclosed", "0", 2],
    ]);
  });

  test("signals outside the row space and inside it are told from 0 exactly", () => {
    const design = [
      [1, 2, 3],
      [4, 5, 6],
      [5, 7, 9],
    ];
    const inside = spectrum(design, [5, 7, 9]); // its last row
    expect([inside.rank, shown(inside.residualSignal)]).toEqual([2, "0"]);
    const outside = spectrum(design, [1, -2, 1]); // X times it is 0
    expect([shown(outside.residualSignal), groupsOf(outside).map(([, signal]) => signal)]).toEqual(["6", ["0", "0"]]);
    const nearly = spectrum(design, ["5", "7", "9.0000000000000000000000000000000000000001"]);
    expect(Reals.sign(nearly.residualSignal)).toBe(1);
    // Beyond the bits that are tried it is not known to be positive, and not taken for 0 either.
    const tooNearly = spectrum(design, ["5", "7", `9.${"0".repeat(1900)}1`]);
    expect([shown(tooNearly.residualSignal), Reals.sign(tooNearly.residualSignal)]).toEqual(["enclosed", null]);
  });
});

describe("enclosures hold", () => {
  const numbers = fc.oneof(
    fc.integer({ min: -9, max: 9 }),
    fc.integer({ min: -999, max: 999 }).map((value) => `${value}/1000`),
    fc.constantFrom("1e-9", "1e9", "12345678901234567890"),
  );
  const designs = fc
    .record({ n: fc.integer({ min: 1, max: 4 }), d: fc.integer({ min: 1, max: 4 }) })
    .chain(({ n, d }) =>
      fc.record({
        design: fc
          .array(fc.array(numbers, { minLength: d, maxLength: d }), { minLength: n, maxLength: n })
          .filter((rows) => rows.flat().some((value) => Fractions.sign(exact(value)) !== 0)),
        parameter: fc.array(numbers, { minLength: d, maxLength: d }),
      }),
    );
  const sum = (values: readonly Fraction[]): Fraction => values.reduce(add, fraction(0n));
  const squaredNorm = (values: readonly Written[]): Fraction =>
    sum(values.map((value) => multiply(exact(value), exact(value))));
  const between = (value: Fraction, lower: Fraction, upper: Fraction): boolean =>
    compare(lower, value) <= 0 && compare(value, upper) <= 0;

  test("the trace of XᵀX, the squared norms of θ* and Xθ*, and the characteristic polynomial's signs", () => {
    fc.assert(
      fc.property(designs, ({ design, parameter }) => {
        const found = spectrum(design, parameter);
        const ends = (term: (s: Fraction, square: Fraction) => Fraction): [Fraction, Fraction] =>
          [0, 1].map((i) =>
            sum(
              found.groups.map(({ s, squaredSignal, modes }) =>
                multiply(fraction(BigInt(modes)), term(Reals.endsOf(s)[i]!, Reals.endsOf(squaredSignal)[i]!)),
              ),
            ),
          ) as [Fraction, Fraction];
        expect(between(squaredNorm(design.flat()), ...ends((s) => s))).toBe(true);
        const [least, most] = ends((_, square) => square);
        const [low, high] = Reals.endsOf(found.residualSignal);
        expect(between(squaredNorm(parameter), add(least, low), add(most, high))).toBe(true);
        const image = design.map((row) => sum(row.map((x, k) => multiply(exact(x), exact(parameter[k]!)))));
        const imageNorm = sum(image.map((value) => multiply(value, value)));
        expect(between(imageNorm, ...ends(multiply))).toBe(true);
        expect(found.groups.reduce((rank, { modes }) => rank + modes, 0)).toBe(found.rank);
        for (const { s, modes } of found.groups) {
          const [below, above] = Reals.endsOf(s).map((end) => characteristicSign(design, end));
          if (s.exact !== null) expect(below).toBe(0);
          else if (modes % 2 === 1) expect(below! * above!).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("of the Hilbert matrix, the condition number of which is 10¹⁰, to 80 bits and more", () => {
    const design = Array.from({ length: 8 }, (_, i) => Array.from({ length: 8 }, (__, j) => `1/${i + j + 1}`));
    for (const { s, squaredSignal } of spectrum(design, [1, 2, 0, 0, 1, 1, 1, 1], { noise: "1e-10" }).groups) {
      for (const { ball } of [s, squaredSignal]) {
        expect(ball.middle.toString(2).length - ball.radius.toString(2).length).toBeGreaterThan(80);
      }
    }
  });

  test("numbers of very different sizes in one design", () => {
    const { groups } = spectrum(
      [
        ["1e300", 0],
        ["1e-300", "1e-300"],
      ],
      [1, 1],
    );
    // By hand: the product of the eigenvalues is the squared determinant, 1, and their sum 10⁶⁰⁰ + 2·10⁻⁶⁰⁰.
    const [large, small] = groups.map(({ s }) => Reals.endsOf(s));
    const trace = add(exact("1e600"), exact("2e-600"));
    expect(between(trace, add(large![0], small![0]), add(large![1], small![1]))).toBe(true);
    expect(between(fraction(1n), multiply(large![0], small![0]), multiply(large![1], small![1]))).toBe(true);
  });
});

describe("what is not told apart is said to be a cluster", () => {
  const design = circulant([3, 1, 0, 0, 1]);

  test("where the proof that eigenvalues are equal may cost no work", () => {
    const { groups } = spectrum(design, [1, 2, 0, 0, 1], { most: 0 });
    expect(groups.map(({ modes, isCluster }) => [modes, isCluster])).toEqual([
      [1, undefined],
      [2, true],
      [2, true],
    ]);
  });

  test("eigenvalues that differ by 10⁻⁴⁰ are told apart", () => {
    const { groups } = spectrum(
      [
        [1, 0],
        [0, "1.0000000000000000000000000000000000000001"],
      ],
      [1, 2],
    );
    expect(groups.map(({ modes }) => modes)).toEqual([1, 1]);
  });
});

test.each([
  ["empty", [[]], [], "design is empty; at least one row and one column are needed"],
  ["zero", [[0, 0]], [1, 1], "every entry of design is 0; at least one must differ"],
  [
    "too large",
    Array.from({ length: 201 }, () => Array.from({ length: 201 }, () => 1)),
    Array.from({ length: 201 }, () => 1),
    "the design is 201 × 201; its spectrum is enclosed for at most 200 rows or 200 columns, whichever are fewer",
  ],
  [
    "of too many digits",
    Array.from({ length: 60 }, (_, i) =>
      Array.from({ length: 100 }, (__, j) => `1/${10n ** 9n + BigInt(100 * i + j)}`),
    ),
    Array.from({ length: 100 }, () => 1),
    "the design's 6000 numbers have",
  ],
] as [string, Written[][], Written[], string][])("a design that is %s is refused", (_, design, parameter, sentence) => {
  expect(() => spectrum(design, parameter)).toThrow(sentence);
});

// Of det(x − XᵀX), by elimination in fractions.
function characteristicSign(design: readonly (readonly Written[])[], x: Fraction): number {
  const columns = design[0]!.length;
  const gram = Array.from({ length: columns }, (_, a) =>
    Array.from({ length: columns }, (__, b) =>
      subtract(
        a === b ? x : fraction(0n),
        design.reduce((total, row) => add(total, multiply(exact(row[a]!), exact(row[b]!))), fraction(0n)),
      ),
    ),
  );
  // XᵀX has 0 for an eigenvalue more often than XXᵀ where there are fewer rows: x > 0, so the sign is the same.
  let sign = 1;
  for (let k = 0; k < columns; k++) {
    const pivot = gram.findIndex((row, i) => i >= k && Fractions.sign(row[k]!) !== 0);
    if (pivot < 0) return 0;
    if (pivot !== k) sign = -sign;
    [gram[k], gram[pivot]] = [gram[pivot]!, gram[k]!];
    sign *= Fractions.sign(gram[k]![k]!);
    for (let i = k + 1; i < columns; i++) {
      const factor = multiply(gram[i]![k]!, Fractions.reciprocal(gram[k]![k]!));
      gram[i] = gram[i]!.map((value, j) => subtract(value, multiply(factor, gram[k]![j]!)));
    }
  }
  return sign;
}
