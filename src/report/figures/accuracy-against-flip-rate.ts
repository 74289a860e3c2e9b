import * as Plot from "@observablehq/plot";
import { blockFeatures, firstFailure, FlipSimulation, Mixture } from "../../logistic/index.ts";
import { meanEstimate, momentsOf } from "../../statistics/index.ts";
import { fixed } from "../prose.ts";
import { colour, type Figure, grid, NINETY_NINE_PERCENT } from "./figure.ts";
import { people, setting, settingWords } from "./flips.ts";

const SYMBOLS = { teacher: "circle", student: "square" } as const;

/** Expected accuracy on the true labels under independent flips: curves from the mixture, points from direct fits. */
export function accuracyAgainstFlipRate(draws = 250): Figure {
  const { classSize: m, similarity, lambda } = setting;
  const simulation = new FlipSimulation(blockFeatures(m, similarity), { lambda, xi: 1 });
  const mixture = new Mixture();
  const curves = people.map((person) => {
    const overruled = firstFailure(simulation, person.who) - 1;
    const accuracyAt = (p: number): number => mixture.expectedAccuracy(m, p, (overruled + 1 / 2) / m);
    return { ...person, overruled, accuracyAt, curve: grid(0, 0.5, 0.01).map((p) => ({ p, accuracy: accuracyAt(p) })) };
  });
  const rates = grid(0.05, 0.5, 0.05);
  const measured = rates.map((p) => {
    const key = { seed: 1, claim: "figure", problem: `p = ${p.toFixed(2)}` };
    return { p, accuracies: simulation.measure(key, p, 0, draws) };
  });
  const pointsOf = (who: "teacher" | "student"): { p: number; accuracy: number; low: number; high: number }[] =>
    measured.map(({ p, accuracies }) => {
      const { value, standardError } = meanEstimate(momentsOf(accuracies[who]));
      const half = NINETY_NINE_PERCENT * standardError;
      return { p, accuracy: value, low: value - half, high: value + half };
    });
  const said = curves.map(({ words, accuracyAt }) => `${fixed(accuracyAt(0.2), 3)} for the ${words}`);
  return {
    id: "accuracy-against-flip-rate",
    title: "Expected accuracy under independent flips",
    caption: `Every label is flipped with probability p, independently. The expected share of training points that are right at p = 0.2 is ${said.join(" and ")}. The curves are binomial mixtures over the number of flips in a class; the points are means over ${draws.toLocaleString("en")} draws of flips, with both fitted directly to all ${2 * m} points, and their 99 % intervals. ${settingWords}.`,
    legend: [
      ...curves.map(({ words, mark, colour: name, overruled }) => ({
        mark,
        colour: name,
        text: `${words}: overrules up to ${overruled} flips in a class of ${m}`,
      })),
      { mark: "points", colour: "ink", text: "fitted directly to drawn flips, with 99 % intervals" },
    ],
    draw: ({ name }) => ({
      x: { label: "flip rate p", grid: true, ticks: name === "narrow" ? 5 : 10 },
      y: { label: "expected accuracy on the true labels", grid: true, domain: [0.45, 1.01], ticks: 6 },
      marks: curves.flatMap(({ who, colour: ink, dash, curve }) => {
        const points = pointsOf(who);
        return [
          Plot.line(curve, { x: "p", y: "accuracy", stroke: colour(ink), strokeWidth: 2.2, strokeDasharray: dash }),
          Plot.ruleX(points, { x: "p", y1: "low", y2: "high", stroke: colour(ink), strokeWidth: 2 }),
          Plot.dot(points, {
            x: "p",
            y: "accuracy",
            stroke: colour(ink),
            strokeWidth: 1.6,
            fill: colour("paper"),
            symbol: SYMBOLS[who],
            r: 2.8,
          }),
        ];
      }),
    }),
  };
}
