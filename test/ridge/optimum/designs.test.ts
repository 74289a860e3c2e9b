import { describe, expect, test } from "vitest";
import { designOfNumbers, problemFromSquares } from "../../../src/ridge/index.ts";
import { optimum } from "../../../src/ridge/optimum/optimum.ts";
import type { Optimum } from "../../../src/ridge/optimum/result.ts";
import { Matrix } from "ml-matrix";
import { designCases, exactly, judged } from "./designs.ts";

type Written = number | string;

const of = (design: readonly (readonly Written[])[], parameter: readonly Written[], noiseVariance: Written): Optimum =>
  optimum(exactly({ design, parameter, noiseVariance }));

describe("500 designs with least errors to 40 digits, every eighth of them (npm run designs has all)", () => {
  const all = designCases();
  const some = all.filter((_, i) => i % 8 === 5);

  test("no enclosure misses, no answer is wrong, s_j are counted right, and enclosures are narrow", () => {
    const found = some.map((given) => ({ given, ...judged(given) }));
    expect(found.filter(({ misses }) => misses.length > 0)).toEqual([]);
    expect(found.filter(({ given, width }) => given.condition <= 1e6 && width > 1e-9)).toEqual([]);
    expect(new Set(some.map(({ kind }) => kind)).size).toBe(10);
    expect(new Set(found.map((each) => each.found.strictlyBetter))).toEqual(new Set([true, false, null]));
  }, 60_000);
});

describe("a design is answered as what it is, not as its rounded decomposition", () => {
  test("orthogonal columns, scaled by any fraction, are a tie", () => {
    const columns = [
      [1, 1, 1],
      [1, -1, -1],
      [-1, 1, -1],
      [-1, -1, 1],
    ];
    for (const scale of ["1", "1/3", "0.1", "1e-7"]) {
      const scaled = columns.map((row) => row.map((x) => (x === 1 ? scale : `-${scale}`)));
      const { strictlyBetter, reason, spectrum } = of(scaled, [1, 2, 3], 10);
      expect([strictlyBetter, reason]).toEqual([
        false,
        "all s_j are equal, so every student shrinks by one number, as ridge does",
      ]);
      expect(spectrum).toEqual({ rank: 3, distinct: 1, exact: 1, widest: 0 });
    }
  });

  test("it has the optimum of its squares", () => {
    const design = of(
      [
        [3, 0],
        [0, 1],
        [0, 0],
      ],
      ["1/2", 2],
      "3/4",
    );
    const { oracle, ...squares } = optimum(
      problemFromSquares({ squaredSingularValues: [9, 1], squaredSignal: ["1/4", 4], noiseVariance: "3/4" }),
    );
    expect(design).toEqual({ ...squares, oracle, spectrum: { rank: 2, distinct: 2, exact: 2, widest: 0 } });
  });

  // 0.1 + 0.2 is not 0.3 in floating-point numbers, and the columns are equal as decimals only.
  test("decimals are exact, and floating-point numbers are what they are", () => {
    const decimals = of(
      [
        ["0.3", "3e-1"],
        ["3/10", "0.30"],
      ],
      [1, 2],
      1,
    );
    expect(decimals.spectrum!.rank).toBe(1);
    const numbers = new Matrix([
      [0.3, 0.1 + 0.2],
      [0.3, 0.3],
    ]);
    expect(optimum(designOfNumbers(numbers, [1, 2], 1)).spectrum!.rank).toBe(2);
  });

  test("near-collinear integers: by hand, det XᵀX = 6 and its trace 6 018 019", () => {
    const { ridge, strictlyBetter } = of(
      [
        [1001, 1000],
        [1002, 1001],
        [1003, 1002],
      ],
      [2, -1],
      "0.001",
    );
    // 40 digits by mpmath 1.3.0 with 80 digits: fixtures/designs.py.
    expect(ridge.error[0]).toBeLessThanOrEqual(4.478415414927954);
    expect(ridge.error[1]).toBeGreaterThanOrEqual(4.478415414927954);
    expect(ridge.error[1] - ridge.error[0]).toBeLessThan(1e-12);
    expect(strictlyBetter).toBe(false);
  });

  test("where s_j that differ agree so well that nothing is decided, they are named", () => {
    const { strictlyBetter, reason } = of(
      [
        [1, 0, 0],
        [0, "1.00000000000000000003", 0],
        [0, 0, "1.00000000000000000007"],
      ],
      [3, 1, 2],
      1,
    );
    expect(strictlyBetter).toBeNull();
    expect(reason).toMatch(/^not decided: s_2 and s_3 agree to 6e-20; the enclosures of the two errors overlap/);
  });

  test("no noise, no signal, and a signal outside the row space alone", () => {
    expect(of([[1, 1]], [1, 2], 0)).toMatchObject({ ridge: { lambda: 0 }, strictlyBetter: false });
    for (const parameter of [
      [0, 0],
      [1, -1],
    ]) {
      const { ridge, oracle, condition } = of([[1, 1]], parameter, 1);
      expect([ridge.lambda, ridge.error[0], ridge.error[1]]).toEqual([null, oracle, oracle]);
      expect(condition).toEqual({
        value: null,
        range: null,
        impliesBetter: false,
        reason: "no λ inside (0, ∞) is best",
      });
    }
  });
});
