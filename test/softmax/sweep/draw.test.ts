import { expect, test } from "vitest";
import { type Classification, InvalidInput, type LabelledTable } from "../../../src/data/index.ts";
import { normal, Streams } from "../../../src/random/index.ts";
import { Draw, type Drawing, isRedrawn } from "../../../src/softmax/sweep/draw.ts";

// Three classes, each around a direction of its own in three dimensions.
function samples(rows: number, replicate: number): LabelledTable {
  const random = new Streams({ seed: 1, claim: "draws", problem: "samples" }).replicate(replicate);
  const labels = Int32Array.from({ length: rows }, (_, i) => i % 3);
  const values = Float64Array.from({ length: rows * 3 }, (_, k) => {
    const isOwn = labels[Math.floor(k / 3)] === k % 3;
    return (isOwn ? 3 : 0) + normal(random);
  });
  return { features: { rows, columns: 3, values }, labels, classes: 3 };
}
const whole: Classification = { name: "three directions", train: samples(60, 0), test: samples(30, 1) };
const drawing: Drawing = { rows: 40, map: { kind: "relu", columns: 8 }, kind: "random", seed: 1 };
const changed = (one: Int32Array, other: Int32Array): number[] =>
  Array.from(one, (_, i) => i).filter((i) => one[i] !== other[i]);

test("a higher rate corrupts the same labels in the same way, and more", () => {
  const draw = new Draw(whole, drawing, 0);
  const [clean, some, more] = [0, 0.25, 0.5].map((rate) => draw.corruptedLabels(rate, 0)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  expect(clean).toEqual(draw.data.train.labels);
  expect([changed(clean, some).length, changed(clean, more).length]).toEqual([10, 20]);
  for (const i of changed(clean, some)) expect(more[i]).toBe(some[i]);
});

test("each repeat draws samples, features and corruption anew, and draws the same again", () => {
  const [first, again, second] = [0, 0, 1].map((repeat) => new Draw(whole, drawing, repeat)) as [Draw, Draw, Draw];
  expect(again.data).toEqual(first.data);
  expect(again.corruptedLabels(0.5, 0)).toEqual(first.corruptedLabels(0.5, 0));
  expect(first.corruptedLabels(0.5, 1)).not.toEqual(first.corruptedLabels(0.5, 0));
  expect(second.data.test.features).not.toEqual(first.data.test.features); // the features alone: the test samples stay
  expect(second.data.test.labels).toEqual(first.data.test.labels);
});

test("what samples are called changes no draw, unless they are those that everyone has", () => {
  const drawn = (given: Classification): unknown => {
    const draw = new Draw(given, drawing, 0);
    return [draw.data.train, draw.corruptedLabels(0.5, 0)];
  };
  expect(drawn({ ...whole, name: "three-directions.npy" })).toEqual(drawn(whole));
  expect(drawn({ ...whole, key: "digits" })).not.toEqual(drawn(whole));
  expect(drawn({ ...whole, key: "digits", name: "else" })).toEqual(drawn({ ...whole, key: "digits" }));
});

test("the chosen samples are so many of the training samples, each with its label", () => {
  const { train } = new Draw(whole, { ...drawing, map: null }, 3).data;
  const rows = ({ features: { values }, labels }: LabelledTable): string[] =>
    Array.from(labels, (label, i) => `${values.subarray(3 * i, 3 * i + 3).join()}: ${label}`);
  expect(train.labels).toHaveLength(40);
  expect(rows(whole.train)).toEqual(expect.arrayContaining(rows(train)));
  expect(() => new Draw(whole, { ...drawing, rows: 61 }, 0)).toThrow(
    new InvalidInput("61 training samples are asked for; three directions has 60"),
  );
});

test("where all samples and their own features are used, a repeat differs by its corruption alone", () => {
  const asGiven: Drawing = { ...drawing, rows: null, map: null };
  expect([asGiven, drawing, { ...drawing, rows: null }, { ...drawing, map: null }].map(isRedrawn)).toEqual([
    false,
    true,
    true,
    true,
  ]);
  const [first, second] = [0, 1].map((repeat) => new Draw(whole, asGiven, repeat)) as [Draw, Draw];
  expect(second.data).toEqual(first.data);
  expect(second.corruptedLabels(0.5, 1)).toEqual(first.corruptedLabels(0.5, 1));
});

test("adversarial corruption goes where a sample lies nearest among the wrong classes", () => {
  const asGiven: Drawing = { rows: null, map: null, kind: "adversarial", seed: 1 };
  const draw = new Draw(whole, asGiven, 0);
  const { labels, features } = draw.data.train;
  const wrong = draw.corruptedLabels(1, 0);
  // The class directions are the axes: the largest other coordinate names the most confused class, nearly always.
  const nearest = labels.map((label, i) => {
    const others = [0, 1, 2].filter((k) => k !== label);
    return others.toSorted((k, l) => features.values[3 * i + l]! - features.values[3 * i + k]!)[0]!;
  });
  expect(changed(wrong, nearest).length).toBeLessThanOrEqual(9);
  expect(changed(wrong, labels)).toHaveLength(60);
});
