import {
  type Box,
  constant,
  enclose,
  fromFraction,
  type Interval,
  Intervals,
  type TaylorModel,
} from "../../formula/index.ts";
import { type ExactProblem, inSquares } from "../exact-problem.ts";
import { optimumBook } from "./book.ts";
import type { Group } from "./groups.ts";

/** A group's quantities that do not depend on λ, as constant models. */
export interface Mode {
  readonly s: TaylorModel;
  readonly oracleShrinkage: TaylorModel;
  readonly oracleLack: TaylorModel;
  /** w_j times the number of modes in the group: their terms are equal. */
  readonly weight: TaylorModel;
  /** True where the oracle's shrinkage is nearer to 1 than to 0, so that distances to 1 are the accurate ones. */
  readonly nearOne: boolean;
}

/** What the error of every student of a problem is computed from. */
export interface Modes {
  readonly modes: readonly Mode[];
  /** The least error of a shrinkage by functions of s. */
  readonly oracleError: Interval;
  readonly largestS: number;
  readonly smallestS: number;
}

const formulas = {
  oracleShrinkage: inSquares(optimumBook.expand("oracleShrinkage_j")),
  oracleLack: inSquares(optimumBook.expand("oracleLack_j")),
  weight: inSquares(optimumBook.expand("weight_j")),
};
const oracleError = inSquares(optimumBook.expand("oracleError"));

/** The modes of a problem that is given by groups, and by its noise and residual signal. */
export function modesOf(groups: readonly Group[], problem: ExactProblem): Modes {
  const box = boxOf(groups, problem);
  const values = box.perMode.s!.map(({ upper }) => upper);
  return {
    modes: groups.map(({ modes }, j) => {
      const of = (name: keyof typeof formulas): Interval => enclose(formulas[name], box, { j });
      const shrinkage = of("oracleShrinkage");
      return {
        s: constant(box.perMode.s![j]!),
        oracleShrinkage: constant(shrinkage),
        oracleLack: constant(of("oracleLack")),
        weight: constant(Intervals.multiply(Intervals.interval(modes), of("weight"))),
        nearOne: shrinkage.lower > 1 / 2,
      };
    }),
    oracleError: oracleErrorOf(
      groups.flatMap((group) => Array.from({ length: group.modes }, () => group)),
      problem,
    ),
    largestS: Math.max(...values),
    smallestS: Math.min(...values),
  };
}

/** The oracle's error, enclosed. */
export function oracleErrorOf(
  modes: readonly Omit<Group, "modes">[],
  problem: Pick<ExactProblem, "noiseVariance" | "residualSignal">,
): Interval {
  return enclose(oracleError, boxOf(modes, problem));
}

/** The problem in intervals, without a λ. */
export function boxOf(
  modes: readonly Omit<Group, "modes">[],
  { noiseVariance, residualSignal }: Pick<ExactProblem, "noiseVariance" | "residualSignal">,
): Box {
  return {
    modes: modes.length,
    scalars: { noiseVariance: fromFraction(noiseVariance), residualSignal: fromFraction(residualSignal) },
    perMode: {
      s: modes.map(({ s }) => fromFraction(s)),
      thetaSquared: modes.map(({ squaredSignal }) => fromFraction(squaredSignal)),
    },
  };
}
