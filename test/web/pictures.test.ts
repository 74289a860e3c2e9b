import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ClosedForms, type RidgeProblem, ridgeProblem } from "../../src/ridge/index.ts";
import { accuracyOfFraction, accuracyOfRandom } from "../../web/logistic/accuracy.ts";
import { errorByLambda, lambdasInSight } from "../../web/ridge/error-by-lambda.ts";
import { errorByXi } from "../../web/ridge/error-by-xi.ts";
import { plane, type Shrinkages } from "../../web/ridge/plane.ts";

const two = (s1: number, s2: number, rest: Partial<RidgeProblem> = {}): RidgeProblem =>
  ridgeProblem({ singularValues: [Math.sqrt(s1), Math.sqrt(s2)], signal: [2, 1], noiseVariance: 8, ...rest });
const ratios = fc.double({ min: 1.05, max: 50, noNaN: true });

describe("the plane of two modes", () => {
  // Whether q lies left of the line from a to b, right of it (negative) or on it.
  const side = (a: Shrinkages, b: Shrinkages, q: Shrinkages): number =>
    (b.x - a.x) * (q.y - a.y) - (b.y - a.y) * (q.x - a.x);

  test("no tangent of the ridge path enters the wedge: its corner and what is beyond lie on one side of each", () => {
    fc.assert(
      fc.property(ratios, fc.double({ min: 1e-4, max: 1e4, noNaN: true }), fc.boolean(), (ratio, lambda, falling) => {
        const problem = falling ? two(ratio, 1) : two(1, ratio);
        const { tangent, wedge } = plane(problem, lambda, 1, [0, 1]);
        const [from, to] = tangent as [Shrinkages, Shrinkages];
        const sides = wedge.map((corner) => side(from, to, corner));
        // Each side is a sum of two products of numbers below 10, so off by less than 10³ units of roundoff.
        const rounding = 1e3 * 2 ** -53;
        expect(sides.every((value) => value > -rounding) || sides.every((value) => value < rounding)).toBe(true);
      }),
    );
  });

  test("but tangents come as near to its corner as you like, at both ends of λ", () => {
    for (const lambda of [1e-7, 1e7]) {
      const { tangent, wedge } = plane(two(4, 1), lambda, 1, [0, 1]);
      const [from, to] = tangent as [Shrinkages, Shrinkages];
      expect(Math.abs(side(from, to, wedge[1]!)) / Math.hypot(to.x - from.x, to.y - from.y)).toBeLessThan(1e-5);
    }
  });

  test("teacher, student and best student lie on the tangent, and the best student where a ring touches it", () => {
    const { tangent, teacher, student, best, oracle } = plane(two(4, 1), 0.6, 1, [0, 1]);
    const [from, to] = tangent as [Shrinkages, Shrinkages];
    for (const point of [teacher, student, best!]) expect(Math.abs(side(from, to, point))).toBeLessThan(1e3 * 2 ** -53);
    const weight = { x: 4 + 8 / 4, y: 1 + 8 };
    const gradient = { x: weight.x * (best!.x - oracle!.x), y: weight.y * (best!.y - oracle!.y) };
    expect(gradient.x * (to.x - from.x) + gradient.y * (to.y - from.y)).toBeCloseTo(0, 10);
  });
});

describe("the curves", () => {
  test("against ξ pass through the teacher, and are least at ξ*: below, at and above 1 for half, once and twice γ²_c", () => {
    const { own, others } = errorByXi(two(4, 1), 0.6, 1);
    for (const curve of [own, ...others]) {
      for (const { error } of curve.points) expect(error).toBeGreaterThanOrEqual(curve.best!.error - 1e-12);
    }
    expect(others.map(({ best }) => Math.sign(Number((best!.xi - 1).toFixed(9))))).toEqual([-1, 0, 1]);
  });

  test("against λ: the best student is nowhere above the teacher or a student with one ξ, nor below the oracle", () => {
    const { teacher, best, student, oracle } = errorByLambda(two(4, 1), 0.7, []);
    best.forEach(({ error }, i) => {
      expect(error).toBeLessThanOrEqual(Math.min(teacher[i]!.error, student[i]!.error) * (1 + 1e-12));
      expect(error).toBeGreaterThanOrEqual(oracle * (1 - 1e-12));
    });
  });

  test("are drawn of a problem without noise or signal as well, in numbers that are finite", () => {
    for (const problem of [
      two(4, 1, { noiseVariance: 0 }),
      two(4, 4, { signal: [0, 0] }),
      two(1, 1, { noiseVariance: 0, signal: [0, 0] }),
    ]) {
      const [byXi, byLambda] = [errorByXi(problem, 1, 1), errorByLambda(problem, 1, [1, null])];
      const numbers = JSON.stringify([byXi, byLambda, plane(problem, 1, 1, [0, 1]), lambdasInSight(problem, 3)]);
      // What is not finite would be written as null; what has no value is null in its own right.
      const nulls = byXi.own.best === null ? 2 : 0;
      const oracle = problem.noiseVariance === 0 && problem.signal[0] === 0 ? 1 : 0;
      expect(numbers.split("null").length - 1).toBeLessThanOrEqual(nulls + oracle);
      expect(byLambda.yDomain[1]).toBeGreaterThan(byLambda.yDomain[0]);
    }
  });

  test("of accuracy fall from 1 to 1 − p at the thresholds, and the mixture's begin at 1", () => {
    const setting = { classSize: 20, similarity: 0.1, lambda: 1 };
    for (const { who, p, accuracy } of accuracyOfFraction(setting, 1)) {
      const threshold = who === "teacher" ? 0.11894334595703107 : 0.3815318380459641;
      expect(accuracy).toBe(p < threshold ? 1 : 1 - p);
    }
    const random = accuracyOfRandom(setting, { teacher: 0.119, student: 0.382 }, 1);
    expect(random.filter(({ p }) => p === 0).map(({ accuracy }) => accuracy)).toEqual([1, 1]);
    expect(
      accuracyOfRandom(setting, { teacher: 0.119, student: 0.382 }, 1.2).every(({ who }) => who === "teacher"),
    ).toBe(true);
  });

  test("λ that are measured at are in the picture", () => {
    const problem = two(400, 1);
    const { best, yDomain } = errorByLambda(problem, 0, []);
    const seen = best.filter(({ error }) => error <= yDomain[1]).map(({ lambda }) => lambda);
    const forms = new ClosedForms();
    for (const lambda of lambdasInSight(problem, 9)) {
      expect(lambda).toBeGreaterThan(seen[0]!);
      expect(lambda).toBeLessThan(seen.at(-1)!);
      expect(Number.isFinite(forms.errors(problem, lambda, 0).error)).toBe(true);
    }
  });
});
