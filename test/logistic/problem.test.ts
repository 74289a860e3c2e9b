import { expect, test } from "vitest";
import { InvalidInput } from "../../src/data/index.ts";
import { logisticProblem, requireFiniteXi } from "../../src/logistic/problem.ts";

const problem = { classSize: 10, similarity: 0.3, lambda: 0.5, flipRate: 0.2 };

test("p·m need not be an integer, and p may be 0 but not 1/2", () => {
  expect(logisticProblem({ ...problem, flipRate: 0.123 })).toEqual({ ...problem, flipRate: 0.123 });
  expect(logisticProblem({ ...problem, flipRate: 0 }).flipRate).toBe(0);
});

test.each([
  [{ classSize: 0 }, "classSize is 0; it must be an integer from 1 to 1000000"],
  [{ classSize: 2.5 }, "classSize is 2.5; it must be an integer from 1 to 1000000"],
  [{ classSize: 1e7 }, "classSize is 10000000; it must be an integer from 1 to 1000000"],
  [{ similarity: 0 }, "similarity is 0; it must be strictly between 0 and 1"],
  [{ similarity: 1 }, "similarity is 1; it must be strictly between 0 and 1"],
  [{ similarity: NaN }, "similarity is NaN; it must be strictly between 0 and 1"],
  [{ lambda: 0 }, "lambda is 0; it must be from 0.000001 to 1000000"],
  [{ lambda: Infinity }, "lambda is Infinity; it must be from 0.000001 to 1000000"],
  [{ flipRate: -0.1 }, "flipRate is -0.1; it must be at least 0 and below 1/2"],
  [{ flipRate: 0.5 }, "flipRate is 0.5; it must be at least 0 and below 1/2"],
])("%j is refused", (change, message) => {
  expect(() => logisticProblem({ ...problem, ...change })).toThrow(new InvalidInput(message));
});

test("ξ may be any number but not infinite", () => {
  expect(() => requireFiniteXi(-1e300)).not.toThrow();
  expect(() => requireFiniteXi(Infinity)).toThrow("xi is Infinity; it must be a finite number");
});
