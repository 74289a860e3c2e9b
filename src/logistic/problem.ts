import { InvalidInput } from "../data/portable.ts";

/**
 * Logistic regression under label flips, as far as the two-value reduction depends on it.
 *
 * Two classes of `classSize` (m) training points each; unit-norm features with inner product `similarity` (c) within a
 * class and 0 across. A fraction `flipRate` (p) of each class has its label flipped; p·m need not be an integer, as the
 * reduced equations make sense for every p. `lambda` (λ) weighs half the squared norm against the summed loss.
 */
export interface LogisticProblem {
  readonly classSize: number;
  readonly similarity: number;
  readonly lambda: number;
  readonly flipRate: number;
}

/** The same without a flip rate: what the thresholds depend on. */
export type LogisticSetting = Omit<LogisticProblem, "flipRate">;

const LARGEST_CLASS = 1e6;
const [LEAST_LAMBDA, MOST_LAMBDA] = [1e-6, 1e6];

/** @throws InvalidInput in one sentence, where a value is outside the range that is computed. */
export function logisticProblem(given: LogisticProblem): LogisticProblem {
  const { flipRate } = given;
  const setting = logisticSetting(given);
  if (!(flipRate >= 0 && flipRate < 1 / 2)) {
    throw new InvalidInput(`flipRate is ${flipRate}; it must be at least 0 and below 1/2`);
  }
  return { ...setting, flipRate };
}

/** @throws InvalidInput as `logisticProblem` does. */
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
