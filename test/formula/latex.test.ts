import { expect, test } from "vitest";
import { formulaLatex, latex } from "../../src/formula/latex.ts";
import { ridgeBook } from "../../src/ridge/formulas.ts";

test.each([
  ["lambda - (xi - s_j)", "\\lambda-\\left(\\xi-s_{j}\\right)"],
  ["s_j/(s_j + lambda)", "\\frac{s_{j}}{s_{j}+\\lambda}"],
  ["(s_j + lambda)*xi", "\\left(s_{j}+\\lambda\\right) \\xi"],
  ["noiseVariance^2", "\\left(\\gamma^2\\right)^{2}"],
  ["(s_j*xi)^(-2)", "\\left(s_{j} \\xi\\right)^{-2}"],
  ["2*3", "2 \\cdot 3"],
  ["sum(theta_j^2)*xi", "\\left(\\sum_j \\theta_{j}^{2}\\right) \\xi"],
  ["xi*sum(theta_j - 1)", "\\xi \\sum_j \\left(\\theta_{j}-1\\right)"],
  ["pairs(s_j*s_k)", "\\sum_{j<k} s_{j} s_{k}"],
  ["diff(a_j, lambda)*xi", "\\left(\\frac{\\partial}{\\partial \\lambda} a_{j}\\right) \\xi"],
  ["at(error, xi, 0)", "\\left. e \\right|_{\\xi = 0}"],
])("%s is typeset as %s", (text, typeset) => {
  expect(latex(ridgeBook, text)).toBe(typeset);
});

test("a formula is typeset as the equation that defines it", () => {
  expect(formulaLatex(ridgeBook, "g")).toBe("g_{j} = a_{j} \\left(1-\\xi b_{j}\\right)");
  expect(formulaLatex(ridgeBook, "optimalXi")).toBe("\\xi^* = \\frac{N}{D}");
});

test("a name that the book does not know is refused", () => {
  expect(() => latex(ridgeBook, "mu + 1")).toThrow("mu is neither a symbol nor a formula of this book");
});
