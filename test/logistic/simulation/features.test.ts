import { expect, test } from "vitest";
import {
  blockFeatures,
  blockGram,
  type Features,
  featuresFromGram,
  nearBlockFeatures,
  trueLabels,
} from "../../../src/logistic/simulation/features.ts";
import { Streams } from "../../../src/random/index.ts";

const random = new Streams({ seed: 1, claim: "test", problem: "features" });

function inner({ rows, dimension }: Features, i: number, j: number): number {
  let sum = 0;
  for (let k = 0; k < dimension; k++) sum += rows[i * dimension + k]! * rows[j * dimension + k]!;
  return sum;
}

/** The largest difference of the features' inner products from a Gram matrix. */
function farthest(features: Features, gram: ReturnType<typeof blockGram>): number {
  let most = 0;
  for (let i = 0; i < gram.rows; i++) {
    for (let j = 0; j < gram.rows; j++) most = Math.max(most, Math.abs(inner(features, i, j) - gram.get(i, j)));
  }
  return most;
}

// Cholesky's factor reproduces a matrix with unit diagonal to (n + 2)u, and the inner products here add n u; the explicit
// factor's c_j is a product of at most m factors with four roundings each.
test.each([
  [1, 0.5],
  [2, 0],
  [7, 0.3],
  [40, 0.99],
])("explicit rows have the Gram matrix with 1, c and 0, for m = %s and c = %s", (m, c) => {
  expect(farthest(blockFeatures(m, c), blockGram(m, c))).toBeLessThanOrEqual(8 * m * Number.EPSILON);
  expect(farthest(featuresFromGram(blockGram(m, c)), blockGram(m, c))).toBeLessThanOrEqual(8 * m * Number.EPSILON);
});

test("the explicit rows are those of the Cholesky factor, which is unique", () => {
  const [m, c] = [12, 0.4];
  const [explicit, general] = [blockFeatures(m, c), featuresFromGram(blockGram(m, c))];
  // A perturbation of the matrix by 8mu moves the factor by at most that times the condition number (1 − c + mc)/(1 − c).
  const bound = (8 * m * Number.EPSILON * (1 - c + m * c)) / (1 - c);
  explicit.rows.forEach((entry, i) => expect(Math.abs(entry - general.rows[i]!)).toBeLessThanOrEqual(bound));
});

test("classes use different coordinates, so that their inner products are 0 without rounding", () => {
  const features = blockFeatures(9, 0.2);
  for (let i = 0; i < 9; i++) for (let j = 9; j < 18; j++) expect(inner(features, i, j)).toBe(0);
});

test("a Gram matrix may have similarity across classes; one that is no Gram matrix is refused", () => {
  const gram = blockGram(5, 0.4, 0.2);
  expect(farthest(featuresFromGram(gram), gram)).toBeLessThanOrEqual(40 * Number.EPSILON);
  expect(() => featuresFromGram(blockGram(5, 0.2, 0.9))).toThrow("positive definite");
});

test("nearly following features have norm 1, and the higher the dimension the nearer they follow", () => {
  const [m, c] = [10, 0.3];
  const distances = [10, 100, 1000, 10_000].map((dimension, i) => {
    const features = nearBlockFeatures(m, c, dimension, random.replicate(i));
    // d products and the scaling: d + 4 roundings of numbers that add up to 1.
    for (let point = 0; point < 2 * m; point++) {
      expect(Math.abs(inner(features, point, point) - 1)).toBeLessThanOrEqual((dimension + 4) * Number.EPSILON);
    }
    // Twice the squared sum over pairs has expectation (1 − c)²/(d − 2) per pair.
    let square = 0;
    for (let p = 0; p < 2 * m; p++) {
      for (let q = 0; q < p; q++) square += (inner(features, p, q) - blockGram(m, c).get(p, q)) ** 2;
    }
    return square / (m * (2 * m - 1)) / ((1 - c) ** 2 / (dimension - 2));
  });
  // The mean of 190 squares, each with mean 1 and variance below 2 (pairwise uncorrelated): 7 standard errors, √(2/190).
  for (const ratio of distances) expect(Math.abs(ratio - 1)).toBeLessThanOrEqual(7 * Math.sqrt(2 / 190));
});

test("the same stream gives the same features, another stream others", () => {
  const draw = (replicate: number): Features => nearBlockFeatures(3, 0.5, 8, random.replicate(replicate));
  expect(draw(0)).toEqual(draw(0));
  expect(draw(1)).not.toEqual(draw(0));
});

test("the first m points are of class 1", () => {
  expect([...trueLabels(blockFeatures(2, 0.5))]).toEqual([1, 1, 0, 0]);
});

test("impossible shapes are refused with what was given", () => {
  expect(() => blockFeatures(2.5, 0.5)).toThrow("2.5");
  expect(() => blockFeatures(3, 1)).toThrow("1 given");
  expect(() => nearBlockFeatures(3, 0.5, 2, random.replicate(0))).toThrow("2 given");
});
