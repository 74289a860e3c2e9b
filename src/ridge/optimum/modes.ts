import { type Box, constant, enclose, type Interval, Intervals, Reals, type TaylorModel } from "../../formula/index.ts";
import type { EnclosedProblem } from "../problem/enclosed-problem.ts";
import { inSquares } from "../problem/exact-problem.ts";
import { optimumBook } from "./book.ts";
import { formulaFor } from "./counted.ts";
import { pointOf } from "./known-point.ts";

/** A group's quantities that do not depend on λ, as constant models. */
export interface Mode {
  readonly s: TaylorModel;
  readonly oracleShrinkage: TaylorModel;
  readonly oracleShortfall: TaylorModel;
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
  oracleShortfall: inSquares(optimumBook.expand("oracleShortfall_j")),
  weight: inSquares(optimumBook.expand("weight_j")),
};
const oracleError = formulaFor("oracleError");

/** The modes of a problem, one for each group. */
export function modesOf(problem: EnclosedProblem): Modes {
  const { groups } = problem;
  const box = boxOf(problem);
  const values = box.perMode["s"]!.map(({ upper }) => upper);
  return {
    modes: groups.map(({ modes }, j) => {
      const of = (name: keyof typeof formulas): Interval => enclose(formulas[name], box, { j });
      const shrinkage = of("oracleShrinkage");
      return {
        s: constant(box.perMode["s"]![j]!),
        oracleShrinkage: constant(shrinkage),
        oracleShortfall: constant(of("oracleShortfall")),
        weight: constant(Intervals.multiply(Intervals.interval(modes), of("weight"))),
        nearOne: shrinkage.lower > 1 / 2,
      };
    }),
    oracleError: enclose(oracleError(groups), box),
    largestS: Math.max(...values),
    smallestS: Math.min(...values),
  };
}

/** The problem in intervals, without a λ. */
export function boxOf(problem: EnclosedProblem): Box {
  const { modes, scalars, perMode } = pointOf(problem);
  return {
    modes,
    scalars: Object.fromEntries(Object.entries(scalars).map(([name, value]) => [name, Reals.inInterval(value)])),
    perMode: Object.fromEntries(
      Object.entries(perMode).map(([name, values]) => [name, values.map((value) => Reals.inInterval(value))]),
    ),
  };
}
