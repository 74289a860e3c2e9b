import * as Plot from "@observablehq/plot";
import { ClosedForms, problemFromDesign, squaredErrors } from "../../ridge/index.ts";
import { meanEstimate, momentsOf } from "../../statistics/index.ts";
import { fixed } from "../prose.ts";
import { colour, type Figure, grid, NINETY_NINE_PERCENT } from "./figure.ts";
import { drawnErrors, example } from "./measured.ts";

const DRAWS = 20_000;
const LEVELS = [
  { factor: 1 / 2, words: "half the noise threshold", colour: "blue", mark: "line" },
  { factor: 1, words: "noise at the threshold", colour: "green", mark: "dashes" },
  { factor: 2, words: "twice the threshold", colour: "orange", mark: "dots" },
] as const;
const DASHES = { line: "none", dashes: "8 4", dots: "2.5 4" };

/** e(λ, ξ) for noise below, at and above γ²_c: curves from the closed form, points from direct fits of drawn labels. */
export function errorAgainstXi(): Figure {
  const { experiment, lambda } = example();
  const { design, parameter } = experiment;
  const forms = new ClosedForms();
  const threshold = forms.optimalXi(problemFromDesign(design, parameter, 1), lambda).noiseThreshold;
  const series = LEVELS.map((level) => {
    const noiseVariance = level.factor * threshold;
    const problem = problemFromDesign(design, parameter, noiseVariance);
    const errorAt = (xi: number): number => forms.errors(problem, lambda, xi).error;
    const teacher = errorAt(0);
    const drawn = drawnErrors(experiment, lambda, noiseVariance, DRAWS);
    const points = grid(-1, 3, 0.5).map((xi) => {
      const { value, standardError } = meanEstimate(momentsOf(squaredErrors(drawn, xi)));
      const half = NINETY_NINE_PERCENT * standardError;
      return { xi, error: value / teacher, low: (value - half) / teacher, high: (value + half) / teacher };
    });
    const curve = grid(-1, 3, 0.05).map((xi) => ({ xi, error: errorAt(xi) / teacher }));
    const xi = forms.optimalXi(problem, lambda).optimalXi!;
    return { ...level, curve, points, best: { xi, error: errorAt(xi) / teacher } };
  });
  const bests = series.map(({ best }) => best);
  const said = series.map(({ words, best }) => `at ${fixed(best.xi, 2)} for ${words}`);
  const gains = series.map(({ best }) => `${fixed(100 * (1 - best.error), 0)} %`);
  const widest = Math.max(...series.flatMap(({ points }) => points.map(({ low, high }) => (high - low) / 2)));
  return {
    id: "error-against-xi",
    title: "Expected error against ξ, for three noise levels",
    caption: `Each error is relative to the teacher’s, at ξ = 0. It is least ${said.join(", ")}, where it is ${gains.join(", ")} below the teacher’s: the best ξ passes 1 as the noise crosses γ²_c = ${fixed(threshold, 1)}. The curves are the closed form. The points are means over ${DRAWS.toLocaleString("en")} draws of labels, fitted directly; their 99 % intervals are at most ± ${fixed(100 * widest, 1)} % of the teacher’s error. Design 60 × 12, λ = ${lambda}.`,
    legend: [
      ...series.map(({ words, mark, colour: name, best }) => ({
        mark,
        colour: name,
        text: `${words}: ξ* = ${fixed(best.xi, 2)}`,
      })),
      { mark: "points", colour: "ink", text: "fitted directly to drawn labels, with 99 % intervals" },
      { mark: "star", colour: "ink", text: "ξ*, from N/D" },
    ],
    draw: ({ name }) => ({
      x: { label: "imitation parameter ξ", ticks: name === "narrow" ? 5 : 9, grid: true },
      y: { label: "expected error, teacher = 1", ticks: 6, grid: true, domain: [0.4, 2.7] },
      marks: [
        Plot.ruleX([1], { stroke: colour("muted"), strokeDasharray: "3 3" }),
        ...series.map((each) =>
          Plot.line(each.curve, {
            x: "xi",
            y: "error",
            stroke: colour(each.colour),
            strokeWidth: 2.2,
            strokeDasharray: DASHES[each.mark],
          }),
        ),
        ...series.flatMap((each) => [
          Plot.ruleX(each.points, { x: "xi", y1: "low", y2: "high", stroke: colour(each.colour), strokeWidth: 2 }),
          Plot.dot(each.points, {
            x: "xi",
            y: "error",
            stroke: colour(each.colour),
            strokeWidth: 1.6,
            fill: colour("paper"),
            r: 2.6,
          }),
        ]),
        ...bests.map((best, i) =>
          Plot.dot([best], { x: "xi", y: "error", fill: colour(series[i]!.colour), symbol: "star", r: 7 }),
        ),
      ],
    }),
  };
}
