import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Fractions, parse, prove } from "../../../src/formula/index.ts";
import { ClosedForms } from "../../../src/ridge/reading/closed-forms.ts";
import { exactProblem, exactValue } from "../../../src/ridge/problem/exact-problem.ts";
import { ridgeBook } from "../../../src/ridge/book/ridge.ts";
import { IN_FLOATING_POINT, inFloatingPoint } from "../../../src/ridge/reading/in-floating-point.ts";
import { metricBook, metricForms } from "../../../src/ridge/reading/metric-forms.ts";
import { ridgeProblem } from "../../../src/ridge/problem/problem.ts";

test.each(Object.keys(IN_FLOATING_POINT))("%s is the same formula: the kernel proves it", (name) => {
  const index = ridgeBook.formula(name).perMode ? ("j" as const) : null;
  const symbol = { kind: "symbol", name, index } as const;
  // Where it is made of others, those may be anything.
  const book = ridgeBook.opaque("N", "D", "farPull", "farCurvature", "nearPull", "nearCurvature");
  const [left, right] = [book.expand(symbol), inFloatingPoint(book).expand(symbol)];
  expect(right).not.toEqual(left);
  expect(prove(left, right, book.symbols)).toEqual({ proved: true });
});

test("a formula that is broken on purpose stays broken", () => {
  const broken = ridgeBook.with("g", parse("a_j*(1 + xi*b_j)"));
  const problem = ridgeProblem({ singularValues: [1], signal: [1], noiseVariance: 1 });
  expect([...new ClosedForms(broken).perMode("g", problem, 1, 1)]).toEqual([3 / 4]);
  expect(inFloatingPoint(broken).formula("h")).not.toEqual(broken.formula("h"));
});

describe("digits are kept", () => {
  // Seven roundings in a formula, and three in each of a and b.
  const most = 20 * 2 ** -53;

  test("where b is near 1 and ξ = 1, or a near 1 and ξ = −1: g = a², h = b²", () => {
    fc.assert(
      fc.property(fc.double({ min: -300, max: 300, noNaN: true }), (decades) => {
        const lambda = Number(`1e${Math.round(decades / 2)}`);
        const problem = ridgeProblem({ singularValues: [1.5], signal: [1], noiseVariance: 1 });
        const [s, forms] = [2.25, new ClosedForms()];
        const [g] = forms.perMode("g", problem, lambda, 1);
        const [h] = forms.perMode("h", problem, lambda, -1);
        const [a, b] = [s / (s + lambda), lambda / (s + lambda)];
        expect(Math.abs(g! / (a * a) - 1)).toBeLessThanOrEqual(most);
        expect(Math.abs(h! / (b * b) - 1)).toBeLessThanOrEqual(most);
      }),
    );
  });

  test("in an error metric as well", () => {
    const problem = ridgeProblem({ singularValues: [1], signal: [0], noiseVariance: 1 });
    const { directionError } = metricForms(metricBook)(problem, 1e16, 1, [{ along: [1], outside: 0 }]);
    expect(Math.abs(directionError / 1e-64 - 1)).toBeLessThan(1e-15);
  });

  test("of gains whose N² is beyond the range of floating-point numbers, small or large", () => {
    const [low, high] = [
      ridgeProblem({ singularValues: [5e90, 3e90, 1e90], signal: [1e-90, 0.5e-90, 0.2e-90], noiseVariance: 0.5 }),
      ridgeProblem({ singularValues: [5, 3, 1], signal: [1e90, 0.5e90, 0.2e90], noiseVariance: 1e180 }),
    ];
    const cases = [
      { problem: low, lambda: 2e180 },
      { problem: high, lambda: 1e-3 },
    ];
    for (const { problem, lambda } of cases) {
      const exact = exactValue("gain", exactProblem(problem), { lambda: Fractions.fromNumber(lambda) });
      const forms = new ClosedForms();
      for (const gain of [forms.optimalXi(problem, lambda).gain, forms.scalar("gain", problem, lambda, 0)]) {
        // N loses a few digits to cancellation.
        expect(Math.abs(gain / Fractions.toNumber(exact) - 1)).toBeLessThan(2 ** -40);
      }
    }
  });
});
