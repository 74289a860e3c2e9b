import { expect, test } from "vitest";
import { InvalidInput } from "../../../src/data/index.ts";
import { requireLambda, requireXi, ridgeProblem } from "../../../src/ridge/problem/problem.ts";

const good = { singularValues: [2, 1], signal: [1, -1], noiseVariance: 0.5 };

test("residualSignal is 0 where it is left out", () => {
  expect(ridgeProblem(good)).toEqual({ ...good, residualSignal: 0 });
});

test.each([
  [{ singularValues: [], signal: [] }, "singularValues is empty; at least one mode is needed"],
  [{ signal: [1] }, "signal has 1 entry and singularValues 2 entries; both need one entry per mode"],
  [{ singularValues: [1, -2] }, "singularValues[1] is -2; singular values are positive"],
  [{ singularValues: [0, 1] }, "singularValues[0] is 0; singular values are positive (leave such a mode out"],
  [{ singularValues: [NaN, 1] }, "singularValues[0] is NaN; it must be a finite number"],
  [{ singularValues: [1e155, 1] }, "singularValues[0] is 1e+155, too large to square"],
  [{ singularValues: [1e-170, 1] }, "singularValues[0] is 1e-170, too small to square"],
  [{ signal: [1, Infinity] }, "signal[1] is Infinity; it must be a finite number"],
  [{ signal: [1, -1e160] }, "signal[1] is -1e+160, too large to square"],
  [{ noiseVariance: -1 }, "noiseVariance is -1; it must not be negative"],
  [{ noiseVariance: NaN }, "noiseVariance is NaN; it must be a finite number"],
  [{ residualSignal: -0.1 }, "residualSignal is -0.1; it must not be negative"],
])("a problem with %j is refused in one sentence", (change, message) => {
  expect(() => ridgeProblem({ ...good, ...change })).toThrow(InvalidInput);
  expect(() => ridgeProblem({ ...good, ...change })).toThrow(message);
});

test("λ must be positive and finite, ξ finite and squarable", () => {
  for (const lambda of [0, -1]) expect(() => requireLambda(lambda)).toThrow("the regularization must be positive");
  for (const lambda of [NaN, Infinity]) expect(() => requireLambda(lambda)).toThrow("it must be a finite number");
  for (const xi of [NaN, -Infinity]) expect(() => requireXi(xi)).toThrow("it must be a finite number");
  expect(() => requireXi(1e200)).toThrow("xi is 1e+200, too large to square");
  for (const xi of [-3, 0, 5]) expect(() => requireXi(xi)).not.toThrow();
});
