import fc from "fast-check";
import { imitationTargets, Probe, type SoftmaxFit } from "../../../src/softmax/index.ts";

/** A small probe, and a student of any ξ to be fitted to the predictions of a teacher with these logits. */
export interface ProbeProblem {
  readonly columns: number;
  readonly classes: number;
  /** Features row by row. */
  readonly features: readonly number[];
  readonly teacherLogits: readonly number[];
  readonly labels: readonly number[];
  readonly xi: number;
  readonly weightDecay: number;
  /** Numbers that starts are made of. */
  readonly starts: readonly number[];
}

const quarters = (most: number): fc.Arbitrary<number> =>
  fc.integer({ min: -4 * most, max: 4 * most }).map((k) => k / 4);
const list = <T>(of: fc.Arbitrary<T>, length: number): fc.Arbitrary<T[]> =>
  fc.array(of, { minLength: length, maxLength: length });

export const probeProblems: fc.Arbitrary<ProbeProblem> = fc
  .record({
    rows: fc.integer({ min: 2, max: 6 }),
    columns: fc.integer({ min: 1, max: 3 }),
    classes: fc.integer({ min: 2, max: 4 }),
  })
  .chain(({ rows, columns, classes }) =>
    fc.record({
      columns: fc.constant(columns),
      classes: fc.constant(classes),
      features: list(quarters(2), rows * columns).filter((values) => values.some((value) => value !== 0)),
      teacherLogits: list(quarters(3), rows * classes),
      labels: list(fc.integer({ min: 0, max: classes - 1 }), rows),
      xi: quarters(4),
      weightDecay: fc.constantFrom(0.01, 0.1, 1),
      starts: list(quarters(4), 2 * columns * classes),
    }),
  );

export interface Fits {
  readonly fits: readonly SoftmaxFit[];
}

/**
 * What rounding may add to the norm of a computed gradient Xᵀ(softmax(z) − t)/n + μw. Logits are off by some units of ‖x‖‖w‖;
 * probabilities by that and (2·classes + 4) units; residuals are no larger than 2 + 2|ξ|; a sum over rows adds a unit for each.
 */
export function gradientRounding(problem: ProbeProblem, { weights }: SoftmaxFit): number {
  const { classes, labels, xi, weightDecay } = problem;
  const [longest, norm] = [longestRow(problem), Math.hypot(...weights)];
  const units = 2 * classes + 4 + labels.length + 4 * longest * norm;
  const entry = Number.EPSILON * (units * longest * (2 + 2 * Math.abs(xi)) + 2 * weightDecay * norm);
  return Math.sqrt(weights.length) * entry;
}

/**
 * What rounding may add to a computed objective. A row's loss log Σ exp(z) − ⟨t, z⟩ is made of logits up to ‖x‖‖w‖, off by four
 * units of that, and of targets that sum to at most 2 + 2|ξ| in size: with its (2·classes + 4) operations, a unit for each row of
 * the mean and for each weight of the decay, all are units of what the parts add up to.
 */
export function objectiveRounding(problem: ProbeProblem, { weights }: SoftmaxFit): number {
  const { classes, labels, xi, weightDecay } = problem;
  const norm = Math.hypot(...weights);
  const units = 2 * classes + 8 + labels.length + weights.length;
  const parts = Math.log(classes) + (3 + 2 * Math.abs(xi)) * longestRow(problem) * norm + (weightDecay / 2) * norm ** 2;
  return Number.EPSILON * units * parts;
}

// No row of features is longer.
function longestRow({ columns, features }: ProbeProblem): number {
  return Math.sqrt(columns) * Math.max(...features.map(Math.abs));
}

/** The student's fits from zero weights and from two other starts. */
export function fitsFromManyStarts(problem: ProbeProblem): Fits {
  const { columns, classes, features, teacherLogits, labels, xi, weightDecay, starts } = problem;
  const probe = new Probe({ rows: labels.length, columns, values: Float64Array.from(features) }, classes);
  const targets = imitationTargets(Float64Array.from(teacherLogits), Int32Array.from(labels), classes, xi);
  const size = probe.rank * classes;
  const from = [
    new Float64Array(size),
    ...[0, 1].map((i) => Float64Array.from(starts.slice(i * size, (i + 1) * size))),
  ];
  return { fits: from.map((weights) => probe.fit(targets, weightDecay, { start: { weights } })) };
}

export function showProbeProblem(problem: ProbeProblem): string {
  return JSON.stringify(problem);
}
