import { type StreamKey, Streams, uniform } from "../../random/index.ts";
import { type Features, trueLabels } from "./features.ts";
import { DirectFit, type Fit } from "./fit.ts";

/** The two classifiers that are compared. */
export type Who = "teacher" | "student";

/** How a fit to flipped labels classifies the training points: of each class, the share that is right. */
export type ClassAccuracies = readonly [ofClass1: number, ofClass0: number];

/** A value for the teacher and one for its student. */
export type Pair<T> = Readonly<Record<Who, T>>;

/** Flips whose accuracies are kept: some 20 MB. */
const MOST_KNOWN = 2 ** 16;

/** Which labels are flipped, one entry per point. */
export type Flips = readonly boolean[];

/**
 * Teachers and students fitted directly to flipped labels and scored on the true ones. No closed form is used.
 *
 * @example
 * ```ts
 * import { logistic } from "sd-theorems";
 *
 * const features = logistic.blockFeatures(20, 0.1);
 * const simulation = new logistic.FlipSimulation(features, { lambda: 1, xi: 1 });
 * const { teacher, student } = simulation.accuracies(logistic.flipFirst(20, 6));
 * console.log(teacher, student); // [ 0.7, 0.7 ] [ 1, 1 ]
 * console.log(logistic.firstFailure(simulation, "teacher")); // 3
 * console.log(logistic.firstFailure(simulation, "student")); // 8
 * ```
 */
export class FlipSimulation {
  /** What is fitted to. */
  readonly features: Features;
  readonly #truth: Float64Array;
  readonly #fit: DirectFit;
  readonly #lambda: number;
  readonly #xi: number;
  readonly #known = new Map<string, Pair<ClassAccuracies>>();

  /**
   * Prepares fits to features.
   *
   * @param student λ of both fits, and the ξ of the student.
   */
  constructor(features: Features, student: { readonly lambda: number; readonly xi: number }) {
    this.features = features;
    this.#truth = trueLabels(features);
    this.#fit = new DirectFit(features);
    this.#lambda = student.lambda;
    this.#xi = student.xi;
  }

  /** The teacher and the student for given flips. @throws RangeError as `DirectFit` does. */
  fits(flips: Flips): Pair<Fit> {
    const labels = this.#truth.map((label, i) => (flips[i] === true ? 1 - label : label));
    const teacher = this.#fit.teacher(labels, this.#lambda);
    return { teacher, student: this.#fit.student(labels, teacher, this.#lambda, this.#xi) };
  }

  /**
   * The accuracy of both on the true labels.
   *
   * @throws RangeError where a logit is so near 0 that its sign is not certain, and as `DirectFit` does.
   */
  accuracies(flips: Flips): Pair<ClassAccuracies> {
    const { teacher, student } = this.fits(flips);
    return { teacher: this.#score(teacher), student: this.#score(student) };
  }

  /** Whether each point is classified rightly. @throws RangeError where a logit's sign is not certain. */
  areRight({ logits, logitBound }: Fit): boolean[] {
    return Array.from(logits, (logit, i) => {
      if (Math.abs(logit) <= logitBound) throw new RangeError(`point ${i} has logit ${logit} ± ${logitBound}: a tie`);
      return logit > 0 === (this.#truth[i] === 1);
    });
  }

  /**
   * Each label is flipped with probability p, independently: the accuracies of replicates first, first + 1, …
   *
   * @param key of the streams: each replicate has its own.
   * @param p the probability of a flip.
   * @param first number of the first replicate.
   * @param count how many replicates.
   */
  measure(key: StreamKey, p: number, first: number, count: number): Pair<Float64Array> {
    const streams = new Streams(key);
    const measured = { teacher: new Float64Array(count), student: new Float64Array(count) };
    for (let replicate = 0; replicate < count; replicate++) {
      const random = streams.replicate(first + replicate);
      const { teacher, student } = this.#scored(Array.from(this.#truth, () => uniform(random) < p));
      measured.teacher[replicate] = (teacher[0] + teacher[1]) / 2;
      measured.student[replicate] = (student[0] + student[1]) / 2;
    }
    return measured;
  }

  // Where few labels are flipped, the same ones are drawn again and again: the same fit gives the same accuracies.
  #scored(flips: Flips): Pair<ClassAccuracies> {
    const drawn = flips.map(Number).join("");
    const before = this.#known.get(drawn);
    if (before !== undefined) return before;
    const accuracies = this.accuracies(flips);
    if (this.#known.size < MOST_KNOWN) this.#known.set(drawn, accuracies);
    return accuracies;
  }

  #score(fit: Fit): ClassAccuracies {
    const { classSize } = this.features;
    let [ofClass1, ofClass0] = [0, 0];
    this.areRight(fit).forEach((right, i) => {
      if (right && i < classSize) ofClass1++;
      else if (right) ofClass0++;
    });
    return [ofClass1 / classSize, ofClass0 / classSize];
  }
}

/** The first k points of each class flipped. */
export function flipFirst(classSize: number, k: number): Flips {
  return Array.from({ length: 2 * classSize }, (_, i) => i % classSize < k);
}

/**
 * The least number of flips in each class, 1 ≤ k ≤ ⌈m/2⌉, with which a classifier is wrong somewhere: by bisection on direct
 * fits with the first k points of each class flipped. Where it is right everywhere for each k < m/2, that is ⌈m/2⌉.
 * Bisection presumes that more flips do not make it right again.
 *
 * @throws RangeError as `FlipSimulation.accuracies` does.
 */
export function firstFailure(simulation: FlipSimulation, who: Who): number {
  const { classSize } = simulation.features;
  let [right, wrong] = [0, Math.ceil(classSize / 2)];
  while (wrong - right > 1) {
    const middle = Math.floor((right + wrong) / 2);
    const [ofClass1, ofClass0] = simulation.accuracies(flipFirst(classSize, middle))[who];
    if (ofClass1 === 1 && ofClass0 === 1) right = middle;
    else wrong = middle;
  }
  return wrong;
}
