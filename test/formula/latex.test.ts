import { expect, test } from "vitest";
import { formulaLatex, latex } from "../../src/formula/latex.ts";
import { perMode, scalar } from "../../src/formula/symbols.ts";
import { ridgeBook } from "../../src/ridge/book/ridge.ts";

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
  ["diff(diff(N, xi), xi)", "\\frac{\\partial^{2}}{\\partial \\xi^{2}} N"],
  ["diff(diff(N, xi), lambda)", "\\frac{\\partial}{\\partial \\lambda} \\frac{\\partial}{\\partial \\xi} N"],
  ["at(error, xi, 0)", "\\left. e \\right|_{\\xi = 0}"],
  ["at(N - D, xi, 0)", "\\left. \\left(N-D\\right) \\right|_{\\xi = 0}"],
  ["at(at(N, lambda, 1), xi, 0)", "\\left. N \\right|_{\\substack{\\lambda = 1 \\\\ \\xi = 0}}"],
  // Here λ comes in with the first value, so the order matters.
  ["at(at(N, xi, lambda), lambda, 1)", "\\left. \\left. N \\right|_{\\xi = \\lambda} \\right|_{\\lambda = 1}"],
  ["(-xi)*s_j", "-\\xi s_{j}"],
])("%s is typeset as %s", (text, typeset) => {
  expect(latex(ridgeBook, text)).toBe(typeset);
});

test("a formula is typeset as the equation that defines it", () => {
  expect(formulaLatex(ridgeBook, "g")).toBe("g_{j} = a_{j} \\left(1-\\xi b_{j}\\right)");
  expect(formulaLatex(ridgeBook, "optimalXi")).toBe("\\xi^* = \\frac{N}{D}");
});

test("a symbol that is typeset as a sum or with a sign keeps its parentheses beside others", () => {
  const book = ridgeBook.declare({ rest: scalar("1 - \\sigma", "positive", ""), loss: scalar("-S", "positive", "") });
  expect(latex(book, "xi*rest")).toBe("\\xi \\left(1 - \\sigma\\right)");
  expect(latex(book, "xi - loss")).toBe("\\xi-\\left(-S\\right)");
  expect(latex(book, "rest")).toBe("1 - \\sigma");
});

test("the mode joins a subscript that a letter already has", () => {
  const book = ridgeBook.declare({ w: perMode("w_1", "real", ""), v: perMode("W_{k+1}", "real", "") });
  expect(latex(book, "w_j + v_k")).toBe("w_{1,j}+W_{k+1,k}");
});

test("a name that the book does not know is refused", () => {
  expect(() => latex(ridgeBook, "mu + 1")).toThrow("mu is neither a symbol nor a formula of this book");
});
