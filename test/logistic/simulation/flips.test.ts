import { describe, expect, test } from "vitest";
import { logisticBook } from "../../../src/logistic/formulas.ts";
import { compile } from "../../../src/formula/index.ts";
import { Streams, uniform } from "../../../src/random/index.ts";
import { blockFeatures, blockGram, featuresFromGram } from "../../../src/logistic/simulation/features.ts";
import { sigmoid } from "../../../src/logistic/simulation/fit.ts";
import { firstFailure, flipFirst, FlipSimulation } from "../../../src/logistic/simulation/flips.ts";

const key = { seed: 1, claim: "test", problem: "flips" };

describe.each([
  [10, 0.3, 0.5],
  [10, 0.1, 0.1],
  [20, 0.3, 1],
  [40, 0.1, 0.5],
  [60, 0.8, 0.2],
])("m = %s, c = %s, λ = %s", (m, c, lambda) => {
  const simulation = new FlipSimulation(blockFeatures(m, c), { lambda, xi: 1 });

  test("the number of flips at which direct teachers fail is the one that p_T says", () => {
    // λa = 1 − σ((1 − c)a + (1 − c)/(2λ)); bisection to the last digit, far finer than the 1/m that matters.
    let [low, high] = [0, 1 / lambda];
    for (let step = 0; step < 60; step++) {
      const a = (low + high) / 2;
      if (lambda * a < 1 - sigmoid((1 - c) * a + (1 - c) / (2 * lambda))) low = a;
      else high = a;
    }
    const { teacherThreshold } = compile(logisticBook, ["teacherThreshold"])({ m, c, lambda, a: low });
    const failing = Array.from({ length: m }, (_, k) => k).find((k) => k > 0 && !(k / m < teacherThreshold))!;
    expect(firstFailure(simulation, "teacher")).toBe(Math.min(failing, Math.ceil(m / 2)));
  });

  test("bisection finds the first failure: before it all numbers of flips are overruled, from it to m/2 none", () => {
    for (const who of ["teacher", "student"] as const) {
      const first = firstFailure(simulation, who);
      for (let k = 1; k < m / 2; k++) {
        const share = k < first ? 1 : (m - k) / m;
        expect(simulation.accuracies(flipFirst(m, k))[who]).toEqual([share, share]);
      }
    }
  });
});

test("accuracies are scored on the true labels, class by class", () => {
  const simulation = new FlipSimulation(blockFeatures(4, 0.01), { lambda: 0.01, xi: 0.5 });
  const flips = [true, false, false, false, true, true, true, false];
  // With hardly any similarity and regularization, both learn what they are given by heart.
  expect(simulation.accuracies(flips)).toEqual({ teacher: [3 / 4, 1 / 4], student: [3 / 4, 1 / 4] });
});

test("what a class's fit is does not depend on the other class's flips, for features that are orthogonal across classes", () => {
  const simulation = new FlipSimulation(blockFeatures(5, 0.3), { lambda: 0.4, xi: 1 });
  const own = [true, false, true, false, false];
  const [quiet, noisy] = [false, true].map((other) => simulation.fits([...own, ...Array<boolean>(5).fill(other)]));
  for (const who of ["teacher", "student"] as const) {
    const bound = quiet![who].logitBound + noisy![who].logitBound;
    for (let i = 0; i < 5; i++) {
      expect(Math.abs(quiet![who].logits[i]! - noisy![who].logits[i]!)).toBeLessThanOrEqual(bound);
    }
  }
});

test("with similarity across classes it does", () => {
  const simulation = new FlipSimulation(featuresFromGram(blockGram(5, 0.3, 0.1)), { lambda: 0.4, xi: 1 });
  const own = [true, false, true, false, false];
  const [quiet, noisy] = [false, true].map((other) => simulation.fits([...own, ...Array<boolean>(5).fill(other)]));
  const { teacher } = quiet!;
  expect(Math.abs(teacher.logits[0]! - noisy!.teacher.logits[0]!)).toBeGreaterThan(1e3 * teacher.logitBound);
});

test("a replicate's flips depend on the key and its number alone", () => {
  const simulation = new FlipSimulation(blockFeatures(6, 0.3), { lambda: 0.4, xi: 1 });
  const whole = simulation.measure(key, 0.3, 0, 40);
  const part = simulation.measure(key, 0.3, 25, 15);
  expect(part.teacher).toEqual(whole.teacher.slice(25));
  expect(part.student).toEqual(whole.student.slice(25));
});

test("each replicate has the accuracies of fits to the very labels that it draws, also where they were drawn before", () => {
  const [classSize, p, replicates] = [4, 0.2, 300];
  const features = blockFeatures(classSize, 0.3);
  const measured = new FlipSimulation(features, { lambda: 0.5, xi: 1 }).measure(key, p, 0, replicates);
  const streams = new Streams(key);
  const seen = new Set<string>();
  for (let replicate = 0; replicate < replicates; replicate++) {
    const random = streams.replicate(replicate);
    const flips = Array.from({ length: 2 * classSize }, () => uniform(random) < p);
    seen.add(String(flips));
    const fresh = new FlipSimulation(features, { lambda: 0.5, xi: 1 }).accuracies(flips);
    for (const who of ["teacher", "student"] as const) {
      expect(measured[who][replicate]).toBe((fresh[who][0] + fresh[who][1]) / 2);
    }
  }
  expect(seen.size).toBeLessThan(replicates / 2);
  expect(new Set(measured.teacher).size).toBeGreaterThan(2);
});

test("a tie is not decided by rounding", () => {
  // All targets are ½, so every logit is 0.
  const simulation = new FlipSimulation(blockFeatures(2, 0.3), { lambda: 1, xi: 1 });
  const { teacher } = simulation.fits([false, false, false, false]);
  expect(() => simulation.areRight({ ...teacher, logits: new Float64Array(4) })).toThrow("a tie");
});
