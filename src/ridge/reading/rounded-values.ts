import { InvalidInput } from "../../data/portable.ts";
import { type Ball, type BallArithmetic, type Nearest, nearestNumbers } from "../../formula/index.ts";

/**
 * The floating-point numbers nearest to values of formulas, by name.
 *
 * @param compute the values in a given arithmetic.
 * @throws InvalidInput where a value is beyond the range of floating-point numbers: too large, or so small that they have not all
 * their digits for it.
 */
export function roundedValues<Name extends string>(
  compute: (arithmetic: BallArithmetic) => Readonly<Record<Name, Ball>>,
): Record<Name, number> {
  let names: readonly Name[] = [];
  const found = toldFromZero(() =>
    nearestNumbers((arithmetic) => {
      const values = compute(arithmetic);
      names = Object.keys(values) as Name[];
      return Object.values<Ball>(values);
    }),
  );
  return Object.fromEntries(found.map((each, i) => [names[i], inRange(each, names[i]!)])) as Record<Name, number>;
}

/** The number where it is in the range of floating-point numbers. @throws InvalidInput with `name` where it is not. */
export function inRange({ value, tiny }: Nearest, name: string): number {
  if (Number.isFinite(value) && !tiny) return value;
  const what = `${name} cannot be computed within the range of floating-point numbers`;
  throw new InvalidInput(`${what} for this problem, λ and ξ: it is too ${tiny ? "small" : "large"}`);
}

/** @throws InvalidInput where `nearestNumbers` needs more digits than it has. */
export function toldFromZero<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InvalidInput(`a result cannot be computed for this problem, λ and ξ: ${error.message}`);
  }
}
