import * as Plot from "@observablehq/plot";
import {
  blockFeatures,
  firstFailure,
  flipFirst,
  FlipSimulation,
  Mixture,
  nearBlockFeatures,
  type Who,
} from "../src/logistic/index.ts";
import { Streams } from "../src/random/index.ts";
import { meanEstimate, momentsOf } from "../src/statistics/index.ts";
import { grid, NINETY_NINE_PERCENT, svg } from "./figure.ts";

const PEOPLE = ["teacher", "student"] as const;
const NAMES = { teacher: "teacher", student: "student, ξ = 1" };
// Two of Okabe and Ito's colour-blind safe palette.
const COLOURS = { teacher: "#0072b2", student: "#d55e00" };

const REPLICATES = 8000;
const DRAWS = 20;

const STYLE = { fontSize: "13px", background: "white", color: "#222" };
const LAYOUT = { width: 680, height: 420, marginLeft: 55, marginBottom: 42, style: STYLE };

/** Expected accuracy on the true labels: curves from the mixture, points from direct fits to drawn flips. */
export function accuracyAgainstFlipRate(): string {
  const [m, c, lambda] = [20, 0.1, 1];
  const simulation = new FlipSimulation(blockFeatures(m, c), { lambda, xi: 1 });
  const mixture = new Mixture();
  const curves = PEOPLE.map((who) => {
    const first = firstFailure(simulation, who);
    const accuracyAt = (p: number): number => mixture.expectedAccuracy(m, p, (first - 1 / 2) / m);
    return { who, overruled: first - 1, curve: grid(0, 0.5, 0.005).map((p) => ({ p, accuracy: accuracyAt(p), who })) };
  });
  const points = grid(0.05, 0.5, 0.05).flatMap((p) => {
    const key = { seed: 1, claim: "figure", problem: `p = ${p.toFixed(2)}` };
    const accuracies = simulation.measure(key, p, 0, REPLICATES);
    return PEOPLE.map((who) => {
      const { value, standardError } = meanEstimate(momentsOf(accuracies[who]));
      const half = NINETY_NINE_PERCENT * standardError;
      return { p, accuracy: value, low: value - half, high: value + half, who };
    });
  });
  return svg({
    ...LAYOUT,
    x: { label: "flip rate p", grid: true },
    y: { label: "expected accuracy on the true labels", grid: true, domain: [0.45, 1.005] },
    color: { domain: PEOPLE, range: Object.values(COLOURS) },
    marks: [
      ...curves.map(({ curve, who }) =>
        Plot.line(curve, { x: "p", y: "accuracy", stroke: COLOURS[who], strokeWidth: 2 }),
      ),
      Plot.ruleX(points, { x: "p", y1: "low", y2: "high", stroke: "who", strokeWidth: 2.5 }),
      Plot.dot(points, { x: "p", y: "accuracy", stroke: "who", fill: "white", r: 2.5 }),
      Plot.text([`m = ${m}, c = ${c}, λ = ${lambda}`], { x: 0.01, y: 0.595, textAnchor: "start" }),
      Plot.text(
        curves.map(({ who, overruled }, i) => ({ who, overruled, row: 0.56 - 0.035 * i })),
        {
          x: 0.01,
          y: "row",
          text: ({ who, overruled }: { who: Who; overruled: number }) =>
            `${NAMES[who]}: overrules up to ${overruled} flips in a class of ${m}`,
          textAnchor: "start",
          fill: "who",
          fontWeight: "bold",
        },
      ),
    ],
  });
}

interface Reached {
  readonly who: Who;
  readonly dimension: number;
  readonly rate: number;
}

/** On features that follow the theory's Gram matrix only nearly: the flip rates at which fits go wrong, by dimension. */
export function thresholdAgainstDimension(): string {
  const [m, c, lambda] = [40, 0.1, 0.5];
  const ideal = new FlipSimulation(blockFeatures(m, c), { lambda, xi: 1 });
  const lines = PEOPLE.map((who) => ({ who, rate: firstFailure(ideal, who) / m }));
  const dimensions = Array.from({ length: 11 }, (_, i) => 2 ** (i + 3));
  const somewhere: Reached[] = [];
  const mostly: Reached[] = [];
  for (const dimension of dimensions) {
    const streams = new Streams({ seed: 1, claim: "figure", problem: `${dimension} dimensions` });
    for (let draw = 0; draw < DRAWS; draw++) {
      const features = nearBlockFeatures(m, c, dimension, streams.replicate(draw));
      const simulation = new FlipSimulation(features, { lambda, xi: 1 });
      for (const who of PEOPLE) {
        const shares = sharesOfWrong(simulation, who);
        const rate = (wrong: (share: Shares) => boolean): number => {
          const index = shares.findIndex(wrong);
          return (index < 0 ? shares.length : index + 1) / m;
        };
        somewhere.push({ who, dimension, rate: rate(({ points }) => points > 0) });
        mostly.push({ who, dimension, rate: rate(({ flipped }) => flipped > 1 / 2) });
      }
    }
  }
  const average = (reached: readonly Reached[]): (Reached & { readonly low: number; readonly high: number })[] =>
    PEOPLE.flatMap((who) =>
      dimensions.map((dimension) => {
        const own = reached.filter((each) => each.who === who && each.dimension === dimension);
        const { value, standardError } = meanEstimate(momentsOf(Float64Array.from(own, ({ rate }) => rate)));
        const half = NINETY_NINE_PERCENT * standardError;
        return { who, dimension, rate: value, low: value - half, high: value + half };
      }),
    );
  const [first, most] = [average(somewhere), average(mostly)];
  const captions = [
    { at: 0.58, text: `┄┄ idealised threshold (m = ${m}, c = ${c}, λ = ${lambda})` },
    { at: 0.552, text: "○ most flipped points are wrong" },
    { at: 0.524, text: "● some training point is wrong" },
  ];
  return svg({
    ...LAYOUT,
    x: { label: "dimension d of the features", type: "log", base: 2, grid: true, tickFormat: "d" },
    y: { label: "flip rate from which on …", grid: true, domain: [0, 0.6] },
    color: { domain: PEOPLE, range: Object.values(COLOURS) },
    marks: [
      Plot.ruleY(lines, { y: "rate", stroke: "who", strokeDasharray: "4 4", strokeWidth: 1.5 }),
      Plot.line(most, { x: "dimension", y: "rate", stroke: "who", strokeWidth: 1, strokeOpacity: 0.6 }),
      Plot.ruleX([...most, ...first], { x: "dimension", y1: "low", y2: "high", stroke: "who", strokeWidth: 1.5 }),
      Plot.dot(most, { x: "dimension", y: "rate", stroke: "who", fill: "white", r: 3.5 }),
      Plot.line(first, { x: "dimension", y: "rate", stroke: "who", strokeWidth: 2 }),
      Plot.dot(first, { x: "dimension", y: "rate", fill: "who", r: 3.5 }),
      Plot.text(captions, { x: 8, y: "at", text: "text", textAnchor: "start", dx: 8 }),
      ...lines.map((line) =>
        Plot.text([line], {
          x: 2 ** 13,
          y: "rate",
          text: () => NAMES[line.who],
          fill: "who",
          fontWeight: "bold",
          textAnchor: "end",
          dy: line.who === "teacher" ? -26 : -14,
        }),
      ),
    ],
  });
}

/** The share of all points, and of flipped points, that are wrong. */
interface Shares {
  readonly points: number;
  readonly flipped: number;
}

/** With k = 1, …, ⌈m/2⌉ flips in each class. */
function sharesOfWrong(simulation: FlipSimulation, who: Who): Shares[] {
  const m = simulation.features.classSize;
  return Array.from({ length: Math.ceil(m / 2) }, (_, i) => {
    const flips = flipFirst(m, i + 1);
    const wrong = simulation.areRight(simulation.fits(flips)[who]).map((right) => !right);
    const count = (of: readonly boolean[]): number => of.filter(Boolean).length;
    return { points: count(wrong) / (2 * m), flipped: count(wrong.filter((__, point) => flips[point])) / count(flips) };
  });
}
