import { type Book, compile, type Values } from "../../formula/index.ts";
import { ridgeBook } from "../book/ridge.ts";
import type { RidgeProblem } from "../problem/problem.ts";
import { inFloatingPoint } from "./in-floating-point.ts";

/** The expected error of a student and its parts. */
export interface ErrorParts {
  /** ‖E θ_S − θ*‖², what is lost outside the row space among it. */
  readonly squaredBias: number;
  /** E‖θ_S − E θ_S‖². */
  readonly variance: number;
  /** e(λ, ξ) = E‖θ_S − θ*‖², the sum of both. */
  readonly error: number;
  /** Variance of the squared distance to the truth over draws of Gaussian noise. */
  readonly errorVariance: number;
}

/** The best imitation parameter for one λ. */
export interface OptimalXi {
  /** ξ*(λ), or null where D = 0: then every ξ gives the same error. */
  readonly optimalXi: number | null;
  /** e(λ, 0) − e(λ, ξ*) ≥ 0. */
  readonly gain: number;
  /** γ²_c(λ): for a signal that is not zero, ξ*(λ) > 1 iff the noise variance exceeds it. */
  readonly noiseThreshold: number;
}

/** The numeric reading of a book of ridge formulas: the theory's own, or one with a formula broken on purpose. */
export class ClosedForms {
  /** The formulas that are read. */
  readonly book: Book;
  readonly #evaluated: Book;
  readonly #compiled = new Map<string, (inputs: Values) => Readonly<Record<string, number | Float64Array>>>();

  /** The numeric reading of a book, by default of the theory's own formulas. */
  constructor(book: Book = ridgeBook) {
    this.book = book;
    this.#evaluated = inFloatingPoint(book);
  }

  /**
   * One formula with a value per mode, such as g (the student's shrinkage).
   *
   * @param name of a formula with a value per mode.
   * @param problem in spectral coordinates.
   * @param lambda λ > 0.
   * @param xi any number; 0 is the teacher.
   * @throws RangeError for a name that the book has not, or that has a single value.
   */
  perMode(name: string, problem: RidgeProblem, lambda: number, xi: number): Float64Array {
    const evaluate = this.#reading(name, () => compile(this.#evaluated, [], [name]));
    return evaluate(inputsOf(problem, lambda, xi))[name] as Float64Array;
  }

  /**
   * One formula with a single value, such as N.
   *
   * @param name of a formula with a single value.
   * @param problem in spectral coordinates.
   * @param lambda λ > 0.
   * @param xi any number; 0 is the teacher.
   * @throws RangeError for a name that the book has not, or that has a value per mode.
   */
  scalar(name: string, problem: RidgeProblem, lambda: number, xi: number): number {
    const evaluate = this.#reading(name, () => compile(this.#evaluated, [name]));
    return evaluate(inputsOf(problem, lambda, xi))[name]!;
  }

  /** Scalar formulas of any book at given values of its symbols. */
  values(names: readonly string[], inputs: Values): Readonly<Record<string, number>> {
    const evaluate = this.#reading(`values of ${names.join(", ")}`, () => compile(this.#evaluated, names));
    return evaluate(inputs);
  }

  /**
   * The expected error e(λ, ξ) of the student, and its parts; ξ = 0 is the teacher.
   *
   * @param problem in spectral coordinates.
   * @param lambda λ > 0.
   * @param xi any number; 0 is the teacher.
   */
  errors(problem: RidgeProblem, lambda: number, xi: number): ErrorParts {
    const evaluate = this.#reading("errors", () =>
      compile(this.#evaluated, ["squaredBias", "variance", "error", "errorVariance"]),
    );
    return evaluate(inputsOf(problem, lambda, xi)) as unknown as ErrorParts;
  }

  /**
   * ξ* and what it gains. N and D are of degree 1 and 2 in t = ab, which may be far below the smallest number: they are
   * evaluated with t divided by its largest entry τ (among modes that can matter), so ξ* = (N/τ)/(D/τ²)/τ.
   */
  optimalXi(problem: RidgeProblem, lambda: number): OptimalXi {
    const inputs = inputsOf(problem, lambda, 0);
    const lost = this.perMode("t", problem, lambda, 0);
    const matters = lost.filter((_, j) => problem.noiseVariance > 0 || problem.signal[j] !== 0);
    if (matters.length === 0) return { optimalXi: null, gain: 0, noiseThreshold: 0 };
    const largest = matters.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const evaluate = this.#reading("optimum", () =>
      compile(this.#evaluated.opaque("t"), ["D", "optimalXi", "gain", "noiseThreshold"]),
    );
    const { D, optimalXi, gain, noiseThreshold } = evaluate({ ...inputs, t: lost.map((value) => value / largest) });
    if (D === 0) return { optimalXi: null, gain: 0, noiseThreshold: noiseThreshold as number };
    return {
      optimalXi: (optimalXi as number) / largest,
      gain: gain as number,
      noiseThreshold: noiseThreshold as number,
    };
  }

  #reading<R extends (inputs: Values) => Readonly<Record<string, number | Float64Array>>>(
    key: string,
    make: () => R,
  ): R {
    const known = this.#compiled.get(key) ?? make();
    this.#compiled.set(key, known);
    return known as R;
  }
}

/**
 * What the formulas of the ridge theory are evaluated at: values of all symbols of `ridgeBook` but those of further
 * rounds.
 *
 * @param problem in spectral coordinates.
 * @param lambda λ > 0.
 * @param xi any number; 0 is the teacher.
 */
export function inputsOf(problem: RidgeProblem, lambda: number, xi: number): Values {
  // Float64Array.from would take longer, with its iterator, than the formulas themselves.
  const s = new Float64Array(problem.singularValues);
  for (let j = 0; j < s.length; j++) s[j]! *= s[j]!;
  return {
    s,
    theta: new Float64Array(problem.signal),
    noiseVariance: problem.noiseVariance,
    residualSignal: problem.residualSignal,
    lambda,
    xi,
  };
}
