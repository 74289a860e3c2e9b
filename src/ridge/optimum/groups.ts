import { type Fraction, Fractions, type Real, Reals } from "../../formula/index.ts";
import type { EnclosedProblem, Group } from "../problem/enclosed-problem.ts";
import type { ExactProblem } from "../problem/exact-problem.ts";

/** What functions of s see of a problem: the modes grouped by equal s, largest s first. */
export function groupedProblem(problem: ExactProblem): EnclosedProblem {
  return {
    groups: groupsOf(problem),
    noiseVariance: problem.noiseVariance,
    residualSignal: Reals.real(problem.residualSignal),
  };
}

function groupsOf({ squaredSingularValues, squaredSignal }: ExactProblem): Group[] {
  const modes = squaredSingularValues.map((s, j) => ({ s, square: squaredSignal[j]! }));
  const sorted = modes.toSorted((one, other) => Fractions.compare(other.s, one.s));
  const runs: { s: Fraction; squares: Fraction[] }[] = [];
  for (const { s, square } of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && Fractions.equal(run.s, s)) run.squares.push(square);
    else runs.push({ s, squares: [square] });
  }
  return runs.map(({ s, squares }) => ({
    s: Reals.real(s),
    squaredSignal: Reals.real(
      Fractions.multiply(
        squares.reduce((sum, square) => Fractions.add(sum, square)),
        Fractions.fraction(1n, BigInt(squares.length)),
      ),
    ),
    modes: squares.length,
  }));
}

/** The values of the symbols of a problem, as they are known. */
export interface KnownPoint {
  readonly modes: number;
  readonly scalars: Readonly<Record<"noiseVariance" | "residualSignal", Real>>;
  readonly perMode: Readonly<Record<"s" | "thetaSquared" | "count", readonly Real[]>>;
}

export function pointOf({ groups, noiseVariance, residualSignal }: EnclosedProblem): KnownPoint {
  return {
    modes: groups.length,
    scalars: { noiseVariance: Reals.real(noiseVariance), residualSignal },
    perMode: {
      s: groups.map(({ s }) => s),
      thetaSquared: groups.map(({ squaredSignal }) => squaredSignal),
      count: groups.map(({ modes }) => Reals.real(Fractions.fraction(BigInt(modes)))),
    },
  };
}
