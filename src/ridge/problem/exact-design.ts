import { Matrix } from "ml-matrix";
import { InvalidInput } from "../../data/portable.ts";
import type { Fraction } from "../../formula/index.ts";
import { exactNumber, nonnegativeNumber, roundedNumber } from "./exact-number.ts";
import { type ExactProblem, exactProblem } from "./exact-problem.ts";
import { problemFromDesign } from "./spectrum.ts";

/** A design and what is known of its labels, in rational numbers: exactly what was given. */
export interface ExactDesign {
  /** X, n × d, samples in rows. */
  readonly design: readonly (readonly Fraction[])[];
  /** θ*, length d. */
  readonly parameter: readonly Fraction[];
  /** γ² ≥ 0. */
  readonly noiseVariance: Fraction;
}

/** A design as it is written: each number as its text, or as the floating-point number that a file holds. */
export interface WrittenDesign {
  /** X, n × d, samples in rows, at least one of each. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** What to call the number in a row and column, both from 0, in a message. */
  readonly placeOf: (row: number, column: number) => string;
  readonly parameter: readonly string[];
  readonly noiseVariance: string;
}

/** The design without any rounding. @throws InvalidInput where a number is none, or lengths do not match. */
export function exactDesign(written: WrittenDesign): ExactDesign {
  requireShape(written);
  const { rows, placeOf, parameter, noiseVariance } = written;
  return {
    design: rows.map((row, i) => row.map((value, j) => exactNumber(value, placeOf(i, j)))),
    parameter: parameter.map((value, i) => exactNumber(value, `parameter[${i}]`)),
    noiseVariance: nonnegativeNumber(noiseVariance, "noiseVariance"),
  };
}

/**
 * The design that floating-point numbers stand for, exactly: what a .npy file holds, say.
 *
 * @param design X, n × d, samples in rows.
 * @param parameter θ*, length d.
 * @param noiseVariance γ² ≥ 0.
 * @throws InvalidInput where a number is not finite, or lengths do not match.
 */
export function designOfNumbers(design: Matrix, parameter: readonly number[], noiseVariance: number): ExactDesign {
  const rows = design.to2DArray();
  requireShape({ rows, parameter });
  return {
    design: rows.map((row, i) => row.map((value, j) => exactNumber(value, `design[${i}][${j}]`))),
    parameter: parameter.map((value, i) => exactNumber(value, `parameter[${i}]`)),
    noiseVariance: nonnegativeNumber(noiseVariance, "noiseVariance"),
  };
}

/** The same, each number the nearest floating-point number. */
export interface RoundedDesign {
  readonly design: Matrix;
  readonly parameter: readonly number[];
  readonly noiseVariance: number;
}

/** The design in floating-point numbers. @throws InvalidInput as `exactDesign` does, and beyond their range. */
export function roundedDesign(written: WrittenDesign): RoundedDesign {
  requireShape(written);
  const { rows, placeOf, parameter, noiseVariance } = written;
  return {
    design: new Matrix(rows.map((row, i) => row.map((value, j) => roundedNumber(value, placeOf(i, j))))),
    parameter: parameter.map((value, i) => roundedNumber(value, `parameter[${i}]`)),
    noiseVariance: roundedNumber(noiseVariance, "noiseVariance"),
  };
}

/** The spectral problem of a design by its rounded singular value decomposition: near that of the design, not equal. */
export function nearbyProblem({ design, parameter, noiseVariance }: RoundedDesign): ExactProblem {
  return exactProblem(problemFromDesign(design, parameter, noiseVariance));
}

function requireShape({
  rows,
  parameter,
}: {
  readonly rows: readonly (readonly unknown[])[];
  readonly parameter: readonly unknown[];
}): void {
  const [first] = rows;
  if (first === undefined || first.length === 0) {
    throw new InvalidInput("design is empty; at least one row and one column are needed");
  }
  const ragged = rows.findIndex((row) => row.length !== first.length);
  if (ragged > 0) {
    throw new InvalidInput(
      `design[${ragged}] has length ${rows[ragged]!.length} and design[0] ${first.length}; rows must be equally long`,
    );
  }
  if (parameter.length !== first.length) {
    throw new InvalidInput(
      `parameter has length ${parameter.length} and design has ${first.length} columns; they must be equal`,
    );
  }
}
