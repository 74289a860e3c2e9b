import { InvalidInput } from "../../data/portable.ts";

/** A ridge problem in spectral coordinates, all that the expected error depends on: mode j is the j-th singular direction of X. */
export interface RidgeProblem {
  /** σ_j > 0, one per mode; s_j = σ_j². */
  readonly singularValues: readonly number[];
  /** θ_j, the true parameter's coordinate along each mode. */
  readonly signal: readonly number[];
  /** γ² ≥ 0, the variance of the noise in each label. */
  readonly noiseVariance: number;
  /** θ_⊥² ≥ 0, the squared norm of the true parameter outside the row space of X. */
  readonly residualSignal: number;
}

/**
 * Checks a problem and fills in what may be left out: a `residualSignal` of 0.
 *
 * @throws InvalidInput in one sentence, where a value is impossible or its square cannot be represented.
 */
export function ridgeProblem(given: {
  readonly singularValues: readonly number[];
  readonly signal: readonly number[];
  readonly noiseVariance: number;
  readonly residualSignal?: number | undefined;
}): RidgeProblem {
  const { singularValues, signal, noiseVariance, residualSignal = 0 } = given;
  if (singularValues.length === 0) throw new InvalidInput("singularValues is empty; at least one mode is needed");
  if (signal.length !== singularValues.length) {
    throw new InvalidInput(
      `signal has ${count(signal.length)} and singularValues ${count(singularValues.length)}; both need one entry per mode`,
    );
  }
  singularValues.forEach((value, j) => {
    const where = `singularValues[${j}]`;
    requireFinite(value, where);
    if (value <= 0) {
      const hint = value === 0 ? " (leave such a mode out and add its squared signal to residualSignal)" : "";
      throw new InvalidInput(`${where} is ${value}; singular values are positive${hint}`);
    }
    requireSquarable(value, where);
  });
  signal.forEach((value, j) => {
    requireFinite(value, `signal[${j}]`);
    requireSquarable(value, `signal[${j}]`);
  });
  requireNonnegative(noiseVariance, "noiseVariance");
  requireNonnegative(residualSignal, "residualSignal");
  return { singularValues: [...singularValues], signal: [...signal], noiseVariance, residualSignal };
}

/** @throws InvalidInput unless λ is positive and finite. */
export function requireLambda(lambda: number): void {
  requireFinite(lambda, "lambda");
  if (lambda <= 0) throw new InvalidInput(`lambda is ${lambda}; the regularization must be positive`);
}

/** @throws InvalidInput unless ξ is finite. */
export function requireXi(xi: number): void {
  requireFinite(xi, "xi");
  requireSquarable(xi, "xi");
}

export function requireFinite(value: number, where: string): void {
  if (!Number.isFinite(value)) throw new InvalidInput(`${where} is ${value}; it must be a finite number`);
}

export function requireNonnegative(value: number, where: string): void {
  requireFinite(value, where);
  if (value < 0) throw new InvalidInput(`${where} is ${value}; it must not be negative`);
}

/** Squares must neither overflow nor lose digits below the smallest normal number. */
export function requireSquarable(value: number, where: string): void {
  const square = value * value;
  if (square === Infinity) throw new InvalidInput(`${where} is ${value}, too large to square`);
  if (value !== 0 && square < 2 ** -1022) throw new InvalidInput(`${where} is ${value}, too small to square`);
}

function count(length: number): string {
  return length === 1 ? "1 entry" : `${length} entries`;
}
