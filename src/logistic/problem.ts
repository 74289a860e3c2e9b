import { InvalidInput } from "../data/portable.ts";

/**
 * Logistic regression under label flips, as far as the two-value reduction depends on it: two classes, with unit-norm features
 * of one inner product within a class and of 0 across.
 */
export interface LogisticProblem {
  /** m, training points of each class: an integer from 1 to 10⁶. */
  readonly classSize: number;
  /** c, the inner product of two features of a class, strictly between 0 and 1. */
  readonly similarity: number;
  /** λ, weight of half the squared norm against the summed loss, from 10⁻⁶ to 10⁶. */
  readonly lambda: number;
  /** p, the fraction of each class whose label is flipped, 0 ≤ p < ½; pm need not be an integer. */
  readonly flipRate: number;
}

/** The same without a flip rate: what the thresholds depend on. */
export type LogisticSetting = Omit<LogisticProblem, "flipRate">;

const LARGEST_CLASS = 1e6;
const [LEAST_LAMBDA, MOST_LAMBDA] = [1e-6, 1e6];

/** Checks a problem. @throws InvalidInput in one sentence, where a value is outside the range that is computed. */
export function logisticProblem(given: LogisticProblem): LogisticProblem {
  const { flipRate } = given;
  const setting = logisticSetting(given);
  if (!(flipRate >= 0 && flipRate < 1 / 2)) {
    throw new InvalidInput(`flipRate is ${flipRate}; it must be at least 0 and below 1/2`);
  }
  return { ...setting, flipRate };
}

/** Checks a setting. @throws InvalidInput as `logisticProblem` does. */
export function logisticSetting({ classSize, similarity, lambda }: LogisticSetting): LogisticSetting {
  if (!(Number.isInteger(classSize) && classSize >= 1 && classSize <= LARGEST_CLASS)) {
    throw new InvalidInput(`classSize is ${classSize}; it must be an integer from 1 to ${LARGEST_CLASS}`);
  }
  if (!(similarity > 0 && similarity < 1)) {
    throw new InvalidInput(`similarity is ${similarity}; it must be strictly between 0 and 1`);
  }
  if (!(lambda >= LEAST_LAMBDA && lambda <= MOST_LAMBDA)) {
    throw new InvalidInput(`lambda is ${lambda}; it must be from ${LEAST_LAMBDA} to ${MOST_LAMBDA}`);
  }
  return { classSize, similarity, lambda };
}

/** @throws InvalidInput unless ξ is finite. */
export function requireFiniteXi(xi: number): void {
  if (!Number.isFinite(xi)) throw new InvalidInput(`xi is ${xi}; it must be a finite number`);
}
