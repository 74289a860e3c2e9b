import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { InvalidInput } from "../../../src/data/index.ts";
import { product, symmetricEigen, transposedProduct } from "../../../src/matrix/index.ts";
import { FitNotConverged, oneHot, Probe, type SoftmaxFit } from "../../../src/softmax/index.ts";
import { directly } from "../direct.ts";
import { drawn } from "../problems.ts";

interface Fixture {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly classes: number;
  readonly weightDecay: number;
  readonly features: readonly number[];
  readonly targets: readonly number[];
  readonly weights: readonly number[];
  readonly objective: number;
}

const fixtures = JSON.parse(
  readFileSync(new URL("../fixtures/logistic_regression.json", import.meta.url), "utf8"),
) as Fixture[];

describe("what scikit-learn finds, and what a probe does, are as near as strong convexity says", () => {
  test.each(fixtures)("$name", ({ rows, columns, classes, weightDecay, ...rest }) => {
    const [features, targets, theirs] = [rest.features, rest.targets, rest.weights].map((list) =>
      Float64Array.from(list),
    ) as [Float64Array, Float64Array, Float64Array];
    const probe = new Probe({ rows, columns, values: features }, classes);
    const fit = probe.fit(targets, weightDecay, { gradientTolerance: 1e-9 });
    const ours = probe.weights(fit);
    const [at, there] = [ours, theirs].map((weights) => directly(features, targets, weights, weightDecay, classes));
    // That it is the same objective at all.
    expect(Math.abs(there!.objective - rest.objective)).toBeLessThanOrEqual(2 * there!.objectiveRounding);
    expect(Math.abs(at!.objective - fit.objective)).toBeLessThanOrEqual(2 * at!.objectiveRounding);
    const [mine, other] = [at!, there!].map(({ gradientNorm, gradientRounding }) => gradientNorm + gradientRounding);
    expect(other!).toBeLessThan(1e-8);
    expect(mine!).toBeLessThan(1.01e-9);
    const distance = Math.hypot(...ours.map((weight, i) => weight - theirs[i]!));
    expect(distance).toBeLessThanOrEqual((mine! + other!) / weightDecay);
  });
});

/** Of a probe's own report: that its gradient is the gradient, and that its objective is the objective. */
function expectMinimum(values: Float64Array, targets: Float64Array, probe: Probe, fit: SoftmaxFit): void {
  const found = directly(values, targets, probe.weights(fit), fit.weightDecay, probe.classes);
  expect(Math.abs(found.gradientNorm - fit.gradientNorm)).toBeLessThanOrEqual(4 * found.gradientRounding);
  expect(Math.abs(found.objective - fit.objective)).toBeLessThanOrEqual(4 * found.objectiveRounding);
}

describe.each([
  { rows: 30, columns: 7, classes: 3, xi: 0 },
  { rows: 30, columns: 7, classes: 3, xi: 3 },
  { rows: 9, columns: 25, classes: 4, xi: 1.5 },
  { rows: 20, columns: 20, classes: 2, xi: -1 },
])("$rows rows of $columns features, $classes classes, ξ = $xi", ({ rows, columns, classes, xi }) => {
  const { features, targets } = drawn(rows, columns, classes, xi);
  const probe = new Probe(features, classes);

  test.each([1, 1e-2, 1e-5])("with weight decay %d the gradient is as small as asked for", (weightDecay) => {
    const fit = probe.fit(targets, weightDecay, { gradientTolerance: 1e-9 });
    expect(fit.gradientNorm).toBeLessThanOrEqual(1e-9);
    expectMinimum(features.values, targets, probe, fit);
  });

  test("from any start the same minimum is reached, to what the gradients leave open", () => {
    const weightDecay = 1e-3;
    const first = probe.fit(targets, weightDecay);
    const [low, high] = [first.objective - first.gradientNorm ** 2 / (2 * weightDecay), first.objective];
    for (const scale of [1, 10, 100]) {
      const start = { weights: first.weights.map((_, i) => scale * Math.sin(i * i + scale)) };
      const fit = probe.fit(targets, weightDecay, { start });
      const rounding =
        8 * directly(features.values, targets, probe.weights(fit), weightDecay, classes).objectiveRounding;
      expect(fit.objective).toBeGreaterThanOrEqual(low - rounding);
      expect(fit.objective).toBeLessThanOrEqual(high + fit.gradientNorm ** 2 / (2 * weightDecay) + rounding);
    }
  });
});

test("turning the features turns the weights and leaves the minimum where it is", () => {
  const { features, targets, classes } = drawn(25, 6, 3, 2);
  const { vectors } = symmetricEigen(transposedProduct(features, features));
  const turned = product(features, vectors);
  const weightDecay = 1e-2;
  const [here, there] = [features, turned].map((table) => {
    const probe = new Probe(table, classes);
    const fit = probe.fit(targets, weightDecay, { gradientTolerance: 1e-10 });
    return { fit, weights: probe.weights(fit) };
  });
  const back = product(vectors, { rows: 6, columns: classes, values: there!.weights }).values;
  const { gradientRounding } = directly(features.values, targets, here!.weights, weightDecay, classes);
  const gradients = here!.fit.gradientNorm + there!.fit.gradientNorm + 4 * gradientRounding;
  expect(Math.hypot(...back.map((weight, i) => weight - here!.weights[i]!))).toBeLessThanOrEqual(
    gradients / weightDecay,
  );
});

test("features that repeat each other, or are zero, cost no columns", () => {
  const { features, targets, classes } = drawn(20, 3, 3, 0);
  const doubled = { rows: 20, columns: 7, values: new Float64Array(140) };
  for (let i = 0; i < 20; i++)
    for (let j = 0; j < 6; j++) doubled.values[i * 7 + j] = features.values[i * 3 + (j % 3)]!;
  const probe = new Probe(doubled, classes);
  expect(probe.rank).toBe(3);
  const fit = probe.fit(targets, 1e-2, { gradientTolerance: 1e-9 });
  expectMinimum(doubled.values, targets, probe, fit);
  // Both copies of a feature are alike to the minimiser.
  const weights = probe.weights(fit);
  for (let i = 0; i < 9; i++) expect(Math.abs(weights[i]! - weights[i + 9]!)).toBeLessThanOrEqual((2 * 1.01e-9) / 1e-2);
  const nothing = new Probe({ rows: 4, columns: 2, values: new Float64Array(8) }, 5);
  const still = nothing.fit(oneHot(Int32Array.of(0, 1, 2, 3), 5), 1);
  expect([nothing.rank, still.objective, still.iterations]).toEqual([0, Math.log(5), 0]);
  expect([...nothing.logits(still)]).toEqual(Array(20).fill(0));
});

test("a probe with bias is one of features with a column of ones, whose weights decay as well", () => {
  const { features, targets, classes } = drawn(20, 3, 3, 1.5);
  const wider = { rows: 20, columns: 4, values: new Float64Array(80).fill(1) };
  for (let i = 0; i < 20; i++) wider.values.set(features.values.subarray(3 * i, 3 * i + 3), 4 * i);
  const [probe, other] = [new Probe(features, classes, { bias: true }), new Probe(wider, classes)];
  const [fit, same] = [probe.fit(targets, 0.1), other.fit(targets, 0.1)];
  expect(probe.weights(fit)).toEqual(other.weights(same));
  expectMinimum(wider.values, targets, probe, fit);
  expect(probe.columns).toBe(3);
});

test("logits of new rows are what the weights say, and of the old ones what the probe knows", () => {
  const { features, targets, classes } = drawn(20, 4, 3, 1.5);
  const probe = new Probe(features, classes, { bias: true });
  const fit = probe.fit(targets, 1e-3);
  const weights = probe.weights(fit);
  const [known, told] = [probe.logits(fit), probe.logits(fit, features)];
  const size = Math.hypot(...weights);
  known.forEach((logit, at) => {
    const row = [...features.values.subarray(4 * Math.floor(at / 3), 4 * Math.floor(at / 3) + 4), 1];
    const expected = row.reduce((sum, x, j) => sum + x * weights[j * 3 + (at % 3)]!, 0);
    // Each is a sum of five products; the weights, and the turned features, come from sums of five products themselves.
    const rounding = 3 * 7 * 2 ** -52 * Math.hypot(...row) * size * Math.sqrt(5);
    expect(Math.abs(logit - expected)).toBeLessThanOrEqual(rounding);
    expect(Math.abs(told[at]! - expected)).toBeLessThanOrEqual(rounding);
  });
});

test("the same fit twice has the same digits, with other fits between", () => {
  const { features, targets, classes } = drawn(20, 4, 3, 1.5);
  const probe = new Probe(features, classes);
  const first = probe.fit(targets, 1e-3);
  probe.fit(targets, 1e-1, { start: first });
  expect(probe.fit(targets, 1e-3)).toEqual(first);
});

describe("what cannot be done is said", () => {
  const { features, targets, classes } = drawn(5, 3, 3, 0);
  const probe = new Probe(features, classes);

  test("a fit that does not come down to its tolerance is thrown, not returned", () => {
    expect(() => probe.fit(targets, 1e-3, { mostIterations: 2 })).toThrow(FitNotConverged);
    expect(() => probe.fit(targets, 1e-3, { mostIterations: 2 })).toThrow(
      "after 2 iterations, with weight decay 0.001",
    );
  });

  test("and so is one that rounding keeps from it, before its time is up", () => {
    let stopped: unknown;
    try {
      probe.fit(targets, 1e-3, { gradientTolerance: 1e-30 });
    } catch (error) {
      stopped = error;
    }
    expect(stopped).toBeInstanceOf(FitNotConverged);
    const { fit } = stopped as FitNotConverged;
    expect(fit.iterations).toBeLessThan(10_000);
    expectMinimum(features.values, targets, probe, fit);
    expect(fit.gradientNorm).toBeLessThan(1e-14);
  });

  test.each<[string, () => unknown]>([
    ["weight decay must be positive; given 0", () => probe.fit(targets, 0)],
    ["gradient tolerance must be positive; given NaN", () => probe.fit(targets, 1, { gradientTolerance: NaN })],
    ["5 rows of 3 classes need 15 targets; given 14", () => probe.fit(targets.subarray(1), 1)],
    [
      "the targets of a row must be finite and sum to 1; those of row 1 sum to 2",
      () =>
        probe.fit(
          targets.map((target, i) => (i === 3 ? target + 1 : target)),
          1,
        ),
    ],
    [
      "the targets of a row must be finite and sum to 1; those of row 0 sum to NaN",
      () =>
        probe.fit(
          targets.map((target, i) => (i === 0 ? NaN : target)),
          1,
        ),
    ],
    [
      "the probe has 9 weights; given a fit with 4, of another probe",
      () => probe.fit(targets, 1, { start: { weights: new Float64Array(4) } }),
    ],
    ["a probe tells at least 2 classes apart; given 1", () => new Probe(features, 1)],
    [
      "a probe needs at least one row of features; given none",
      () => new Probe({ ...features, rows: 0, values: new Float64Array(0) }, 3),
    ],
    ["5 rows of 4 features are 20 values; given 15", () => new Probe({ ...features, columns: 4 }, 3)],
    [
      "features must be finite numbers; given Infinity in row 1, column 2",
      () => new Probe({ ...features, values: features.values.map((value, i) => (i === 5 ? Infinity : value)) }, 3),
    ],
    [
      "features must be small enough for their squares to be finite",
      () => new Probe({ ...features, values: features.values.map((value) => value * 1e200) }, 3),
    ],
    [
      "the probe was made for 3 features; given 2",
      () => probe.logits(probe.fit(targets, 1), { rows: 1, columns: 2, values: new Float64Array(2) }),
    ],
  ])("%s", (message, act) => {
    expect(act).toThrow(new InvalidInput(message));
  });
});
