import { describe, expect, test } from "vitest";
import {
  ClosedForms,
  gaussianExperiments,
  optimum,
  type Optimum,
  problemFromDesign,
  problemFromSquares,
  roundedProblem,
} from "../../src/ridge/index.ts";
import { PRESETS } from "../../web/problem/presets.ts";
import { partsOf, type Setting, Settings } from "../../web/problem/setting.ts";
import { DEFAULTS, type ProblemName, type State } from "../../web/state/state.ts";
import { shipped } from "./shipped.ts";

const settings = new Settings(shipped);
const setting = (change: Partial<State>): Setting => settings.of(partsOf({ ...DEFAULTS, ...change }));
const optimumOf = (problem: ProblemName): Optimum => optimum(setting({ problem }).exact);

describe("what the page says of the problems that it offers is so", () => {
  test("two modes: the best student has ξ = 3 and reaches the oracle, which no ridge does", () => {
    const { ridge, distillation, oracle } = optimumOf("two-modes");
    expect(distillation.xi).toBeCloseTo(3, 6);
    expect(distillation.error[0]).toBeLessThanOrEqual(oracle * (1 + 1e-12));
    expect(ridge.error[0]).toBeGreaterThan(oracle);
  });

  test("high noise: ξ* > 1 at the λ that it begins with", () => {
    const { problem, suggested } = setting({ problem: "high-noise" });
    expect(new ClosedForms().optimalXi(problem, suggested.lambda).optimalXi).toBeGreaterThan(1);
  });

  test("S > 0, and yet a win", () => {
    const { condition, strictlyBetter } = optimumOf("not-necessary");
    expect(condition.range![0]).toBeGreaterThan(0);
    expect(strictlyBetter).toBe(true);
  });

  test("a tie", () => expect(optimumOf("tie").strictlyBetter).toBe(false));

  test("no best student: the infimum is only approached, as λ → 0", () => {
    expect(optimumOf("approached").distillation).toMatchObject({ attained: false, limit: "lambda->0", xi: null });
  });

  test("diabetes: the same problem that the claims are checked on", () => {
    const { design, parameter, noiseVariance } = gaussianExperiments().find(({ name }) => name.startsWith("diabetes"))!;
    expect(setting({ problem: "diabetes" }).problem).toEqual(problemFromDesign(design, parameter, noiseVariance));
  });
});

describe("a problem of one's own", () => {
  const own = (s: string, theta2: string, rest: Partial<State> = {}): Setting =>
    setting({ problem: "own", s: s.split(","), theta2: theta2.split(","), ...rest });

  test("is taken exactly as it is typed, fractions too", () => {
    expect(own("3,2,3/2", "2,6,2", { noise: 8 }).exact).toEqual(setting({ problem: "not-necessary" }).exact);
  });

  test("decimals too: 0.1 is 1/10, of s, θ², noise and the signal outside", () => {
    const decimal = own("0.3,0.1", "0.7,0.2", { noise: 0.1, outside: 0.6 });
    const exact = problemFromSquares({
      squaredSingularValues: ["3/10", "1/10"],
      squaredSignal: ["7/10", "1/5"],
      noiseVariance: "1/10",
      residualSignal: "3/5",
    });
    expect(decimal.exact).toEqual(exact);
    expect(decimal.problem).toEqual(roundedProblem(exact));
  });

  test.each([
    ["1,2", "1", "s has 2 numbers and θ² has 1 number; both need one for each mode"],
    ["1,0", "1,1", "s_2 is 0; singular values are positive"],
    ["-1", "1", "s_1 is -1; it must not be negative"],
    ["1,2", "1,-2", "θ²_2 is -2; it must not be negative"],
    ["1,3/0", "1,1", `s_2 is "3/0"; write a fraction as "7/13"`],
    ["1e300", "1", "s_1 is 1e+300; expected a number from 1e-12 to 1000000000000"],
  ])("s = %s, θ² = %s is refused in a sentence", (s, theta2, sentence) => {
    expect(() => own(s, theta2)).toThrow(sentence);
  });

  test("can be simulated: the design that is made for it has its spectrum", () => {
    const parts = partsOf({
      ...DEFAULTS,
      problem: "own",
      s: ["9", "4", "1"],
      theta2: ["1", "0", "2"],
      outside: 3,
      noise: 5,
    });
    const { design, parameter, noiseVariance } = settings.experiment(parts);
    const made = problemFromDesign(design, parameter, noiseVariance);
    made.singularValues.forEach((value, j) => expect(value).toBeCloseTo([3, 2, 1][j]!, 10));
    made.signal.forEach((value, j) => expect(value ** 2).toBeCloseTo([1, 0, 2][j]!, 10));
    expect(made.residualSignal).toBeCloseTo(3, 10);
  });
});

test("one problem's noise may change, and then all else of it is as it was", () => {
  const [before, after] = [setting({}), setting({ noise: 3 })];
  expect(after.problem).toEqual({ ...before.problem, noiseVariance: 3 });
  expect(setting({})).toEqual(before);
});

test("every problem that is offered says what it is, and begins within what its sliders reach", () => {
  for (const [name, { words }] of Object.entries(PRESETS)) {
    const { suggested, problem } = setting({ problem: name as ProblemName });
    expect(words).toMatch(/\.$/);
    expect(problem.noiseVariance).toBe(suggested.noise);
    expect(Math.abs(suggested.xi - 2)).toBeLessThanOrEqual(4);
  }
});
