import { type Book, compile } from "../formula/index.ts";
import { mixtureBook } from "./mixture-formulas.ts";

/** What becomes of a class: right on every point, wrong on the flipped points alone, or wrong on every point. */
export type Outcome = "right" | "flipped points wrong" | "wrong";

/**
 * What becomes of a class of m points of which k have their label flipped: its problem is its own, and with m − k flips it
 * is that of k with the labels exchanged.
 *
 * @param k labels that are flipped, 0 ≤ k ≤ m.
 * @param m points of the class.
 * @param threshold the flip rate p* below which a fit is right everywhere; may be negative, or null where there is none.
 */
export function classOutcome(k: number, m: number, threshold: number | null): Outcome {
  if (isOvercome(k, m, threshold)) return "right";
  return isOvercome(m - k, m, threshold) ? "wrong" : "flipped points wrong";
}

/** Whether k labels of m that disagree with the others are overruled: there are none, or fewer than the threshold says. */
export function isOvercome(k: number, m: number, threshold: number | null): boolean {
  return k === 0 || (threshold !== null && k / m < threshold);
}

/** The numeric reading of a book of mixture formulas: the theory's own, or one with a formula broken on purpose. */
export class Mixture {
  readonly #ratios: (inputs: MixtureInputs) => { readonly binomialRatio: Float64Array };
  readonly #accuracies: (inputs: MixtureInputs) => { readonly expectedAccuracy: number };

  /** The numeric reading of a book, by default of the theory's own formulas. */
  constructor(book: Book = mixtureBook) {
    this.#ratios = compile(book, [], ["binomialRatio"]) as never;
    this.#accuracies = compile(book, ["expectedAccuracy"]) as never;
  }

  /**
   * P(k labels of m are flipped) for k = 0, …, m, where each is flipped with probability p, independently.
   *
   * From the most probable k outwards, each from its neighbour by the ratio of the two, then divided by their sum: every
   * factor is positive, so nothing cancels. A ratio has six roundings and 1 − p one; a weight is the product of at most m
   * of them, and the sum of m + 1: a relative error of at most (16m + 10)u, until a value falls below 2⁻¹⁰²².
   *
   * @param p 0 ≤ p ≤ 1; at p = 1 the ratios are infinite, and what is divided by them is 0.
   */
  probabilities(m: number, p: number): Float64Array {
    const flipped = Float64Array.from({ length: m }, (_, k) => k);
    const { binomialRatio } = this.#ratios({ m, p, flipped });
    const mode = Math.min(m, Math.floor((m + 1) * p));
    const weights = new Float64Array(m + 1);
    weights[mode] = 1;
    for (let k = mode; k < m; k++) weights[k + 1] = weights[k]! * binomialRatio[k]!;
    for (let k = mode; k > 0; k--) weights[k - 1] = weights[k]! / binomialRatio[k - 1]!;
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  }

  /**
   * The expected accuracy on the true labels, of a class and so of both, for flips with probability p.
   *
   * @param m points of each class.
   * @param p the probability of a flip, 0 ≤ p ≤ 1.
   * @param threshold the flip rate below which the fit is right everywhere, such as the middle of `teacherThreshold`;
   *   null where there is none.
   */
  expectedAccuracy(m: number, p: number, threshold: number | null): number {
    const probabilities = this.probabilities(m, p);
    const outcomes = Array.from(probabilities, (_, k) => classOutcome(k, m, threshold));
    const keptWeight = probabilities.reduce((sum, weight, k) => (outcomes[k] === "right" ? sum + weight : sum), 0);
    const between = [...outcomes.keys()].filter((k) => outcomes[k] === "flipped points wrong");
    const flipped = Float64Array.from(between);
    const weight = Float64Array.from(between, (k) => probabilities[k]!);
    return this.#accuracies({ m, p, keptWeight, flipped, weight }).expectedAccuracy;
  }
}

type MixtureInputs = Readonly<Record<string, number | Float64Array>>;

/**
 * A bound on the rounding in `Mixture.expectedAccuracy`: at most 1 is added up, in at most m + 3 steps, from weights that
 * are off by (16m + 10)u and accuracies by 3u.
 */
export function mixtureRounding(m: number): number {
  return (17 * m + 16) * 2 ** -53;
}
