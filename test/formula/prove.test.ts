import { expect, test } from "vitest";
import { evaluate } from "../../src/formula/exact/evaluate.ts";
import { parse } from "../../src/formula/parse.ts";
import { prove } from "../../src/formula/prove.ts";
import { ridgeBook } from "../../src/ridge/book/ridge.ts";
import { symbols } from "./expressions.ts";

const identities = [
  ["the tangent identity", "a_j*(1 - xi*b_j)", "a_j + xi*lambda*diff(a_j, lambda)"],
  ["the error as a quadratic in ξ", "error", "at(error, xi, 0) - 2*N*xi + D*xi^2"],
  ["the sign of ξ* − 1", "lambda*(N - D)", "(noiseVariance - noiseThreshold)*sum(t_j^2)"],
] as const;

test.each(identities)("%s is proved for every number of modes", (_, left, right) => {
  expect(prove(ridgeBook.expand(left), ridgeBook.expand(right), ridgeBook.symbols)).toEqual({ proved: true });
});

test("the error at ξ* is proved whatever the error, N and D are", () => {
  const book = ridgeBook.opaque("N", "D", "error");
  const proof = prove(book.expand("error - 2*N*(N/D) + D*(N/D)^2"), book.expand("error - N^2/D"), book.symbols);
  expect(proof).toEqual({ proved: true });
});

test.each([
  ["with the sign of ξ turned", "a_j*(1 + xi*b_j)", "a_j + xi*lambda*diff(a_j, lambda)"],
  ["without λ", "a_j*(1 - xi*b_j)", "a_j + xi*diff(a_j, lambda)"],
  ["with N once", "error", "at(error, xi, 0) - N*xi + D*xi^2"],
  ["with D twice", "error", "at(error, xi, 0) - 2*N*xi + 2*D*xi^2"],
  ["with the noise threshold halved", "2*lambda*(N - D)", "(2*noiseVariance - noiseThreshold)*sum(t_j^2)"],
])("an identity %s is refused, with a point and both values that anyone can compute", (_, left, right) => {
  const [one, other] = [ridgeBook.expand(left), ridgeBook.expand(right)];
  const proof = prove(one, other, ridgeBook.symbols);
  if (proof.proved) throw new Error(`${left} = ${right} was proved`);
  const { point, left: leftValue, right: rightValue } = proof.difference;
  expect(evaluate(one, point, { j: 0 })).toEqual(leftValue);
  expect(evaluate(other, point, { j: 0 })).toEqual(rightValue);
  expect(leftValue).not.toEqual(rightValue);
});

test("what is beyond the kernel and has no counterexample is no answer", () => {
  const cube = parse("sum(s_j)*sum(s_j)*sum(s_j)");
  expect(() => prove(cube, parse("sum(s_j)^3"), symbols)).toThrow(
    /^a product of more than two sums is beyond the kernel; .* by book\.opaque\("its name"\)$/,
  );
});
