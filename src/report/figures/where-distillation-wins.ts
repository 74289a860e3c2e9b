import * as Plot from "@observablehq/plot";
import { exactProblem, optimum, ridgeProblem } from "../../ridge/index.ts";
import { fixed } from "../prose.ts";
import { colour, type Figure, grid, type Layout, twoTo } from "./figure.ts";

const SPECTRUM = [10, 3, 1];
const NOISE = 5;
/** The map spans these powers of 2 in both directions. */
const [LEAST, MOST] = [-4, 4];
const COLUMNS = 20;
/** Boundaries are found to this many octaves. */
const PRECISION = 1 / 32;
const ROWS = (MOST - LEAST) / PRECISION;

type Answer = "tie" | "wins" | "wins without the condition";

/** The plane of two ratios of signals, for three modes: where the best student beats every ridge estimate. */
export function whereDistillationWins(): Figure {
  const columns = grid(LEAST, MOST, (MOST - LEAST) / COLUMNS);
  const tieFrom = boundary(columns, (x, y) => answerAt(x, y) === "tie");
  const conditionTo = boundary(columns, (x, y) => answerAt(x, y) !== "wins");
  const bands = columns.map((x, i) => ({ x: twoTo(x), tie: twoTo(tieFrom[i]!), condition: twoTo(conditionTo[i]!) }));
  const gapAt = (i: number): number => tieFrom[i]! - conditionTo[i]!;
  const widest = columns.reduce((most, _, i) => (gapAt(i) > gapAt(most) ? i : most), 0);
  const top = twoTo(MOST);
  const bottom = twoTo(LEAST);
  return {
    id: "where-distillation-wins",
    title: "Where self-distillation beats every ridge estimate",
    caption: `Three modes with s = (${SPECTRUM.join(", ")}), γ² = ${NOISE} and θ₂² = 1. For a signal that falls with s (θ₁² ≤ 1 ≤ θ₃²) self-distillation only ties with the best ridge; for one that rises with s (θ₁² ≥ 1 ≥ θ₃²) it wins. Between these corners the answer comes from enclosures of the least errors, where an overlap counts as a tie. It wins wherever S(λ°) < 0, and in a strip beyond, widest at θ₁² = ${fixed(twoTo(columns[widest]!), 2)}, although S(λ°) > 0: the condition is sufficient and not necessary. Boundaries are found to a factor of 2^(1/32).`,
    legend: [
      { mark: "area", colour: "area-green", text: "self-distillation wins, S(λ°) < 0" },
      { mark: "area", colour: "area-orange", text: "it wins although S(λ°) > 0" },
      { mark: "area", colour: "area-grey", text: "it ties with the best ridge" },
      { mark: "dashes", colour: "ink", text: "the equal signals θ₁² = θ₂² and θ₃² = θ₂²" },
    ],
    draw: (layout) => ({
      x: { label: "θ₁², the signal along the largest s", ...axis(layout) },
      y: { label: "θ₃², the signal along the smallest s", ...axis(layout) },
      marks: [
        Plot.areaY(bands, { x: "x", y1: bottom, y2: "condition", fill: colour("area-green") }),
        Plot.areaY(bands, { x: "x", y1: "condition", y2: "tie", fill: colour("area-orange") }),
        Plot.areaY(bands, { x: "x", y1: "tie", y2: top, fill: colour("area-grey") }),
        Plot.line(bands, { x: "x", y: "condition", stroke: colour("muted"), strokeWidth: 0.75 }),
        Plot.line(bands, { x: "x", y: "tie", stroke: colour("muted"), strokeWidth: 0.75 }),
        Plot.ruleX([1], { stroke: colour("ink"), strokeDasharray: "7 4" }),
        Plot.ruleY([1], { stroke: colour("ink"), strokeDasharray: "7 4" }),
        ...labels().map(({ x, y, words }) =>
          Plot.text([{ x, y }], { x: "x", y: "y", text: [words], fill: colour("ink") }),
        ),
      ],
    }),
  };
}

function labels(): { x: number; y: number; words: string }[] {
  return [
    { x: twoTo(-2.2), y: twoTo(2.6), words: "θ² falls with s:\na tie" },
    { x: twoTo(2.3), y: twoTo(-2.4), words: "θ² rises with s:\na win" },
  ];
}

function axis({ name }: Layout): Plot.ScaleOptions {
  const ticks = [1 / 16, 1 / 4, 1, 4, 16];
  const tickFormat = (value: number): string => (value < 1 ? `1⁄${1 / value}` : String(value));
  return {
    type: "log",
    base: 2,
    domain: [twoTo(LEAST), twoTo(MOST)],
    ticks: name === "narrow" ? ticks : 9,
    tickFormat,
  };
}

/** With θ² = (2^x, 1, 2^y); a tie as well where the enclosures of the least errors overlap and no theorem decides. */
function answerAt(x: number, y: number): Answer {
  const signal = [twoTo(x / 2), 1, twoTo(y / 2)];
  const singularValues = SPECTRUM.map(Math.sqrt);
  const { strictlyBetter, condition } = optimum(
    exactProblem(ridgeProblem({ singularValues, signal, noiseVariance: NOISE })),
  );
  if (strictlyBetter !== true) return "tie";
  return condition.impliesBetter ? "wins" : "wins without the condition";
}

/** For each column the height from which on `holds`, which it does from some row on. The search starts where the last two point. */
function boundary(columns: readonly number[], holds: (x: number, y: number) => boolean): number[] {
  const rows: number[] = [];
  for (const x of columns) {
    const [before = 0, last = 0] = rows.slice(-2);
    const start = Math.min(ROWS, Math.max(0, 2 * last - before));
    rows.push(firstRow(start, (row) => holds(x, heightOf(row))));
  }
  return rows.map((row) => Math.min(MOST, Math.max(LEAST, heightOf(row - 1 / 2))));
}

function heightOf(row: number): number {
  return LEAST + row * PRECISION;
}

/** The least of the rows 0, …, ROWS that has a property which all later ones have too; ROWS + 1 if none has. */
function firstRow(start: number, has: (row: number) => boolean): number {
  let [without, having] = [-1, ROWS + 1];
  let step = 1;
  if (start <= ROWS && has(start)) {
    for (having = start; having - step > without && has(having - step); step *= 2) having -= step;
    without = Math.max(without, having - step);
  } else {
    for (without = Math.min(start, ROWS); without + step < having && !has(without + step); step *= 2) without += step;
    having = Math.min(having, without + step);
  }
  while (having - without > 1) {
    const middle = Math.floor((without + having) / 2);
    if (has(middle)) having = middle;
    else without = middle;
  }
  return having;
}
