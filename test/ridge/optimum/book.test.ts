import { expect, test } from "vitest";
import { prove } from "../../../src/formula/index.ts";
import { optimumBook } from "../../../src/ridge/optimum/book.ts";

const proved = (left: string, right: string): boolean =>
  prove(optimumBook.expand(left), optimumBook.expand(right), optimumBook.symbols).proved;

/** An expression with the chart's shrinkage, direction and κ written out. */
const inChart = (text: string, alpha: string, d: string, kappa: string): string =>
  `at(at(at(${text}, alpha, ${alpha}), d, ${d}), kappa, ${kappa})`;

test("the error is the oracle's and the excess, for every number of modes, at every λ and ξ", () => {
  expect(proved("error", `oracleError + ${inChart("excess", "a_j", "t_j", "xi")}`)).toBe(true);
});

test("near λ = 0 it is the same with κ = λξ", () => {
  expect(proved("error", `oracleError + ${inChart("excess", "a_j", "lowDirection_j", "lambda*xi")}`)).toBe(true);
});

test("near λ = ∞ it is the same with y = 1/λ and κ = ξ/λ", () => {
  const excess = inChart("excess", "highA_j", "highDirection_j", "xi/lambda");
  expect(proved("error", `oracleError + at(${excess}, y, 1/lambda)`)).toBe(true);
  expect(proved("at(highB_j, y, 1/lambda)", "b_j")).toBe(true);
});

test("distances to 1 are the same as distances to 0", () => {
  expect(proved("at(missFromOne_j, beta, 1 - alpha_j)", "miss_j")).toBe(true);
});

test("a quadratic in κ: the excess at κ + δ is the excess, −2Mδ and Cδ²", () => {
  expect(proved("at(excess, kappa, kappa + xi)", "excess - 2*pull*xi + curvature*xi^2")).toBe(true);
});

test.each([
  ["a_j", "t_j", "lambda", "missSlopeByLambda_j"],
  ["a_j", "lowDirection_j", "lambda", "missSlopeLow_j"],
  ["highA_j", "highDirection_j", "y", "missSlopeHigh_j"],
])("the slope in a chart is the derivative of the excess: α = %s, d = %s, by %s", (alpha, d, coordinate, missSlope) => {
  const slope = `at(${inChart("excessSlope", alpha, d, "kappa")}, missSlope, ${missSlope})`;
  expect(proved(slope, `diff(${inChart("excess", alpha, d, "kappa")}, ${coordinate})`)).toBe(true);
});

test("the second derivatives are derivatives of derivatives", () => {
  const written = (text: string): string =>
    `at(at(at(${inChart(text, "a_j", "t_j", "kappa")}, missSlope, missSlopeByLambda_j), missCurvature, missCurvatureByLambda_j), dSlope, tSlope_j)`;
  const excess = inChart("excess", "a_j", "t_j", "kappa");
  expect(proved(written("steepening"), `diff(diff(${excess}, lambda), lambda)`)).toBe(true);
  expect(proved(written("mixed"), `diff(diff(${excess}, kappa), lambda)`)).toBe(true);
});
