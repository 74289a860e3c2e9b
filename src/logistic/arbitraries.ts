import fc from "fast-check";
import type { LogisticProblem, LogisticSetting } from "./problem.ts";

// Not 10 ** x, whose last digits differ between versions of Node.
const tenTo = (decades: number): number => Math.exp(decades * Math.LN10);
const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

/** All sizes alike, from one point a class to a million, and λ from 10⁻⁶ to 10⁶; similarities near 0 and near 1 too. */
export const logisticSettings: fc.Arbitrary<LogisticSetting> = fc.record({
  classSize: fc.oneof(
    fc.integer({ min: 1, max: 40 }),
    between(0, 6).map((decades) => Math.round(tenTo(decades))),
  ),
  similarity: fc.oneof(
    fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100),
    between(1, 12).map((decades) => tenTo(-decades)),
    between(1, 12).map((decades) => 1 - tenTo(-decades)),
  ),
  lambda: fc.oneof(
    fc.integer({ min: -3, max: 3 }).map((exponent) => 2 ** Math.trunc(exponent)),
    between(-6, 6).map(tenTo),
  ),
});

/** Flip rates of whole percents, and any others; 0 among them. */
export const flipRates: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 0, max: 49 }).map((percent) => percent / 100),
  between(0, 1 / 2 - 2 ** -54),
);

/** All settings with all flip rates. */
export const logisticProblems: fc.Arbitrary<LogisticProblem> = fc
  .tuple(logisticSettings, flipRates)
  .map(([setting, flipRate]) => ({ ...setting, flipRate }));
