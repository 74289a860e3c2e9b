import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { type Fraction, Fractions } from "../../../src/formula/index.ts";
import { exactProblems, ridgeCases } from "../../../src/ridge/problem/arbitraries.ts";
import { ClosedForms } from "../../../src/ridge/reading/closed-forms.ts";
import {
  type ExactProblem,
  exactProblem,
  exactValue,
  roundedProblem,
  showExactProblem,
  showOptimumCommand,
} from "../../../src/ridge/problem/exact-problem.ts";
import { readExactProblem, readRidgeProblem } from "../../../src/ridge/problem/problem-file.ts";
import { closedFormRoundingBound } from "../../../src/ridge/reading/rounding.ts";

const folder = mkdtempSync(join(tmpdir(), "exact-problem-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string): string {
  const path = join(folder, "problem.json");
  writeFileSync(path, content);
  return path;
}

const ratio = (numerator: number, denominator = 1): Fraction =>
  Fractions.fraction(BigInt(numerator), BigInt(denominator));

const problems = exactProblems({ modes: { least: 1, most: 3 } });

describe("exact values", () => {
  test("of a problem in floating-point numbers are the closed forms to within their rounding bound", () => {
    fc.assert(
      fc.property(ridgeCases, ({ problem, lambda, xi }) => {
        const student = { lambda: Fractions.fromNumber(lambda), xi: Fractions.fromNumber(xi) };
        const parts = new ClosedForms().errors(problem, lambda, xi);
        for (const name of ["squaredBias", "variance", "error"] as const) {
          const exact = exactValue(name, exactProblem(problem), student);
          const difference = Fractions.toNumber(Fractions.subtract(Fractions.fromNumber(parts[name]), exact));
          expect(Math.abs(difference)).toBeLessThanOrEqual(closedFormRoundingBound(problem, lambda, xi));
        }
      }),
    );
  });

  test("of one mode, by hand: s = 1, θ² = 2, γ² = 3, λ = 1, ξ = 1", () => {
    const problem = {
      squaredSingularValues: [ratio(1)],
      squaredSignal: [ratio(2)],
      noiseVariance: ratio(3),
      residualSignal: ratio(5),
    };
    // a = b = 1/2, g = 1/4: 5 + (3/4)²·2 + (1/4)²·3 = 101/16.
    expect(exactValue("error", problem, { lambda: ratio(1), xi: ratio(1) })).toEqual(ratio(101, 16));
    // N = t(aγ²/s − bθ²) = ¼(3/2 − 1) = 1/8 and D = t²(θ² + γ²/s) = 5/16.
    expect(exactValue("optimalXi", problem, { lambda: ratio(1) })).toEqual(ratio(2, 5));
  });

  test("without ξ are those of the teacher", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const teacher = exactValue("error", problem, { lambda: ratio(2) });
        expect(teacher).toEqual(exactValue("at(error, xi, 0)", problem, { lambda: ratio(2), xi: ratio(7) }));
      }),
    );
  });

  test("need the signal squared", () => {
    const [problem] = fc.sample(problems, 1);
    expect(() => exactValue("sum(theta_j)", problem!, { lambda: ratio(1) })).toThrow("no value is given to theta");
  });
});

describe("a problem in squares", () => {
  test("is rounded to one whose squares are within four units of roundoff", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { singularValues, signal } = roundedProblem(problem);
        const squares = [...problem.squaredSingularValues, ...problem.squaredSignal];
        [...singularValues, ...signal].forEach((root, i) => {
          const square = Fractions.power(Fractions.fromNumber(root), 2);
          const off = Math.abs(Fractions.toNumber(Fractions.subtract(square, squares[i]!)));
          // The quotient and the root are each off by a unit of roundoff or two, and squaring doubles that.
          expect(off).toBeLessThanOrEqual(4 * Number.EPSILON * Fractions.toNumber(squares[i]!));
        });
      }),
    );
  });

  test("is read back from the command that shows it", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const [, written] = /^echo '(.*)' \| npx sd-theorems optimum --problem -$/.exec(showOptimumCommand(problem))!;
        expect(readExactProblem(file(written!))).toEqual(problem);
      }),
    );
  });

  test("may hold fractions, and numbers that stand for themselves exactly", () => {
    const given = '{"squaredSingularValues": [2, "1"], "squaredSignal": ["7/13", 0.5], "noiseVariance": "3"}';
    const expected: ExactProblem = {
      squaredSingularValues: [ratio(2), ratio(1)],
      squaredSignal: [ratio(7, 13), ratio(1, 2)],
      noiseVariance: ratio(3),
      residualSignal: ratio(0),
    };
    expect(readExactProblem(file(given))).toEqual(expected);
    expect(readRidgeProblem(file(given))).toEqual(roundedProblem(expected));
  });

  test("reads as people write it", () => {
    const problem = {
      squaredSingularValues: [ratio(3), ratio(1)],
      squaredSignal: [ratio(0), ratio(1, 2)],
      noiseVariance: ratio(2),
      residualSignal: ratio(0),
    };
    expect(showExactProblem(problem)).toBe("s = (3, 1), θ² = (0, 1/2), γ² = 2");
    expect(showExactProblem({ ...problem, residualSignal: ratio(1, 3) })).toMatch(/, θ_⊥² = 1\/3$/);
  });

  test("a spectrum in a file is read as the squares it stands for", () => {
    const given = '{"singularValues": [0.5], "signal": [-3], "noiseVariance": 0.25}';
    expect(readExactProblem(file(given))).toEqual({
      squaredSingularValues: [ratio(1, 4)],
      squaredSignal: [ratio(9)],
      noiseVariance: ratio(1, 4),
      residualSignal: ratio(0),
    });
  });
});

test.each([
  ["lengths that differ", '{"squaredSingularValues": [1, 2], "squaredSignal": [1], "noiseVariance": 1}', "squaredSignal has 1 entry and squaredSingularValues 2 entries"], // prettier-ignore
  ["no modes", '{"squaredSingularValues": [], "squaredSignal": [], "noiseVariance": 1}', "at least one mode is needed"],
  ["a mode of size 0", '{"squaredSingularValues": ["0/3"], "squaredSignal": [1], "noiseVariance": 1}', "squaredSingularValues[0] is 0"], // prettier-ignore
  ["a negative square", '{"squaredSingularValues": [1], "squaredSignal": ["-1/2"], "noiseVariance": 1}', "squaredSignal[0] is -1/2"], // prettier-ignore
  ["text that is no fraction", '{"squaredSingularValues": [1], "squaredSignal": ["one"], "noiseVariance": 1}', 'write a fraction as "7/13"'], // prettier-ignore
  ["division by zero", '{"squaredSingularValues": [1], "squaredSignal": ["1/0"], "noiseVariance": 1}', 'squaredSignal[0] is "1/0"'], // prettier-ignore
  ["a field of the other form", '{"squaredSingularValues": [1], "signal": [1], "noiseVariance": 1}', 'unknown field "signal"'], // prettier-ignore
])("%s in a file of squares is refused in one sentence that names the file", (_, content, message) => {
  const path = file(content);
  for (const read of [readExactProblem, readRidgeProblem]) {
    expect(() => read(path)).toThrow(message);
    expect(() => read(path)).toThrow(path);
  }
});
