import { expect, test } from "vitest";
import { Fractions, type Fraction } from "../../src/formula/index.ts";
import { classOutcome, isOvercome, Mixture, mixtureRounding } from "../../src/logistic/mixture.ts";

const { add, fraction, fromNumber, multiply, power, subtract, toNumber } = Fractions;
const one = fraction(1n);

/** C(m, k) pᵏ(1 − p)^(m − k), exactly. */
function exactly(m: number, k: number, p: Fraction): Fraction {
  let ways = 1n;
  for (let i = 0; i < k; i++) ways = (ways * BigInt(m - i)) / BigInt(i + 1);
  return multiply(fraction(ways), multiply(power(p, k), power(subtract(one, p), m - k)));
}

const mixture = new Mixture();

test.each([
  [1, 0.5],
  [7, 0.125],
  [40, 0.3],
  [40, 0.999],
  [80, 0.01],
  [300, 0.015625],
  [300, 0.5],
])("the probabilities of m = %s flips at p = %s are right in the far tails, by exact rational arithmetic", (m, p) => {
  const probabilities = mixture.probabilities(m, p);
  probabilities.forEach((probability, k) => {
    const exact = toNumber(exactly(m, k, fromNumber(p)));
    if (exact < 2 ** -1000) return; // close to the smallest numbers there are fewer digits
    // 2u more for the conversion of the exact value.
    expect(Math.abs(probability / exact - 1)).toBeLessThanOrEqual((16 * m + 12) * 2 ** -53);
  });
});

test("with p = 0 nothing is flipped, with p = 1 everything", () => {
  expect([...mixture.probabilities(3, 0)]).toEqual([1, 0, 0, 0]);
  expect([...mixture.probabilities(3, 1)]).toEqual([0, 0, 0, 1]);
  expect(mixture.expectedAccuracy(3, 0, null)).toBe(1);
  expect(mixture.expectedAccuracy(3, 1, 0.2)).toBe(0);
});

test("probabilities of 2 000 labels neither overflow nor vanish where they matter", () => {
  const probabilities = mixture.probabilities(2000, 0.5);
  const sum = probabilities.reduce((total, each) => total + each, 0);
  expect(Math.abs(sum - 1)).toBeLessThanOrEqual(mixtureRounding(2000));
  // De Moivre: 1/√(πm/2), to within the relative error 1/(4m).
  expect(Math.abs(probabilities[1000]! * Math.sqrt(Math.PI * 1000) - 1)).toBeLessThanOrEqual(1 / 8000 + 1e-10);
});

test("few flips are overruled, nearly all flips overrule, and what lies between is as wrong as its labels", () => {
  const outcomes = Array.from({ length: 11 }, (_, k) => classOutcome(k, 10, 0.25));
  const [right, between, wrong] = ["right", "flipped points wrong", "wrong"];
  const few = [right, right, right];
  expect(outcomes).toEqual([...few, ...Array<string | undefined>(5).fill(between), wrong, wrong, wrong]);
});

// At p* the flipped points' logit is 0, which is wrong: only fewer flips are overruled.
test.each([
  [1, 4, 0.25],
  [2, 8, 0.25],
  [3, 8, 0.375],
  [1, 3, 1 / 3],
  [3, 7, 3 / 7],
  [5, 10, 0.5],
])("a share of flips of exactly the threshold is not overruled: %s of %s, p* = %s", (k, m, threshold) => {
  expect(isOvercome(k, m, threshold)).toBe(false);
  expect(classOutcome(k, m, threshold)).toBe("flipped points wrong");
  // With labels exchanged: m − k are flipped, and the k others do not overrule them.
  expect(classOutcome(m - k, m, threshold)).toBe("flipped points wrong");
  expect(isOvercome(k, m, threshold + Number.EPSILON)).toBe(true);
  expect(isOvercome(k - 1, m, threshold)).toBe(true);
});

test.each([null, -0.3, 0])("without a threshold above 0 (%s) only the extremes are unanimous", (threshold) => {
  expect(classOutcome(0, 4, threshold)).toBe("right");
  expect(classOutcome(4, 4, threshold)).toBe("wrong");
  for (const k of [1, 2, 3]) expect(classOutcome(k, 4, threshold)).toBe("flipped points wrong");
});

test("without a threshold the expected accuracy is 1 − p, as every flipped point is wrong", () => {
  for (const m of [1, 5, 30]) {
    for (const p of [0, 0.1, 0.5, 0.8, 1]) {
      expect(Math.abs(mixture.expectedAccuracy(m, p, null) - (1 - p))).toBeLessThanOrEqual(mixtureRounding(m));
    }
  }
});

test("the expected accuracy is that of the exact mixture", () => {
  for (const [m, p, threshold] of [
    [9, 0.25, 0.3],
    [20, 0.375, 0.45],
    [6, 0.75, 0.2],
  ] as const) {
    let sum = fraction(0n);
    for (let k = 0; k <= m; k++) {
      const outcome = classOutcome(k, m, threshold);
      const share = outcome === "right" ? one : outcome === "wrong" ? fraction(0n) : fraction(BigInt(m - k), BigInt(m));
      sum = add(sum, multiply(exactly(m, k, fromNumber(p)), share));
    }
    const bound = mixtureRounding(m) + Number.EPSILON; // and the conversion
    expect(Math.abs(mixture.expectedAccuracy(m, p, threshold) - toNumber(sum))).toBeLessThanOrEqual(bound);
  }
});
