import { type Fraction, Fractions } from "../../formula/index.ts";
import type { ExactProblem } from "../exact-problem.ts";

/** The modes with one s. A function of s shrinks them alike, so only their number and mean squared signal matter. */
export interface Group {
  readonly s: Fraction;
  /** Mean of θ_j² over the group. */
  readonly squaredSignal: Fraction;
  readonly modes: number;
}

/** The modes grouped by equal s, largest s first. */
export function groupsOf({ squaredSingularValues, squaredSignal }: ExactProblem): Group[] {
  const modes = squaredSingularValues.map((s, j) => ({ s, square: squaredSignal[j]! }));
  const sorted = modes.toSorted((one, other) => Fractions.compare(other.s, one.s));
  const runs: { s: Fraction; squares: Fraction[] }[] = [];
  for (const { s, square } of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && Fractions.equal(run.s, s)) run.squares.push(square);
    else runs.push({ s, squares: [square] });
  }
  return runs.map(({ s, squares }) => ({
    s,
    squaredSignal: Fractions.multiply(
      squares.reduce((sum, square) => Fractions.add(sum, square)),
      Fractions.fraction(1n, BigInt(squares.length)),
    ),
    modes: squares.length,
  }));
}
