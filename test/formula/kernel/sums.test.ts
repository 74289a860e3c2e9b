import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "../../../src/formula/exact/evaluate.ts";
import { findDifference } from "../../../src/formula/exact/difference.ts";
import { binary } from "../../../src/formula/expression.ts";
import { isIdenticallyZero, rational, sumOf } from "../../../src/formula/kernel/sums.ts";
import { parse } from "../../../src/formula/parse.ts";
import { expressions, fractions, points, positiveFractions, symbols } from "../expressions.ts";

const isIdentity = (left: string, right: string): boolean => isIdenticallyZero(parse(`${left} - (${right})`));

test("what the kernel calls zero is zero for every number of modes at every point", () => {
  const difference = fc.tuple(expressions(["+", "-", "*"]), expressions(["+", "-", "*"]));
  fc.assert(
    fc.property(difference, points(fractions, positiveFractions), ([left, right], point) => {
      const zero = binary("-", binary("-", binary("+", left, right), right), left);
      expect(isIdenticallyZero(zero)).toBe(true);
      expect(evaluate(zero, point)).toEqual({ numerator: 0n, denominator: 1n });
    }),
  );
});

test("for random pairs of expressions the kernel and exact evaluation agree on whether they are the same", () => {
  fc.assert(
    fc.property(expressions(["+", "-", "*"], 1), expressions(["+", "-", "*"], 1), (left, right) => {
      const decided = isIdenticallyZero(binary("-", left, right));
      expect(findDifference(left, right, symbols) === null).toBe(decided);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["a square of a sum is the squares and twice the pairs", "sum(s_j)^2", "sum(s_j^2) + 2*pairs(s_j*s_k)"],
  ["a product of sums", "sum(s_j)*sum(theta_j)", "sum(s_j*theta_j) + pairs(s_j*theta_k + s_k*theta_j)"],
  ["Lagrange's identity", "sum(s_j^2)*sum(theta_j^2) - sum(s_j*theta_j)^2", "pairs((s_j*theta_k - s_k*theta_j)^2)"],
  ["scalars move out of a sum", "sum(lambda*s_j/(1 + lambda))", "lambda/(1 + lambda)*sum(s_j)"],
  ["a ratio of sums", "(sum(s_j) + lambda*sum(s_j))/(2*sum(s_j))", "(1 + lambda)/2"],
  [
    "ratios of sums over different sums",
    "1/sum(s_j) + 1/sum(theta_j)",
    "(sum(s_j) + sum(theta_j))/(sum(s_j)*sum(theta_j))",
  ],
  ["powers with negative exponents", "sum(s_j)^(-1)*sum(s_j)", "1"],
  ["a value of one mode moves out of a sum", "sum(theta_k*(s_j - s_k))", "theta_k*sum(s_j) - theta_k*s_k*sum(1)"],
])("%s is proved for every number of modes", (_, left, right) => {
  expect(isIdentity(left, right)).toBe(true);
});

test.each([
  ["with the pairs counted once instead of twice", "sum(s_j)^2", "sum(s_j^2) + pairs(s_j*s_k)"],
  ["true for one mode only", "sum(s_j)^2", "sum(s_j^2)"],
  ["true for two modes only", "sum(1)", "2*pairs(1)"],
  ["true for no mode only", "sum(s_j)", "0"],
  ["that takes a mode outside a sum for the mode in it", "s_j*sum(s_j)", "sum(s_j^2)"],
  ["that takes it for a mode of a pair", "s_k*pairs(s_j)", "pairs(s_j*s_k)"],
  ["with modes j and k exchanged", "pairs(s_j*theta_k)", "pairs(s_k*theta_j)"],
])("an identity %s is not proved", (_, left, right) => {
  expect(isIdentity(left, right)).toBe(false);
});

test("what the kernel cannot express is refused, never guessed", () => {
  expect(() => isIdenticallyZero(parse("sum(s_j)*sum(s_j)*sum(s_j)"))).toThrow("product of more than two sums");
  expect(() => isIdenticallyZero(parse("pairs(s_j)*sum(s_j)"))).toThrow("product of more than two sums");
  expect(() => isIdenticallyZero(parse("sum(s_j)*pairs(s_j)"))).toThrow("product of more than two sums");
  expect(() => sumOf(parse("1/sum(s_j)"))).toThrow(
    'a sum stands in a denominator: make it a formula of its own and declare that opaque in `prepare`, by book.opaque("its name")',
  );
  expect(() => rational(parse("sum(s_j)"))).toThrow("a sum stands where only its terms may");
  expect(() => isIdenticallyZero(parse("1/(sum(s_j) - sum(s_j))"))).toThrow("identically zero");
  expect(() => isIdenticallyZero(parse("diff(xi, xi)"))).toThrow("the kernel does not know derivative");
});
