import { dirname } from "node:path";
import type { Matrix } from "ml-matrix";
import { z } from "zod";
import {
  type CsvReading,
  InvalidInput,
  nameOf,
  parseExactJson,
  readText,
  shown,
  WrittenNumber,
} from "../../data/index.ts";
import { readDesign } from "./design-file.ts";
import { type ExactDesign, exactDesign, nearbyProblem, roundedDesign, type WrittenDesign } from "./exact-design.ts";
import { roundedNumber } from "./exact-number.ts";
import { type ExactProblem, roundedProblem } from "./exact-problem.ts";
import { type RidgeProblem, ridgeProblem } from "./problem.ts";
import { problemFromDesign } from "./spectrum.ts";
import { problemFromSpectrum, problemFromSquares } from "./squares.ts";

// A number reaches what reads it as it is written, whether it stands there as a number or as text.
const number = z.union([z.instanceof(WrittenNumber).transform(({ text }) => text), z.string()], {
  error: ({ input }) => (input === undefined ? undefined : '@ is no number and no fraction such as "7/13"'),
});

export const spectrumSchema = z.strictObject({
  singularValues: z.array(number),
  signal: z.array(number),
  noiseVariance: number,
  residualSignal: number.optional(),
});

export const squaresSchema = z.strictObject({
  squaredSingularValues: z.array(number),
  squaredSignal: z.array(number),
  noiseVariance: number,
  residualSignal: number.optional(),
});

export const designSchema = z.strictObject({
  design: z.union([z.string(), z.array(z.array(number))], {
    error: ({ input }) =>
      input === undefined ? undefined : `@ is ${shown(input)}; expected rows of numbers or the name of a CSV file`,
  }),
  parameter: z.array(number),
  noiseVariance: number,
});

/** How a problem file is read. */
export interface ProblemReading {
  /** Whether it may name a file outside its own folder (default: no). */
  readonly allowOutside?: boolean | undefined;
  /** Whether the first line of a CSV file is a header (default "auto": told from the file, and refused where it cannot be told). */
  readonly header?: CsvReading["header"];
  /** Files that will be written: a design among them is refused. */
  readonly outputs?: readonly string[] | undefined;
}

/**
 * Reads a problem from a JSON file, or from standard input for `-`: a spectrum `{singularValues, signal, noiseVariance,
 * residualSignal?}`; its squares `{squaredSingularValues, squaredSignal, noiseVariance, residualSignal?}`; or `{design,
 * parameter, noiseVariance}` where the design is rows of numbers or the name of a file with them (.csv, .csv.gz, .npy, or .npz
 * as `file.npz:name`), relative to the problem file and in its folder. A number may be written as text as well: `"0.1"`, or a fraction such as `"7/13"`. Each number becomes the
 * nearest floating-point number.
 *
 * @param path of the file, or `-`.
 * @throws InvalidInput in one sentence that names the file and the place in it, where a number is beyond the range of
 * floating-point numbers among others.
 */
export function readRidgeProblem(path: string, reading: ProblemReading = {}): RidgeProblem {
  return readProblemWithDesign(path, reading).problem;
}

/**
 * Reads a problem as `readRidgeProblem` does, without rounding what is given: 0.1 is 1/10. Of a design, the problem is that
 * of its rounded singular value decomposition.
 *
 * @param path of the file, or `-`.
 * @throws InvalidInput as `readRidgeProblem` does.
 */
export function readExactProblem(path: string, reading: ProblemReading = {}): ExactProblem {
  return readAs(path, reading, {
    spectrum: problemFromSpectrum,
    squares: problemFromSquares,
    design: (written) => nearbyProblem(roundedDesign(written)),
  });
}

/** A problem in rational numbers, and what was rounded on the way to it. */
export interface ProblemWithOrigin {
  readonly problem: ExactProblem;
  /** How the problem differs from the one that was given, in words; absent where it is that one. */
  readonly approximation?: string;
}

/** Reads a problem as `readExactProblem` does, and says where it is not the one that was given. @throws as that does. */
export function readProblemWithOrigin(path: string, reading: ProblemReading = {}): ProblemWithOrigin {
  return readAs<ProblemWithOrigin>(path, reading, {
    spectrum: (written) => ({ problem: problemFromSpectrum(written) }),
    squares: (written) => ({ problem: problemFromSquares(written) }),
    design: (written) => ({ problem: nearbyProblem(roundedDesign(written)), approximation: NEARBY }),
  });
}

const NEARBY =
  "computed at the singular values and signal of the design in floating point, which are off by some units in the last place of the largest (an estimate, not a bound)";

/**
 * What a problem file gives, each number exactly as it is written: a problem, or a design of which the problem is yet to be
 * found.
 *
 * @param path of the file, or `-`.
 * @throws InvalidInput as `readRidgeProblem` does.
 */
export function readGivenProblem(path: string, reading: ProblemReading = {}): ExactProblem | ExactDesign {
  return readAs<ExactProblem | ExactDesign>(path, reading, {
    spectrum: problemFromSpectrum,
    squares: problemFromSquares,
    design: exactDesign,
  });
}

/** A problem, and the design and parameter that it was made of where the file has them. */
export interface ProblemWithDesign {
  /** In spectral coordinates. */
  readonly problem: RidgeProblem;
  /** X (n × d) and θ* (length d); absent where the file gives a spectrum. */
  readonly design?: { readonly design: Matrix; readonly parameter: readonly number[] };
  /** How the spectral problem differs from the one that was given, in words; absent where it is that one, rounded. */
  readonly approximation?: string;
}

/**
 * Reads a problem as `readRidgeProblem` does, with its design.
 *
 * @param path of the file, or `-`.
 * @throws InvalidInput as `readRidgeProblem` does.
 */
export function readProblemWithDesign(path: string, reading: ProblemReading = {}): ProblemWithDesign {
  return readAs<ProblemWithDesign>(path, reading, {
    spectrum: (written) => ({ problem: roundedSpectrum(written) }),
    squares: (written) => ({ problem: roundedProblem(problemFromSquares(written)) }),
    design: (written) => {
      const { design, parameter, noiseVariance } = roundedDesign(written);
      const problem = problemFromDesign(design, parameter, noiseVariance);
      return { problem, design: { design, parameter }, approximation: NEARBY };
    },
  });
}

/** What to make of each kind of problem. */
interface Makers<T> {
  readonly spectrum: (written: z.infer<typeof spectrumSchema>) => T;
  readonly squares: (written: z.infer<typeof squaresSchema>) => T;
  readonly design: (written: WrittenDesign) => T;
}

function readAs<T>(path: string, { allowOutside = false, header, outputs = [] }: ProblemReading, make: Makers<T>): T {
  const text = readText(path);
  const where = nameOf(path);
  const given = parseExactJson(text, where, z.record(z.string(), z.unknown()));
  try {
    if ("squaredSingularValues" in given) return make.squares(parseExactJson(text, where, squaresSchema));
    if (!("design" in given)) return make.spectrum(parseExactJson(text, where, spectrumSchema));
    const { design, parameter, noiseVariance } = parseExactJson(text, where, designSchema);
    const folder = path === "-" ? "." : dirname(path);
    const table =
      typeof design === "string"
        ? readDesign(design, { folder, allowOutside, header, outputs })
        : { rows: design, placeOf: (row: number, column: number) => `design[${row}][${column}]` };
    return make.design({ ...table, parameter, noiseVariance });
  } catch (error) {
    if (!(error instanceof InvalidInput) || error.message.startsWith(where)) throw error;
    throw new InvalidInput(`${where}: ${error.message}`);
  }
}

function roundedSpectrum({
  singularValues,
  signal,
  noiseVariance,
  residualSignal = "0",
}: z.infer<typeof spectrumSchema>): RidgeProblem {
  return ridgeProblem({
    singularValues: singularValues.map((value, j) => roundedNumber(value, `singularValues[${j}]`)),
    signal: signal.map((value, j) => roundedNumber(value, `signal[${j}]`)),
    noiseVariance: roundedNumber(noiseVariance, "noiseVariance"),
    residualSignal: roundedNumber(residualSignal, "residualSignal"),
  });
}
