import { dirname } from "node:path";
import { Matrix } from "ml-matrix";
import { z } from "zod";
import { InvalidInput, nameOf, parseCsv, parseJson, pathFrom, plain, quoted, readText } from "../data/index.ts";
import { type Fraction, Fractions } from "../formula/index.ts";
import { type ExactProblem, exactProblem, roundedProblem } from "./exact-problem.ts";
import { requireNonnegative, type RidgeProblem, ridgeProblem } from "./problem.ts";
import { problemFromDesign } from "./spectrum.ts";

const numbers = z.array(z.number());

const spectrumSchema = z.strictObject({
  singularValues: numbers,
  signal: numbers,
  noiseVariance: z.number(),
  residualSignal: z.number().optional(),
});

const rational = z.union([z.number(), z.string()], { error: '@ is no number and no fraction such as "7/13"' });

const squaresSchema = z.strictObject({
  squaredSingularValues: z.array(rational),
  squaredSignal: z.array(rational),
  noiseVariance: rational,
  residualSignal: rational.optional(),
});

const designSchema = z.strictObject({
  design: z.union([z.string(), z.array(numbers)]),
  parameter: numbers,
  noiseVariance: z.number(),
});

/** How a problem file is read. */
export interface ProblemReading {
  /** Whether it may name a CSV file outside its own folder (default: no). */
  readonly allowOutside?: boolean | undefined;
}

/**
 * Reads a problem from a JSON file, or from standard input for `-`: a spectrum `{singularValues, signal, noiseVariance,
 * residualSignal?}`; its squares `{squaredSingularValues, squaredSignal, noiseVariance, residualSignal?}`, where fractions
 * may be written as "7/13"; or `{design, parameter, noiseVariance}` where the design is rows of numbers or a CSV file's
 * name, relative to the problem file and in its folder.
 *
 * @throws InvalidInput in one sentence that names the file and the place in it.
 */
export function readRidgeProblem(path: string, reading: ProblemReading = {}): RidgeProblem {
  return readProblem(path, reading).rounded;
}

/** Reads a problem as `readRidgeProblem` does, without rounding what is given. @throws InvalidInput */
export function readExactProblem(path: string, reading: ProblemReading = {}): ExactProblem {
  const { exact, rounded } = readProblem(path, reading);
  return exact ?? exactProblem(rounded);
}

function readProblem(
  path: string,
  { allowOutside = false }: ProblemReading,
): { readonly rounded: RidgeProblem; readonly exact?: ExactProblem } {
  const text = readText(path);
  const where = nameOf(path);
  const given = parseJson(text, where, z.record(z.string(), z.unknown()));
  try {
    if ("squaredSingularValues" in given) {
      const exact = fromSquares(parseJson(text, where, squaresSchema));
      return { exact, rounded: roundedProblem(exact) };
    }
    if (!("design" in given)) return { rounded: ridgeProblem(parseJson(text, where, spectrumSchema)) };
    const { design, parameter, noiseVariance } = parseJson(text, where, designSchema);
    const folder = path === "-" ? "." : dirname(path);
    const matrix =
      typeof design === "string" ? matrixIn(pathFrom(folder, design, allowOutside), design) : matrixOf(design);
    return { rounded: problemFromDesign(matrix, parameter, noiseVariance) };
  } catch (error) {
    if (!(error instanceof InvalidInput) || error.message.startsWith(where)) throw error;
    throw new InvalidInput(`${where}: ${error.message}`);
  }
}

function fromSquares(given: z.infer<typeof squaresSchema>): ExactProblem {
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

// `name` is the path as it was written.
function matrixIn(path: string, name: string): Matrix {
  return new Matrix(parseCsv(readText(path), nameOf(name)).rows.map((row) => [...row]));
}

function matrixOf(design: readonly (readonly number[])[]): Matrix {
  const [first] = design;
  if (first === undefined || first.length === 0) {
    throw new InvalidInput("design is empty; at least one row and one column are needed");
  }
  const ragged = design.findIndex((row) => row.length !== first.length);
  if (ragged > 0) {
    throw new InvalidInput(
      `design[${ragged}] has length ${design[ragged]!.length} and design[0] ${first.length}; rows must be equally long`,
    );
  }
  return new Matrix(design.map((row) => [...row]));
}
