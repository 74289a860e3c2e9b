import { describe, expect, test } from "vitest";
import { DirectFits, predictions, signOf } from "../../../../proofs/logistic/methods/direct.ts";

/*
 * Where intuition about larger ξ fails. Direct fits of all points alone are used; `signOf` is 0 unless the sign is certain.
 */

interface Setting {
  readonly classSize: number;
  readonly c: number;
  readonly lambda: number;
}

const fitsTo = (setting: Setting, flips: number): DirectFits =>
  new DirectFits({ ...setting, xi: 0, flipped: [flips, flips], seed: 1 });

function signs(direct: DirectFits, xi: number): { readonly good: number; readonly bad: number } {
  const { classes, bound } = direct.student(xi);
  return { good: signOf(classes[0]!.good, bound), bad: signOf(classes[0]!.bad, bound) };
}

const right = { good: 1, bad: 1 };

test("the largest ξ that leaves good points right is not monotone in the flip rate", () => {
  const setting = { classSize: 10, c: 0.9, lambda: 1 };
  // It is below 2.99 at no flip, above at two, below again at three.
  expect([0, 2, 3].map((flips) => signs(fitsTo(setting, flips), 2.99).good)).toEqual([-1, 1, -1]);
});

test("at large ξ more flips can turn bad points from wrong to right, while good ones are wrong all along", () => {
  const setting = { classSize: 10, c: 0.3, lambda: 0.5 };
  expect([1, 2].map((flips) => signs(fitsTo(setting, flips), 30))).toEqual([
    { good: -1, bad: -1 },
    { good: -1, bad: 1 },
  ]);
});

test("below p_T the ξ that are right everywhere are no interval: negative ones are wrong, and right again", () => {
  const direct = fitsTo({ classSize: 20, c: 0.1, lambda: 1 }, 2);
  expect([0, -0.1, -50].map((xi) => signs(direct, xi))).toEqual([right, right, right]);
  for (const xi of [-0.2, -1, -5, -20]) expect(signs(direct, xi)).toEqual({ good: 1, bad: -1 });
});

describe("where similarity is too weak, pure imitation repairs nothing", () => {
  const weak = { classSize: 8, c: 0.05, lambda: 2 };

  test("a student at ξ = 1 is wrong on bad points at every number of flips", () => {
    for (const flips of [1, 2, 3]) expect(signs(fitsTo(weak, flips), 1)).toEqual({ good: 1, bad: -1 });
  });

  test("and yet the student at ξ_× is right on every point", () => {
    const direct = fitsTo(weak, 3);
    const { sigmaGood, sigmaBad } = predictions(direct.teacher().classes[0]!);
    expect(signs(direct, 1 / (1 - sigmaGood + sigmaBad))).toEqual(right);
  });
});
