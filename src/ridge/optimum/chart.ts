import type { Expression } from "../../formula/index.ts";
import { optimumBook } from "./book.ts";

/**
 * A way to write the students of every λ in a range by a coordinate u and a κ: shrinkage α − κd, all finite there.
 * `low`: u = λ ≥ 0 and κ = λξ; `middle`: u = λ > 0 and κ = ξ; `high`: u = 1/λ ≥ 0 and κ = ξ/λ.
 */
export interface Chart {
  readonly name: "low" | "middle" | "high";
  /** The symbol that is the coordinate. */
  readonly coordinate: "lambda" | "y";
  readonly alpha: Expression;
  readonly beta: Expression;
  /** d, where α and β are symbols of their own. */
  readonly d: Expression;
  readonly missSlope: Expression;
}

const expand = (text: string): Expression => optimumBook.expand(text);
const givenTeacher = optimumBook.opaque("a", "b", "highB");

export const low: Chart = {
  name: "low",
  coordinate: "lambda",
  alpha: expand("a_j"),
  beta: expand("b_j"),
  d: givenTeacher.expand("lowDirection_j"),
  missSlope: expand("missSlopeLow_j"),
};

export const middle: Chart = {
  name: "middle",
  coordinate: "lambda",
  alpha: expand("a_j"),
  beta: expand("b_j"),
  d: givenTeacher.expand("t_j"),
  missSlope: expand("missSlopeByLambda_j"),
};

export const high: Chart = {
  name: "high",
  coordinate: "y",
  alpha: expand("highA_j"),
  beta: expand("highB_j"),
  d: givenTeacher.expand("highDirection_j"),
  missSlope: expand("missSlopeHigh_j"),
};

/** λ at a coordinate; Infinity at the end of the high chart. */
export function lambdaAt({ name }: Chart, u: number): number {
  return name === "high" ? 1 / u : u;
}

/** ξ at a coordinate, for a κ; not finite at the ends of the line. */
export function xiAt({ name }: Chart, u: number, kappa: number): number {
  return name === "middle" ? kappa : kappa / u;
}
