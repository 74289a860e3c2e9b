import fc from "fast-check";
import type { Context } from "../../src/evidence/index.ts";
import { type Book, compile } from "../../src/formula/index.ts";
import { product } from "../../src/matrix/index.ts";
import { normal, Streams, uniform } from "../../src/random/index.ts";
import { crossEntropy, imitationTargets, oneHot, Probe, probabilities } from "../../src/softmax/index.ts";

const EPS = 2 ** -52;

/** A student's problem with a line in weight space: the objective is looked at at W + a·rates. Tables are row by row. */
export interface Line {
  readonly rows: number;
  readonly columns: number;
  readonly classes: number;
  readonly features: Float64Array;
  /** Each sample is labelled twice, and each label counts half: so it may have one for sure, or two halves. */
  readonly labels: readonly [Int32Array, Int32Array];
  /** The teacher's logits, rows × classes: any, as the claim is for every teacher. */
  readonly teacher: Float64Array;
  readonly xi: number;
  readonly weightDecay: number;
  /** Columns × classes. */
  readonly weights: Float64Array;
  readonly rates: Float64Array;
}

type Sizes = Pick<Line, "rows" | "columns" | "classes" | "xi" | "weightDecay">;

const SETTINGS: readonly Sizes[] = [
  { rows: 60, columns: 12, classes: 5, xi: 0, weightDecay: 1e-3 },
  { rows: 60, columns: 12, classes: 5, xi: 1, weightDecay: 1e-2 },
  { rows: 80, columns: 10, classes: 4, xi: 1.5, weightDecay: 1e-3 },
  { rows: 30, columns: 40, classes: 3, xi: 2, weightDecay: 1e-2 },
  { rows: 50, columns: 6, classes: 8, xi: 4, weightDecay: 1e-1 },
  { rows: 40, columns: 8, classes: 2, xi: -1, weightDecay: 1e-2 },
];
const DRAWS = 2;

/** Problems and lines with normal entries, and uniform labels. */
export function drawnLines({ seed, claim }: Context): Line[] {
  return SETTINGS.flatMap((sizes, i) => {
    const streams = new Streams({ seed, claim, problem: `lines, setting ${i}` });
    return Array.from({ length: DRAWS }, (_, draw) => {
      const random = streams.replicate(draw);
      const normals = (length: number): Float64Array => Float64Array.from({ length }, () => normal(random));
      const { rows, columns, classes } = sizes;
      const labels = (): Int32Array => Int32Array.from({ length: rows }, () => Math.floor(uniform(random) * classes));
      return {
        ...sizes,
        features: normals(rows * columns),
        labels: [labels(), labels()] as const,
        teacher: normals(rows * classes),
        weights: normals(columns * classes),
        rates: normals(columns * classes),
      };
    });
  });
}

/** Small problems with whole features, and rates along which something changes. */
export const smallLines: fc.Arbitrary<Line> = fc
  .record({
    rows: fc.integer({ min: 1, max: 6 }),
    columns: fc.integer({ min: 1, max: 3 }),
    classes: fc.integer({ min: 2, max: 4 }),
    quarters: fc.integer({ min: -8, max: 20 }),
    weightDecay: fc.constantFrom(0.01, 0.1, 1),
    entries: fc.infiniteStream(fc.integer({ min: -3, max: 3 })),
  })
  .map(({ quarters, entries, ...sizes }) => {
    const { rows, columns, classes } = sizes;
    const whole = (length: number): Float64Array => Float64Array.from(entries.take(length));
    const labels = (): Int32Array => Int32Array.from(whole(rows), (value) => (value + 3) % classes);
    return {
      ...sizes,
      xi: quarters / 4,
      features: whole(rows * columns),
      labels: [labels(), labels()] as const,
      teacher: whole(rows * classes),
      weights: whole(columns * classes).map((value) => value / 3),
      rates: whole(columns * classes),
    };
  });

export function showLine(line: Line): string {
  return JSON.stringify(line, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value,
  );
}

/** A number, and how far it may be from what it stands for. */
export interface Bounded {
  readonly value: number;
  readonly bound: number;
}

/** What is found along the line, by evaluating the objective; no formula is known here. */
export interface Along {
  /** Derivatives at W, by differences. */
  readonly slope: Bounded;
  readonly curvature: Bounded;
  /** [f(W) + f(W + rates)]/2 − f(W + rates/2) − weightDecay·‖rates‖²/8, which strong convexity makes ≥ 0. */
  readonly sag: Bounded;
  /** Softmax of the teacher's logits, and of W's. */
  readonly predictions: Float64Array;
  readonly own: Float64Array;
  /** How the logits change: features times rates. */
  readonly changes: Float64Array;
}

const SLOPE_STEP = 1e-4;
const CURVATURE_STEP = 1e-3;

/*
 * Along the line the loss's derivatives, from the second on, are the cumulants of a sample's change of logits under its
 * softmax: for changes that differ by at most R the third is at most R³/4, and the fourth R⁴/4. A central difference of step
 * h is off by h²/6 of the third derivative, a second one by h²/12 of the fourth; the decay is a quadratic. Rounding adds
 * that of an objective divided by h, and four times that divided by h².
 *
 * The rounding of an objective: with z the largest absolute sum that makes a logit, a logit is off by (d + 2)·EPS·z, what is made
 * of it by (C + n + 8)·EPS of itself, and both count 1 + Σ|t| times; the decay by (dC + 2)·EPS of itself.
 */
export function along(line: Line): Along {
  const { rows, columns, classes, weightDecay, weights, rates } = line;
  const targets = targetsOf(line);
  const logitsOf = (values: Float64Array): Float64Array =>
    product({ rows, columns, values: line.features }, { rows: columns, columns: classes, values }).values;
  const at = (length: number): Float64Array => weights.map((weight, i) => weight + length * rates[i]!);
  const objective = (length: number): number => {
    const point = at(length);
    return crossEntropy(logitsOf(point), targets, classes) + (weightDecay / 2) * squareOf(point);
  };
  const [here, right, left, farther, nearer] = [0, SLOPE_STEP, -SLOPE_STEP, CURVATURE_STEP, -CURVATURE_STEP].map(
    objective,
  ) as [number, number, number, number, number];

  const changes = logitsOf(rates);
  const range = largest(rowsOf(changes, classes).map((row) => Math.max(...row) - Math.min(...row)));
  const rounding = objectiveRounding(line, targets);
  const [h, k] = [SLOPE_STEP, CURVATURE_STEP];
  return {
    slope: { value: (right - left) / (2 * h), bound: (h ** 2 / 6) * (range ** 3 / 4) + rounding / h },
    curvature: {
      value: (farther - 2 * here + nearer) / k ** 2,
      bound: (k ** 2 / 12) * (range ** 4 / 4) + (4 * rounding) / k ** 2,
    },
    sag: {
      value: (here + objective(1)) / 2 - objective(1 / 2) - (weightDecay / 8) * squareOf(rates),
      bound: 2 * rounding + EPS * (weightDecay / 4) * (columns * classes + 2) * squareOf(rates),
    },
    predictions: probabilities(line.teacher, classes),
    own: probabilities(logitsOf(weights), classes),
    changes,
  };
}

function targetsOf({ teacher, labels, classes, xi }: Line): Float64Array {
  const [one, other] = labels.map((each) => imitationTargets(teacher, each, classes, xi));
  return one!.map((target, i) => (target + other![i]!) / 2);
}

// Of an objective anywhere from W − rates to W + rates.
function objectiveRounding(
  { rows, columns, classes, features, weightDecay, weights, rates }: Line,
  targets: Float64Array,
): number {
  const reach = weights.map((weight, i) => Math.abs(weight) + Math.abs(rates[i]!));
  const sums = product(
    { rows, columns, values: features.map(Math.abs) },
    { rows: columns, columns: classes, values: reach },
  );
  const z = largest(sums.values);
  const mass = 1 + largest(rowsOf(targets, classes).map((row) => row.reduce((sum, t) => sum + Math.abs(t), 0)));
  const loss = mass * ((columns + 2) * z + (classes + rows + 8) * (2 * z + Math.log(classes)));
  return EPS * (loss + (columns * classes + 2) * weightDecay * squareOf(reach));
}

/** The objective's minimum, sought from several starts. */
export interface Minima {
  readonly found: readonly {
    readonly weights: Float64Array;
    readonly objective: number;
    readonly gradientNorm: number;
  }[];
  readonly rounding: number;
}

/** Fits from zero, from W, and from far away. */
export function minima(line: Line): Minima {
  const { rows, columns, classes, features, weightDecay } = line;
  const probe = new Probe({ rows, columns, values: features }, classes);
  const targets = targetsOf(line);
  const size = probe.rank * classes;
  const starts = [0, 1, 30].map((scale) => {
    const entries = Float64Array.from({ length: size }, (_, i) => scale * line.weights[i % line.weights.length]!);
    return { weights: entries };
  });
  const found = starts.map((start) => {
    const { objective, gradientNorm, weights } = probe.fit(targets, weightDecay, { start });
    return { weights, objective, gradientNorm };
  });
  const reached = found.map(({ weights }) =>
    objectiveRounding({ ...line, weights: probe.weights({ weights }), rates: probe.weights({ weights }) }, targets),
  );
  return { found, rounding: largest(reached) };
}

/** What the formulas say along the line, from what was found of single samples. */
export class LineForms {
  readonly #loss;
  readonly #decay;

  constructor(book: Book) {
    this.#loss = compile(book, ["slope", "curvature", "spread"]);
    this.#decay = compile(book, ["decaySlope", "decayCurvature"]);
  }

  /** Means over the samples, and the decay's part; with how far rounding may be off. */
  along({ classes, labels, xi, weightDecay, weights, rates }: Line, { predictions, own, changes }: Along) {
    const [one, other] = labels.map((each) => oneHot(each, classes));
    const shares = one!.map((share, i) => (share + other![i]!) / 2);
    const samples = rowsOf(shares, classes).map((label, i) => {
      const part = (table: Float64Array): Float64Array => table.subarray(i * classes, (i + 1) * classes);
      const v = part(changes);
      return {
        size: (4 + 4 * Math.abs(xi)) * largest(v) + 4 * largest(v) ** 2,
        ...this.#loss({
          xi,
          q: part(predictions),
          label,
          p: part(own),
          v,
        }),
      };
    });
    const mean = (of: (sample: (typeof samples)[number]) => number): number =>
      samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
    const decay = this.#decay({ weightDecay, weight: weights, rate: rates });
    const n = samples.length + weights.length + classes ** 2;
    return {
      slope: mean(({ slope }) => slope) + decay.decaySlope,
      curvature: mean(({ curvature }) => curvature) + decay.decayCurvature,
      spread: mean(({ spread }) => spread) + decay.decayCurvature,
      leastCurvature: decay.decayCurvature,
      rounding: 8 * n * EPS * (mean(({ size }) => size) + weightDecay * (squareOf(weights) + 2 * squareOf(rates))),
    };
  }
}

function squareOf(x: Float64Array): number {
  return x.reduce((sum, value) => sum + value * value, 0);
}

function largest(x: Iterable<number>): number {
  let most = 0;
  for (const value of x) most = Math.max(most, Math.abs(value));
  return most;
}

function rowsOf(table: Float64Array, width: number): Float64Array[] {
  return Array.from({ length: table.length / width }, (_, i) => table.subarray(i * width, (i + 1) * width));
}
