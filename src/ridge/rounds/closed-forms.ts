import { type Book, compile } from "../../formula/index.ts";
import { type ErrorParts, inputsOf } from "../reading/closed-forms.ts";
import { ridgeBook } from "../book/ridge.ts";
import type { RidgeProblem } from "../problem/problem.ts";

/** The student of one round, mode by mode: its shrinkage g, and h = 1 − g without cancellation. */
export interface Round {
  /** g, one per mode. */
  readonly shrinkage: Float64Array;
  /** h, one per mode. */
  readonly shortfall: Float64Array;
}

/** What the least-squares problem for the error needs to know of a student, mode by mode. */
export interface Descent {
  /** Half the error's slope in the shortfall. */
  readonly slope: Float64Array;
  /** Half its curvature. */
  readonly weight: Float64Array;
}

/** The numeric reading of the formulas of repeated self-distillation: the theory's own, or with one broken on purpose. */
export class RepeatedForms {
  readonly #teacher;
  readonly #next;
  readonly #errors;
  readonly #descent;
  readonly #oracle;
  readonly #limit;

  /** The numeric reading of a book, by default of the theory's own formulas. */
  constructor(book: Book = ridgeBook) {
    this.#teacher = compile(book, [], ["a", "b"]);
    this.#next = compile(book, [], ["nextShrinkage", "nextShortfall"]);
    // The error of any shrinkage: what g and h are made of does not matter.
    const anyShrinkage = book.opaque("g", "h");
    this.#errors = compile(anyShrinkage, ["squaredBias", "variance", "error", "errorVariance"]);
    this.#descent = compile(anyShrinkage, [], ["slope", "weight"]);
    this.#oracle = compile(anyShrinkage, ["oracleError", "oracleExcess"]);
    this.#limit = compile(book, [], ["limitShrinkage"]);
  }

  /**
   * The teacher, and then the student of each round: each imitates the one before it with weight ξ_i.
   *
   * @param problem in spectral coordinates.
   * @param lambda λ > 0.
   * @param xis ξ_1, ξ_2, …, one per round.
   */
  rounds(problem: RidgeProblem, lambda: number, xis: readonly number[]): readonly [Round, ...Round[]] {
    const { a, b } = this.#teacher(inputsOf(problem, lambda, 0));
    const rounds: [Round, ...Round[]] = [{ shrinkage: a, shortfall: b }];
    for (const xi of xis) {
      const { shortfall } = rounds.at(-1)!;
      const { nextShrinkage, nextShortfall } = this.#next({ ...inputsOf(problem, lambda, xi), shortfall });
      rounds.push({ shrinkage: nextShrinkage, shortfall: nextShortfall });
    }
    return rounds;
  }

  /** The student of the last round. */
  last(problem: RidgeProblem, lambda: number, xis: readonly number[]): Round {
    return this.rounds(problem, lambda, xis).at(-1)!;
  }

  /** The expected error of a student, and its parts. */
  errors(problem: RidgeProblem, { shrinkage, shortfall }: Round): ErrorParts {
    return this.#errors({ ...inputsOf(problem, 1, 0), g: shrinkage, h: shortfall });
  }

  /** What rounds with a constant ξ keep, and tend to where |ξ| max a < 1. */
  limit(problem: RidgeProblem, lambda: number, xi: number): Float64Array {
    return this.#limit(inputsOf(problem, lambda, xi)).limitShrinkage;
  }

  /** How a student's error changes with its shrinkage. */
  descent(problem: RidgeProblem, { shrinkage, shortfall }: Round): Descent {
    return this.#descent({ ...inputsOf(problem, 1, 0), g: shrinkage, h: shortfall });
  }

  /** The oracle's error, and by how much a student's exceeds it; every mode must have signal or noise. */
  oracle(problem: RidgeProblem, { shrinkage, shortfall }: Round): { readonly error: number; readonly excess: number } {
    const values = this.#oracle({ ...inputsOf(problem, 1, 0), g: shrinkage, h: shortfall });
    return { error: values.oracleError, excess: values.oracleExcess };
  }
}
