import * as Plot from "@observablehq/plot";
import {
  blockFeatures,
  firstFailure,
  flipFirst,
  FlipSimulation,
  nearBlockFeatures,
  type Who,
} from "../src/logistic/index.ts";
import { Streams } from "../src/random/index.ts";
import { colour, type Figure, NINETY_NINE_PERCENT } from "../src/report/index.ts";
import { meanEstimate, momentsOf } from "../src/statistics/index.ts";

const PEOPLE = ["teacher", "student"] as const;
const NAMES = { teacher: "teacher", student: "student at ξ = 1" };
const COLOURS = { teacher: "blue", student: "orange" };

const DRAWS = 20;

interface Reached {
  readonly who: Who;
  readonly dimension: number;
  readonly rate: number;
}

/** On features that follow the theory's Gram matrix only nearly: the flip rates at which fits go wrong, by dimension. */
export function thresholdAgainstDimension(): Figure {
  const [m, c, lambda] = [40, 0.1, 0.5];
  const ideal = new FlipSimulation(blockFeatures(m, c), { lambda, xi: 1 });
  const lines = PEOPLE.map((who) => ({ who, rate: firstFailure(ideal, who) / m }));
  const dimensions = Array.from({ length: 11 }, (_, i) => 2 ** Math.trunc(i + 3));
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
  const average = (reached: readonly Reached[]): Mean[] =>
    PEOPLE.flatMap((who) =>
      dimensions.map((dimension) => {
        const own = reached.filter((each) => each.who === who && each.dimension === dimension);
        const { value, standardError } = meanEstimate(momentsOf(Float64Array.from(own, ({ rate }) => rate)));
        const half = NINETY_NINE_PERCENT * standardError;
        return { who, dimension, rate: value, low: value - half, high: value + half };
      }),
    );
  const [first, most] = [average(somewhere), average(mostly)];
  const ink = ({ who }: { readonly who: Who }): string => colour(COLOURS[who]);
  return {
    id: "threshold-against-dimension",
    title: "Thresholds on features that only nearly follow the theory",
    caption: `Random unit vectors around two class directions in d dimensions: as d grows, the flip rates at which fits go wrong approach the idealised thresholds ${lines.map(({ who, rate }) => `${rate.toFixed(3)} of the ${NAMES[who]}`).join(" and ")}. Means over ${DRAWS} draws, with 99 % intervals. m = ${m}, c = ${c}, λ = ${lambda}.`,
    legend: [
      ...PEOPLE.map((who) => ({ mark: "line" as const, colour: COLOURS[who], text: NAMES[who] })),
      { mark: "dashes", colour: "muted", text: `idealised threshold (m = ${m}, c = ${c}, λ = ${lambda})` },
      { mark: "points", colour: "ink", text: "most flipped points are wrong" },
      { mark: "discs", colour: "ink", text: "some training point is wrong" },
    ],
    draw: () => ({
      x: { label: "dimension d of the features", type: "log", base: 2, grid: true, tickFormat: "d" },
      y: { label: "flip rate from which on …", grid: true, domain: [0, 0.5] },
      marks: [
        Plot.ruleY(lines, { y: "rate", stroke: ink, strokeDasharray: "4 4", strokeWidth: 1.5 }),
        ...PEOPLE.flatMap((who) => {
          const [own, ownFirst] = [most, first].map((all) => all.filter((each) => each.who === who)) as [
            Mean[],
            Mean[],
          ];
          const style = { x: "dimension", y: "rate", stroke: ink } as const;
          return [
            Plot.line(own, { ...style, stroke: colour(COLOURS[who]), strokeWidth: 1, strokeOpacity: 0.6 }),
            Plot.line(ownFirst, { ...style, stroke: colour(COLOURS[who]), strokeWidth: 2 }),
          ];
        }),
        Plot.ruleX([...most, ...first], { x: "dimension", y1: "low", y2: "high", stroke: ink, strokeWidth: 1.5 }),
        Plot.dot(most, { x: "dimension", y: "rate", stroke: ink, fill: colour("paper"), r: 3.5 }),
        Plot.dot(first, { x: "dimension", y: "rate", fill: ink, r: 3.5 }),
      ],
    }),
  };
}

type Mean = Reached & { readonly low: number; readonly high: number };

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
