import { InvalidInput, plain, quoted } from "../data/portable.ts";
import { type Fraction, Fractions } from "../formula/index.ts";
import type { ExactProblem } from "./exact-problem.ts";
import { requireNonnegative } from "./problem.ts";

/** The squares of a problem, in numbers or fractions such as "7/13". */
export interface Squares {
  /** s_j > 0, one per mode. */
  readonly squaredSingularValues: readonly (number | string)[];
  /** θ_j² ≥ 0, one per mode. */
  readonly squaredSignal: readonly (number | string)[];
  /** γ² ≥ 0. */
  readonly noiseVariance: number | string;
  /** θ_⊥² ≥ 0; 0 where left out. */
  readonly residualSignal?: number | string | undefined;
}

/**
 * Checks the squares of a problem, without rounding them.
 *
 * @throws InvalidInput in one sentence, where a value is impossible or no fraction.
 */
export function problemFromSquares(given: Squares): ExactProblem {
  const { squaredSingularValues, squaredSignal, noiseVariance, residualSignal = 0 } = given;
  if (squaredSignal.length !== squaredSingularValues.length) {
    const [signals, values] = [squaredSignal.length, squaredSingularValues.length];
    throw new InvalidInput(
      `squaredSignal has length ${signals} and squaredSingularValues ${values}; both need one entry per mode`,
    );
  }
  if (squaredSingularValues.length === 0) {
    throw new InvalidInput("squaredSingularValues is empty; at least one mode is needed");
  }
  return {
    squaredSingularValues: squaredSingularValues.map((value, j) => {
      const where = `squaredSingularValues[${j}]`;
      const square = nonnegativeRational(value, where);
      if (Fractions.sign(square) === 0) throw new InvalidInput(`${where} is 0; singular values are positive`);
      return square;
    }),
    squaredSignal: squaredSignal.map((value, j) => nonnegativeRational(value, `squaredSignal[${j}]`)),
    noiseVariance: nonnegativeRational(noiseVariance, "noiseVariance"),
    residualSignal: nonnegativeRational(residualSignal, "residualSignal"),
  };
}

function nonnegativeRational(given: number | string, where: string): Fraction {
  if (typeof given === "number") requireNonnegative(given, where);
  else if (given.length > LONGEST_FRACTION) {
    throw new InvalidInput(`${where} has ${given.length} characters; fractions have at most ${LONGEST_FRACTION}`);
  }
  const value = typeof given === "number" ? Fractions.fromNumber(given) : Fractions.parse(given);
  if (value === null) throw new InvalidInput(`${where} is ${quoted(String(given))}; write a fraction as "7/13"`);
  if (Fractions.sign(value) < 0) throw new InvalidInput(`${where} is ${plain(String(given))}; it must not be negative`);
  return value;
}

// Putting a fraction in lowest terms takes a time that grows with the square of its length.
const LONGEST_FRACTION = 2000;
