import { InvalidInput } from "../../src/data/portable.ts";
import { Fractions } from "../../src/formula/index.ts";
import {
  designOfNumbers,
  type ExactDesign,
  type ExactProblem,
  type Experiment,
  problemFromDesign,
  problemFromSquares,
  type RidgeProblem,
  roundedProblem,
  spectralExperiment,
  type Squares,
} from "../../src/ridge/portable.ts";
import { LARGEST_S, LARGEST_SIGNAL, LEAST_S, type State } from "../state/state.ts";
import { PRESETS, type Shipped } from "./presets.ts";

/** The parts of a state that a ridge problem is made of. */
export type ProblemParts = Pick<State, "problem" | "s" | "theta2" | "outside" | "noise">;

export function partsOf({ problem, s, theta2, outside, noise }: State): ProblemParts {
  return { problem, s, theta2, outside, noise };
}

/** A ridge problem and student, with nothing left to be suggested. */
export interface Setting {
  /** The same for equal problems, whatever their noise. */
  readonly key: string;
  readonly problem: RidgeProblem;
  /** What is proved is about this: rational numbers, or the design itself. */
  readonly exact: ExactProblem | ExactDesign;
  /** The problem's squares as the page shows them. */
  readonly shown: { readonly s: readonly string[]; readonly theta2: readonly string[]; readonly outside: number };
  readonly suggested: { readonly noise: number; readonly lambda: number; readonly xi: number };
}

/** What of a setting does not depend on the noise: kept, as sliders move the noise. */
interface Base extends Pick<Setting, "key" | "suggested" | "shown"> {
  readonly at: (noise: number) => Pick<Setting, "problem" | "exact">;
  readonly experiment: () => Experiment;
}

/** Problems and the experiments that they are simulated by. */
export class Settings {
  readonly #shipped: Shipped;
  #last: Base | null = null;
  #lastSetting: Setting | null = null;

  constructor(shipped: Shipped) {
    this.#shipped = shipped;
  }

  /** The same object for the same parts as the last time. @throws InvalidInput where the numbers are no problem. */
  of(parts: ProblemParts): Setting {
    const base = this.#base(parts);
    const noise = parts.noise ?? base.suggested.noise;
    const last = this.#lastSetting;
    if (last?.key === base.key && last.problem.noiseVariance === noise) return last;
    const { key, shown, suggested } = base;
    this.#lastSetting = { key, shown, suggested, ...base.at(noise) };
    return this.#lastSetting;
  }

  /** The design, parameter and noise to simulate the problem with. @throws InvalidInput as `of` does */
  experiment(parts: ProblemParts): Experiment {
    const base = this.#base(parts);
    return { ...base.experiment(), noiseVariance: parts.noise ?? base.suggested.noise };
  }

  #base({ problem, s, theta2, outside }: ProblemParts): Base {
    const key = problem === "own" ? JSON.stringify([s, theta2, outside]) : problem;
    if (this.#last?.key === key) return this.#last;
    this.#last = problem === "own" ? ownBase(key, s, theta2, outside) : this.#chosen(key, problem);
    return this.#last;
  }

  #chosen(key: string, name: keyof typeof PRESETS): Base {
    const { source, lambda, xi } = PRESETS[name];
    if ("squares" in source) {
      const noise = Number(source.squares.noiseVariance);
      return squaresBase(key, source.squares, { noise, lambda, xi });
    }
    const experiment = source.experiment(this.#shipped);
    const { design, parameter, noiseVariance } = experiment;
    const problem = problemFromDesign(design, parameter, noiseVariance);
    const exact = designOfNumbers(design, parameter, noiseVariance);
    return {
      key,
      suggested: { noise: noiseVariance, lambda, xi },
      shown: {
        s: problem.singularValues.map((value) => rounded(value ** 2)),
        theta2: problem.signal.map((value) => rounded(value ** 2)),
        outside: Number(rounded(problem.residualSignal)),
      },
      at: (noise) => ({
        problem: { ...problem, noiseVariance: noise },
        exact: { ...exact, noiseVariance: Fractions.parse(asShown(noise))! },
      }),
      experiment: () => experiment,
    };
  }
}

function ownBase(key: string, s: readonly string[], theta2: readonly string[], outside: number): Base {
  if (s.length !== theta2.length) {
    const numbers = (list: readonly string[]): string => `${list.length} ${list.length === 1 ? "number" : "numbers"}`;
    throw new InvalidInput(`s has ${numbers(s)} and θ² has ${numbers(theta2)}; both need one for each mode`);
  }
  const squares = {
    squaredSingularValues: s,
    squaredSignal: theta2,
    residualSignal: asShown(outside),
  };
  try {
    const { singularValues, signal } = roundedProblem(problemFromSquares({ ...squares, noiseVariance: 1 }));
    requireRange("s", singularValues, LEAST_S, LARGEST_S);
    requireRange("θ²", signal, 0, LARGEST_SIGNAL);
    // Noise as strong as the signal, and a λ in the middle of the spectrum, make a problem worth looking at.
    const strongest = Math.max(...signal.map((value, j) => (value * singularValues[j]!) ** 2));
    const logarithms = singularValues.map((value) => Math.log(value ** 2));
    const middle = Math.exp(logarithms.reduce((sum, value) => sum + value, 0) / logarithms.length);
    const suggested = { noise: inRange(strongest) || 1, lambda: inRange(middle), xi: 1 };
    return squaresBase(key, { ...squares, noiseVariance: suggested.noise }, suggested);
  } catch (error) {
    if (error instanceof InvalidInput) throw new InvalidInput(inThePagesWords(error.message));
    throw error;
  }
}

function squaresBase(key: string, squares: Squares, suggested: Setting["suggested"]): Base {
  const at: Base["at"] = (noiseVariance) => {
    const exact = problemFromSquares({ ...squares, noiseVariance: asShown(noiseVariance) });
    return { problem: roundedProblem(exact), exact };
  };
  const { problem } = at(suggested.noise);
  const modes = problem.singularValues.length;
  return {
    key,
    suggested,
    shown: {
      s: squares.squaredSingularValues.map(String),
      theta2: squares.squaredSignal.map(String),
      outside: Number(squares.residualSignal ?? 0),
    },
    at,
    experiment: () => spectralExperiment({ name: key, rows: Math.max(LEAST_ROWS, 2 * modes), problem }),
  };
}

/** Rows of a design that is made for a spectrum; its error does not depend on how many there are. */
const LEAST_ROWS = 20;

function requireRange(name: string, roots: readonly number[], least: number, most: number): void {
  const wrong = roots.findIndex((value) => value * value < least / 2 || value * value > 2 * most);
  if (wrong < 0) return;
  throw new InvalidInput(
    `${name}_${wrong + 1} is ${rounded(roots[wrong]! ** 2)}; expected a number from ${least} to ${most}`,
  );
}

/** A number as the page and its links write it, which is what it means: 0.1 is 1/10. */
function asShown(value: number): string {
  return String(value);
}

// The library names the fields of a problem file.
function inThePagesWords(message: string): string {
  return message
    .replace(/squaredSingularValues\[(\d+)\]/, (_, j: string) => `s_${Number(j) + 1}`)
    .replace(/squaredSignal\[(\d+)\]/, (_, j: string) => `θ²_${Number(j) + 1}`)
    .replace(/singularValues\[(\d+)\]/, (_, j: string) => `σ_${Number(j) + 1}`)
    .replace(/signal\[(\d+)\]/, (_, j: string) => `θ_${Number(j) + 1}`)
    .replace("residualSignal", "θ_⊥²");
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(6)));
}

// Three digits, within what a state may hold.
function inRange(value: number): number {
  return Number(Math.min(LARGEST_S, Math.max(LEAST_S, value)).toPrecision(3));
}
