import * as Plot from "@observablehq/plot";
import { ClosedForms, problemFromDesign } from "../../ridge/index.ts";
import { fixed } from "../prose.ts";
import { colour, type Figure, grid } from "./figure.ts";
import { example } from "./measured.ts";

/** Squared bias, variance and their sum against ξ, with the ξ where each is least. */
export function biasAndVariance(): Figure {
  const { experiment, lambda } = example();
  const { design, parameter } = experiment;
  const forms = new ClosedForms();
  const threshold = forms.optimalXi(problemFromDesign(design, parameter, 1), lambda).noiseThreshold;
  const problem = problemFromDesign(design, parameter, threshold);
  const [biasXi, varianceXi] = ["biasXi", "varianceXi"].map((name) => forms.scalar(name, problem, lambda, 0)) as [
    number,
    number,
  ];
  const xi = forms.optimalXi(problem, lambda).optimalXi!;
  const [from, to] = [Math.floor(biasXi) - 1, Math.ceil(varianceXi) + 1];
  const at = (where: number): { xi: number; squaredBias: number; variance: number; error: number } => ({
    xi: where,
    ...forms.errors(problem, lambda, where),
  });
  const curve = grid(from, to, (to - from) / 120).map(at);
  const lines = [
    {
      part: "squaredBias",
      words: "squared bias",
      colour: "blue",
      mark: "dashes",
      dash: "8 4",
      least: biasXi,
      name: "ξ_B",
    },
    {
      part: "variance",
      words: "variance",
      colour: "orange",
      mark: "dots",
      dash: "2.5 4",
      least: varianceXi,
      name: "ξ_V",
    },
    {
      part: "error",
      words: "their sum, the expected error",
      colour: "green",
      mark: "line",
      dash: "none",
      least: xi,
      name: "ξ*",
    },
  ] as const;
  const [teacher, student] = [at(0), at(1)];
  const highest = Math.max(...curve.map(({ error }) => error));
  return {
    id: "bias-and-variance",
    title: "Squared bias and variance against ξ",
    caption: `The squared bias rises from ξ_B = ${fixed(biasXi, 2)}, the variance falls up to ξ_V = ${fixed(varianceXi, 2)} > 1, and the best ξ* = ${fixed(xi, 2)} lies between. From ξ = 0 to ξ = 1, more imitation trades variance for bias: the variance goes from ${fixed(teacher.variance, 2)} to ${fixed(student.variance, 2)}, the squared bias from ${fixed(teacher.squaredBias, 2)} to ${fixed(student.squaredBias, 2)}. Design 60 × 12, λ = ${lambda}, γ² = γ²_c = ${fixed(threshold, 1)}.`,
    legend: [
      ...lines.map(({ words, mark, colour: name, least, name: where }) => ({
        mark,
        colour: name,
        text: `${words}: least at ${where} = ${fixed(least, 2)}`,
      })),
      { mark: "area", colour: "area-grey", text: "0 ≤ ξ ≤ 1" },
      { mark: "star", colour: "ink", text: "where each is least" },
    ],
    draw: ({ name }) => ({
      x: { label: "imitation parameter ξ", ticks: name === "narrow" ? 5 : 9, grid: true },
      y: { label: "expected squared distance", grid: true, domain: [0, highest * 1.02] },
      marks: [
        Plot.rectX([0], { x1: 0, x2: 1, fill: colour("area-grey"), fillOpacity: 0.6 }),
        ...lines.map(({ part, colour: ink, dash }) =>
          Plot.line(curve, { x: "xi", y: part, stroke: colour(ink), strokeWidth: 2.2, strokeDasharray: dash }),
        ),
        ...lines.map(({ part, colour: ink, least }) =>
          Plot.dot([at(least)], { x: "xi", y: part, fill: colour(ink), symbol: "star", r: 7 }),
        ),
      ],
    }),
  };
}
