import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidInput } from "../../src/data/index.ts";
import { Streams } from "../../src/random/index.ts";
import { corrupt, type CorruptedLabels, type Corruption, type WrongClass } from "../../src/softmax/corruption.ts";

const streams = new Streams({ seed: 5, claim: "test", problem: "corruption" });

const problems = fc
  .record({ classes: fc.integer({ min: 2, max: 6 }), samples: fc.integer({ min: 1, max: 50 }), seed: fc.nat() })
  .chain(({ classes, samples, seed }) =>
    fc.record({
      classes: fc.constant(classes),
      seed: fc.constant(seed),
      labels: fc.int32Array({ min: 0, max: classes - 1, minLength: samples, maxLength: samples }),
      rate: fc.double({ min: 0, max: 1, noNaN: true }),
      exact: fc.boolean(),
      how: fc.oneof(
        fc.constant<WrongClass>({ kind: "random" }),
        fc.constant<WrongClass>({ kind: "pair" }),
        fc
          .array(fc.integer({ min: 1, max: classes - 1 }), { minLength: classes, maxLength: classes })
          .map((steps): WrongClass => ({ kind: "pair", partners: steps.map((step, k) => (k + step) % classes) })),
        fc.constant<WrongClass>({ kind: "hierarchical", superclasses: superclassesOf(classes) }),
        fc
          .float64Array({ minLength: samples * classes, maxLength: samples * classes, noNaN: true })
          .map((scores): WrongClass => ({ kind: "adversarial", scores })),
      ),
    }),
  );

/** Two superclasses of two classes and more, or one of them all. */
function superclassesOf(classes: number): number[] {
  return Array.from({ length: classes }, (_, k) => (classes < 4 ? 7 : k % 2));
}

/** Whether a class may take the place of a sample's label. */
function isAllowed(how: WrongClass, label: number, wrong: number, sample: number, classes: number): boolean {
  if (how.kind === "random") return wrong !== label;
  if (how.kind === "pair") return wrong === (how.partners?.[label] ?? (label + 1) % classes);
  if (how.kind === "hierarchical") return wrong !== label && how.superclasses[wrong] === how.superclasses[label];
  const ranked = Array.from({ length: classes }, (_, k) => k)
    .filter((k) => k !== label)
    .toSorted((j, k) => compare(how.scores[sample * classes + k]!, how.scores[sample * classes + j]!) || j - k);
  return wrong === ranked[0];
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

test("labels that are marked go to a class they may go to, the others stay, and those given are untouched", () => {
  fc.assert(
    fc.property(problems, ({ classes, labels, how, rate, exact, seed }) => {
      const before = labels.slice();
      const corrupted = corrupt(labels, classes, { ...how, rate, exact }, streams.replicate(seed));
      expect(labels).toEqual(before);
      corrupted.labels.forEach((label, i) => {
        if (corrupted.flipped[i] === 0) expect(label).toBe(labels[i]);
        else expect(isAllowed(how, labels[i]!, label, i, classes)).toBe(true);
      });
      expect(corrupted.flipped.every((mark, i) => (mark === 1) === (corrupted.labels[i] !== labels[i]))).toBe(true);
      if (exact) expect(sum(corrupted.flipped)).toBe(Math.round(rate * labels.length));
    }),
    { numRuns: 200 },
  );
});

test("a higher rate corrupts the same labels in the same way, and more", () => {
  fc.assert(
    fc.property(
      problems,
      fc.double({ min: 0, max: 1, noNaN: true }),
      ({ classes, labels, how, rate, exact, seed }, share) => {
        const at = (of: number): CorruptedLabels =>
          corrupt(labels, classes, { ...how, rate: of, exact }, streams.replicate(seed));
        const [fewer, more] = [at(share * rate), at(rate)];
        fewer.flipped.forEach((mark, i) => {
          if (mark === 1) expect([more.flipped[i], more.labels[i]]).toEqual([1, fewer.labels[i]]);
        });
      },
    ),
  );
});

test("rate 0 leaves every label and rate 1 none", () => {
  fc.assert(
    fc.property(problems, ({ classes, labels, how, exact, seed }) => {
      const at = (rate: number): CorruptedLabels =>
        corrupt(labels, classes, { ...how, rate, exact }, streams.replicate(seed));
      expect(at(0)).toEqual({ labels, flipped: new Uint8Array(labels.length) });
      expect(sum(at(1).flipped)).toBe(labels.length);
    }),
  );
});

describe("in 50 000 labels of 5 classes", () => {
  const [samples, classes, rate] = [50_000, 5, 0.3];
  const labels = Int32Array.from({ length: samples }, (_, i) => i % classes);
  // Hoeffding: a count of n trials is off by more than √(n ln(2·10⁹)/2) with probability at most 10⁻⁹.
  const allowed = (trials: number): number => Math.sqrt((trials * Math.log(2e9)) / 2);

  const independent = corrupt(labels, classes, { kind: "random", rate, exact: false }, streams.replicate(1));

  test("independent flips are as many as the rate says, give or take chance, in every class and among neighbours", () => {
    expect(Math.abs(sum(independent.flipped) - rate * samples)).toBeLessThanOrEqual(allowed(samples));
    const both = (step: number): number =>
      sum(
        independent.flipped.map((mark, i) => (mark === 1 && independent.flipped[(i + step) % samples] === 1 ? 1 : 0)),
      );
    // Neighbouring pairs overlap; every other one does not: two sums of n/2 independent pairs.
    for (const step of [1, 2, classes]) {
      expect(Math.abs(both(step) - rate ** 2 * samples)).toBeLessThanOrEqual(2 * allowed(samples / 2));
    }
  });

  test("their number varies, while the exact rate's does not", () => {
    const counts = (exact: boolean): number[] =>
      [1, 2, 3].map((replicate) =>
        sum(
          corrupt(labels.subarray(0, 1000), classes, { kind: "random", rate, exact }, streams.replicate(replicate))
            .flipped,
        ),
      );
    expect(new Set(counts(true))).toEqual(new Set([300]));
    expect(new Set(counts(false)).size).toBeGreaterThan(1);
  });

  test.each([true, false])("random corruption goes to every other class equally often (exact: %s)", (exact) => {
    const corrupted = corrupt(labels, classes, { kind: "random", rate, exact }, streams.replicate(2));
    for (let from = 0; from < classes; from++) {
      for (let to = 0; to < classes; to++) {
        const count = corrupted.labels.filter((label, i) => labels[i] === from && label === to).length;
        const expected = from === to ? 1 - rate : rate / (classes - 1);
        // With an exact rate the samples are drawn without replacement, to which Hoeffding's bound applies as well.
        expect(Math.abs(count - (expected * samples) / classes)).toBeLessThanOrEqual(
          allowed(samples / classes) * (exact ? 2 : 1),
        );
      }
    }
  });
});

const some = Int32Array.of(0, 1, 2);
const scores = new Float64Array(9);

test.each<[string, Int32Array, number, Partial<Corruption>, string]>([
  ["a negative rate", some, 3, { rate: -0.1 }, "the corruption rate is -0.1; it must be from 0 to 1"],
  ["a rate above 1", some, 3, { rate: 1.5 }, "the corruption rate is 1.5; it must be from 0 to 1"],
  ["no rate", some, 3, { rate: NaN }, "the corruption rate is NaN; it must be from 0 to 1"],
  ["one class", Int32Array.of(0), 1, {}, "labels can be wrong only among two classes and more; given 1"],
  ["a label beyond the classes", some, 2, {}, "label 2 of sample 3 is none of 0 … 1"],
  ["a negative label", Int32Array.of(-1), 2, {}, "label -1 of sample 1 is none of 0 … 1"],
  [
    "too few partners",
    some,
    3,
    { kind: "pair", partners: [1, 0] },
    "there are 2 partners of 3 classes; expected one for each",
  ],
  [
    "a class that is its own partner",
    some,
    3,
    { kind: "pair", partners: [1, 1, 0] },
    "the partner of class 1 is 1; expected another of 0 … 2",
  ],
  ["a partner that is no class", some, 3, { kind: "pair", partners: [1, 0.5, 0] }, "the partner of class 1 is 0.5"],
  [
    "too few superclasses",
    some,
    3,
    { kind: "hierarchical", superclasses: [0] },
    "there are 1 superclasses of 3 classes",
  ],
  [
    "a class without siblings",
    some,
    3,
    { kind: "hierarchical", superclasses: [0, 0, 1] },
    "class 2 is the only one of superclass 1",
  ],
  [
    "too few scores",
    some,
    3,
    { kind: "adversarial", scores: scores.subarray(1) },
    "there are 8 scores; 3 samples of 3 classes need 9",
  ],
  [
    "a score that is no number",
    some,
    3,
    { kind: "adversarial", scores: scores.with(5, NaN) },
    "the score of sample 2 is not a number",
  ],
])("%s is refused", (_, labels, classes, change, message) => {
  const how = { kind: "random", rate: 0.5, exact: true, ...change } as Corruption;
  const corruption = (): unknown => corrupt(labels, classes, how, streams.replicate(0));
  expect(corruption).toThrow(InvalidInput);
  expect(corruption).toThrow(message);
});

function sum(marks: Uint8Array): number {
  return marks.reduce((total, mark) => total + mark, 0);
}
