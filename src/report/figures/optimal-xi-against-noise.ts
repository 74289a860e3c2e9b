import * as Plot from "@observablehq/plot";
import { ClosedForms, type Experiment, problemFromDesign } from "../../ridge/index.ts";
import { combinationEstimate, jointMomentsOf } from "../../statistics/index.ts";
import { fixed } from "../prose.ts";
import { colour, type Figure, grid, NINETY_NINE_PERCENT, twoTo } from "./figure.ts";
import { drawnErrors, example } from "./measured.ts";

const DRAWS = 4000;

interface MeasuredXi {
  readonly noise: number;
  readonly xi: number;
  readonly low: number;
  readonly high: number;
}

/** ξ*(γ²) from N/D, and measured: it is negative without noise, crosses 1 at γ²_c and tends to ξ_V. */
export function optimalXiAgainstNoise(): Figure {
  const { experiment, lambda } = example();
  const { design, parameter } = experiment;
  const forms = new ClosedForms();
  const at = (noiseVariance: number): ReturnType<typeof problemFromDesign> =>
    problemFromDesign(design, parameter, noiseVariance);
  const threshold = forms.optimalXi(at(1), lambda).noiseThreshold;
  const xiAt = (noise: number): number => forms.optimalXi(at(noise * threshold), lambda).optimalXi!;
  const curve = grid(-6, 6, 0.1).map((exponent) => ({ noise: twoTo(exponent), xi: xiAt(twoTo(exponent)) }));
  const points = grid(-5, 5, 1).map((exponent) => measuredXi(experiment, lambda, twoTo(exponent), threshold));
  const limit = forms.scalar("varianceXi", at(1), lambda, 0);
  const quiet = xiAt(0);
  const widest = Math.max(...points.map(({ low, high }) => (high - low) / 2));
  return {
    id: "optimal-xi-against-noise",
    title: "The best ξ against the noise",
    caption: `Without noise ξ* is ${fixed(quiet, 2)}; it rises with the noise variance, crosses 1 exactly at γ²_c = ${fixed(threshold, 1)}, and tends to ξ_V = ${fixed(limit, 2)}. The curve is N/D. The points are measured: ξ of the least mean error over ${DRAWS.toLocaleString("en")} draws of labels at each noise, with 99 % intervals of at most ± ${fixed(widest, 3)}. Design 60 × 12, λ = ${lambda}.`,
    legend: [
      { mark: "line", colour: "blue", text: "ξ* = N/D" },
      { mark: "points", colour: "orange", text: "measured on drawn labels, with 99 % intervals" },
      { mark: "dashes", colour: "muted", text: `ξ_V = ${fixed(limit, 2)}, the limit of much noise` },
      { mark: "star", colour: "ink", text: "ξ* = 1 at γ²_c" },
    ],
    draw: ({ name }) => ({
      x: {
        label: "noise variance, in units of γ²_c",
        type: "log",
        base: 2,
        ticks:
          name === "narrow" ? [1 / 32, 1 / 4, 1, 4, 32] : [1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8, 16, 32],
        tickFormat: (noise: number) => (noise < 1 ? `1⁄${1 / noise}` : String(noise)),
        grid: true,
      },
      y: {
        label: "best imitation parameter ξ*",
        grid: true,
        domain: [Math.floor(2 * quiet) / 2, Math.ceil(2 * limit + 0.2) / 2],
      },
      marks: [
        Plot.ruleY([1], { stroke: colour("muted"), strokeDasharray: "3 3" }),
        Plot.ruleX([1], { stroke: colour("muted"), strokeDasharray: "3 3" }),
        Plot.ruleY([limit], { stroke: colour("muted"), strokeDasharray: "7 4", strokeWidth: 1.5 }),
        Plot.line(curve, { x: "noise", y: "xi", stroke: colour("blue"), strokeWidth: 2.2 }),
        Plot.ruleX(points, { x: "noise", y1: "low", y2: "high", stroke: colour("orange"), strokeWidth: 2 }),
        Plot.dot(points, {
          x: "noise",
          y: "xi",
          stroke: colour("orange"),
          strokeWidth: 1.6,
          fill: colour("paper"),
          r: 2.8,
        }),
        Plot.dot([{ noise: 1, xi: 1 }], { x: "noise", y: "xi", fill: colour("ink"), symbol: "star", r: 7 }),
      ],
    }),
  };
}

// θ_S − θ* = u + ξv: the mean error is least at −⟨u, v⟩/‖v‖² in the mean, with its first-order error.
function measuredXi(experiment: Experiment, lambda: number, noise: number, threshold: number): MeasuredXi {
  const { cross, curvature } = drawnErrors(experiment, lambda, noise * threshold, DRAWS);
  const moments = jointMomentsOf([cross, curvature]);
  const D = combinationEstimate(moments, [0, 1]).value;
  const xi = combinationEstimate(moments, [-1, 0]).value / D;
  const half = (NINETY_NINE_PERCENT * combinationEstimate(moments, [-1, -xi]).standardError) / D;
  return { noise, xi, low: xi - half, high: xi + half };
}
