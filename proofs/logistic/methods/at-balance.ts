import { sigmoid } from "../../../src/logistic/index.ts";
import { DirectFits, type Measured, signOf } from "./direct.ts";
import type { Question } from "./questions.ts";

const U = 2 ** -53;

/** The fit after some rounds of imitation at ξ = 1; the teacher is that after none. */
export function afterRounds(direct: DirectFits, rounds: number): Measured {
  let fit = direct.teacher();
  for (let round = 0; round < rounds; round++) fit = direct.next(fit);
  return fit;
}

/**
 * Of the direct fits for all λ, after some rounds, one whose bad points have logit 0, by bisection in log λ: z_b < 0 for
 * small λ, where the labels are learnt, and z_b > 0 for large ones if cm(1 − 2p) > 1 − c. Null where that is not so.
 */
export function balanced({ case: example }: DirectFits, rounds = 0): DirectFits | null {
  const { c, classSize: m, flipped } = example;
  const k = flipped[0];
  if (k === 0 || c * (m - 2 * k) <= 1 - c) return null;
  const at = (lambda: number): DirectFits => new DirectFits({ ...example, flipped: [k, k], lambda });
  const isNegative = (lambda: number): boolean => afterRounds(at(lambda), rounds).classes[0]!.bad[0]! < 0;
  let [low, high] = [1, 1];
  while (!isNegative(low)) low /= 4;
  while (isNegative(high)) high *= 4;
  // Until the two are a few roundings apart.
  while (high / low - 1 > 8 * U) {
    const middle = Math.sqrt(low * high);
    if (isNegative(middle)) low = middle;
    else high = middle;
  }
  return at(high);
}

/** At the λ at which the direct teacher's bad points have logit 0, p_T is the flip rate. */
export const thresholdAtBalance: Question<DirectFits | null> = {
  name: "where the teacher's bad points have logit 0, the flip rate is p_T",
  covers: ["teacherThreshold"],
  measure: (direct) => balanced(direct),
  violation: (direct, forms) => {
    if (direct === null) return null;
    const { c, classSize: m, lambda } = direct.case;
    const { bound, classes } = direct.teacher();
    const { p, good, bad } = classes[0]!;
    const a = (1 - sigmoid(good[0]!)) / lambda;
    const closed = forms.value("teacherThreshold", { m, a, c, lambda });
    // (1 − c)α_b + cm((1 − p)a + pα_b) is z_b, and 0 at p_T with −1/(2λ) for α_b: so p − p_T is what z_b and the
    // coefficients are off by, σ having slope ≤ ¼, over cm(a + 1/(2λ)). At most 40 roundings are relative to 1/λ.
    const off = Math.abs(bad[0]!) + bound;
    const explained = off + ((1 - c + c * m) * (off / 4 + bound / 4 + 40 * U)) / lambda;
    const rounding = explained / (c * m * (a + 1 / (2 * lambda)));
    if (Math.abs(p - closed) <= rounding) return null;
    return `p_T is ${closed} at λ = ${lambda}, where z_b = ${bad[0]} at p = ${p}; rounding explains ${rounding}`;
  },
};

/** Where the direct teacher is just about to go wrong on bad points, the student at ξ = 1 is right beyond doubt. */
export const studentAtBalance: Question<DirectFits | null> = {
  name: "where the teacher's bad points have logit 0, so that the flip rate is p_T, the student at ξ = 1 is right",
  covers: ["teacherThreshold"],
  measure: (direct) => balanced(direct),
  violation: (direct, forms) => {
    if (direct === null) return null;
    const { classes, bound } = direct.student(1);
    const wrong = classes.find(({ good, bad }) => signOf([...good, ...bad], bound) !== 1);
    if (wrong !== undefined)
      return `the student's bad points have the logit ${wrong.bad[0]} at λ = ${direct.case.lambda}`;
    return thresholdAtBalance.violation(direct, forms);
  },
};

/** Where some round is just about to go wrong on bad points, the next one is right beyond doubt. */
export const roundAtBalance: Question<{ readonly balance: DirectFits | null; readonly rounds: number }[]> = {
  name: "where bad points have logit 0 after the first round, or the second, the next round is right on every point",
  covers: [],
  measure: (direct) => [1, 2].map((rounds) => ({ balance: balanced(direct, rounds), rounds })),
  violation: (measured) => {
    for (const { balance, rounds } of measured) {
      // Each round multiplies what a fit may be off by by up to m/(2λ): for small λ that decides nothing.
      if (balance === null || balance.case.lambda < 1 / 16) continue;
      const { classes, bound } = afterRounds(balance, rounds + 1);
      const wrong = classes.find(({ good, bad }) => signOf([...good, ...bad], bound) !== 1);
      if (wrong === undefined) continue;
      return `bad points have the logit ${wrong.bad[0]} ± ${bound} in round ${rounds + 1} at λ = ${balance.case.lambda}`;
    }
    return null;
  },
};
