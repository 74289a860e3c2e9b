import { dirname } from "node:path";
import { Matrix } from "ml-matrix";
import { z } from "zod";
import { InvalidInput, nameOf, parseCsv, parseJson, pathFrom, readText } from "../data/index.ts";
import { type ExactProblem, exactProblem, roundedProblem } from "./exact-problem.ts";
import { type RidgeProblem, ridgeProblem } from "./problem.ts";
import { problemFromDesign } from "./spectrum.ts";
import { problemFromSquares } from "./squares.ts";

const numbers = z.array(z.number());

export const spectrumSchema = z.strictObject({
  singularValues: numbers,
  signal: numbers,
  noiseVariance: z.number(),
  residualSignal: z.number().optional(),
});

const rational = z.union([z.number(), z.string()], { error: '@ is no number and no fraction such as "7/13"' });

export const squaresSchema = z.strictObject({
  squaredSingularValues: z.array(rational),
  squaredSignal: z.array(rational),
  noiseVariance: rational,
  residualSignal: rational.optional(),
});

export const designSchema = z.strictObject({
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
 * @param path of the file, or `-`.
 * @throws InvalidInput in one sentence that names the file and the place in it.
 */
export function readRidgeProblem(path: string, reading: ProblemReading = {}): RidgeProblem {
  return readProblem(path, reading).rounded;
}

/**
 * Reads a problem as `readRidgeProblem` does, without rounding what is given.
 *
 * @param path of the file, or `-`.
 * @throws InvalidInput as `readRidgeProblem` does.
 */
export function readExactProblem(path: string, reading: ProblemReading = {}): ExactProblem {
  const { exact, rounded } = readProblem(path, reading);
  return exact ?? exactProblem(rounded);
}

/** A problem, and the design and parameter that it was made of where the file has them. */
export interface ProblemWithDesign {
  /** In spectral coordinates. */
  readonly problem: RidgeProblem;
  /** X (n × d) and θ* (length d); absent where the file gives a spectrum. */
  readonly design?: { readonly design: Matrix; readonly parameter: readonly number[] };
}

/**
 * Reads a problem as `readRidgeProblem` does, with its design.
 *
 * @param path of the file, or `-`.
 * @throws InvalidInput as `readRidgeProblem` does.
 */
export function readProblemWithDesign(path: string, reading: ProblemReading = {}): ProblemWithDesign {
  const { rounded, given } = readProblem(path, reading);
  return { problem: rounded, ...(given && { design: given }) };
}

interface Read {
  readonly rounded: RidgeProblem;
  readonly exact?: ExactProblem;
  readonly given?: ProblemWithDesign["design"];
}

function readProblem(path: string, { allowOutside = false }: ProblemReading): Read {
  const text = readText(path);
  const where = nameOf(path);
  const given = parseJson(text, where, z.record(z.string(), z.unknown()));
  try {
    if ("squaredSingularValues" in given) {
      const exact = problemFromSquares(parseJson(text, where, squaresSchema));
      return { exact, rounded: roundedProblem(exact) };
    }
    if (!("design" in given)) return { rounded: ridgeProblem(parseJson(text, where, spectrumSchema)) };
    const { design, parameter, noiseVariance } = parseJson(text, where, designSchema);
    const folder = path === "-" ? "." : dirname(path);
    const matrix =
      typeof design === "string" ? matrixIn(pathFrom(folder, design, allowOutside), design) : matrixOf(design);
    const rounded = problemFromDesign(matrix, parameter, noiseVariance);
    return { rounded, given: { design: matrix, parameter } };
  } catch (error) {
    if (!(error instanceof InvalidInput) || error.message.startsWith(where)) throw error;
    throw new InvalidInput(`${where}: ${error.message}`);
  }
}

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
