import { type Fraction, Fractions, Reals } from "../../formula/index.ts";
import type { EnclosedProblem } from "./enclosed-problem.ts";
import type { ExactProblem } from "./exact-problem.ts";

/*
 * Modes with equal s. A student's shrinkage is a function of s, so it cannot tell them apart: its error is as if the θ_j² of
 * each were their mean.
 */

/** The positions of equal values, in ascending order: a list for each value, in the order in which values first occur. */
export function positionsOfEqual(values: readonly (number | string)[]): number[][] {
  const positions = new Map<number | string, number[]>();
  values.forEach((value, j) => {
    const known = positions.get(value);
    if (known === undefined) positions.set(value, [j]);
    else known.push(j);
  });
  return [...positions.values()];
}

/** The modes that have one s. */
export interface ModesOfOneS {
  readonly s: Fraction;
  /** The mean of their θ_j². */
  readonly squaredSignal: Fraction;
  /** Their positions in the problem, in ascending order. */
  readonly positions: readonly number[];
}

/** The modes of each s, in the order in which the s first occur. */
export function modesByS({ squaredSingularValues: s, squaredSignal }: ExactProblem): ModesOfOneS[] {
  return positionsOfEqual(s.map(Fractions.show)).map((positions) => ({
    s: s[positions[0]!]!,
    squaredSignal: meanOf(positions.map((j) => squaredSignal[j]!)),
    positions,
  }));
}

/** What functions of s see of a problem: the modes grouped by equal s, largest s first. */
export function groupedProblem(problem: ExactProblem): EnclosedProblem {
  return {
    groups: modesByS(problem)
      .toSorted((one, other) => Fractions.compare(other.s, one.s))
      .map(({ s, squaredSignal, positions }) => ({
        s: Reals.real(s),
        squaredSignal: Reals.real(squaredSignal),
        modes: positions.length,
      })),
    noiseVariance: problem.noiseVariance,
    residualSignal: Reals.real(problem.residualSignal),
  };
}

/**
 * The same problem with every θ_j² replaced by the mean over equal s_j, and without the modes that have neither signal nor
 * noise, in which every shrinkage is as good. A function of s has the same error in both.
 */
export function levelled(problem: ExactProblem): ExactProblem {
  const means = [...problem.squaredSignal];
  for (const { squaredSignal, positions } of modesByS(problem)) for (const j of positions) means[j] = squaredSignal;
  const noisy = Fractions.sign(problem.noiseVariance) > 0;
  const kept = means.map((_, j) => j).filter((j) => noisy || Fractions.sign(means[j]!) > 0);
  return {
    ...problem,
    squaredSingularValues: kept.map((j) => problem.squaredSingularValues[j]!),
    squaredSignal: kept.map((j) => means[j]!),
  };
}

/** One mode of each s, the first that has it. */
export function distinctModes(problem: ExactProblem): ExactProblem {
  const firsts = modesByS(problem).map(({ positions }) => positions[0]!);
  return {
    ...problem,
    squaredSingularValues: firsts.map((j) => problem.squaredSingularValues[j]!),
    squaredSignal: firsts.map((j) => problem.squaredSignal[j]!),
  };
}

function meanOf(values: readonly Fraction[]): Fraction {
  return Fractions.multiply(values.reduce(Fractions.add), Fractions.fraction(1n, BigInt(values.length)));
}
