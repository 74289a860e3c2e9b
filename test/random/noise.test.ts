import jstat from "jstat";
import { describe, expect, test } from "vitest";
import { gaussian, laplace, type Noise, noises, rademacher, studentT } from "../../src/random/noise.ts";
import { normal, uniform } from "../../src/random/normal.ts";
import { Streams } from "../../src/random/stream.ts";

const DRAWS = 200_000;
const streams = new Streams({ seed: 20, claim: "test", problem: "noise" });

function sample(draw: Noise["draw"], count = DRAWS): Float64Array {
  const random = streams.replicate(0);
  return Float64Array.from({ length: count }, () => draw(random));
}

/** The largest distance between the empirical and the given distribution function. */
function distance(values: Float64Array, cdf: (x: number) => number): number {
  return values
    .toSorted()
    .reduce(
      (most, x, i) => Math.max(most, Math.abs(cdf(x) - i / values.length), Math.abs(cdf(x) - (i + 1) / values.length)),
      0,
    );
}

// Dvoretzky–Kiefer–Wolfowitz: P(distance > ε) ≤ 2 exp(−2nε²), here 2 · 10⁻⁹.
const EPSILON = Math.sqrt(Math.log(1e9) / (2 * DRAWS));

test.each([
  ["uniform draws", uniform, (x: number) => x],
  ["normal draws", normal, (x: number) => jstat.normal.cdf(x, 0, 1)],
  [
    "Laplace draws",
    laplace.draw,
    (x: number) => (x < 0 ? Math.exp(Math.SQRT2 * x) / 2 : 1 - Math.exp(-Math.SQRT2 * x) / 2),
  ],
  ["Student t₅ draws, times √(5/3),", studentT.draw, (x: number) => jstat.studentt.cdf(x * Math.sqrt(5 / 3), 5)],
])("%s have their distribution", (_, draw, cdf) => {
  expect(distance(sample(draw), cdf)).toBeLessThanOrEqual(EPSILON);
});

test("Rademacher draws are ±1, as often the one as the other", () => {
  const values = sample(rademacher.draw);
  expect(new Set(values)).toEqual(new Set([1, -1]));
  const sum = values.reduce((total, value) => total + value, 0);
  expect(Math.abs(sum)).toBeLessThanOrEqual(Math.sqrt(2 * Math.log(1e9) * DRAWS)); // Hoeffding, 2 · 10⁻⁹
});

test("uniform draws are never 0 or 1", () => {
  const extreme = (word: number): number => uniform({ next: () => word } as unknown as Parameters<typeof uniform>[0]);
  expect(extreme(0)).toBeGreaterThan(0);
  expect(extreme(-1)).toBeLessThan(1);
});

describe("the tail of the normal distribution, where the ziggurat has no layers", () => {
  const TAIL = 3.442619855899;
  const beyond = sample(normal, 4_000_000).filter((x) => Math.abs(x) > TAIL);

  test("has its mass", () => {
    const mass = 2 * (1 - jstat.normal.cdf(TAIL, 0, 1));
    // Bernstein for a binomial count: deviation √(2 n p L) + L/3 with L = ln(2 · 10⁹), so 10⁻⁹.
    const expected = 4_000_000 * mass;
    const L = Math.log(2e9);
    expect(Math.abs(beyond.length - expected)).toBeLessThanOrEqual(Math.sqrt(2 * expected * L) + L / 3);
  });

  test("and its shape", () => {
    const upper = 1 - jstat.normal.cdf(TAIL, 0, 1);
    const cdf = (x: number): number => 1 - (1 - jstat.normal.cdf(x, 0, 1)) / upper;
    const epsilon = Math.sqrt(Math.log(1e9) / (2 * beyond.length));
    expect(distance(beyond.map(Math.abs), cdf)).toBeLessThanOrEqual(epsilon);
  });
});

const mean = (of: Float64Array): number => of.reduce((sum, value) => sum + value, 0) / of.length;
function standardError(of: Float64Array): number {
  const centre = mean(of);
  return Math.sqrt(mean(of.map((x) => (x - centre) ** 2)) / of.length);
}

// Six standard errors of a mean of 200 000 draws: 2 · 10⁻⁹ where the mean is close to normal. The squares of Student t₅
// are too heavy-tailed for that (they have no third moment); its distribution is checked above.
test.each(noises)("$name noise has mean 0", ({ draw }) => {
  const values = sample(draw);
  expect(Math.abs(mean(values))).toBeLessThanOrEqual(6 * standardError(values));
});

test.each([gaussian, laplace])("$name noise has variance 1", ({ draw }) => {
  const squares = sample(draw).map((value) => value ** 2);
  expect(Math.abs(mean(squares) - 1)).toBeLessThanOrEqual(6 * standardError(squares));
});

test("Gaussian noise is the normal distribution", () => {
  expect(sample(gaussian.draw, 10)).toEqual(sample(normal, 10));
});
