import { expect, test } from "vitest";
import { binary, type Expression } from "../../src/formula/expression.ts";
import { format } from "../../src/formula/format.ts";
import { isIdenticallyZero } from "../../src/formula/kernel/sums.ts";
import { parse } from "../../src/formula/parse.ts";
import { asQuotient, coefficientsIn } from "../../src/formula/quotient.ts";

const same = (left: Expression, right: Expression): boolean => isIdenticallyZero(binary("-", left, right));

test.each(["1 - s_j/(s_j + lambda)", "(x - y)^2/x^3 + 1/y", "0", "-2*x*x/4", "(s_j - s_k)/(s_j*s_k)"])(
  "%s is the same as the quotient that the kernel makes of it",
  (formula) => {
    expect(same(parse(formula), asQuotient(parse(formula)))).toBe(true);
  },
);

test("what is subtracted without need is gone", () => {
  expect(format(asQuotient(parse("1 - s_j/(s_j + lambda)")))).toBe("lambda/(lambda + s_j)");
});

test("a quotient is written in the same way whatever was asked before", () => {
  // The kernel numbers its variables as it meets them: first is last here.
  parse("last");
  asQuotient(parse("zulu + alpha*zulu"));
  expect(format(asQuotient(parse("zulu*alpha + alpha^2 + zulu")))).toBe("alpha*zulu + alpha^2 + zulu");
});

test("the coefficients of a polynomial make it up again", () => {
  const formula = parse("(s_j*(w_j + theta_j)/(s_j + lambda) - theta_j)^2");
  const coefficients = coefficientsIn(formula, "w_j");
  const again = coefficients
    .map((coefficient, exponent) => binary("*", coefficient, { kind: "power", base: parse("w_j"), exponent }))
    .reduce((sum, term) => binary("+", sum, term));
  expect(coefficients).toHaveLength(3);
  expect(same(formula, again)).toBe(true);
});
