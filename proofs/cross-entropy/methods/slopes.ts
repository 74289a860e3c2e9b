import fc from "fast-check";
import { type Book, compile } from "../../../src/formula/index.ts";
import { type Dense, product } from "../../../src/matrix/index.ts";
import { crossEntropy, imitationTargets, oneHot, probabilities } from "../../../src/softmax/index.ts";

/** A student's problem, and a line of weights W + hV. Tables are row by row. */
export interface WeightLine {
  readonly features: Dense;
  readonly classes: number;
  /** Each sample is labelled twice, and each label counts half: it may have one for sure, or two halves. */
  readonly labels: readonly [Int32Array, Int32Array];
  /** The teacher's logits, rows × classes: any, as the claim is for every teacher. */
  readonly teacher: Float64Array;
  readonly xi: number;
  readonly weightDecay: number;
  /** W and V, columns × classes. */
  readonly weights: Float64Array;
  readonly by: Float64Array;
}

/** Small problems of whole numbers. */
export const weightLines: fc.Arbitrary<WeightLine> = fc
  .record({
    rows: fc.integer({ min: 1, max: 6 }),
    columns: fc.integer({ min: 1, max: 3 }),
    classes: fc.integer({ min: 2, max: 4 }),
    quarters: fc.integer({ min: -8, max: 20 }),
    weightDecay: fc.constantFrom(0.01, 0.1, 1),
    entries: fc.infiniteStream(fc.integer({ min: -3, max: 3 })),
  })
  .map(({ rows, columns, classes, quarters, weightDecay, entries }) => {
    const whole = (length: number): Float64Array => Float64Array.from(entries.take(length));
    const labels = (): Int32Array => Int32Array.from(whole(rows), (value) => (value + 3) % classes);
    return {
      features: { rows, columns, values: whole(rows * columns) },
      classes,
      labels: [labels(), labels()] as const,
      teacher: whole(rows * classes),
      xi: quarters / 4,
      weightDecay,
      weights: whole(columns * classes).map((value) => value / 3),
      by: whole(columns * classes),
    };
  });

export function showWeightLine(line: WeightLine): string {
  return JSON.stringify(line, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value,
  );
}

/** A number, and how far it may be from what it stands for. */
interface Bounded {
  readonly value: number;
  readonly bound: number;
}

/** What is found along the line, by evaluating the objective; no formula is known here. */
export interface Found {
  /** At W, by differences. */
  readonly slope: Bounded;
  /** [f(W) + f(W + V)]/2 − f(W + V/2) − weightDecay·‖V‖²/8, which strong convexity makes ≥ 0. */
  readonly sag: Bounded;
  /** Softmax of the teacher's logits; the student's logits; and how they change. */
  readonly predictions: Float64Array;
  readonly logits: Float64Array;
  readonly changes: Float64Array;
}

const STEP = 1e-4;

/*
 * A central difference of step h is off by h²/6 of the third derivative: of a sample's loss that is a third cumulant, at most R³/4
 * where the changes of its logits differ by at most R; the decay is a quadratic. Rounding adds that of an objective over h.
 */
export function alongWeights(line: WeightLine): Found {
  const { features, classes, labels, xi, weightDecay, weights, by } = line;
  const [one, other] = labels.map((each) => imitationTargets(line.teacher, each, classes, xi));
  const targets = one!.map((target, i) => (target + other![i]!) / 2);
  const logitsOf = (values: Float64Array): Float64Array =>
    product(features, { rows: features.columns, columns: classes, values }).values;
  const objective = (h: number): number => {
    const point = weights.map((weight, i) => weight + h * by[i]!);
    return crossEntropy(logitsOf(point), targets, classes) + (weightDecay / 2) * squareOf(point);
  };
  const changes = logitsOf(by);
  const range = largest(rowsOf(changes, classes).map((row) => Math.max(...row) - Math.min(...row)));
  const rounding = objectiveRounding(line, targets);
  return {
    slope: {
      value: (objective(STEP) - objective(-STEP)) / (2 * STEP),
      bound: (STEP ** 2 / 6) * ((range * range * range) / 4) + rounding / STEP,
    },
    sag: {
      value: (objective(0) + objective(1)) / 2 - objective(1 / 2) - (weightDecay / 8) * squareOf(by),
      bound: 3 * rounding,
    },
    predictions: probabilities(line.teacher, classes),
    logits: logitsOf(weights),
    changes,
  };
}

/*
 * Of an objective anywhere from W − V to W + V. With z the largest sum of absolute products that makes a logit, a logit is off
 * by (d + 2)·EPS·z, what is made of it by (C + n + 8)·EPS of 2z + log C, and both count 1 + Σ|t| times; the decay is off by
 * (dC + 2)·EPS of itself.
 */
function objectiveRounding(line: WeightLine, targets: Float64Array): number {
  const { features, classes, weightDecay, weights, by } = line;
  const { rows, columns, values } = features;
  const reach = { rows: columns, columns: classes, values: weights.map((w, i) => Math.abs(w) + Math.abs(by[i]!)) };
  const z = largest(product({ rows, columns, values: values.map(Math.abs) }, reach).values);
  const mass = 1 + largest(rowsOf(targets, classes).map((row) => row.reduce((sum, t) => sum + Math.abs(t), 0)));
  const loss = mass * ((columns + 2) * z + (classes + rows + 8) * (2 * z + Math.log(classes)));
  return Number.EPSILON * (loss + (columns * classes + 2) * weightDecay * squareOf(reach.values));
}

/** The formula for the slope of a loss, and what it says of the whole objective. */
export class SlopeForms {
  readonly #compiled;

  constructor(book: Book) {
    this.#compiled = compile(book, ["lossSlope"]);
  }

  /** The mean over samples, and what the decay adds: μ⟨W, V⟩. */
  slope(
    line: WeightLine,
    { predictions, logits, changes }: Pick<Found, "predictions" | "logits" | "changes">,
  ): Bounded {
    const { classes, labels, xi, weightDecay, weights, by } = line;
    const [one, other] = labels.map((each) => oneHot(each, classes));
    const shares = one!.map((share, i) => (share + other![i]!) / 2);
    const [y, q, z, v] = [shares, predictions, logits, changes].map((table) => rowsOf(table, classes));
    const n = y!.length;
    const slopes = y!.map(
      (_, i) => this.#compiled({ xi, y: y![i]!, q: q![i]!, e: z![i]!.map(Math.exp), v: v![i]! }).lossSlope,
    );
    const decay = weightDecay * weights.reduce((sum, weight, i) => sum + weight * by[i]!, 0);
    // Sums of C and n terms; exponentials have errors of |z|·EPS, and targets are no larger than 1 + 2|ξ|.
    const size = (2 + 2 * Math.abs(xi)) * classes * largest(changes) * (1 + largest(logits));
    const bound =
      4 * (classes + n + 8) * Number.EPSILON * size + (by.length + 2) * Number.EPSILON * weightDecay * 3 * by.length;
    return { value: slopes.reduce((sum, slope) => sum + slope, 0) / n + decay, bound };
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
