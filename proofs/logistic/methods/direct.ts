import {
  blockFeatures,
  DirectFit,
  type Features,
  type Fit,
  type Flips,
  sigmoid,
  trueLabels,
} from "../../../src/logistic/index.ts";
import { type Case, flipsOf } from "./cases.ts";

const U = 2 ** -53;

/** A fit of all 2m points, seen from one class: class 0 mirrors class 1, so its logits are negated. */
export interface ClassFit {
  /** Flips of the class over its size. */
  readonly p: number;
  /** Logits of its good points and of its bad ones, in favour of the true label. */
  readonly good: readonly number[];
  readonly bad: readonly number[];
  /** The logit of a point that has similarity c with each of the class and was not fitted. */
  readonly fresh: number;
}

/** A fit with what is known about it. */
export interface Measured {
  readonly classes: readonly ClassFit[];
  /** No logit is farther than this from the exact minimiser's. */
  readonly bound: number;
  readonly fit: Fit;
}

/** Teacher, students and further rounds, fitted directly to the flipped labels of a case. No closed form is used. */
export class DirectFits {
  readonly case: Case;
  readonly features: Features;
  readonly labels: Float64Array;
  readonly #flips: Flips;
  readonly #direct: DirectFit;
  readonly #fresh: Float64Array;
  readonly #students = new Map<number, Measured>();
  #teacher: Measured | null = null;

  /** @param features with the Gram matrix of the theory unless others are given. */
  constructor(example: Case, features: Features = blockFeatures(example.classSize, example.c)) {
    this.case = example;
    this.features = features;
    this.#flips = flipsOf(example);
    this.labels = trueLabels(features).map((label, i) => (this.#flips[i] === true ? 1 - label : label));
    this.#direct = new DirectFit(features);
    this.#fresh = freshPoint(example);
  }

  teacher(): Measured {
    return (this.#teacher ??= this.#measured(this.#direct.teacher(this.labels, this.case.lambda), 1));
  }

  student(xi: number): Measured {
    const known = this.#students.get(xi);
    if (known !== undefined) return known;
    const { fit, bound } = this.teacher();
    const student = this.#direct.student(this.labels, { ...fit, logitBound: bound }, this.case.lambda, xi);
    const measured = this.#measured(student, Math.abs(xi) + Math.abs(1 - xi));
    this.#students.set(xi, measured);
    return measured;
  }

  /** The student at ξ = 1 of any earlier fit. */
  next({ fit, bound }: Measured): Measured {
    return this.#measured(this.#direct.student(this.labels, { ...fit, logitBound: bound }, this.case.lambda, 1), 1);
  }

  /*
   * The features are off as well: an entry comes from a chain of at most m divisions and products of positive numbers, so
   * it has at most 4m + 4 roundings. With features off by δ, a gradient is by Σ(|t − σ| + ¼‖θ‖)δ, and a logit by that over
   * λ and by ‖θ‖δ.
   */
  #measured(fit: Fit, largestTarget: number): Measured {
    const { classSize: m, lambda } = this.case;
    const delta = (4 * m + 4) * U;
    const size = Math.hypot(...fit.parameter);
    const bound = fit.logitBound + delta * ((2 * m * (1 + largestTarget + size / 4)) / lambda + size);
    return { classes: [0, 1].map((which) => this.#seenFrom(which, fit)), bound, fit };
  }

  #seenFrom(which: number, { logits, parameter }: Fit): ClassFit {
    const { classSize: m } = this.case;
    const sign = which === 0 ? 1 : -1;
    const points = Array.from({ length: m }, (_, i) => which * m + i);
    const of = (bad: boolean): number[] => points.filter((i) => this.#flips[i] === bad).map((i) => sign * logits[i]!);
    const fresh = this.#fresh.reduce((sum, entry, j) => sum + entry * parameter[which * m + j]!, 0);
    return { p: this.case.flipped[which]! / m, good: of(false), bad: of(true), fresh: sign * fresh };
  }
}

// Where a class has a point more, that one's features are those of a fresh point. Its last entry meets no other point.
function freshPoint({ classSize: m, c }: Case): Float64Array {
  const { rows, dimension } = blockFeatures(m + 1, c);
  return rows.slice(m * dimension, m * dimension + m);
}

/** What a class's points predict, good ones and bad ones; a kind that the class lacks counts as undecided. */
export function predictions({ good, bad }: ClassFit): { readonly sigmaGood: number; readonly sigmaBad: number } {
  return { sigmaGood: sigmoid(good[0] ?? 0), sigmaBad: sigmoid(bad[0] ?? 0) };
}

/** How sure a sign is: 1 where all logits are positive beyond the bound, −1 where all are negative, else 0. */
export function signOf(logits: readonly number[], bound: number): -1 | 0 | 1 {
  if (logits.every((logit) => logit > bound)) return 1;
  return logits.every((logit) => logit < -bound) ? -1 : 0;
}
