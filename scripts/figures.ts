/**
 * Draws the pictures of the documentation, from the same closed forms and simulations as the checks.
 *
 * usage: npm run figures
 */
import { join } from "node:path";
import * as Plot from "@observablehq/plot";
import { packageRoot, writeWhole } from "../src/data/index.ts";
import { Streams } from "../src/random/index.ts";
import {
  ClosedForms,
  ErrorSimulation,
  type Experiment,
  gaussianExperiments,
  problemFromDesign,
  squaredErrors,
} from "../src/ridge/index.ts";
import { meanEstimate, momentsOf } from "../src/statistics/index.ts";
import { grid, NINETY_NINE_PERCENT, svg } from "./figure.ts";
import { accuracyAgainstFlipRate, thresholdAgainstDimension } from "./flip-figures.ts";
import { regionsOfImitation } from "./region-figure.ts";

const REPLICATES = 20_000;
// A colour-blind safe palette (Okabe and Ito's), read from low noise to high.
const COLOURS = ["#0072b2", "#009e73", "#d55e00"];

const figures = {
  "error-against-xi": errorAgainstXi,
  "accuracy-against-flip-rate": accuracyAgainstFlipRate,
  "threshold-against-dimension": thresholdAgainstDimension,
  "regions-of-imitation": regionsOfImitation,
};
for (const [name, draw] of Object.entries(figures)) writeWhole(join(packageRoot(), "docs", `${name}.svg`), draw());

/** e(λ, ξ) for noise below, at and above γ²_c: curves from the closed form, points from direct fits of drawn labels. */
function errorAgainstXi(): string {
  const { design, parameter, ...rest } = gaussianExperiments()[0]!;
  const lambda = 30;
  const forms = new ClosedForms();
  const threshold = forms.optimalXi(problemFromDesign(design, parameter, 1), lambda).noiseThreshold;
  const series = [1 / 2, 1, 2].map((factor, i) => {
    const noiseVariance = factor * threshold;
    const problem = problemFromDesign(design, parameter, noiseVariance);
    const errorAt = (xi: number): number => forms.errors(problem, lambda, xi).error;
    const teacher = errorAt(0);
    const noise = ["half the noise threshold", "noise at the threshold", "twice the threshold"][i]!;
    const curve = grid(-1, 3, 0.02).map((xi) => ({ xi, error: errorAt(xi) / teacher, noise }));
    const points = measured({ design, parameter, ...rest, noiseVariance }, lambda, grid(-1, 3, 0.5)).map((point) => ({
      xi: point.xi,
      error: point.value / teacher,
      low: (point.value - NINETY_NINE_PERCENT * point.standardError) / teacher,
      high: (point.value + NINETY_NINE_PERCENT * point.standardError) / teacher,
      noise,
    }));
    const xi = forms.optimalXi(problem, lambda).optimalXi!;
    return { noise, colour: COLOURS[i]!, curve, points, best: { xi, error: errorAt(xi) / teacher, noise } };
  });
  return svg({
    width: 680,
    height: 420,
    marginLeft: 55,
    marginBottom: 42,
    style: { fontSize: "13px", background: "white", color: "#222" },
    x: { label: "imitation parameter ξ", grid: true },
    y: { label: "expected error, relative to the teacher's (ξ = 0)", grid: true, domain: [0.4, 2.7] },
    color: { legend: false, domain: series.map(({ noise }) => noise), range: COLOURS },
    marks: [
      Plot.ruleX([1], { strokeDasharray: "4 4", stroke: "#888" }),
      Plot.line(
        series.flatMap(({ curve }) => curve),
        { x: "xi", y: "error", stroke: "noise", strokeWidth: 2 },
      ),
      Plot.ruleX(
        series.flatMap(({ points }) => points),
        { x: "xi", y1: "low", y2: "high", stroke: "noise", strokeWidth: 2.5 },
      ),
      Plot.dot(
        series.flatMap(({ points }) => points),
        { x: "xi", y: "error", stroke: "noise", fill: "white", r: 2.5 },
      ),
      Plot.dot(
        series.map(({ best }) => best),
        { x: "xi", y: "error", fill: "noise", symbol: "star", r: 7 },
      ),
      Plot.text(
        series.map(({ best }, i) => ({ ...best, row: 2.55 - 0.17 * i })),
        {
          x: 0.15,
          y: "row",
          text: ({ xi, noise }: { xi: number; noise: string }) => `★ ${noise}: ξ* = ${xi.toFixed(2)}`,
          textAnchor: "start",
          fill: "noise",
          fontWeight: "bold",
        },
      ),
    ],
  });
}

function measured(
  experiment: Experiment,
  lambda: number,
  xis: readonly number[],
): { xi: number; value: number; standardError: number }[] {
  const streams = new Streams({ seed: 1, claim: "figure", problem: `γ² = ${experiment.noiseVariance}` });
  const [errors] = new ErrorSimulation(experiment, [lambda]).measure(streams, 0, REPLICATES);
  return xis.map((xi) => ({ xi, ...meanEstimate(momentsOf(squaredErrors(errors!, xi))) }));
}
